// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <list>
#include <optional>
#include <string>
#include <unordered_map>

#include "lib/base/mutex.h"
#include "lib/http/message.h"

namespace compendium::reporting {

// A body that was made, and its entity tag.
struct FinishedBody {
  std::string tag;
  http::SharedText text;
};

// Keeps finished bodies by what was asked, up to so many bytes; those that were
// read longest ago go first. A later body for the same key takes the place of
// the one before. Any thread.
class BodyCache {
 public:
  explicit BodyCache(size_t bytes_max) : bytes_max_(bytes_max) {}

  std::optional<FinishedBody> Find(const std::string& key);

  // Keeps nothing of a body above kCachedBodyBytesMax.
  void Put(const std::string& key, FinishedBody body);

 private:
  struct Entry {
    std::string key;
    FinishedBody body;
  };
  using Entries = std::list<Entry>;

  static size_t BytesOf(const Entry& entry);
  void Remove(Entries::iterator entry) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mu_);

  const size_t bytes_max_;

  base::Mutex mu_;
  Entries entries_ ABSL_GUARDED_BY(mu_);  // the latest first
  std::unordered_map<std::string, Entries::iterator> places_
      ABSL_GUARDED_BY(mu_);
  size_t bytes_ ABSL_GUARDED_BY(mu_) = 0;
};

}  // namespace compendium::reporting
