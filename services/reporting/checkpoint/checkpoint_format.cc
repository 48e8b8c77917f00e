// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/checkpoint/checkpoint_format.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "lib/base/sha256.h"
#include "lib/base/status_macros.h"
#include "lib/request/timestamp.h"
#include "services/reporting/limits.h"

namespace compendium::reporting {
namespace {

constexpr absl::string_view kMagic = "CMPDCKPT";
constexpr uint32_t kVersion = 3;
constexpr size_t kSumSize = 32;
constexpr char kEnd = '\0';

// All of a file but its records.
constexpr size_t kFrameBytesMax = 256;
static_assert(kMagic.size() + 4 * sizeof(uint32_t) + kStoreIdBytesMax +
                  2 * sizeof(uint64_t) + kLogHashBytes + sizeof(kEnd) +
                  2 * kSumSize <=
              kFrameBytesMax);

template <class Integer>
void AppendInteger(Integer value, std::string& bytes) {
  for (size_t i = 0; i < sizeof(Integer); ++i)
    bytes.push_back(static_cast<char>((value >> (8 * i)) & 0xff));
}

void AppendText(absl::string_view text, std::string& bytes) {
  AppendInteger(static_cast<uint32_t>(text.size()), bytes);
  absl::StrAppend(&bytes, text);
}

absl::Status Damaged(absl::string_view what) {
  return absl::DataLossError(absl::StrCat("checkpoint: got ", what));
}

// Reads a file's bytes from front to back; each read fails with DATA_LOSS when
// they do not suffice.
class Reader {
 public:
  explicit Reader(absl::string_view bytes) : bytes_(bytes) {}

  absl::StatusOr<absl::string_view> Bytes(size_t size) {
    if (bytes_.size() < size) return Damaged("a file that ends too early");
    const absl::string_view read = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return read;
  }

  template <class Integer>
  absl::StatusOr<Integer> Int() {
    ASSIGN_OR_RETURN(const absl::string_view read, Bytes(sizeof(Integer)));
    Integer value = 0;
    for (size_t i = sizeof(Integer); i-- > 0;)
      value = static_cast<Integer>(
          value << 8 |
          static_cast<Integer>(static_cast<unsigned char>(read[i])));
    return value;
  }

  absl::StatusOr<absl::string_view> Text(uint32_t size_max) {
    ASSIGN_OR_RETURN(const uint32_t size, Int<uint32_t>());
    if (size > size_max) return Damaged("an item that is too large");
    return Bytes(size);
  }

  bool at_end() const { return bytes_.empty(); }

