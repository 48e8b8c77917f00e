// SPDX-License-Identifier: Apache-2.0
// The two wire types of protobuf that the change log needs: varints (0) and
// length-delimited bytes (2). Written here and not by protobuf, because the
// log's hashes need bytes that no library release may change.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace compendium::registry {

// Appends a field, unless its value is zero or empty.
void AppendNumberField(uint32_t id, uint64_t number, std::string& out);
void AppendBytesField(uint32_t id, absl::string_view bytes, std::string& out);

// A decoded field; `bytes` points into what was read.
struct WireField {
  enum Type : uint8_t { kNumber = 0, kBytes = 2 };
  uint64_t id = 0;
  Type type = kNumber;
  uint64_t number = 0;
  absl::string_view bytes;

  bool Is(uint64_t wanted_id, Type wanted_type) const {
    return id == wanted_id && type == wanted_type;
  }
};

// Reads fields one after the other; does not ask whether they are canonical.
// Borrows the bytes. Not thread-safe.
class WireReader {
 public:
  explicit WireReader(absl::string_view bytes) : bytes_(bytes) {}

  bool done() const { return offset_ == bytes_.size(); }

  // The next field; call it while not done(). DATA_LOSS, with the offset, for
  // other wire types and for fields that pass the end; then read no further.
  absl::StatusOr<WireField> Next();

 private:
  absl::StatusOr<uint64_t> NextVarint();

  const absl::string_view bytes_;
  size_t offset_ = 0;
};

}  // namespace compendium::registry
