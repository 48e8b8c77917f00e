// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/schedule/delivery_store.h"

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "services/reporting/archive/archived_reports.h"
#include "services/reporting/archive/row_content.h"
#include "services/reporting/projection/not_found.h"
#include "services/reporting/schedule/limits.h"

namespace compendium::reporting {
namespace {

// 0 when there is no next attempt.
int64_t NextAttempt(const v1::Delivery& delivery) {
  return delivery.has_next_attempt_time() ? Micros(delivery.next_attempt_time())
                                          : 0;
}

}  // namespace

absl::Status AddDelivery(SqliteDatabase& database,
                         const v1::Delivery& delivery) {
  ASSIGN_OR_RETURN(const int64_t sequence,
                   SequenceOf(database, delivery.report()));
  const std::string content = SerializeDeterministic(delivery);
  return database
      .Change("INSERT INTO delivery VALUES(?, ?, ?, ?, ?, '', ?)",
              {delivery.report(), sequence, int64_t{delivery.target_index()},
               int64_t{delivery.state()}, NextAttempt(delivery),
               SqliteBytes{content}})
      .status();
}

absl::StatusOr<v1::Delivery> FindDelivery(SqliteDatabase& database,
                                          absl::string_view report,
                                          int target_index) {
  absl::StatusOr<v1::Delivery> found =
      NotFound("report", absl::StrCat(report, " to target ", target_index));
  RETURN_IF_ERROR(database.Query(
      "SELECT content FROM delivery WHERE report = ? AND target = ?",
      {report, int64_t{target_index}}, [&](const SqliteRow& row) {
        found = MessageIn<v1::Delivery>(row, 0);
        return absl::OkStatus();
      }));
  return found;
}

absl::Status UpdateDelivery(SqliteDatabase& database,
                            const v1::Delivery& delivery,
                            absl::string_view worker) {
  const std::string content = SerializeDeterministic(delivery);
  ASSIGN_OR_RETURN(
      const int64_t changed,
      database.Change("UPDATE delivery SET state = ?, next_attempt = ?, worker "
                      "= ?, content = ? WHERE report = ? AND target = ?",
                      {int64_t{delivery.state()}, NextAttempt(delivery), worker,
                       SqliteBytes{content}, delivery.report(),
                       int64_t{delivery.target_index()}}));
  CHECK(changed == 1);
  return absl::OkStatus();
}

absl::StatusOr<std::optional<v1::Delivery>> TakeDelivery(
    SqliteDatabase& database, absl::string_view worker, absl::Time now) {
  std::optional<v1::Delivery> delivery;
  RETURN_IF_ERROR(database.Query(
      "SELECT content FROM delivery WHERE state = ? AND next_attempt <= ? "
      "ORDER BY next_attempt, sequence, target LIMIT 1",
      {int64_t{v1::DELIVERY_STATE_PENDING}, Micros(now)},
      [&](const SqliteRow& row) -> absl::Status {
        ASSIGN_OR_RETURN(delivery, MessageIn<v1::Delivery>(row, 0));
        return absl::OkStatus();
      }));
  if (!delivery.has_value()) return delivery;
  delivery->set_attempt_count(delivery->attempt_count() + 1);
  SetTimestamp(now + kAttemptTime, *delivery->mutable_next_attempt_time());
  RETURN_IF_ERROR(UpdateDelivery(database, *delivery, worker));
  return delivery;
}

absl::Status GiveDeliveriesBack(SqliteDatabase& database,
                                absl::string_view worker, absl::Time now) {
  std::vector<v1::Delivery> deliveries;
  RETURN_IF_ERROR(
      database.Query("SELECT content FROM delivery WHERE worker = ?", {worker},
                     [&](const SqliteRow& row) -> absl::Status {
                       ASSIGN_OR_RETURN(deliveries.emplace_back(),
                                        MessageIn<v1::Delivery>(row, 0));
                       return absl::OkStatus();
                     }));
  for (v1::Delivery& delivery : deliveries) {
    SetTimestamp(now, *delivery.mutable_next_attempt_time());
    RETURN_IF_ERROR(UpdateDelivery(database, delivery));
  }
  return absl::OkStatus();
}

absl::StatusOr<std::vector<v1::Delivery>> ListDeliveries(
    SqliteDatabase& database, const DeliveryFilter& filter) {
  std::vector<v1::Delivery> deliveries;
  RETURN_IF_ERROR(database.Query(
      "SELECT content FROM delivery WHERE (?1 = '' OR report = ?1) AND (?2 = 0 "
      "OR state = ?2) AND (sequence < ?3 OR (sequence = ?3 AND target > ?4)) "
      "ORDER BY sequence DESC, target LIMIT ?5",
      {filter.report, int64_t{filter.state}, filter.before_sequence,
       int64_t{filter.after_target}, int64_t{filter.count}},
      [&](const SqliteRow& row) -> absl::Status {
        ASSIGN_OR_RETURN(deliveries.emplace_back(),
                         MessageIn<v1::Delivery>(row, 0));
        return absl::OkStatus();
      }));
  return deliveries;
}

}  // namespace compendium::reporting
