// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "compendium/registry/v1/questionnaire.pb.h"
#include "services/reporting/projection/event_merge.h"
#include "services/reporting/projection/participation.h"

namespace compendium::reporting {

// One reason why a State is expected. Borrows from the participants.
struct ExpectedState {
  const registry::v1::Questionnaire* questionnaire;
  int participant_index;
  bool is_member;  // or its capacity is not said

  const registry::v1::Participant& participant() const {
    return questionnaire->participants(participant_index);
  }
  absl::string_view country_code() const {
    return participant().country_code();
  }
};

// By country code, then questionnaire and position.
using ExpectedStates = std::vector<ExpectedState>;

// Who is expected at which event: the States among the participants of each
// questionnaire that tells of it. A State is what the record calls one, or
// where it does not say, what has the code of one. Members count, and whose
// capacity is not said; observers and partners only when they are asked for:
// they may come, but nobody waits for them. Borrows the participants. Not
// thread-safe: it keeps what it has found.
class Attendance {
 public:
  Attendance(const Participation& participation, bool with_observers)
      : participation_(participation), with_observers_(with_observers) {}

  // Valid as long as this object. Events told by the same questionnaires have
  // the same.
  const ExpectedStates& Of(const EventGroup& event);

 private:
  ExpectedStates Read(
      const std::vector<const registry::v1::Questionnaire*>& named) const;
  bool Counts(const registry::v1::Participant& participant) const;

  const Participation& participation_;
  const bool with_observers_;
  // By the names of the questionnaires, in order.
  std::map<std::vector<std::string>, ExpectedStates> found_;
};

// Whether the State is among them.
bool IsExpected(const ExpectedStates& states, absl::string_view country_code);

}  // namespace compendium::reporting
