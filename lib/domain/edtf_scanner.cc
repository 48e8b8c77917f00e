// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/edtf_scanner.h"

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"

namespace compendium {
namespace {

// Spellings of earlier drafts and of other parts of ISO 8601, in the order in
// which they are looked for: words before the letters that they contain.
struct Spelling {
  absl::string_view found;
  bool after_digit;  // only right behind a digit: letters occur in any prose
  absl::string_view hint;
};
constexpr absl::string_view kUnspecified =
    "old draft: write an upper-case X for an unspecified digit";
constexpr absl::string_view kParentheses =
    "old draft: no parentheses, put ? ~ % next to the component";
constexpr Spelling kSpellings[] = {
    {"unknown", false, "old draft: leave an unknown end empty"},
    {"open", false, "old draft: write .. for an open end"},
    {"(", false, kParentheses},
    {")", false, kParentheses},
    {"^", false, "old draft: seasons have no suffix"},
    {" ", false, "no blanks"},
    {"uu", false, kUnspecified},
    {"u", true, kUnspecified},
    {"xx", false, kUnspecified},
    {"x", true, kUnspecified},
    {"t", true, "write an upper-case T"},
    {"z", true, "write an upper-case Z"},
};

// Looks at the first place only, which keeps reading linear.
bool Occurs(absl::string_view text, const Spelling& spelling) {
  const size_t at = text.find(spelling.found);
  if (at == text.npos) return false;
  if (!spelling.after_digit) return true;
  return at > 0 &&
         absl::ascii_isdigit(static_cast<unsigned char>(text[at - 1]));
}

}  // namespace

char EdtfScanner::Peek(size_t ahead) const {
  const size_t at = position_ + ahead;
  return at < text_.size() ? text_[at] : '\0';
}

bool EdtfScanner::Take(absl::string_view wanted) {
  if (!absl::StartsWith(text_.substr(position_), wanted)) return false;
  position_ += wanted.size();
  return true;
}

char EdtfScanner::TakeAny() {
  CHECK(!AtEnd());
  return text_[position_++];
}

absl::Status EdtfScanner::Error(absl::string_view want) const {
  if (AtEnd()) return ErrorAt(position_, "the end", want);
  const std::string got =
      absl::StrCat("\"", absl::CHexEscape(text_.substr(position_, 1)), "\"");
  return ErrorAt(position_, got, want);
}

absl::Status EdtfScanner::ErrorAt(size_t position, absl::string_view got,
                                  absl::string_view want) const {
  return absl::InvalidArgumentError(
      absl::StrCat("byte ", position, ": got ", got, ", want ", want, Hint()));
}

absl::Status EdtfScanner::Unsupported(absl::string_view got) const {
  return absl::UnimplementedError(
      absl::StrCat("byte ", position_, ": got ", got,
                   ", which is unsupported, want a year of four digits"));
}

std::string EdtfScanner::Hint() const {
  for (const Spelling& spelling : kSpellings) {
    if (Occurs(text_, spelling)) return absl::StrCat(" (", spelling.hint, ")");
  }
  return "";
}

}  // namespace compendium
