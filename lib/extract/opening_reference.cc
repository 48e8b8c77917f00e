// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/opening_reference.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "compendium/registry/v1/questionnaire.pb.h"
#include "lib/extract/meeting_words.h"
#include "lib/extract/title_words.h"

namespace compendium {
namespace {

using registry::v1::MEETING_STATUS_HELD;
using registry::v1::MEETING_STATUS_UNSPECIFIED;

// Words before the verb that may name what was opened.
constexpr size_t kSubjectReach = 40;
// Of a line, so much is looked at.
constexpr size_t kLineReach = 200;
// Most references of one answer; more show nothing new.
constexpr size_t kOpeningsMax = 16;

// "been opened", "was inaugurated", but not "will be opened", "has not been
// opened"; `at` is behind `first`.
bool SaysOpened(const AnswerText& answer, size_t first, size_t at) {
  constexpr size_t kDenialReach = 4;
  if (!IsOneOf(answer.token(at), " opened inaugurated launched "_words) ||
      !IsOneOf(answer.token(at - 1), " been was were "_words)) {
    return false;
  }
  for (size_t back = at; back > first && at - back < kDenialReach; --back) {
    if (IsOneOf(answer.token(back - 1), " not never will would "_words)) {
      return false;
    }
  }
  return true;
}

// In "Inauguration of the harbour office (HO) in Lima", the harbour office.
TokenRange OpenedThing(const AnswerText& title) {
  const size_t last = title.tokens().size();
  size_t at = 0;
  while (at < last &&
         !IsOneOf(title.token(at), " inauguration opening launch "_words)) {
    ++at;
  }
  if (at + 2 >= last || !title.token(at + 1).IsWord("of")) return {};
  at += 2;
  while (at < last && IsDeterminer(title.token(at))) ++at;
  size_t end = at;
  while (end < last && title.token(end).is_word() &&
         !IsOneOf(title.token(end), " in at on by with and "_words)) {
    ++end;
  }
  return {at, end};
}

// The words of an opening, which are read when they are first asked for: few
// mentions tell of an inauguration.
class OpeningWords {
 public:
  explicit OpeningWords(const OpeningReference& opening) : opening_(opening) {}

  const TitleWords& subject() { return Read(opening_.subject, subject_); }
  const TitleWords& line() { return Read(opening_.line, line_); }

 private:
  static const TitleWords& Read(absl::string_view text,
                                std::optional<TitleWords>& words) {
    if (!words.has_value()) words = WordsOf(text);
    return *words;
  }

  OpeningReference opening_;
  std::optional<TitleWords> subject_;
  std::optional<TitleWords> line_;
};

}  // namespace

std::vector<OpeningReference> FindOpenings(const AnswerText& answer) {
  std::vector<OpeningReference> openings;
  for (const TextLine& line : answer.lines()) {
    for (const TokenRange sentence : line.sentences) {
      for (size_t at = sentence.first + 1; at < sentence.last; ++at) {
        if (!SaysOpened(answer, sentence.first, at)) continue;
        if (openings.size() >= kOpeningsMax) return openings;
        const size_t first =
            std::max(sentence.first, at - std::min(at, kSubjectReach));
        const size_t from = std::max(line.tokens.first, first);
        const size_t to = std::min(line.tokens.last, from + kLineReach);
        openings.push_back(
            {answer.Slice({first, at}), answer.Slice({from, to})});
      }
    }
  }
  return openings;
}

void HoldOpened(const std::vector<OpeningReference>& openings,
                std::vector<MeetingMention>& mentions) {
  if (openings.empty()) return;
  std::vector<OpeningWords> opened(openings.begin(), openings.end());
  for (MeetingMention& mention : mentions) {
    if (mention.status != MEETING_STATUS_UNSPECIFIED) continue;
    const AnswerText title(mention.title);
    const TokenRange thing = OpenedThing(title);
    // One word, as in "opening of the office", could be any.
    if (thing.size() < 2) continue;
    const TitleWords words = WordsOf(title.Slice(thing));
    const TitleWords city = WordsOf(mention.city);
    const bool held =
        std::any_of(opened.begin(), opened.end(), [&](OpeningWords& opening) {
          return Covers(opening.subject(), words) &&
                 (city.words.empty() || Covers(opening.line(), city));
        });
    if (held) mention.status = MEETING_STATUS_HELD;
  }
}

}  // namespace compendium
