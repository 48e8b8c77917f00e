// SPDX-License-Identifier: Apache-2.0
#include "services/registry/store/write_ahead_log.h"

#include <rocksdb/env.h>
#include <rocksdb/file_checksum.h>

#include <map>
#include <memory>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "lib/base/big_endian.h"
#include "lib/base/status_macros.h"
#include "services/registry/store/rocksdb_files.h"

namespace compendium::registry {
namespace {

constexpr size_t kHeaderBytes = 7;
constexpr size_t kRecordFrontBytes = 12;

constexpr uint8_t kWhole = 1;
constexpr uint8_t kFirst = 2;
constexpr uint8_t kLast = 4;

uint64_t ReadNumber(absl::string_view little_endian) {
  uint64_t number = 0;
  for (size_t i = little_endian.size(); i-- > 0;)
    number = number << 8 | static_cast<uint8_t>(little_endian[i]);
  return number;
}

// CRC-32C, by the one way to it that RocksDB makes public.
uint32_t Crc32c(absl::string_view bytes) {
  const auto generator =
      rocksdb::GetFileChecksumGenCrc32cFactory()->CreateFileChecksumGenerator(
          rocksdb::FileChecksumGenContext());
  generator->Update(bytes.data(), bytes.size());
  generator->Finalize();
  return static_cast<uint32_t>(base::FromBigEndian(generator->GetChecksum()));
}

// How a log keeps a CRC, so that one over bytes with CRCs in them stays good.
uint32_t Mask(uint32_t crc) {
  return ((crc >> 15) | (crc << 17)) + 0xa282ead8u;
}

bool HasBytes(absl::string_view bytes) {
  return bytes.find_first_not_of('\0') != absl::string_view::npos;
}

absl::Status Lost(const WriteAheadLogPlace& damage) {
  return absl::DataLossError(
      absl::StrCat(damage.file, ": got a damaged record at byte ", damage.byte,
                   " before intact ones, want damage at the end only"));
}

// The logs in the folder, oldest first.
absl::StatusOr<std::map<uint64_t, std::string>> ListLogs(
    rocksdb::Env& env, const std::string& path) {
  std::vector<std::string> children;
  const rocksdb::Status listed = env.GetChildren(path, &children);
  if (!listed.ok()) return OpenError(listed, path);
  std::map<uint64_t, std::string> logs;
  for (const std::string& child : children) {
    absl::string_view stem = child;
    uint64_t number = 0;
    if (absl::ConsumeSuffix(&stem, ".log") && absl::SimpleAtoi(stem, &number))
      logs.emplace(number, child);
  }
  return logs;
}

}  // namespace

struct WriteAheadLogCheck::Fragment {
  uint8_t type = 0;
  absl::string_view payload;

