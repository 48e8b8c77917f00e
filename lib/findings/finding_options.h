// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

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

// The options that a round gives. Its year are the digits with which its id
// starts ("2016", "2016-2"), if they are a year from 1900 to 2199.
FindingOptions OptionsOf(const registry::v1::Round& round);

}  // namespace compendium
