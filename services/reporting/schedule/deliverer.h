// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "compendium/reporting/v1/delivery.pb.h"
#include "lib/base/clock.h"
#include "services/reporting/archive/archive_database.h"
#include "services/reporting/archive/object_folder.h"
#include "services/reporting/schedule/delivery_sender.h"

namespace compendium::reporting {

// Brings the reports of schedules to their targets, each at least once: a
// receiver may see one again after a crash, and can tell. What no attempt
// brings becomes a dead letter. For one thread.
class Deliverer {
 public:
  // All must outlive the deliverer. `worker` as ScheduleRunner's.
  Deliverer(ArchiveDatabase& database, const ObjectFolder& folder,
            DeliverySender& folders, DeliverySender& http, base::Clock& clock,
            std::string worker);

  // Gives back what this worker had begun when it was killed. Before the first
  // Step.
  absl::Status Recover();

  // Makes one attempt; whether there was one to make. Errors are those of the
  // archive: that a report does not arrive is written into its delivery.
  absl::StatusOr<bool> Step();

 private:
  absl::Status Send(const v1::Delivery& delivery);
  absl::Status Record(v1::Delivery delivery, const absl::Status& sent);

  ArchiveDatabase& database_;
  const ObjectFolder& folder_;
  DeliverySender& folders_;
  DeliverySender& http_;
  base::Clock& clock_;
  const std::string worker_;
};

}  // namespace compendium::reporting
