// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace compendium {

// A cursor over one EDTF string that only moves forward: each byte is looked
// at a bounded number of times, so that reading is linear in the length. It
// also words the errors, since it knows the position. Internal to EdtfDate;
// borrows the text; not for sharing between threads.
class EdtfScanner {
 public:
  explicit EdtfScanner(absl::string_view text) : text_(text) {}

  bool AtEnd() const { return position_ == text_.size(); }
  size_t position() const { return position_; }

  // The byte `ahead` of the cursor, or NUL, which no rule of the grammar
  // accepts, past the end.
  char Peek(size_t ahead = 0) const;

  // Moves over `wanted` when it comes next; says whether it did.
  bool Take(absl::string_view wanted);

  // Moves over one byte and returns it. There must be one.
  char TakeAny();

  // What was read since `begin`.
  absl::string_view Since(size_t begin) const {
    return text_.substr(begin, position_ - begin);
  }

  // kInvalidArgument at the cursor: "byte 3: got "u", want `want`", and, when
  // the text looks like an old draft of EDTF, how to write it today.
  absl::Status Error(absl::string_view want) const;

  // As Error, at `position`, with the words for what was got.
  absl::Status ErrorAt(size_t position, absl::string_view got,
                       absl::string_view want) const;

  // kUnimplemented at the cursor: valid EDTF that this project does not hold.
  absl::Status Unsupported(absl::string_view got) const;

 private:
  std::string Hint() const;

  const absl::string_view text_;
  size_t position_ = 0;
};

}  // namespace compendium