 private:
  absl::string_view bytes_;
};

// Splits the sum off and compares it.
absl::StatusOr<absl::string_view> CheckedBody(absl::string_view bytes) {
  if (bytes.size() < kMagic.size() + kSumSize)
    return Damaged("a file that ends too early");
  const absl::string_view body = bytes.substr(0, bytes.size() - kSumSize);
  if (base::Sha256({body}) != bytes.substr(body.size()))
    return Damaged("bytes that are not those of their SHA-256");
  return body;
}

// Whether a file of the version `got` is to be read by this release.
absl::Status CheckVersion(absl::string_view field, uint32_t got,
                          uint32_t want) {
  if (got == want) return absl::OkStatus();
  return absl::Status(
      got < want ? absl::StatusCode::kFailedPrecondition
                 : absl::StatusCode::kUnimplemented,
      absl::StrCat("checkpoint.", field, ": got ", got, ", want ", want));
}

// The times that a google.protobuf.Timestamp can hold.
constexpr absl::Time kFirstTime = absl::FromUnixSeconds(-62135596800);
constexpr absl::Time kTimeEnd = absl::FromUnixSeconds(253402300800);
constexpr uint32_t kNanosEnd = 1'000'000'000;

// Whether DecodeCheckpoint will take a file with this header.
absl::Status CheckHeader(const Snapshot& snapshot) {
  if (snapshot.store_id.empty() || snapshot.store_id.size() > kStoreIdBytesMax)
    return absl::FailedPreconditionError(
        absl::StrCat("checkpoint.store_id: got ", snapshot.store_id.size(),
                     " bytes, want 1 to ", kStoreIdBytesMax));
  if (snapshot.revision < 1)
    return absl::FailedPreconditionError(absl::StrCat(
        "checkpoint.revision: got ", snapshot.revision, ", want 1 or more"));
  if (snapshot.hash.size() != kLogHashBytes)
    return absl::FailedPreconditionError(
        absl::StrCat("checkpoint.hash: got ", snapshot.hash.size(),
                     " bytes, want ", kLogHashBytes));
  if (snapshot.commit_time < kFirstTime || snapshot.commit_time >= kTimeEnd)
    return absl::FailedPreconditionError(absl::StrCat(
        "checkpoint.commit_time: got ",
        absl::FormatTime(snapshot.commit_time, absl::UTCTimeZone()),
        ", want one of the years 1 to 9999"));
  return absl::OkStatus();
}

// The bytes of the records in the file. RESOURCE_EXHAUSTED when one or all of
// them are more than is read.
absl::StatusOr<size_t> RecordBytes(const Projections& projections) {
  size_t sum = 0;
  size_t largest = 0;
  ForEachSaved(projections, [&](const SavedRecord& saved) {
    const size_t size = saved.message.ByteSizeLong();
    sum += sizeof(uint8_t) + sizeof(uint32_t) + size;
    largest = std::max(largest, size);
  });
  if (largest > kCheckpointRecordBytesMax)
    return absl::ResourceExhaustedError(
        absl::StrCat("checkpoint.record: got ", largest, " bytes, want ",
                     kCheckpointRecordBytesMax, " at most"));
  if (sum > kCheckpointBytesMax - kFrameBytesMax)
    return absl::ResourceExhaustedError(
        absl::StrCat("checkpoint: got ", sum, " bytes of records, want ",
                     kCheckpointBytesMax - kFrameBytesMax, " at most"));
  return sum;
}

// Reads what stands before the records; the versions have been read.
absl::StatusOr<Snapshot> ReadHeader(Reader& reader) {
  Snapshot snapshot;
  ASSIGN_OR_RETURN(const absl::string_view store_id,
                   reader.Text(kStoreIdBytesMax));
  snapshot.store_id = std::string(store_id);
  ASSIGN_OR_RETURN(const uint64_t revision, reader.Int<uint64_t>());
  snapshot.revision = static_cast<int64_t>(revision);
  ASSIGN_OR_RETURN(const absl::string_view hash, reader.Bytes(kLogHashBytes));
  snapshot.hash = std::string(hash);
  ASSIGN_OR_RETURN(const uint64_t seconds, reader.Int<uint64_t>());
  ASSIGN_OR_RETURN(const uint32_t nanos, reader.Int<uint32_t>());
  if (nanos >= kNanosEnd) return Damaged("a time that is none");
  snapshot.commit_time = absl::FromUnixSeconds(static_cast<int64_t>(seconds)) +
                         absl::Nanoseconds(nanos);
  const absl::Status status = CheckHeader(snapshot);
  if (!status.ok()) return absl::DataLossError(status.message());
  return snapshot;
}

// Restores the records and returns the sum of what was read, in the order of
// the file.
absl::StatusOr<std::string> ReadRecords(Reader& reader,
                                        Projections& projections) {
  std::string digests;
  while (true) {
    ASSIGN_OR_RETURN(const uint8_t kind, reader.Int<uint8_t>());
    if (kind == kEnd) return base::Sha256({digests});
    ASSIGN_OR_RETURN(const absl::string_view message,
                     reader.Text(kCheckpointRecordBytesMax));
    digests.push_back(static_cast<char>(kind));
    absl::StrAppend(&digests, base::Sha256({message}));
    RETURN_IF_ERROR(
        Restore(static_cast<SavedKind>(kind), message, projections));
  }
}

}  // namespace

absl::StatusOr<std::string> EncodeCheckpoint(const Snapshot& snapshot) {
  RETURN_IF_ERROR(CheckHeader(snapshot));
  ASSIGN_OR_RETURN(const size_t record_bytes,
                   RecordBytes(snapshot.projections));
  std::string bytes;
  bytes.reserve(record_bytes + kFrameBytesMax);  // it never grows
  absl::StrAppend(&bytes, kMagic);
  AppendInteger(kVersion, bytes);
  AppendInteger(kStateVersion, bytes);
  AppendText(snapshot.store_id, bytes);
  AppendInteger(static_cast<uint64_t>(snapshot.revision), bytes);
  absl::StrAppend(&bytes, snapshot.hash);
  google::protobuf::Timestamp commit_time;
  SetTimestamp(snapshot.commit_time, commit_time);
  AppendInteger(static_cast<uint64_t>(commit_time.seconds()), bytes);
  AppendInteger(static_cast<uint32_t>(commit_time.nanos()), bytes);
  ForEachSaved(snapshot.projections, [&](const SavedRecord& saved) {
    AppendInteger(static_cast<uint8_t>(saved.kind), bytes);
    AppendText(CanonicalBytes(saved.message), bytes);
  });
  bytes.push_back(kEnd);
  absl::StrAppend(&bytes, Sha256Of(snapshot.projections));
  absl::StrAppend(&bytes, base::Sha256({bytes}));
  return bytes;
}

absl::StatusOr<Snapshot> DecodeCheckpoint(absl::string_view bytes) {
  if (bytes.substr(0, kMagic.size()) != kMagic)
    return Damaged("a file that is no checkpoint");
  ASSIGN_OR_RETURN(const absl::string_view body, CheckedBody(bytes));
  Reader reader(body.substr(kMagic.size()));
  ASSIGN_OR_RETURN(const uint32_t version, reader.Int<uint32_t>());
  RETURN_IF_ERROR(CheckVersion("version", version, kVersion));
  ASSIGN_OR_RETURN(const uint32_t state_version, reader.Int<uint32_t>());
  RETURN_IF_ERROR(CheckVersion("state_version", state_version, kStateVersion));

  ASSIGN_OR_RETURN(Snapshot snapshot, ReadHeader(reader));
  ASSIGN_OR_RETURN(const std::string sum,
                   ReadRecords(reader, snapshot.projections));
  ASSIGN_OR_RETURN(const absl::string_view state, reader.Bytes(kSumSize));
  if (!reader.at_end()) return Damaged("bytes after its end");
  if (state != sum || sum != Sha256Of(snapshot.projections))
    return Damaged("records that do not give the state they were saved from");
  return snapshot;
}

}  // namespace compendium::reporting
