// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "compendium/registry/v1/change.pb.h"
#include "services/reporting/projection/directory.h"
#include "services/reporting/projection/findings.h"
#include "services/reporting/projection/given_answers.h"
#include "services/reporting/projection/meeting_calendar.h"
#include "services/reporting/projection/participation.h"
#include "services/reporting/projection/projects.h"
#include "services/reporting/projection/publications.h"
#include "services/reporting/projection/saved_record.h"

namespace compendium::reporting {

// The state of all projections at one revision. A value; a copy costs a few
// pointers and never changes when the original does. To add a projection, add
// it here and a line to each function in projections.cc.
struct Projections {
  Directory directory;
  GivenAnswers answers;
  MeetingCalendar calendar;
  Participation participation;
  Projects projects;
  Publications publications;
  Findings findings;
};

// Raise it when what is kept of a record changes (Reduce in the projections,
// the checks behind Findings), or a projection is added: a checkpoint that was
// written with a lower one lacks what the records held then, and is not used.
inline constexpr uint32_t kStateVersion = 5;

// The state after a change: (state, change) → state. Depends on nothing else.
// DATA_LOSS when the change contradicts itself.
absl::StatusOr<Projections> Apply(Projections projections,
                                  const registry::v1::Change& change);

// Visits what a checkpoint holds of the state, each record once, by kind and
// within a kind always in the same order: equal states give equal visits.
void ForEachSaved(const Projections& projections, SavedRecordVisitor visit);

// Puts one saved record back; DATA_LOSS when it is not what its kind says.
absl::Status Restore(SavedKind kind, absl::string_view bytes,
                     Projections& projections);

// Identifies the state: SHA-256 over, for each saved record, one byte for its
// kind and the SHA-256 of its bytes; 32 bytes. Equal for equal states, however
// they were reached. Linear in the number of records, some 50 ns each.
std::string Sha256Of(const Projections& projections);

}  // namespace compendium::reporting
