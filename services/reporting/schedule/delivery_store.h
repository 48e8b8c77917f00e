// SPDX-License-Identifier: Apache-2.0
// Reports on their way to the targets of their schedules. These run within a
// read or write of the ArchiveDatabase.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "compendium/reporting/v1/delivery.pb.h"
#include "lib/sqlite/sqlite_database.h"

namespace compendium::reporting {

// The report must be in the archive. ALREADY_EXISTS when it has a delivery to
// that target.
absl::Status AddDelivery(SqliteDatabase& database,
                         const v1::Delivery& delivery);

// NOT_FOUND when the report has no such delivery.
absl::StatusOr<v1::Delivery> FindDelivery(SqliteDatabase& database,
                                          absl::string_view report,
                                          int target_index);

// Replaces what is known of a delivery that was added. `worker` is still at it,
// if it is named.
absl::Status UpdateDelivery(SqliteDatabase& database,
                            const v1::Delivery& delivery,
                            absl::string_view worker = "");

// The PENDING delivery whose attempt is due longest, taken by `worker` as a run
// is (run_store.h).
absl::StatusOr<std::optional<v1::Delivery>> TakeDelivery(
    SqliteDatabase& database, absl::string_view worker, absl::Time now);

// Gives back what `worker` took and did not end, because it crashed.
absl::Status GiveDeliveriesBack(SqliteDatabase& database,
                                absl::string_view worker, absl::Time now);

struct DeliveryFilter {
  std::string report = {};                                   // empty for all
  v1::DeliveryState state = v1::DELIVERY_STATE_UNSPECIFIED;  // for all
  // Only deliveries of reports that came into the archive before this one of
  // its order, or of it and after this target.
  int64_t before_sequence = INT64_MAX;
  int after_target = -1;
  int count = 0;
};

// The deliveries that pass the filter, those of the newest report first.
absl::StatusOr<std::vector<v1::Delivery>> ListDeliveries(
    SqliteDatabase& database, const DeliveryFilter& filter);

}  // namespace compendium::reporting
