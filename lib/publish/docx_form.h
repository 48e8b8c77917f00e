// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "lib/publish/published_round.h"

namespace compendium {

// A form to be filled in by one mechanism.
struct PrefilledForm {
  std::string title;         // of the round that asks
  std::string due_day;       // YYYY-MM-DD; empty when there is none
  std::string from_title;    // of the round that participants and focus are of
  std::string written_time;  // YYYY-MM-DDThh:mm:ssZ; empty when not known
  // Heading, participants and focus areas of last time; the questions of this
  // one, without answers.
  PublishedSection section;
};

// The form of `section` for the round `asking`: profile of last time, questions
// of this time. `form` is what it asks.
PrefilledForm MakePrefilledForm(const PublishedRound& last,
                                const PublishedSection& section,
                                const registry::v1::Round& asking);

// The form as a Word document: what to do, what was said last time, and a table
// with an empty cell for each answer. Equal forms give equal bytes.
absl::StatusOr<std::string> WriteFormDocx(const PrefilledForm& form);

}  // namespace compendium
