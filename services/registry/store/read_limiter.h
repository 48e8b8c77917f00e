// SPDX-License-Identifier: Apache-2.0
// How engines apply a ReadLimit and a revision, so that all do it alike.
#pragma once

#include <cstddef>
#include <cstdint>

#include "absl/status/status.h"
#include "services/registry/store/record.h"
#include "services/registry/store/store.h"

namespace compendium::registry {

// Counts what one read returns against its limit. Not thread-safe.
class ReadLimiter {
 public:
  explicit ReadLimiter(const ReadLimit& limit) : limit_(limit) {}

  // Whether no further item fits, whatever its size.
  bool full() const {
    return count_ > 0 &&
           (count_ >= limit_.count_max || bytes_ >= limit_.bytes_max);
  }

  // Takes an item of `bytes`, or says that it does not fit. The first always
  // fits.
  bool Take(size_t bytes) {
    if (count_ > 0 &&
        (count_ >= limit_.count_max || bytes_ + bytes > limit_.bytes_max))
      return false;
    ++count_;
    bytes_ += bytes;
    return true;
  }

 private:
  const ReadLimit limit_;
  size_t count_ = 0;
  size_t bytes_ = 0;
};

// What an item counts against bytes_max: its texts.
size_t BytesOf(const RecordVersion& version);
size_t BytesOf(const LoggedChange& change);

// OUT_OF_RANGE, with reason REVISION_NOT_WRITTEN, unless `revision` is between
// `first` and `last`. `what` names it in the message.
absl::Status CheckRevision(absl::string_view what, int64_t revision,
                           int64_t first, int64_t last);

// NOT_FOUND, with reason RECORD_NOT_FOUND: no version of `name` then.
absl::Status NoVersionError(absl::string_view name, int64_t at_revision);

}  // namespace compendium::registry
