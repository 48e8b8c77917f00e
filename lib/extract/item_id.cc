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

// Appends a text: every run of blanks as one, none at the ends.
void AppendFolded(absl::string_view text, std::string& folded) {
  const size_t first = folded.size();
  folded.resize(first + text.size());
  char* const begin = folded.data() + first;
  char* end = begin;
  bool gap = false;
  for (size_t at = 0; at < text.size();) {
    const char c = text[at];
    const size_t blank = kMayBeBlank[static_cast<unsigned char>(c)]
                             ? BlankSize(text.substr(at))
                             : 0;
    if (blank > 0) {
      gap = end != begin;
      at += blank;
      continue;
    }
    if (gap) *end++ = ' ';
    gap = false;
    *end++ = c;
    ++at;
  }
  folded.resize(first + static_cast<size_t>(end - begin));
}

char LetterOf(const v1::Meeting&) { return 'm'; }
char LetterOf(const v1::Claim&) { return 'c'; }
char LetterOf(const v1::Project&) { return 'p'; }
char LetterOf(const v1::Publication&) { return 'b'; }

// What sets an item apart from others of its quote, in two parts.
using Parts = std::pair<absl::string_view, absl::string_view>;

Parts PartsOf(const v1::Meeting& meeting) {
  return {meeting.date().as_written(), meeting.place_as_written()};
}

Parts PartsOf(const v1::Claim& claim) {
  return {claim.framework(), claim.code()};
}

template <typename Item>
Parts PartsOf(const Item& item) {
  return {item.title(), absl::string_view()};
}

// They as one text, in which copies do not differ.
std::string DiscriminatorOf(const v1::Meeting&, const Parts& parts) {
  std::string words;
  AppendFolded(parts.first, words);
  words += '\0';
  AppendFolded(parts.second, words);
  return words;
}

std::string DiscriminatorOf(const v1::Claim&, const Parts& parts) {
  return absl::StrCat(parts.first, "/", parts.second);
}

template <typename Item>
std::string DiscriminatorOf(const Item&, const Parts& parts) {
  std::string words;
  AppendFolded(parts.first, words);
  return words;
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
// folded once, and hashed once more at most; of those that are equal in all
// else nothing is hashed again.
class BaseMaker {
 public:
  // Of an item, whose texts must not change any more; valid until the next
  // call.
  template <typename Item>
  const std::string& BaseOf(const Item& item) {
    const Parts parts = PartsOf(item);
    const bool same_quote = TakeQuote(LetterOf(item), item);
    if (same_quote && parts == parts_) return base_;
    parts_ = parts;
    const std::string digest = Digest(DiscriminatorOf(item, parts));
    base_ = absl::StrCat(
        kind(), "-", question_, "-",
        absl::BytesToHexString(absl::string_view(digest).substr(0, kBytes)));
    return base_;
  }

 private:
  absl::string_view kind() const { return {&letter_, 1}; }

  // False when it is another one than that of the item before.
  template <typename Item>
  bool TakeQuote(char letter, const Item& item) {
    const absl::string_view quote = QuoteOf(item);
    const absl::string_view asked = item.evidence().question_id();
    if (letter == letter_ && quote == quote_ && asked == asked_) return true;
    letter_ = letter;
    quote_ = quote;
    asked_ = asked;
    question_ = QuestionOf(item.evidence());
    const absl::string_view nul("\0", 1);
    words_ = absl::StrCat(kind(), nul, question_, nul);
    AppendFolded(quote, words_);
    words_ += '\0';
    beginning_.reset();
    hashed_ = false;
    return false;
  }

  std::string Digest(absl::string_view discriminator) {
    if (hashed_ && !beginning_.has_value()) beginning_.emplace(words_);
    hashed_ = true;
    if (beginning_.has_value()) return beginning_->With(discriminator);
    return base::Sha256({words_, discriminator});
  }

  // Of the item before.
  char letter_ = '\0';
  absl::string_view quote_;
  absl::string_view asked_;  // its question's id, as it stands
  Parts parts_;
  std::string question_;
  std::string base_;
  std::string words_;    // what is hashed, but for what sets items apart
  bool hashed_ = false;  // `words_`, at least once
  std::optional<base::Sha256Beginning> beginning_;  // `words_`, when used again
};

class IdMaker {
 public:
  template <typename List>
  void Take(const List& items) {
    for (const auto& item : items) {
      if (!item.id().empty()) taken_.insert(item.id());
    }
  }

  template <typename List>
  void Fill(List& items) {
    for (auto& item : items) {
      if (item.id().empty()) SetId(base_.BaseOf(item), *item.mutable_id());
    }
  }

 private:
  // Ids made here never meet each other: a base ends in as many digits as every
  // other one, and each of its numbers is given once.
  void SetId(const std::string& base, std::string& id) {
    if (number_ == nullptr || base != base_before_) {
      number_ = &numbers_[base];
      base_before_ = base;
    }
    // From where the last one of this base ended, so that many equal items are
    // not counted through again and again.
    do {
      ++*number_;
      id = base;
      if (*number_ > 1) absl::StrAppend(&id, "-", *number_);
    } while (taken_.contains(id));
  }

  BaseMaker base_;
  absl::flat_hash_set<std::string> taken_;         // before
  absl::flat_hash_map<std::string, int> numbers_;  // by base
  std::string base_before_;
  int* number_ = nullptr;  // of `base_before_`; until another base is added
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
