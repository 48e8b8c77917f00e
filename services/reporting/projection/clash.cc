// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/clash.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "lib/domain/day_bound.h"

namespace compendium::reporting {
namespace {

using Spans = google::protobuf::RepeatedPtrField<v1::DaySpan>;

void AddSpans(const Days& days, Spans& spans) {
  for (size_t i = 0; i < days.size(); ++i) {
    if (i == 0 || days[i - 1] + 1 < days[i])
      spans.Add()->set_first_day(IsoDay(days[i]));
    spans.rbegin()->set_last_day(IsoDay(days[i]));
  }
}

void SetEvent(const v1::CalendarEvent& event, v1::ClashingEvent& told) {
  told.set_key(event.key());
  told.set_title(event.title());
  if (event.has_date()) *told.mutable_date() = event.date();
  told.set_city(event.city());
  told.set_country_code(event.country_code());
  told.set_level(event.level());
  told.set_status(event.status());
  *told.mutable_mechanisms() = event.mechanisms();
}

using StateIterator = ExpectedStates::const_iterator;

// Behind the last reason that has the State of `begin`.
StateIterator EndOfState(StateIterator begin, StateIterator end) {
  return std::find_if(begin, end, [&](const ExpectedState& state) {
    return state.country_code() != begin->country_code();
  });
}

// Adds the reasons and returns whether one of them is membership.
bool AddExpectations(
    StateIterator begin, StateIterator end,
    google::protobuf::RepeatedPtrField<v1::Expectation>& expectations) {
  bool is_member = false;
  for (auto state = begin; state != end; ++state) {
    v1::Expectation& told = *expectations.Add();
    told.set_questionnaire(state->questionnaire->name());
    told.set_participant_index(state->participant_index);
    told.set_as_written(state->participant().as_written());
    told.set_role(state->participant().role());
    is_member = is_member || state->is_member;
  }
  return is_member;
}

// The States in both, those that are members on both sides first.
void AddStates(const ExpectedStates& first, const ExpectedStates& second,
               v1::Clash& clash) {
  std::vector<v1::ClashingState> others;
  auto a = first.begin();
  auto b = second.begin();
  while (a != first.end() && b != second.end()) {
    if (a->country_code() < b->country_code()) {
      ++a;
    } else if (b->country_code() < a->country_code()) {
      ++b;
    } else {
      v1::ClashingState state;
      state.set_country_code(std::string(a->country_code()));
      const auto a_end = EndOfState(a, first.end());
      const auto b_end = EndOfState(b, second.end());
      const bool a_member = AddExpectations(a, a_end, *state.mutable_first());
      const bool b_member = AddExpectations(b, b_end, *state.mutable_second());
      if (a_member && b_member) {
        *clash.add_states() = std::move(state);
      } else {
        others.push_back(std::move(state));
      }
      a = a_end;
      b = b_end;
    }
  }
  for (v1::ClashingState& state : others)
    *clash.add_states() = std::move(state);
}

void AddSharedMechanisms(const v1::CalendarEvent& first,
                         const v1::CalendarEvent& second, v1::Clash& clash) {
  std::vector<std::string> shared;
  std::set_intersection(first.mechanisms().begin(), first.mechanisms().end(),
                        second.mechanisms().begin(), second.mechanisms().end(),
                        std::back_inserter(shared));
  for (std::string& mechanism : shared)
    clash.add_shared_mechanisms(std::move(mechanism));
}

}  // namespace

bool BeginsBefore(const ClashCandidate& a, const ClashCandidate& b) {
  const auto key = [](const ClashCandidate& candidate) {
    return std::tie(candidate.days.possible.front(),
                    candidate.days.possible.back(), candidate.event.key());
  };
  return key(a) < key(b);
}

std::optional<v1::Clash> MakeClash(const ClashCandidate& first,
                                   const ClashCandidate& second) {
  const Days common = CommonDays(first.days.possible, second.days.possible);
  if (common.empty()) return std::nullopt;
  v1::Clash clash;
  AddStates(*first.states, *second.states, clash);
  if (clash.states().empty()) return std::nullopt;

  const Days certain = CommonDays(first.days.certain, second.days.certain);
  Days possible;
  std::set_difference(common.begin(), common.end(), certain.begin(),
                      certain.end(), std::back_inserter(possible));
  clash.set_certainty(certain.empty() ? v1::CLASH_CERTAINTY_POSSIBLE
                                      : v1::CLASH_CERTAINTY_CERTAIN);
  AddSpans(certain, *clash.mutable_certain_days());
  AddSpans(possible, *clash.mutable_possible_days());
  SetEvent(first.event, *clash.mutable_first());
  SetEvent(second.event, *clash.mutable_second());
  AddSharedMechanisms(first.event, second.event, clash);
  return clash;
}

}  // namespace compendium::reporting
