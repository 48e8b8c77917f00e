// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/meeting_status.h"

#include <algorithm>
#include <optional>
#include <string>

#include "absl/container/flat_hash_set.h"
#include "absl/time/civil_time.h"
#include "lib/extract/date_words.h"
#include "lib/extract/meeting_words.h"

namespace compendium {
namespace {

using registry::v1::MEETING_LEVEL_UNSPECIFIED;
using registry::v1::MEETING_STATUS_HELD;
using registry::v1::MEETING_STATUS_PLANNED;
using registry::v1::MEETING_STATUS_POSTPONED;
using registry::v1::MEETING_STATUS_TENTATIVE;
using registry::v1::MEETING_STATUS_UNSPECIFIED;
using registry::v1::MeetingStatus;

// The words with which those begin that the functions below look for.
constexpr WordList kStatusWords =
    " postponed cancelled canceled deferred tentative tentatively provisional "
    "provisionally date dates venue place still tbc tbd to planned scheduled "
    "foreseen envisaged upcoming forthcoming will shall planning preparing "
    "held organized organised hosted convened conducted undertaken implemented "
    "attended co-hosted met took "_words;

bool SaysTentative(const AnswerText& answer, size_t at, size_t last) {
  return IsOneOf(answer.token(at),
                 " tentative tentatively provisional provisionally "_words) ||
         ReadToBeConfirmed(answer.tokens(), at, last);
}

bool SaysPlanned(const AnswerText& answer, size_t at, size_t last) {
  const Token& token = answer.token(at);
  if (IsOneOf(token,
              " planned scheduled foreseen envisaged upcoming forthcoming will "
              "shall "_words)) {
    return true;
  }
  // "Planning for the forum", but not "Action Planning Workshop".
  if (IsOneOf(token, " planning preparing "_words) && at + 1 < last) {
    return answer.token(at + 1).IsWord("for");
  }
  return token.IsWord("to") && at + 1 < last &&
         (answer.token(at + 1).IsWord("be") ||
          answer.token(at + 1).IsWord("take"));
}

bool SaysHeld(const AnswerText& answer, size_t at, size_t first, size_t last) {
  const Token& token = answer.token(at);
  const bool ahead =
      at > first && IsOneOf(answer.token(at - 1), " be being to "_words);
  if (IsOneOf(token,
              " held organized organised hosted convened conducted undertaken "
              "implemented attended co-hosted met "_words)) {
    return !ahead;
  }
  return token.IsWord("took") && at + 1 < last &&
         answer.token(at + 1).IsWord("place");
}

// A quick look at a word before the closer ones: whether any of them may be
// interested in it.
bool MayTellStatus(const Token& token) {
  if (token.is_word()) return kStatusWords.Contains(token.key);
  return token.Is('(') || token.Is(',');
}

// Whether the mention's days tell what was before and what after it.
bool IsDated(const MeetingMention& mention) {
  return mention.detail != DateDetail::kYear && mention.days.has_value() &&
         !mention.days->is_wide;
}

bool IsAhead(MeetingStatus status) {
  return status == MEETING_STATUS_PLANNED || status == MEETING_STATUS_TENTATIVE;
}

void HoldSameEvents(std::vector<MeetingMention>& mentions) {
  absl::flat_hash_set<std::string> held;
  for (const MeetingMention& mention : mentions) {
    if (mention.status == MEETING_STATUS_HELD && !mention.event_key.empty()) {
      held.insert(mention.event_key);
    }
  }
  for (MeetingMention& mention : mentions) {
    if (mention.status == MEETING_STATUS_UNSPECIFIED &&
        held.contains(mention.event_key)) {
      mention.status = MEETING_STATUS_HELD;
    }
  }
}

// "Two workshops were held": if there are just two, it was these.
void HoldCounted(const MeetingCount& counted, int round_year,
                 std::vector<MeetingMention>& mentions) {
  if (counted.level == MEETING_LEVEL_UNSPECIFIED) return;
  absl::flat_hash_set<std::string> events;
  const auto matches = [&](const MeetingMention& mention) {
    return mention.level == counted.level && !mention.in_mixed_list &&
           mention.detail != DateDetail::kYear && !IsAhead(mention.status) &&
           mention.edtf.compare(0, 4, std::to_string(round_year)) == 0;
  };
  for (size_t i = 0; i < mentions.size(); ++i) {
    if (!matches(mentions[i])) continue;
    events.insert(mentions[i].event_key.empty() ? std::to_string(i)
                                                : mentions[i].event_key);
  }
  if (static_cast<int>(events.size()) != counted.count) return;
  for (MeetingMention& mention : mentions) {
    if (matches(mention) && mention.status == MEETING_STATUS_UNSPECIFIED) {
      mention.status = MEETING_STATUS_HELD;
    }
  }
}

// The questionnaire was filled in after the last meeting that it reports as
// held and before the first one that it announces.
struct Horizon {
  std::optional<absl::CivilDay> last_held;
  std::optional<absl::CivilDay> first_ahead;
};

Horizon FindHorizon(const std::vector<MeetingMention>& mentions) {
  Horizon horizon;
  for (const MeetingMention& mention : mentions) {
    if (!IsDated(mention)) continue;
    const DateDays& days = *mention.days;
    if (mention.status == MEETING_STATUS_HELD) {
      // Of a month, only its beginning is known to be over.
      const absl::CivilDay day =
          mention.detail == DateDetail::kDay ? days.last : days.first;
      horizon.last_held = std::max(horizon.last_held.value_or(day), day);
    } else if (IsAhead(mention.status)) {
      horizon.first_ahead =
          std::min(horizon.first_ahead.value_or(days.first), days.first);
    }
  }
  return horizon;
}

MeetingStatus StatusByDate(const MeetingMention& mention,
                           const Horizon& horizon, int round_year) {
  if (!IsDated(mention)) return MEETING_STATUS_UNSPECIFIED;
  const DateDays& days = *mention.days;
  if (days.first.year() > round_year) return MEETING_STATUS_PLANNED;
  if (mention.in_mixed_list) return MEETING_STATUS_UNSPECIFIED;
  if (horizon.last_held.has_value() && days.last <= *horizon.last_held) {
    return MEETING_STATUS_HELD;
  }
  if (!horizon.first_ahead.has_value()) return MEETING_STATUS_UNSPECIFIED;
  return days.last < *horizon.first_ahead     ? MEETING_STATUS_HELD
         : days.first >= *horizon.first_ahead ? MEETING_STATUS_PLANNED
                                              : MEETING_STATUS_UNSPECIFIED;
}

}  // namespace

MeetingStatus StatusInWords(const AnswerText& answer, TokenRange range) {
  bool tentative = false;
  bool planned = false;
  bool held = false;
  for (size_t at = range.first; at < range.last; ++at) {
    if (!MayTellStatus(answer.token(at))) continue;
    if (IsOneOf(answer.token(at),
                " postponed cancelled canceled deferred "_words)) {
      return MEETING_STATUS_POSTPONED;
    }
    tentative |= SaysTentative(answer, at, range.last);
    planned |= SaysPlanned(answer, at, range.last);
    held |= SaysHeld(answer, at, range.first, range.last);
  }
  return tentative ? MEETING_STATUS_TENTATIVE
         : planned ? MEETING_STATUS_PLANNED
         : held    ? MEETING_STATUS_HELD
                   : MEETING_STATUS_UNSPECIFIED;
}

bool AnnouncesMixedList(const AnswerText& answer, TokenRange range) {
  if (range.size() < 2) return false;
  bool planned = false;
  bool held = false;
  for (size_t at = range.first; at < range.last; ++at) {
    if (!MayTellStatus(answer.token(at))) continue;
    planned |= IsOneOf(answer.token(at), " planned upcoming scheduled "_words);
    held |= SaysHeld(answer, at, range.first, range.last);
  }
  return planned && held;
}

void InferStatuses(int round_year, const std::vector<MeetingCount>& counts,
                   std::vector<MeetingMention>& mentions) {
  HoldSameEvents(mentions);
  for (const MeetingCount& counted : counts) {
    if (counted.mention.status != MEETING_STATUS_HELD) continue;
    HoldCounted(counted, round_year, mentions);
  }
  const Horizon horizon = FindHorizon(mentions);
  for (MeetingMention& mention : mentions) {
    if (mention.status == MEETING_STATUS_UNSPECIFIED) {
      mention.status = StatusByDate(mention, horizon, round_year);
    }
  }
}

}  // namespace compendium
