// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/delivered_message.h"

#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "compendium/registry/v1/change.pb.h"
#include "lib/base/status_macros.h"
#include "services/registry/store/wire_format.h"

namespace compendium::tests {
namespace {

using registry::WireField;
using registry::WireReader;

absl::Status Malformed(absl::string_view what) {
  return absl::InvalidArgumentError(
      absl::StrCat("got bytes that are no ", what));
}

absl::StatusOr<DeliveredRecord> Shown(const registry::v1::Record& record) {
  switch (record.kind_case()) {
    case registry::v1::Record::kMechanism:
      return DeliveredRecord{record.mechanism().name(),
                             record.mechanism().revision()};
    case registry::v1::Record::kRound:
      return DeliveredRecord{record.round().name(), record.round().revision()};
    case registry::v1::Record::kQuestionnaire:
      return DeliveredRecord{record.questionnaire().name(),
                             record.questionnaire().revision()};
    case registry::v1::Record::KIND_NOT_SET:
      break;
  }
  return Malformed("record");
}

absl::StatusOr<DeliveredMessage> DecodeChange(absl::string_view bytes) {
  registry::v1::Change change;
  if (!change.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
    return Malformed("change");
  DeliveredMessage message{.kind = DeliveredMessage::Kind::kChange,
                           .revision = change.revision()};
  for (const registry::v1::RecordChange& record : change.records()) {
    ASSIGN_OR_RETURN(DeliveredRecord shown, Shown(record.record()));
    if (shown.name != record.name())
      return absl::InvalidArgumentError(absl::StrCat(
          "got a change of ", record.name(), " with ", shown.name));
    message.records.push_back(std::move(shown));
  }
  return message;
}

absl::StatusOr<DeliveredMessage> DecodePart(absl::string_view bytes) {
  DeliveredMessage message{.kind = DeliveredMessage::Kind::kSnapshotPart};
  for (WireReader reader(bytes); !reader.done();) {
    ASSIGN_OR_RETURN(const WireField field, reader.Next());
    registry::v1::Record record;
    if (!field.Is(1, WireField::kBytes) ||
        !record.ParseFromArray(field.bytes.data(),
                               static_cast<int>(field.bytes.size())))
      return Malformed("part of a snapshot");
    ASSIGN_OR_RETURN(DeliveredRecord shown, Shown(record));
    message.records.push_back(std::move(shown));
  }
  return message;
}

// SnapshotEnd or Progress, which is as its first field.
absl::StatusOr<DeliveredMessage> DecodeMark(DeliveredMessage::Kind kind,
                                            absl::string_view bytes) {
  DeliveredMessage message{.kind = kind};
  for (WireReader reader(bytes); !reader.done();) {
    ASSIGN_OR_RETURN(const WireField field, reader.Next());
    if (field.Is(1, WireField::kNumber))
      message.revision = static_cast<int64_t>(field.number);
    if (field.Is(2, WireField::kNumber))
      message.record_count = static_cast<int64_t>(field.number);
    if (field.Is(3, WireField::kBytes))
      message.sha256 = std::string(field.bytes);
  }
  return message;
}

}  // namespace

absl::StatusOr<DeliveredMessage> DecodeWatchResponse(absl::string_view bytes) {
  WireReader reader(bytes);
  if (reader.done()) return Malformed("WatchResponse");
  ASSIGN_OR_RETURN(const WireField event, reader.Next());
  if (!reader.done() || event.type != WireField::kBytes)
    return Malformed("WatchResponse with one event");
  switch (event.id) {
    case 1:
      return DecodePart(event.bytes);
    case 2:
      return DecodeMark(DeliveredMessage::Kind::kSnapshotEnd, event.bytes);
    case 3:
      return DecodeChange(event.bytes);
    case 4:
      return DecodeMark(DeliveredMessage::Kind::kProgress, event.bytes);
    default:
      return Malformed("WatchResponse of this release");
  }
}

TrueLog ReadTrueLog(const registry::Store& store) {
  TrueLog log;
  const int64_t last = store.LastRevision();
  for (int64_t revision = 1; revision <= last; ++revision) {
    const auto entry = store.ReadLogEntry(revision);
    CHECK(entry.ok());
    TrueRevision truth{.revision = revision};
    for (const registry::LoggedRecord& record : entry->records)
      truth.names.push_back(record.name);
    log.push_back(std::move(truth));
  }
  return log;
}

}  // namespace compendium::tests
