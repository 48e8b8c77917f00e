// SPDX-License-Identifier: Apache-2.0
#include "services/registry/record_wire.h"

#include <google/protobuf/io/coded_stream.h>

#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "lib/request/error_details.h"
#include "services/registry/record_kind.h"
#include "services/registry/store/wire_format.h"

namespace compendium::registry {
namespace {

using google::protobuf::io::CodedOutputStream;

// Field numbers of the messages that are written here.
constexpr uint32_t kResponseRecord = 1;
constexpr uint32_t kResponseRevision = 2;
constexpr uint32_t kResponsePageToken = 3;
constexpr uint32_t kWatchSnapshotPart = 1;
constexpr uint32_t kWatchSnapshotEnd = 2;
constexpr uint32_t kWatchChange = 3;
constexpr uint32_t kWatchProgress = 4;

constexpr uint32_t TagOf(uint32_t field) { return field << 3 | 2; }

void AppendNumber(uint32_t field, int64_t number, std::string& out) {
  AppendNumberField(field, static_cast<uint64_t>(number), out);
}

// What stands before a message of `size` bytes, also of none.
void AppendHeader(uint32_t field, size_t size, std::string& out) {
  uint8_t bytes[20];
  uint8_t* end = CodedOutputStream::WriteVarint32ToArray(TagOf(field), bytes);
  end = CodedOutputStream::WriteVarint64ToArray(size, end);
  out.append(reinterpret_cast<const char*>(bytes),
             static_cast<size_t>(end - bytes));
}

size_t SizeWithHeader(uint32_t field, size_t size) {
  return CodedOutputStream::VarintSize32(TagOf(field)) +
         CodedOutputStream::VarintSize64(size) + size;
}

void AppendMessage(uint32_t field, absl::string_view message,
                   std::string& out) {
  AppendHeader(field, message.size(), out);
  out.append(message.data(), message.size());
}

void AppendTime(uint32_t field, absl::Time time, std::string& out) {
  const int64_t seconds = absl::ToUnixSeconds(time);
  const int64_t nanos =
      (time - absl::FromUnixSeconds(seconds)) / absl::Nanoseconds(1);
  std::string timestamp;
  AppendNumber(1, seconds, timestamp);
  AppendNumber(2, nanos, timestamp);
  AppendMessage(field, timestamp, out);
}

// A record as it will be written: the stored value, which is not copied before
// its place is known, and the output-only fields that follow it.
struct RecordParts {
  explicit RecordParts(const RecordVersion& version) : value(version.value) {
    const RecordHead& head = version.head;
    AppendBytesField(kEtagField, EtagOf(head.revision), tail);
    AppendNumber(kRevisionField, head.revision, tail);
    AppendTime(kCreateTimeField, head.create_time, tail);
    AppendTime(kUpdateTimeField, head.update_time, tail);
    if (head.deleted()) AppendTime(kDeleteTimeField, head.update_time, tail);
  }

  size_t size() const { return value.size() + tail.size(); }
  void AppendTo(std::string& out) const {
    out.append(value.data(), value.size());
    out.append(tail);
  }

