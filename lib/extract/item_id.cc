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
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "lib/base/sha256.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

// Of a hash, as ten hexadecimal digits.
constexpr size_t kBytes = 5;

// What a byte is to those who look for blanks. Most are plain, a single bit
// each so that a text of them is checked without a branch.
constexpr unsigned char kPlainBlank = 1;
constexpr unsigned char kMayBeBlank = 2;  // also the first byte of a wider one

constexpr std::array<unsigned char, 256> MakeBlankBits() {
  std::array<unsigned char, 256> bits{};
  for (const char c :
       {'\t', '\n', '\v', '\f', '\r', '\xC2', '\xE2', '\xE3', '\xEF'}) {
    bits[static_cast<unsigned char>(c)] = kMayBeBlank;
  }
  bits[' '] = kPlainBlank;
  return bits;
}

constexpr std::array<unsigned char, 256> kBlankBits = MakeBlankBits();

// Whether its only blanks are plain ones between words, as in most texts.
bool IsFolded(absl::string_view text) {
  unsigned odd = 0;
  unsigned before = kPlainBlank;
  for (const char c : text) {
    const unsigned bits = kBlankBits[static_cast<unsigned char>(c)];
    odd |= (bits & kMayBeBlank) | (bits & before);
    before = bits;
  }
  return odd == 0 && before == 0;
}

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
  if (IsFolded(text)) {
    folded.append(text.data(), text.size());
    return;
  }
  const size_t first = folded.size();
  folded.resize(first + text.size());
  char* const begin = folded.data() + first;
  char* end = begin;
  bool gap = false;
  for (size_t at = 0; at < text.size();) {
    const char c = text[at];
    const size_t blank = kBlankBits[static_cast<unsigned char>(c)] != 0
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

// Appends them as one text, in which copies do not differ.
void AppendDiscriminator(const v1::Meeting&, const Parts& parts,
                         std::string& text) {
  AppendFolded(parts.first, text);
  text += '\0';
  AppendFolded(parts.second, text);
}

void AppendDiscriminator(const v1::Claim&, const Parts& parts,
                         std::string& text) {
  absl::StrAppend(&text, parts.first, "/", parts.second);
}

template <typename Item>
void AppendDiscriminator(const Item&, const Parts& parts, std::string& text) {
  AppendFolded(parts.first, text);
}

absl::string_view QuoteOf(const v1::Meeting& meeting) {
  const std::string& quote = meeting.evidence().quote();
  return quote.empty() ? meeting.title() : quote;
}

template <typename Item>
absl::string_view QuoteOf(const Item& item) {
  return item.evidence().quote();
}

// Appends it in lower case, and nothing that an id must not hold.
void AppendQuestion(const v1::Evidence& evidence, std::string& id) {
  // Every question id of the grammar fits; longer ones are not from it.
  constexpr size_t kQuestionMax = 16;
  const size_t first = id.size();
  for (const char c : evidence.question_id()) {
    const auto byte = static_cast<unsigned char>(c);
    if (absl::ascii_isalnum(byte) && id.size() - first < kQuestionMax) {
      id += absl::ascii_tolower(byte);
    }
  }
  if (id.size() == first) id += '0';
}

void AppendHex(absl::string_view bytes, std::string& text) {
  constexpr absl::string_view kDigits = "0123456789abcdef";
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    text += kDigits[byte >> 4];
    text += kDigits[byte & 0xF];
  }
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
    words_.resize(quote_size_);
    AppendDiscriminator(item, parts, words_);
    const std::string digest = Digest();
    base_.resize(head_size_);
    AppendHex(absl::string_view(digest).substr(0, kBytes), base_);
    return base_;
  }

 private:
  // False when it is another one than that of the item before.
  template <typename Item>
  bool TakeQuote(char letter, const Item& item) {
    const absl::string_view quote = QuoteOf(item);
    const absl::string_view asked = item.evidence().question_id();
    if (letter == letter_ && quote == quote_ && asked == asked_) return true;
    letter_ = letter;
    quote_ = quote;
    asked_ = asked;
    base_.assign({letter, '-'});
    const size_t question = base_.size();
    AppendQuestion(item.evidence(), base_);
    words_.assign({letter, '\0'});
    words_.append(base_, question, std::string::npos);
    words_ += '\0';
    AppendFolded(quote, words_);
    words_ += '\0';
    quote_size_ = words_.size();
    base_ += '-';
    head_size_ = base_.size();
    beginning_.reset();
    hashed_ = false;
    return false;
  }

  std::string Digest() {
    const absl::string_view words(words_);
    if (hashed_ && !beginning_.has_value())
      beginning_.emplace(words.substr(0, quote_size_));
    hashed_ = true;
    if (beginning_.has_value())
      return beginning_->With(words.substr(quote_size_));
    return base::Sha256({words});
  }

  // Of the item before.
  char letter_ = '\0';
  absl::string_view quote_;
  absl::string_view asked_;  // its question's id, as it stands
  Parts parts_;
  std::string base_;
  size_t head_size_ = 0;   // of `base_`, before its digits
  std::string words_;      // what is hashed; keeps its memory
  size_t quote_size_ = 0;  // of `words_`, before what sets items apart
  bool hashed_ = false;    // that part, at least once
  std::optional<base::Sha256Beginning> beginning_;  // of it, when used again
};

class IdMaker {
 public:
  explicit IdMaker(int item_count) {
    numbers_.reserve(static_cast<size_t>(item_count));
  }

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
    } while (!taken_.empty() && taken_.contains(id));
  }

  BaseMaker base_;
  absl::flat_hash_set<std::string> taken_;         // before
  absl::flat_hash_map<std::string, int> numbers_;  // by base
  std::string base_before_;
  int* number_ = nullptr;  // of `base_before_`; until another base is added
};

}  // namespace

void FillItemIds(v1::Questionnaire& questionnaire) {
  IdMaker maker(questionnaire.meetings_size() + questionnaire.claims_size() +
                questionnaire.projects_size() +
                questionnaire.publications_size());
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
