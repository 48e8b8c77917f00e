// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/clash_answer.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "lib/base/status_macros.h"
#include "services/reporting/limits.h"
#include "services/reporting/projection/answer_size.h"
#include "services/reporting/projection/calendar_event.h"
#include "services/reporting/projection/candidate_events.h"
#include "services/reporting/projection/clash.h"
#include "services/reporting/projection/event_merge.h"
#include "services/reporting/projection/expected_states.h"

namespace compendium::reporting {
namespace {

absl::Status TooLarge(size_t count_max, absl::string_view things) {
  return AnswerTooLarge("clashes", count_max, things,
                        "a narrower round, mechanism, State or time");
}

// The days of all mentions but those that were postponed: on these it is not.
EventDays DaysOf(const EventGroup& group) {
  std::vector<EdtfDate> dates;
  for (const ToldEvent* told : group) {
    for (size_t i = 0; i < told->mentions.size(); ++i) {
      const registry::v1::Meeting& mention = told->mention(i);
      if (mention.status() == registry::v1::MEETING_STATUS_POSTPONED) continue;
      if (auto date = DateOf(mention); date.has_value())
        dates.push_back(*std::move(date));
    }
  }
  return DaysOfEvent(dates);
}

// Certain ones first, then by the days that make it a clash, then by key.
bool StandsBefore(const v1::Clash& a, const v1::Clash& b) {
  const auto key = [](const v1::Clash& clash) {
    const auto& days = clash.certain_days().empty() ? clash.possible_days()
                                                    : clash.certain_days();
    return std::tuple(clash.certainty(), absl::string_view(days[0].first_day()),
                      absl::string_view(days.rbegin()->last_day()),
                      absl::string_view(clash.first().key()),
                      absl::string_view(clash.second().key()));
  };
  return key(a) < key(b);
}

// Collects the events that may clash and compares them.
class ClashBuilder {
 public:
  ClashBuilder(const Participation& participation, const ClashQuery& query)
      : query_(query), attendance_(participation, query.with_observers) {}

  // Takes one event. RESOURCE_EXHAUSTED when there are too many.
  absl::Status Add(const EventGroup& group) {
    if (!IsSelected(group)) return absl::OkStatus();
    ClashCandidate candidate{MakeEvent(group).event, DaysOf(group),
                             &attendance_.Of(group)};
    if (!Counts(candidate)) return absl::OkStatus();
    if (query_.country.has_value() &&
        !IsExpected(*candidate.states, query_.country->alpha3()))
      return absl::OkStatus();
    for (Days* days : {&candidate.days.possible, &candidate.days.certain})
      std::erase_if(*days, [this](absl::CivilDay day) {
        return !query_.days.Selects(day);
      });
    if (candidate.days.possible.empty()) return absl::OkStatus();
    mention_count_ += static_cast<size_t>(candidate.event.sources_size());
    if (mention_count_ > kMentionsMax)
      return TooLarge(kMentionsMax, "mentions of events");
    candidates_.push_back(std::move(candidate));
    return absl::OkStatus();
  }

  // Compares the events that were taken; call it once, at the end.
  absl::StatusOr<v1::Clashes> Take() {
    std::sort(candidates_.begin(), candidates_.end(), BeginsBefore);
    is_clashing_.resize(candidates_.size());
    for (size_t i = 0; i < candidates_.size(); ++i)
      RETURN_IF_ERROR(CompareWithLater(i));
    answer_.set_compared_event_count(static_cast<int>(candidates_.size()));
    AddClashes();
    RETURN_IF_ERROR(AddEvents());
    return std::move(answer_);
  }

 private:
  bool IsSelected(const EventGroup& group) const {
    if (!query_.selection.round.has_value()) return true;
    return std::any_of(group.begin(), group.end(), [this](const auto* told) {
      return told->round_id == query_.selection.round->id();
    });
  }

