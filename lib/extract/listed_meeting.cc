// SPDX-License-Identifier: Apache-2.0
// MeetingScan: meetings that were counted first and are told by their places:
// "Two meetings were held. The first was a regular one, while the second …".
#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "lib/extract/limits.h"
#include "lib/extract/meeting_scan.h"
#include "lib/extract/meeting_words.h"

namespace compendium {
namespace {

// Words of a description: "an extraordinary high-level one".
constexpr size_t kWordsMax = 6;

// Behind the place in a list, where "was", "is" or "will be" ends; `at` itself
// when nothing of the kind follows: "the first", "the 2nd one", "the first of
// these meetings".
size_t SkipVerb(const AnswerText& answer, size_t at, size_t last) {
  size_t verb = at + (answer.token(at).is_number() ? 2 : 1);
  while (verb < last && IsOneOf(answer.token(verb),
                                " one of these them meeting meetings "_words)) {
    ++verb;
  }
  if (verb >= last || !IsOneOf(answer.token(verb), " was is will "_words)) {
    return at;
  }
  ++verb;
  if (verb < last && answer.token(verb).IsWord("be")) ++verb;
  return verb;
}

// The end of "ordinary periodic meeting" or "extraordinary one" from `at` on;
// `at` when no such words follow.
size_t DescriptionEnd(const AnswerText& answer, size_t at, size_t last) {
  for (size_t end = at; end < std::min(last, at + kWordsMax); ++end) {
    const Token& token = answer.token(end);
    if (!token.is_word()) return at;
    if (token.IsWord("one") || IsMeetingNoun(answer, end, last)) {
      return end > at ? end + 1 : at;
    }
    if (StopsTitle(token) || IsEventVerb(token)) return at;
  }
  return at;
}

}  // namespace

bool MeetingScan::ReadListed(const SentenceView& sentence) {
  if (found_.counts.empty()) return false;
  const MeetingCount& counted = found_.counts.back();
  const size_t last = sentence.tokens.last;
  bool any = false;
  for (size_t at = sentence.tokens.first; at < last; ++at) {
    const int place = OrdinalAt(answer_, at, last);
    if (place == 0 || place > counted.count) continue;
    size_t first = SkipVerb(answer_, at, last);
    if (first == at) continue;
    if (first < last && IsOneOf(answer_.token(first), " a an the "_words)) {
      ++first;
    }
    const size_t end = DescriptionEnd(answer_, first, last);
    if (end == first || found_.mentions.size() >= kMeetingsMax) continue;
    MeetingMention mention = counted.mention;
    SetEvidence(sentence.tokens, mention);
    mention.title = TitleText({first, end});
    if (answer_.token(end - 1).IsWord("one")) {
      mention.title = absl::StrCat(TitleText({first, end - 1}), " ",
                                   absl::StripSuffix(counted.noun, "s"));
    }
    mention.event_count = 1;
    mention.listed = place;
    mention.listed_of = counted.count;
    found_.mentions.push_back(std::move(mention));
    any = true;
    at = end - 1;
  }
  return any;
}

}  // namespace compendium
