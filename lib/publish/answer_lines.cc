// SPDX-License-Identifier: Apache-2.0
#include "lib/publish/answer_lines.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "lib/document/characters.h"

namespace compendium {
namespace {

constexpr absl::string_view kItem = "• ";

// Where the scheme of the next address begins; npos when there is none.
size_t FindScheme(absl::string_view line, size_t from) {
  for (size_t at = line.find("http", from); at != line.npos;
       at = line.find("http", at + 1)) {
    const absl::string_view rest = line.substr(at + 4);
    if (absl::StartsWith(rest, "://") || absl::StartsWith(rest, "s://")) {
      return at;
    }
  }
  return line.npos;
}

// Where the address that begins at `begin` ends.
size_t EndOfAddress(absl::string_view line, size_t begin) {
  size_t end = begin;
  while (end < line.size() && BlankSize(line, end) == 0 &&
         !absl::StrContains("<>\"", line.substr(end, 1))) {
    end += CharacterSize(line, end);
  }
  absl::string_view address = line.substr(begin, end - begin);
  auto unmatched = std::count(address.begin(), address.end(), ')') -
                   std::count(address.begin(), address.end(), '(');
  while (!address.empty()) {
    if (absl::StrContains(".,;:!?'", address.substr(address.size() - 1))) {
      address.remove_suffix(1);
    } else if (unmatched > 0 && absl::ConsumeSuffix(&address, ")")) {
      --unmatched;
    } else if (!absl::ConsumeSuffix(&address, "”") &&
               !absl::ConsumeSuffix(&address, "’")) {
      break;
    }
  }
  return begin + address.size();
}

}  // namespace

std::vector<AnswerLine> SplitAnswer(absl::string_view text) {
  std::vector<AnswerLine> lines;
  for (absl::string_view line : absl::StrSplit(text, absl::ByAnyChar("\r\n"))) {
    if (TrimBlanks(line).empty()) continue;
    const bool is_item = absl::ConsumePrefix(&line, kItem);
    lines.push_back({is_item, line});
  }
  return lines;
}

std::vector<TextPiece> SplitLinks(absl::string_view line) {
  std::vector<TextPiece> pieces;
  const auto add = [&](size_t begin, size_t end, bool is_link) {
    if (end > begin) {
      pieces.push_back({line.substr(begin, end - begin), is_link});
    }
  };
  size_t done = 0;
  for (size_t at = FindScheme(line, 0); at != line.npos;
       at = FindScheme(line, std::max(at + 1, done))) {
    const size_t end = EndOfAddress(line, at);
    // "http://" alone leads nowhere.
    if (absl::EndsWith(line.substr(at, end - at), "//")) continue;
    add(done, at, false);
    add(at, end, true);
    done = end;
  }
  add(done, line.size(), false);
  return pieces;
}

std::string LinkTarget(absl::string_view address) {
  std::string target;
  for (const char c : address) {
    const auto byte = static_cast<unsigned char>(c);
    const bool allowed =
        absl::ascii_isalnum(byte) ||
        absl::StrContains("-._~:/?#[]@!$&'()*+,;=%", absl::string_view(&c, 1));
    if (allowed) {
      target += c;
    } else {
      absl::StrAppendFormat(&target, "%%%02X", byte);
    }
  }
  return target;
}

}  // namespace compendium
