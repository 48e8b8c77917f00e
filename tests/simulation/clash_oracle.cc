// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/clash_oracle.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "lib/domain/day_bound.h"

namespace compendium::tests {
namespace {

namespace registry_v1 = compendium::registry::v1;
namespace reporting_v1 = compendium::reporting::v1;
using DaySet = std::set<std::string>;  // as YYYY-MM-DD

DaySet DaysFrom(const registry_v1::UncertainDate& date) {
  DaySet days;
  for (auto day = *ParseIsoDay(date.earliest_day());
       IsoDay(day) <= date.latest_day(); ++day)
    days.insert(IsoDay(day));
  return days;
}

// An event with what decides whether it clashes.
struct Expected {
  reporting_v1::CalendarEvent event;
  DaySet possible;
  DaySet certain;
  // By code: as ClashingState has them.
  std::map<std::string, std::vector<reporting_v1::Expectation>> states;
};

void SetDays(Expected& expected) {
  std::vector<DaySet> all;
  DaySet exact;  // of any source that is certain
  for (const auto& source : expected.event.sources()) {
    const auto& date = source.meeting().date();
    if (date.edtf().empty()) continue;
    all.push_back(DaysFrom(date));
    if (date.edtf().size() == 10 || date.edtf().size() == 21)
      exact.insert(all.back().begin(), all.back().end());
  }
  for (const DaySet& days : all) {
    const bool refined =
        std::any_of(all.begin(), all.end(), [&](const DaySet& other) {
          return other.size() < days.size() &&
                 std::includes(days.begin(), days.end(), other.begin(),
                               other.end());
        });
    if (!refined) expected.possible.insert(days.begin(), days.end());
  }
  if (expected.possible.size() > 62) expected.possible.clear();
  for (const std::string& day : expected.possible) {
    const bool in_all =
        std::all_of(all.begin(), all.end(),
                    [&](const DaySet& days) { return days.count(day) != 0; });
    if (in_all && exact.count(day) != 0) expected.certain.insert(day);
  }
}

bool IsExpected(const registry_v1::Participant& participant) {
  const std::set<int> roles = {registry_v1::PARTICIPANT_ROLE_UNSPECIFIED,
                               registry_v1::PARTICIPANT_ROLE_MEMBER};
  const bool is_state =
      participant.kind() == registry_v1::PARTICIPANT_KIND_STATE ||
      (participant.kind() == registry_v1::PARTICIPANT_KIND_UNSPECIFIED &&
       participant.country_code() != "HKG");
  return !participant.country_code().empty() && is_state &&
         roles.count(participant.role()) != 0;
}

void SetStates(const Records& records, Expected& expected) {
  // By mechanism and round, as the sources are; "-" sorts before "/".
  std::set<std::pair<std::string, std::string>> names;
  for (const auto& source : expected.event.sources()) {
    const std::vector<std::string> parts =
        absl::StrSplit(source.questionnaire(), '/');
    names.emplace(parts[1], parts[3]);
  }
  for (const auto& [mechanism, round] : names) {
    const std::string name =
        absl::StrCat("mechanisms/", mechanism, "/questionnaires/", round);
    const auto& questionnaire = records.at(name).questionnaire();
    for (int i = 0; i < questionnaire.participants_size(); ++i) {
      const auto& participant = questionnaire.participants(i);
      if (!IsExpected(participant)) continue;
      auto& why = expected.states[participant.country_code()].emplace_back();
      why.set_questionnaire(name);
      why.set_participant_index(i);
      why.set_as_written(participant.as_written());
      why.set_role(participant.role());
    }
  }
}

reporting_v1::ClashingEvent Short(const reporting_v1::CalendarEvent& event) {
  reporting_v1::ClashingEvent told;
  told.set_key(event.key());
  told.set_title(event.title());
  *told.mutable_date() = event.date();
  told.set_city(event.city());
  told.set_country_code(event.country_code());
  told.set_level(event.level());
  told.set_status(event.status());
  *told.mutable_mechanisms() = event.mechanisms();
  return told;
}

DaySet Common(const DaySet& a, const DaySet& b) {
  DaySet common;
  for (const std::string& day : a)
    if (b.count(day) != 0) common.insert(day);
  return common;
}

void AddSpans(
    const DaySet& days,
    google::protobuf::RepeatedPtrField<reporting_v1::DaySpan>& spans) {
  for (const std::string& day : days) {
    const std::string before = IsoDay(*ParseIsoDay(day) - 1);
    if (days.count(before) == 0) spans.Add()->set_first_day(day);
    spans.rbegin()->set_last_day(day);
  }
}

// Without days when they do not clash.
reporting_v1::Clash ClashOf(const Expected& first, const Expected& second) {
  reporting_v1::Clash clash;
  for (const auto& [code, why] : first.states) {
    const auto other = second.states.find(code);
    if (other == second.states.end()) continue;
    auto& state = *clash.add_states();
    state.set_country_code(code);
    for (const auto& reason : why) *state.add_first() = reason;
    for (const auto& reason : other->second) *state.add_second() = reason;
  }
  if (clash.states().empty()) return clash;
  const DaySet certain = Common(first.certain, second.certain);
  DaySet possible = Common(first.possible, second.possible);
  for (const std::string& day : certain) possible.erase(day);
  AddSpans(certain, *clash.mutable_certain_days());
  AddSpans(possible, *clash.mutable_possible_days());
  clash.set_certainty(certain.empty() ? reporting_v1::CLASH_CERTAINTY_POSSIBLE
                                      : reporting_v1::CLASH_CERTAINTY_CERTAIN);
  *clash.mutable_first() = Short(first.event);
  *clash.mutable_second() = Short(second.event);
  for (const std::string& a : first.event.mechanisms())
    for (const std::string& b : second.event.mechanisms())
      if (a == b) clash.add_shared_mechanisms(a);
  return clash;
}

void Sort(std::vector<reporting_v1::Clash>& clashes) {
  const auto key = [](const reporting_v1::Clash& clash) {
    const auto& days = clash.certain_days().empty() ? clash.possible_days()
                                                    : clash.certain_days();
    return std::tuple(clash.certainty(), days[0].first_day(),
                      days.rbegin()->last_day(), clash.first().key(),
                      clash.second().key());
  };
  std::sort(clashes.begin(), clashes.end(),
            [&](const auto& a, const auto& b) { return key(a) < key(b); });
}

// The events that are compared, in order; the others are counted.
std::vector<Expected> Compared(const Records& records,
                               reporting_v1::Clashes& answer) {
  std::vector<Expected> compared;
  const reporting_v1::Calendar calendar = ExpectedCalendar(records);
  for (const auto& event : calendar.events()) {
    Expected expected;
    expected.event = event;
    SetDays(expected);
    SetStates(records, expected);
    if (expected.possible.empty()) {
      answer.set_undated_event_count(answer.undated_event_count() + 1);
    } else if (expected.states.empty()) {
      answer.set_stateless_event_count(answer.stateless_event_count() + 1);
    } else {
      compared.push_back(std::move(expected));
    }
  }
  answer.set_compared_event_count(static_cast<int>(compared.size()));
  std::sort(compared.begin(), compared.end(), [](const auto& a, const auto& b) {
    return std::tuple(*a.possible.begin(), *a.possible.rbegin(),
                      a.event.key()) <
           std::tuple(*b.possible.begin(), *b.possible.rbegin(), b.event.key());
  });
  return compared;
}

// Calls visit(questionnaire) for those that count, by round, then mechanism.
template <class Visit>
void ForEachCounted(const Records& records, Visit visit) {
  std::map<std::pair<std::string, std::string>,
           const registry_v1::Questionnaire*>
      counted;
  for (const auto& [name, record] : records) {
    if (!record.has_questionnaire()) continue;
    const std::vector<std::string> parts = absl::StrSplit(name, '/');
    if (records.count(absl::StrCat("mechanisms/", parts[1])) != 0 &&
        records.count(absl::StrCat("rounds/", parts[3])) != 0)
      counted[{parts[3], parts[1]}] = &record.questionnaire();
  }
  for (const auto& [name, questionnaire] : counted) visit(*questionnaire);
}

}  // namespace

reporting_v1::Clashes ExpectedClashes(const Records& records) {
  reporting_v1::Clashes answer;
  const std::vector<Expected> compared = Compared(records, answer);
  std::vector<reporting_v1::Clash> clashes;
  std::set<size_t> clashing;
  for (size_t i = 0; i < compared.size(); ++i) {
    for (size_t j = i + 1; j < compared.size(); ++j) {
      reporting_v1::Clash clash = ClashOf(compared[i], compared[j]);
      if (clash.certain_days().empty() && clash.possible_days().empty())
        continue;
      clashing.insert({i, j});
      clashes.push_back(std::move(clash));
    }
  }
  Sort(clashes);
  for (const auto& clash : clashes) {
    const bool certain = !clash.certain_days().empty();
    answer.set_certain_count(answer.certain_count() + (certain ? 1 : 0));
    answer.set_possible_count(answer.possible_count() + (certain ? 0 : 1));
    *answer.add_clashes() = clash;
  }
  for (const size_t i : clashing) *answer.add_events() = compared[i].event;
  return answer;
}

reporting_v1::Projects ExpectedProjects(const Records& records) {
  reporting_v1::Projects answer;
  ForEachCounted(records, [&](const auto& questionnaire) {
    for (int i = 0; i < questionnaire.projects_size(); ++i) {
      auto& listed = *answer.add_projects();
      listed.set_questionnaire(questionnaire.name());
      listed.set_project_index(i);
      *listed.mutable_project() = questionnaire.projects(i);
    }
  });
  return answer;
}

reporting_v1::Publications ExpectedPublications(const Records& records) {
  reporting_v1::Publications answer;
  ForEachCounted(records, [&](const auto& questionnaire) {
    for (int i = 0; i < questionnaire.publications_size(); ++i) {
      auto& listed = *answer.add_publications();
      listed.set_questionnaire(questionnaire.name());
      listed.set_publication_index(i);
      *listed.mutable_publication() = questionnaire.publications(i);
    }
  });
  return answer;
}

}  // namespace compendium::tests
