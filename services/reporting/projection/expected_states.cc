// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/expected_states.h"

#include <algorithm>
#include <utility>

#include "lib/base/status_macros.h"
#include "lib/domain/country.h"
#include "lib/domain/resource_name.h"

namespace compendium::reporting {
namespace {

using registry::v1::Participant;
using registry::v1::Questionnaire;

bool IsState(const Participant& participant) {
  const auto code = CountryCode::Parse(participant.country_code());
  if (!code.ok()) return false;
  if (participant.kind() == registry::v1::PARTICIPANT_KIND_UNSPECIFIED)
    return code->kind() == CountryCode::Kind::kState;
  return participant.kind() == registry::v1::PARTICIPANT_KIND_STATE;
}

bool IsMember(const Participant& participant) {
  return participant.role() == registry::v1::PARTICIPANT_ROLE_MEMBER ||
         participant.role() == registry::v1::PARTICIPANT_ROLE_UNSPECIFIED;
}

bool ComesBefore(const ExpectedState& a, const ExpectedState& b) {
  return a.country_code() < b.country_code();
}

}  // namespace

const ExpectedStates& Attendance::Of(const EventGroup& event) {
  std::vector<std::string> names;
  for (const ToldEvent* told : event) {
    const std::string& name = told->questionnaire->record.name();
    if (names.empty() || names.back() != name) names.push_back(name);
  }
  const auto known = found_.find(names);
  if (known != found_.end()) return known->second;
  std::vector<const Questionnaire*> named;
  for (const std::string& text : names) {
    const auto name = QuestionnaireName::Parse(text);
    CHECK(name.ok());  // it is that of a kept record
    const Contribution kept = participation_.contributions.Find(*name);
    if (kept != nullptr) named.push_back(&kept->record);
  }
  return found_.emplace(std::move(names), Read(named)).first->second;
}

ExpectedStates Attendance::Read(
    const std::vector<const Questionnaire*>& named) const {
  ExpectedStates states;
  for (const Questionnaire* questionnaire : named) {
    for (int i = 0; i < questionnaire->participants_size(); ++i) {
      const Participant& participant = questionnaire->participants(i);
      if (Counts(participant))
        states.push_back({questionnaire, i, IsMember(participant)});
    }
  }
  std::stable_sort(states.begin(), states.end(), ComesBefore);
  return states;
}

bool Attendance::Counts(const Participant& participant) const {
  return IsState(participant) && (with_observers_ || IsMember(participant));
}

bool IsExpected(const ExpectedStates& states, absl::string_view country_code) {
  const auto found =
      std::lower_bound(states.begin(), states.end(), country_code,
                       [](const ExpectedState& state, absl::string_view code) {
                         return state.country_code() < code;
                       });
  return found != states.end() && found->country_code() == country_code;
}

}  // namespace compendium::reporting
