// SPDX-License-Identifier: Apache-2.0
// MeetingScan: mere numbers of meetings, "convened 2 SOMs".
#include "lib/extract/counted_meeting.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/extract/limits.h"
#include "lib/extract/meeting_level.h"
#include "lib/extract/meeting_scan.h"
#include "lib/extract/meeting_status.h"
#include "lib/extract/meeting_words.h"

namespace compendium {
namespace {

using registry::v1::MEETING_LEVEL_OTHER;
using registry::v1::MEETING_LEVEL_UNSPECIFIED;
using registry::v1::MEETING_STATUS_POSTPONED;
using registry::v1::MEETING_STATUS_UNSPECIFIED;
using registry::v1::MeetingLevel;
using registry::v1::MeetingStatus;

// Words between a number and the noun it counts.
constexpr size_t kCountReach = 4;
// Words behind a counted noun that may tell its level.
constexpr size_t kLevelReach = 12;
// More such counts say nothing more.
constexpr size_t kCountsMax = 32;

bool SameYear(const MeetingMention& one, const MeetingMention& other) {
  return one.edtf.compare(0, 4, other.edtf, 0, 4) == 0;
}

}  // namespace

int EventCount(const AnswerText& answer, int count, size_t noun, size_t last) {
  size_t at = noun + 1;
  if (at + 1 >= last ||
      !IsOneOf(answer.token(at), " for of in by per with "_words)) {
    return std::min(count, kEventCountMax);
  }
  ++at;
  if (!answer.token(at).IsWord("each") && !answer.token(at).IsWord("all")) {
    return std::min(count, kEventCountMax);
  }
  ++at;
  while (at < last && (IsOneOf(answer.token(at), " of "_words) ||
                       IsDeterminer(answer.token(at)))) {
    ++at;
  }
  const int groups = at < last ? CountValue(answer.token(at)) : 0;
  if (groups < 2 || groups > kEventCountMax) {
    return std::min(count, kEventCountMax);
  }
  return std::min(count * groups, kEventCountMax);
}

void MeetingScan::CountMeetings(const SentenceView& sentence) {
  const TokenRange tokens = sentence.tokens;
  const MeetingStatus status = StatusOf(tokens);
  if (status == MEETING_STATUS_UNSPECIFIED ||
      status == MEETING_STATUS_POSTPONED) {
    return;
  }
  for (size_t at = tokens.first; at < tokens.last; ++at) {
    const int count = CountValue(answer_.token(at));
    if (count < 2 || !IsCount(answer_, at, tokens.last)) continue;
    if (found_.counts.size() >= kCountsMax) return;
    const size_t reach = std::min(tokens.last, at + 1 + kCountReach);
    const size_t noun = FindMeetingNoun(answer_, {at + 1, reach}, false);
    if (noun >= reach || !IsPlural(answer_.token(noun))) continue;
    MeetingLevel level =
        LevelInTitle(answer_, source_.names, {at + 1, noun + 1});
    if (level == MEETING_LEVEL_UNSPECIFIED) {
      level = LevelInTitle(answer_, source_.names,
                           {noun, std::min(tokens.last, noun + kLevelReach)});
    }
    MeetingMention mention = NewMention(sentence);
    mention.title = TitleText({at, noun + 1});
    SetYear({at, noun + 1}, mention);
    mention.status = status;
    mention.level =
        DecideLevel(level, MEETING_LEVEL_UNSPECIFIED, source_.topic);
    mention.event_count = EventCount(answer_, count, noun, tokens.last);
    found_.counts.push_back({count, std::string(answer_.token(noun).text),
                             level, std::move(mention)});
  }
}

bool IsTold(const MeetingCount& counted,
            const std::vector<MeetingMention>& mentions) {
  return std::any_of(
      mentions.begin(), mentions.end(), [&](const MeetingMention& mention) {
        if (!SameYear(mention, counted.mention)) return false;
        const MeetingLevel level = counted.mention.level;
        return level == MEETING_LEVEL_OTHER || mention.level == level;
      });
}

}  // namespace compendium
