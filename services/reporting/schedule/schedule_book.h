// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "compendium/reporting/v1/schedule.pb.h"
#include "lib/base/clock.h"
#include "services/reporting/archive/archive_database.h"

namespace compendium::reporting {

// Who changes a schedule and why.
struct ScheduleAuthor {
  std::string author;
  std::string reason;
};

// The schedules of an archive: every change is a new version, nothing is lost.
// Each takes a schedule that has passed CheckSchedule. Any thread.
class ScheduleBook {
 public:
  // Both must outlive the book.
  ScheduleBook(ArchiveDatabase& database, const base::Clock& clock)
      : database_(database), clock_(clock) {}

  // Adds a schedule under that id. ALREADY_EXISTS when there was ever one;
  // RESOURCE_EXHAUSTED when there are kSchedulesMax.
  absl::StatusOr<v1::Schedule> Create(absl::string_view id,
                                      v1::Schedule schedule,
                                      const ScheduleAuthor& author);

  // Replaces the content. NOT_FOUND when there is none of that name or it is
  // deleted; ABORTED with reason ETAG_MISMATCH when `schedule` has an etag that
  // is not that of the latest version. What was due before becomes runs of the
  // version before.
  absl::StatusOr<v1::Schedule> Update(v1::Schedule schedule,
                                      const ScheduleAuthor& author);

  // Ends a schedule. Errors as Update's.
  absl::StatusOr<v1::Schedule> Delete(absl::string_view name,
                                      absl::string_view etag,
                                      const ScheduleAuthor& author);

 private:
  absl::StatusOr<v1::Schedule> Replace(absl::string_view name,
                                       absl::string_view etag,
                                       v1::Schedule content,
                                       const ScheduleAuthor& author);

  ArchiveDatabase& database_;
  const base::Clock& clock_;
};

}  // namespace compendium::reporting