  // Whether the event can clash; if not, counts why.
  bool Counts(const ClashCandidate& candidate) {
    if (candidate.event.status() == registry::v1::MEETING_STATUS_POSTPONED) {
      answer_.set_postponed_event_count(answer_.postponed_event_count() + 1);
    } else if (candidate.days.possible.empty()) {
      answer_.set_undated_event_count(answer_.undated_event_count() + 1);
    } else if (candidate.states->empty()) {
      answer_.set_stateless_event_count(answer_.stateless_event_count() + 1);
    } else {
      return true;
    }
    return false;
  }

  bool IsOfMechanism(const ClashCandidate& candidate) const {
    if (!query_.selection.mechanism.has_value()) return true;
    const auto& mechanisms = candidate.event.mechanisms();
    return std::find(mechanisms.begin(), mechanisms.end(),
                     query_.selection.mechanism->ToString()) !=
           mechanisms.end();
  }

  // Compares an event with those that may begin while it may last.
  absl::Status CompareWithLater(size_t i) {
    const ClashCandidate& first = candidates_[i];
    const absl::CivilDay last_day = first.days.possible.back();
    const bool first_fits = IsOfMechanism(first);
    for (size_t j = i + 1; j < candidates_.size(); ++j) {
      const ClashCandidate& second = candidates_[j];
      if (last_day < second.days.possible.front()) break;
      if (++pair_count_ > kComparedPairsMax)
        return TooLarge(kComparedPairsMax, "pairs of events");
      if (!first_fits && !IsOfMechanism(second)) continue;
      RETURN_IF_ERROR(AddClash(i, j));
    }
    return absl::OkStatus();
  }

  absl::Status AddClash(size_t i, size_t j) {
    std::optional<v1::Clash> clash = MakeClash(candidates_[i], candidates_[j]);
    if (!clash.has_value()) return absl::OkStatus();
    const bool certain = clash->certainty() == v1::CLASH_CERTAINTY_CERTAIN;
    if (query_.certain_only && !certain) return absl::OkStatus();
    if (clashes_.size() >= kClashesMax) return TooLarge(kClashesMax, "clashes");
    if (!size_.Add(*clash)) return TooLarge(kAnswerBytesMax, "bytes");
    is_clashing_[i] = is_clashing_[j] = true;
    clashes_.push_back(*std::move(clash));
    return absl::OkStatus();
  }

  void AddClashes() {
    std::sort(clashes_.begin(), clashes_.end(), StandsBefore);
    for (v1::Clash& clash : clashes_) {
      if (clash.certainty() == v1::CLASH_CERTAINTY_CERTAIN) {
        answer_.set_certain_count(answer_.certain_count() + 1);
      } else {
        answer_.set_possible_count(answer_.possible_count() + 1);
      }
      *answer_.add_clashes() = std::move(clash);
    }
  }

  absl::Status AddEvents() {
    for (size_t i = 0; i < candidates_.size(); ++i) {
      if (!is_clashing_[i]) continue;
      if (!size_.Add(candidates_[i].event))
        return TooLarge(kAnswerBytesMax, "bytes");
      *answer_.add_events() = std::move(candidates_[i].event);
    }
    return absl::OkStatus();
  }

  const ClashQuery& query_;
  Attendance attendance_;
  std::vector<ClashCandidate> candidates_;
  std::vector<bool> is_clashing_;  // by candidate
  std::vector<v1::Clash> clashes_;
  v1::Clashes answer_;
  AnswerSize size_;
  size_t mention_count_ = 0;
  size_t pair_count_ = 0;
};

}  // namespace

absl::StatusOr<v1::Clashes> AnswerClashes(const Directory& directory,
                                          const MeetingCalendar& calendar,
                                          const Participation& participation,
                                          const ClashQuery& query) {
  RETURN_IF_ERROR(CheckExists(directory, query.selection));
  ClashBuilder builder(participation, query);
  // Both events of a clash must be found, and the mechanism may tell of either.
  const Selection candidates{query.selection.round, std::nullopt};
  const auto add = [&](std::vector<const ToldEvent*> told) {
    for (const EventGroup& group : GroupEvents(std::move(told)))
      RETURN_IF_ERROR(builder.Add(group));
    return absl::OkStatus();
  };
  RETURN_IF_ERROR(ForEachCandidate(directory, calendar, candidates, add));
  return builder.Take();
}

}  // namespace compendium::reporting
