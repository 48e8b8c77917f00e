// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <list>
#include <string>
#include <unordered_map>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "lib/base/clock.h"
#include "lib/base/mutex.h"
#include "lib/http/limits.h"

namespace compendium::http {

// Whose connections and requests count together: an IPv4 address, or the first
// 64 bits of an IPv6 one, which are one customer's. An IPv4 address in IPv6's
// clothes counts as what it is. `address` as the system writes it.
std::string AdmissionKey(absl::string_view address);

// Counts connections and requests by address and says which may go on. Any
// thread.
class Admission {
 public:
  enum class Verdict { kAdmitted, kTooMany, kTooManyOfOneAddress };

  // `clock` must outlive it.
  Admission(const Limits& limits, const base::Clock& clock)
      : limits_(limits), clock_(clock) {}

  // A connection that was admitted must be released.
  Verdict Admit(const std::string& key);
  void Release(const std::string& key);

  int connection_count() const;

  // Lets a connection of the address hold so many bytes more; false when that
  // would be too many. What it holds is to be dropped before it is released.
  bool Hold(const std::string& key, size_t bytes);
  void Drop(const std::string& key, size_t bytes);

  // How long until the address may ask again; zero when it may now, and then
  // it has asked.
  absl::Duration Ask(const std::string& key);

 private:
  // What an address has.
  struct Share {
    int connections = 0;
    size_t held_bytes = 0;
  };
  // What an address may still ask, as a bucket into which requests drip.
  struct Bucket {
    std::string key;
    double requests;
    absl::Duration time;  // of this level
  };
  using Buckets = std::list<Bucket>;

  // The bucket of the address, as full as it is now, in front of the others.
  Bucket& Touch(const std::string& key, absl::Duration now)
      ABSL_EXCLUSIVE_LOCKS_REQUIRED(mu_);

  const Limits limits_;
  const base::Clock& clock_;

  mutable base::Mutex mu_;
  Share all_ ABSL_GUARDED_BY(mu_);
  std::unordered_map<std::string, Share> shares_ ABSL_GUARDED_BY(mu_);
  Buckets buckets_ ABSL_GUARDED_BY(mu_);  // the latest first
  std::unordered_map<std::string, Buckets::iterator> places_
      ABSL_GUARDED_BY(mu_);
};

}  // namespace compendium::http
