// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "compendium/registry/v1/round.pb.h"

namespace compendium {

// What checks must be told about the round of a questionnaire. Findings follow
// from records alone: no check knows today's date.
struct FindingOptions {
  // The year of the round; 0 when its id is no year. Then nothing is judged by
  // its date.
  int round_year = 0;
  // Round.due_day: the day by which answers were due, YYYY-MM-DD, or empty.
  std::string due_day;
  // Round.form; without questions nothing is judged by the form.
  registry::v1::Form form;
};

// The year of a round: the digits with which its id starts ("2016", "2016-2"),
// if they are a year from 1900 to 2199; else 0.
int YearOfRound(absl::string_view round_id);

// The options that a round gives.
FindingOptions OptionsOf(const registry::v1::Round& round);

// The day against which dates are held: the round's due day; without one the
// first day of its year, because what was over then was over for everybody who
// answered. Nothing when the round has neither.
std::optional<absl::CivilDay> JudgedDay(const FindingOptions& options);

}  // namespace compendium
