// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/item_id.h"

#include <cstddef>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "lib/base/sha256.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

constexpr size_t kDigits = 10;

// The size of the blank at the start of `text`: of every width, no-break ones
// too, because copies differ in them; 0 when there is none.
size_t BlankSize(absl::string_view text) {
  const auto first = static_cast<unsigned char>(text[0]);
  if (first < 0x80) return absl::ascii_isspace(first) ? 1 : 0;
  constexpr absl::string_view kBlanks[] = {
      "\u00a0", "\u2002", "\u2003", "\u2007", "\u2009",
      "\u200a", "\u200b", "\u202f", "\u3000", "\ufeff"};
  if (first != 0xC2 && first < 0xE2) return 0;
  for (const absl::string_view blank : kBlanks) {
    if (absl::StartsWith(text, blank)) return blank.size();
  }
  return 0;
}

// Every run of blanks as one, none at the ends.
std::string FoldBlanks(absl::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  bool gap = false;
  while (!text.empty()) {
    const size_t blank = BlankSize(text);
    if (blank > 0) {
      gap = !folded.empty();
      text.remove_prefix(blank);
      continue;
    }
    if (gap) folded += ' ';
    gap = false;
    folded += text[0];
    text.remove_prefix(1);
  }
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

std::string QuoteOf(const v1::Meeting& meeting) {
  const std::string& quote = meeting.evidence().quote();
  return FoldBlanks(quote.empty() ? meeting.title() : quote);
}

template <typename Item>
std::string QuoteOf(const Item& item) {
  return FoldBlanks(item.evidence().quote());
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

template <typename Item>
std::string BaseOf(const Item& item) {
  const char letter = LetterOf(item);
  const absl::string_view kind(&letter, 1);
  const absl::string_view nul("\0", 1);
  const std::string question = QuestionOf(item.evidence());
  const std::string words = absl::StrCat(
      kind, nul, question, nul, QuoteOf(item), nul, DiscriminatorOf(item));
  return absl::StrCat(kind, "-", question, "-",
                      base::Sha256Hex(words).substr(0, kDigits));
}

class IdMaker {
 public:
  template <typename List>
  void Take(const List& items) {
    for (const auto& item : items) taken_.insert(item.id());
  }

  template <typename List>
  void Fill(List& items) {
    for (auto& item : items) {
      if (item.id().empty()) item.set_id(Make(BaseOf(item)));
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
