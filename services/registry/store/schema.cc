// SPDX-License-Identifier: Apache-2.0
#include "services/registry/store/schema.h"

#include <algorithm>
#include <limits>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "lib/base/big_endian.h"
#include "lib/base/status_macros.h"
#include "services/registry/store/log_entry.h"

namespace compendium::registry {
namespace {

using base::AppendBigEndian;
using base::FromBigEndian;

constexpr size_t kFactsBytes = 1 + 3 * 8;
constexpr size_t kStoreIdBytes = 32;

// What follows a name in the keys of heads.
constexpr size_t kHeadKeyEndBytes = 1 + 8;

absl::Status Damaged(absl::string_view what) {
  return absl::DataLossError(what);
}

// A number that is not negative, in eight bytes.
absl::StatusOr<int64_t> DecodePositive(absl::string_view what,
                                       absl::string_view bytes) {
  if (bytes.size() != 8)
    return Damaged(
        absl::StrCat(what, ": got ", bytes.size(), " bytes, want 8"));
  const uint64_t number = FromBigEndian(bytes);
  if (number > uint64_t{std::numeric_limits<int64_t>::max()})
    return Damaged(absl::StrCat(what, ": above int64"));
  return static_cast<int64_t>(number);
}

void AppendFacts(const RecordHead& head, std::string& out) {
  out += static_cast<char>(head.kind);
  AppendBigEndian(static_cast<uint64_t>(head.create_revision), 8, out);
  AppendBigEndian(static_cast<uint64_t>(absl::ToUnixMicros(head.create_time)),
                  8, out);
  AppendBigEndian(static_cast<uint64_t>(absl::ToUnixMicros(head.update_time)),
                  8, out);
}

// `facts` has kFactsBytes.
absl::StatusOr<RecordHead> DecodeFacts(int64_t revision,
                                       absl::string_view facts) {
  RecordHead head;
  head.revision = revision;
  const auto kind = static_cast<unsigned char>(facts[0]);
  if (kind < static_cast<int>(ChangeKind::kCreated) ||
      kind > static_cast<int>(ChangeKind::kUndeleted))
    return Damaged(absl::StrCat("kind: got ", kind, ", want 1 to 4"));
  head.kind = static_cast<ChangeKind>(kind);
  ASSIGN_OR_RETURN(head.create_revision,
                   DecodePositive("create_revision", facts.substr(1, 8)));
  ASSIGN_OR_RETURN(const int64_t create_time,
                   DecodePositive("create_time", facts.substr(9, 8)));
  ASSIGN_OR_RETURN(const int64_t update_time,
                   DecodePositive("update_time", facts.substr(17, 8)));
  head.create_time = absl::FromUnixMicros(create_time);
  head.update_time = absl::FromUnixMicros(update_time);
  const bool first = head.create_revision == revision;
  if (head.create_revision < 1 || head.create_revision > revision ||
      first != (head.kind == ChangeKind::kCreated))
    return Damaged(absl::StrCat("create_revision: got ", head.create_revision,
                                " in a version of revision ", revision,
                                " and kind ", kind));
  if (create_time > update_time || (first && create_time != update_time))
    return Damaged("create_time: does not fit update_time");
  return head;
}

}  // namespace

std::string EncodeFormatVersion(uint32_t version) {
  std::string bytes;
  AppendBigEndian(version, 4, bytes);
  return bytes;
}

absl::StatusOr<uint32_t> DecodeFormatVersion(absl::string_view bytes) {
  if (bytes.size() != 4)
    return Damaged(
        absl::StrCat("format: got ", bytes.size(), " bytes, want 4"));
  return static_cast<uint32_t>(FromBigEndian(bytes));
}

absl::StatusOr<std::string> DecodeStoreId(absl::string_view bytes) {
  const bool digits = std::all_of(bytes.begin(), bytes.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  });
  if (bytes.size() != kStoreIdBytes || !digits)
    return Damaged("store_id: want 32 lower-case hexadecimal digits");
  return std::string(bytes);
}

std::string EncodeRevision(int64_t revision) {
  std::string bytes;
  AppendBigEndian(static_cast<uint64_t>(revision), 8, bytes);
  return bytes;
}

absl::StatusOr<int64_t> DecodeRevision(absl::string_view bytes) {
  return DecodePositive("revision", bytes);
}

std::string EncodeHeadKey(absl::string_view name, int64_t revision) {
  std::string key;
  key.reserve(name.size() + kHeadKeyEndBytes);
  key.append(name.data(), name.size());
  key += '\0';
  AppendBigEndian(~static_cast<uint64_t>(revision), 8, key);
  return key;
}

absl::StatusOr<DecodedHeadKey> DecodeHeadKey(absl::string_view key) {
  if (key.size() < kHeadKeyEndBytes)
    return Damaged(absl::StrCat("head key: got ", key.size(),
                                " bytes, want at least ", kHeadKeyEndBytes));
  const absl::string_view name = key.substr(0, key.size() - kHeadKeyEndBytes);
  if (key[name.size()] != '\0' || name.find('\0') != absl::string_view::npos)
    return Damaged("head key: want one zero byte, after the name");
  const uint64_t revision = ~FromBigEndian(key.substr(name.size() + 1));
  if (revision > uint64_t{std::numeric_limits<int64_t>::max()})
    return Damaged("head key: revision above int64");
  return DecodedHeadKey{name, static_cast<int64_t>(revision)};
}

std::string EncodeHead(const StoredHead& stored) {
  std::string bytes;
  bytes.reserve(kFactsBytes + 4);
  AppendFacts(stored.head, bytes);
  AppendBigEndian(stored.value_size, 4, bytes);
  return bytes;
}

absl::StatusOr<StoredHead> DecodeHead(int64_t revision,
                                      absl::string_view bytes) {
  if (bytes.size() != kFactsBytes + 4)
    return Damaged(absl::StrCat("head: got ", bytes.size(), " bytes, want ",
                                kFactsBytes + 4));
  StoredHead stored;
  ASSIGN_OR_RETURN(stored.head,
                   DecodeFacts(revision, bytes.substr(0, kFactsBytes)));
  stored.value_size =
      static_cast<uint32_t>(FromBigEndian(bytes.substr(kFactsBytes)));
  return stored;
}

std::string EncodeValueKey(int64_t revision, absl::string_view name) {
  std::string key;
  key.reserve(8 + name.size());
  AppendBigEndian(static_cast<uint64_t>(revision), 8, key);
  key.append(name.data(), name.size());
  return key;
}

std::string EncodeLogValue(const LogEntry& entry) {
  return absl::StrCat(entry.hash, entry.payload);
}

absl::StatusOr<LogEntry> DecodeLogValue(int64_t revision,
                                        absl::string_view bytes) {
  if (bytes.size() < kHashBytes)
    return Damaged(absl::StrCat("log entry: got ", bytes.size(),
                                " bytes, want at least ", kHashBytes));
  ASSIGN_OR_RETURN(LogEntry entry, DecodeLogPayload(bytes.substr(kHashBytes)));
  entry.hash = std::string(bytes.substr(0, kHashBytes));
  if (entry.revision != revision)
    return Damaged(absl::StrCat("log entry: got revision ", entry.revision,
                                " under the key of ", revision));
  return entry;
}

}  // namespace compendium::registry
