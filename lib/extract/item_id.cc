// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/item_id.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "lib/base/sha256.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

// Of a hash, as ten hexadecimal digits.
constexpr size_t kBytes = 5;

// Bytes with which a blank may start: those of ASCII, and the first byte of
// the wider ones.
constexpr std::array<bool, 256> MakeMayBeBlank() {
  std::array<bool, 256> may{};
  for (const char c :
       {' ', '\t', '\n', '\v', '\f', '\r', '\xC2', '\xE2', '\xE3', '\xEF'}) {
    may[static_cast<unsigned char>(c)] = true;
  }
  return may;
}

constexpr std::array<bool, 256> kMayBeBlank = MakeMayBeBlank();

// The size of the blank at the start of `text`: of every width, no-break ones
// too, because copies differ in them; 0 when there is none.
size_t BlankSize(absl::string_view text) {
  const auto first = static_cast<unsigned char>(text[0]);
  if (first < 0x80) return absl::ascii_isspace(first) ? 1 : 0;
  constexpr absl::string_view kBlanks[] = {
      "\u00a0", "\u2002", "\u2003", "\u2007", "\u2009",
      "\u200a", "\u200b", "\u202f", "\u3000", "\ufeff"};
  for (const absl::string_view blank : kBlanks) {
    if (absl::StartsWith(text, blank)) return blank.size();
  }
  return 0;
}

// Every run of blanks as one, none at the ends.
std::string FoldBlanks(absl::string_view text) {
  std::string folded(text.size(), '\0');
  char* end = folded.data();
  bool gap = false;
  for (size_t at = 0; at < text.size();) {
    const char c = text[at];
    const size_t blank = kMayBeBlank[static_cast<unsigned char>(c)]
                             ? BlankSize(text.substr(at))
                             : 0;
    if (blank > 0) {
      gap = end != folded.data();
      at += blank;
      continue;
    }
    if (gap) *end++ = ' ';
    gap = false;
    *end++ = c;
    ++at;
  }
  folded.resize(static_cast<size_t>(end - folded.data()));
  return folded;
}

char LetterOf(const v1::Meeting&) { return 'm'; }
char LetterOf(const v1::Claim&) { return 'c'; }
char LetterOf(const v1::Project&) { return 'p'; }
char LetterOf(const v1::Publication&) { return 'b'; }

std::string DiscriminatorOf(const v1::Meeting& meeting) {
  std::string words = FoldBlanks(meeting.date().as_written());
  words += '\0';
  words += FoldBlanks(meeting.place_as_written());
  return words;
}

std::string DiscriminatorOf(const v1::Claim& claim) {
  return absl::StrCat(claim.framework(), "/", claim.code());
}

template <typename Item>
std::string DiscriminatorOf(const Item& item) {
  return FoldBlanks(item.title());
}

absl::string_view QuoteOf(const v1::Meeting& meeting) {
  const std::string& quote = meeting.evidence().quote();
  return quote.empty() ? meeting.title() : quote;
}

template <typename Item>
absl::string_view QuoteOf(const Item& item) {
  return item.evidence().quote();
}

// Lower case, and nothing that an id must not hold.
std::string QuestionOf(const v1::Evidence& evidence) {
  std::string question;
  for (const char c : evidence.question_id()) {
    const auto byte = static_cast<unsigned char>(c);
    // Every question id of the grammar fits; longer ones are not from it.
    if (absl::ascii_isalnum(byte) && question.size() < 16) {
      question += absl::ascii_tolower(byte);
    }
  }
  return question.empty() ? "0" : question;
}

// Makes the first part of ids, which tells what an item says. Many items may
// have one sentence as their evidence: of those that follow one another it is
// folded once, and hashed once more at most.
class BaseMaker {
 public:
  template <typename Item>
  std::string BaseOf(const Item& item) {
    const char letter = LetterOf(item);
    const absl::string_view quote = QuoteOf(item);
    std::string question = QuestionOf(item.evidence());
    const bool again =
        letter == letter_ && quote == quote_ && question == question_;
    if (!again) {
      letter_ = letter;
      quote_ = quote;
      question_ = std::move(question);
      const absl::string_view nul("\0", 1);
      words_ =
          absl::StrCat(kind(), nul, question_, nul, FoldBlanks(quote), nul);
      beginning_.reset();
    } else if (!beginning_.has_value()) {
      beginning_.emplace(words_);
    }
    const std::string digest = Digest(DiscriminatorOf(item));
    return absl::StrCat(
        kind(), "-", question_, "-",
        absl::BytesToHexString(absl::string_view(digest).substr(0, kBytes)));
  }

 private:
  absl::string_view kind() const { return {&letter_, 1}; }

  std::string Digest(absl::string_view discriminator) const {
    if (beginning_.has_value()) return beginning_->With(discriminator);
    return base::Sha256({words_, discriminator});
  }

  char letter_ = '\0';
  absl::string_view quote_;  // of the item before
  std::string question_;
  std::string words_;  // what is hashed, but for what sets items apart
  std::optional<base::Sha256Beginning> beginning_;  // `words_`, when used again
};

class IdMaker {
 public:
  template <typename List>
  void Take(const List& items) {
    for (const auto& item : items) taken_.insert(item.id());
  }

  template <typename List>
  void Fill(List& items) {
    for (auto& item : items) {
      if (item.id().empty()) item.set_id(Make(base_.BaseOf(item)));
    }
  }

 private:
  std::string Make(const std::string& base) {
    // Where the last one of this base ended, so that many equal items are not
    // counted through again and again.
    int& number = numbers_[base];
    std::string id;
    do {
      ++number;
      id = number == 1 ? base : absl::StrCat(base, "-", number);
    } while (!taken_.insert(id).second);
    return id;
  }

  BaseMaker base_;
  absl::flat_hash_set<std::string> taken_;
  absl::flat_hash_map<std::string, int> numbers_;  // by base
};

}  // namespace

void FillItemIds(v1::Questionnaire& questionnaire) {
  IdMaker maker;
  maker.Take(questionnaire.meetings());
  maker.Take(questionnaire.claims());
  maker.Take(questionnaire.projects());
  maker.Take(questionnaire.publications());
  maker.Fill(*questionnaire.mutable_meetings());
  maker.Fill(*questionnaire.mutable_claims());
  maker.Fill(*questionnaire.mutable_projects());
  maker.Fill(*questionnaire.mutable_publications());
}

}  // namespace compendium
