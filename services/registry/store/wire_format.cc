// SPDX-License-Identifier: Apache-2.0
#include "services/registry/store/wire_format.h"

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"

namespace compendium::registry {
namespace {

void AppendVarint(uint64_t number, std::string& out) {
  while (number >= 0x80) {
    out += static_cast<char>((number & 0x7f) | 0x80);
    number >>= 7;
  }
  out += static_cast<char>(number);
}

absl::Status Damaged(size_t offset, absl::string_view what) {
  return absl::DataLossError(
      absl::StrCat("wire format: byte ", offset, ": ", what));
}

}  // namespace

void AppendNumberField(uint32_t id, uint64_t number, std::string& out) {
  if (number == 0) return;
  AppendVarint(uint64_t{id} << 3 | WireField::kNumber, out);
  AppendVarint(number, out);
}

void AppendBytesField(uint32_t id, absl::string_view bytes, std::string& out) {
  if (bytes.empty()) return;
  AppendVarint(uint64_t{id} << 3 | WireField::kBytes, out);
  AppendVarint(bytes.size(), out);
  out.append(bytes.data(), bytes.size());
}

absl::StatusOr<WireField> WireReader::Next() {
  const size_t start = offset_;
  ASSIGN_OR_RETURN(const uint64_t tag, NextVarint());
  WireField field;
  field.id = tag >> 3;
  if ((tag & 7) == WireField::kNumber) {
    ASSIGN_OR_RETURN(field.number, NextVarint());
    return field;
  }
  if ((tag & 7) != WireField::kBytes)
    return Damaged(start,
                   absl::StrCat("got wire type ", tag & 7, ", want 0 or 2"));
  field.type = WireField::kBytes;
  ASSIGN_OR_RETURN(const uint64_t size, NextVarint());
  if (size > bytes_.size() - offset_)
    return Damaged(start, absl::StrCat("got a field of ", size, " bytes, have ",
                                       bytes_.size() - offset_));
  field.bytes = bytes_.substr(offset_, static_cast<size_t>(size));
  offset_ += static_cast<size_t>(size);
  return field;
}

absl::StatusOr<uint64_t> WireReader::NextVarint() {
  const size_t start = offset_;
  uint64_t number = 0;
  for (int shift = 0; shift < 64 && offset_ < bytes_.size(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes_[offset_++]);
    if (shift == 63 && byte > 1) break;  // would not fit 64 bits
    number |= uint64_t{byte & 0x7fu} << shift;
    if (byte < 0x80) return number;
  }
  return Damaged(start, "got no whole varint of 64 bits");
}

}  // namespace compendium::registry