  absl::string_view value;
  std::string tail;
};

// The records as fields `field` of `out`.
void AppendRecords(uint32_t field, absl::Span<const RecordVersion> versions,
                   std::string& out) {
  for (const RecordVersion& version : versions) {
    const RecordParts record(version);
    AppendHeader(field, record.size(), out);
    record.AppendTo(out);
  }
}

size_t SizeOfRecords(absl::Span<const RecordVersion> versions) {
  size_t size = 64;
  for (const RecordVersion& version : versions)
    size += version.value.size() + 128;
  return size;
}

// compendium.registry.v1.Record with one record in its oneof.
void AppendTaggedRecord(uint32_t field, const RecordVersion& version,
                        std::string& out) {
  const RecordParts record(version);
  const auto kind = static_cast<uint32_t>(KindOfName(version.name));
  AppendHeader(field, SizeWithHeader(kind, record.size()), out);
  AppendHeader(kind, record.size(), out);
  record.AppendTo(out);
}

// compendium.registry.v1.RecordChange as a field 7 of a Change.
void AppendRecordChange(const RecordVersion& version, std::string& out) {
  std::string record_change;
  record_change.reserve(SizeOfRecords({&version, 1}) + version.name.size());
  AppendBytesField(1, version.name, record_change);
  AppendNumber(2, static_cast<int64_t>(version.head.kind), record_change);
  AppendTaggedRecord(3, version, record_change);
  AppendMessage(7, record_change, out);
}

std::string Framed(uint32_t field, absl::string_view message) {
  std::string out;
  out.reserve(SizeWithHeader(field, message.size()));
  AppendMessage(field, message, out);
  return out;
}

}  // namespace

std::string EtagOf(int64_t revision) {
  return absl::StrCat("\"", revision, "\"");
}

absl::StatusOr<int64_t> ParseEtag(absl::string_view etag,
                                  absl::string_view field_path) {
  int64_t revision = 0;
  if (etag.size() > 2 &&
      absl::SimpleAtoi(etag.substr(1, etag.size() - 2), &revision) &&
      revision > 0 && EtagOf(revision) == etag)
    return revision;
  return InvalidField(field_path,
                      "got text that is no etag, want one as the registry "
                      "returned it, with its quotes");
}

std::string EncodeRecord(const RecordVersion& version) {
  const RecordParts record(version);
  std::string out;
  out.reserve(record.size());
  record.AppendTo(out);
  return out;
}

GetResponsePieces EncodeGetResponse(const RecordVersion& version,
                                    int64_t revision) {
  RecordParts record(version);
  GetResponsePieces pieces;
  AppendHeader(kResponseRecord, record.size(), pieces.front);
  pieces.value = version.value;
  pieces.back = std::move(record.tail);
  AppendNumber(kResponseRevision, revision, pieces.back);
  return pieces;
}

std::string EncodeListResponse(absl::Span<const RecordVersion> versions,
                               int64_t revision,
                               absl::string_view next_page_token) {
  std::string out;
  out.reserve(SizeOfRecords(versions) + next_page_token.size());
  AppendRecords(kResponseRecord, versions, out);
  AppendNumber(kResponseRevision, revision, out);
  AppendBytesField(kResponsePageToken, next_page_token, out);
  return out;
}

std::string EncodeWriteResponse(absl::string_view name, const RecordHead& head,
                                int64_t revision) {
  std::string version;
  AppendBytesField(1, name, version);
  AppendBytesField(2, EtagOf(head.revision), version);
  AppendNumber(3, head.revision, version);
  AppendTime(4, head.create_time, version);
  AppendTime(5, head.update_time, version);
  if (head.deleted()) AppendTime(6, head.update_time, version);
  std::string out;
  AppendMessage(1, version, out);
  AppendNumber(2, revision, out);
  return out;
}

std::string EncodeWatchChange(const LoggedChange& change) {
  const LogEntry& entry = change.entry;
  std::string message;
  message.reserve(SizeOfRecords(change.versions) + 1024);
  AppendNumber(1, entry.revision, message);
  AppendTime(2, entry.commit_time, message);
  AppendBytesField(3, entry.author, message);
  AppendBytesField(4, entry.reason, message);
  AppendBytesField(5, entry.request_id, message);
  AppendBytesField(6, entry.hash, message);
  for (const RecordVersion& version : change.versions)
    AppendRecordChange(version, message);
  return Framed(kWatchChange, message);
}

std::string EncodeWatchSnapshotPart(absl::Span<const RecordVersion> versions) {
  std::string message;
  message.reserve(SizeOfRecords(versions));
  for (const RecordVersion& version : versions)
    AppendTaggedRecord(1, version, message);
  return Framed(kWatchSnapshotPart, message);
}

std::string EncodeWatchSnapshotEnd(int64_t revision, int64_t record_count,
                                   absl::string_view sha256,
                                   absl::string_view hash) {
  std::string message;
  AppendNumber(1, revision, message);
  AppendNumber(2, record_count, message);
  AppendBytesField(3, sha256, message);
  AppendBytesField(4, hash, message);
  return Framed(kWatchSnapshotEnd, message);
}

std::string EncodeWatchProgress(int64_t revision) {
  std::string message;
  AppendNumber(1, revision, message);
  return Framed(kWatchProgress, message);
}

}  // namespace compendium::registry
