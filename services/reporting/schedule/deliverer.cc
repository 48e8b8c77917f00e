// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/schedule/deliverer.h"

#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/base/log.h"
#include "lib/base/status_macros.h"
#include "lib/request/timestamp.h"
#include "services/reporting/archive/archived_reports.h"
#include "services/reporting/archive/report_events.h"
#include "services/reporting/schedule/attempts.h"
#include "services/reporting/schedule/delivery_store.h"
#include "services/reporting/schedule/limits.h"

namespace compendium::reporting {

Deliverer::Deliverer(ArchiveDatabase& database, const ObjectFolder& folder,
                     DeliverySender& folders, DeliverySender& http,
                     base::Clock& clock, std::string worker)
    : database_(database),
      folder_(folder),
      folders_(folders),
      http_(http),
      clock_(clock),
      worker_(std::move(worker)) {}

absl::Status Deliverer::Recover() {
  return database_.Write([this](SqliteDatabase& database) {
    return GiveDeliveriesBack(database, worker_, clock_.Now());
  });
}

absl::StatusOr<bool> Deliverer::Step() {
  ASSIGN_OR_RETURN(const std::optional<v1::Delivery> delivery,
                   database_.Write([this](SqliteDatabase& database) {
                     return TakeDelivery(database, worker_, clock_.Now());
                   }));
  if (!delivery.has_value()) return false;
  const absl::Status sent = Send(*delivery);
  RETURN_IF_ERROR(Record(*delivery, sent));
  return true;
}

absl::Status Deliverer::Send(const v1::Delivery& delivery) {
  DeliveredReport delivered;
  RETURN_IF_ERROR(database_.Read([&](SqliteDatabase& database) -> absl::Status {
    ASSIGN_OR_RETURN(delivered.report, FindReport(database, delivery.report()));
    return absl::OkStatus();
  }));
  for (const v1::ReportFile& file : delivered.report.files()) {
    ASSIGN_OR_RETURN(delivered.files.emplace_back(),
                     folder_.Get(file.sha256()));
  }
  DeliverySender& sender = delivery.target().has_http() ? http_ : folders_;
  return sender.Send(delivery, delivered);
}

absl::Status Deliverer::Record(v1::Delivery delivery,
                               const absl::Status& sent) {
  const absl::Time now = clock_.Now();
  v1::ReportEvent event;
  delivery.clear_next_attempt_time();
  if (sent.ok()) {
    delivery.set_state(v1::DELIVERY_STATE_DELIVERED);
    delivery.clear_error();
    *event.mutable_delivered() = delivery;
  } else {
    base::Log(base::Severity::kWarning, "delivery_failed",
              {{"report", delivery.report()},
               {"target", absl::StrCat(delivery.target_index())},
               {"attempt", absl::StrCat(delivery.attempt_count())},
               {"error", ErrorText(sent)}});
    delivery.set_error(ErrorText(sent));
    if (IsForGood(sent) || delivery.attempt_count() >= kDeliveryAttemptsMax) {
      delivery.set_state(v1::DELIVERY_STATE_FAILED);
      *event.mutable_delivery_failed() = delivery;
    } else {
      SetTimestamp(now + PauseAfter(delivery.attempt_count(),
                                    kDeliveryRetryFirst, kDeliveryRetryLongest),
                   *delivery.mutable_next_attempt_time());
    }
  }
  return database_.Write([&](SqliteDatabase& database) -> absl::Status {
    ASSIGN_OR_RETURN(
        const v1::Delivery known,
        FindDelivery(database, delivery.report(), delivery.target_index()));
    // Another worker was faster, after this one had been slow.
    if (known.state() != v1::DELIVERY_STATE_PENDING) return absl::OkStatus();
    RETURN_IF_ERROR(UpdateDelivery(database, delivery));
    if (event.kind_case() == v1::ReportEvent::KIND_NOT_SET)
      return absl::OkStatus();
    return AddEvent(database, event, now);
  });
}

}  // namespace compendium::reporting