  bool begins_record() const { return type == kWhole || type == kFirst; }
  bool ends_record() const { return type == kWhole || type == kLast; }
};

void WriteAheadLogCheck::StartFile(absl::string_view name) {
  EndFile();
  file_ = std::string(name);
  block_begin_ = 0;
  file_is_damaged_ = false;
}

absl::Status WriteAheadLogCheck::AddBlock(absl::string_view block) {
  for (size_t at = 0; at < block.size();) {
    if (block.size() - at < kHeaderBytes) {
      if (block.size() < kBlockBytes) NoteDamage(block_begin_ + at);
      if (file_is_damaged_ && HasBytes(block.substr(at)))
        damage_has_bytes_ = true;
      break;
    }
    const std::optional<Fragment> fragment = ReadFragment(block, at);
    if (fragment.has_value()) {
      RETURN_IF_ERROR(Take(*fragment, block_begin_ + at));
      at += kHeaderBytes + fragment->payload.size();
    } else {
      // Its size may be what is wrong: the next one can begin anywhere.
      NoteDamage(block_begin_ + at);
      if (block[at] != 0) damage_has_bytes_ = true;
      ++at;
    }
  }
  block_begin_ += block.size();
  return absl::OkStatus();
}

std::optional<WriteAheadLogPlace> WriteAheadLogCheck::Finish() {
  EndFile();
  if (!damage_has_bytes_) return std::nullopt;
  return damage_;
}

// The intact fragment at `at`, where a header fits; nullopt when there is none.
std::optional<WriteAheadLogCheck::Fragment> WriteAheadLogCheck::ReadFragment(
    absl::string_view block, size_t at) {
  const absl::string_view rest = block.substr(at);
  const auto type = static_cast<uint8_t>(rest[6]);
  const auto size = static_cast<size_t>(ReadNumber(rest.substr(4, 2)));
  if (type < kWhole || type > kLast || kHeaderBytes + size > rest.size())
    return std::nullopt;
  if (ReadNumber(rest.substr(0, 4)) != Mask(Crc32c(rest.substr(6, size + 1))))
    return std::nullopt;
  return Fragment{type, rest.substr(kHeaderBytes, size)};
}

absl::Status WriteAheadLogCheck::Take(const Fragment& fragment, uint64_t byte) {
  if (fragment.begins_record()) {
    if (in_record_) NoteDamage(record_begin_);  // it has no end
    // One process appended both, one after the other.
    if (file_is_damaged_) return Lost(*damage_);
    in_record_ = true;
    record_begin_ = byte;
    record_front_.clear();
  } else if (!in_record_) {
    NoteDamage(byte);
    damage_has_bytes_ = true;
    return absl::OkStatus();
  }
  if (record_front_.size() < kRecordFrontBytes) {
    absl::StrAppend(
        &record_front_,
        fragment.payload.substr(0, kRecordFrontBytes - record_front_.size()));
    if (record_front_.size() == kRecordFrontBytes)
      RETURN_IF_ERROR(TakeRecordFront());
  }
  if (fragment.ends_record()) TakeRecordEnd();
  return absl::OkStatus();
}

// Decides about damage in an older file. A record without changes is what
// RocksDB writes, and syncs, when it opens a store after it dropped an end.
absl::Status WriteAheadLogCheck::TakeRecordFront() {
  if (!damage_.has_value()) return absl::OkStatus();
  const uint64_t sequence =
      ReadNumber(absl::string_view(record_front_).substr(0, 8));
  const uint64_t count = ReadNumber(absl::string_view(record_front_).substr(8));
  if (count != 0 && next_sequence_ != sequence) return Lost(*damage_);
  damage_.reset();
  damage_has_bytes_ = false;
  return absl::OkStatus();
}

void WriteAheadLogCheck::TakeRecordEnd() {
  in_record_ = false;
  if (record_front_.size() < kRecordFrontBytes) {
    NoteDamage(record_begin_);
    damage_has_bytes_ = true;
    return;
  }
  next_sequence_ = ReadNumber(absl::string_view(record_front_).substr(0, 8)) +
                   ReadNumber(absl::string_view(record_front_).substr(8));
}

// Notes where damage begins, unless it goes on. A record that it interrupts is
// damaged as a whole.
void WriteAheadLogCheck::NoteDamage(uint64_t byte) {
  if (in_record_) {
    byte = record_begin_;
    damage_has_bytes_ = true;
  }
  in_record_ = false;
  file_is_damaged_ = true;
  if (!damage_.has_value()) damage_ = WriteAheadLogPlace{file_, byte};
}

void WriteAheadLogCheck::EndFile() {
  if (in_record_) NoteDamage(record_begin_);
}

absl::StatusOr<std::optional<WriteAheadLogPlace>> CheckWriteAheadLogs(
    rocksdb::Env& env, const std::string& path) {
  ASSIGN_OR_RETURN(const auto logs, ListLogs(env, path));
  WriteAheadLogCheck check;
  std::string buffer(WriteAheadLogCheck::kBlockBytes, '\0');
  for (const auto& [number, name] : logs) {
    std::unique_ptr<rocksdb::SequentialFile> file;
    rocksdb::Status status = env.NewSequentialFile(
        absl::StrCat(path, "/", name), &file, rocksdb::EnvOptions());
    check.StartFile(name);
    for (rocksdb::Slice block; status.ok();) {
      status = file->Read(buffer.size(), &block, buffer.data());
      if (!status.ok() || block.empty()) break;
      if (const absl::Status found = check.AddBlock(ToView(block)); !found.ok())
        return DamagedError(path, found.message());
    }
    if (!status.ok()) return OpenError(status, path);
  }
  return check.Finish();
}

}  // namespace compendium::registry
