// SPDX-License-Identifier: Apache-2.0
#include "lib/http/admission.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>

#include "lib/base/status_macros.h"

namespace compendium::http {

std::string AdmissionKey(absl::string_view address) {
  in6_addr ipv6 = {};
  // Without the zone of a link-local address.
  std::string text(address.substr(0, address.find('%')));
  if (inet_pton(AF_INET6, text.c_str(), &ipv6) != 1) return text;
  const auto* bytes = reinterpret_cast<const char*>(ipv6.s6_addr);
  // The last four bytes are the IPv4 address, the first eight the customer.
  std::string key = IN6_IS_ADDR_V4MAPPED(&ipv6) ? std::string(bytes + 12, 4)
                                                : std::string(bytes, 8);
  if (key.size() == 8) return key;
  char ipv4[INET_ADDRSTRLEN] = {};
  inet_ntop(AF_INET, key.data(), ipv4, sizeof ipv4);
  return ipv4;
}

Admission::Verdict Admission::Admit(const std::string& key) {
  base::MutexLock lock(mu_);
  if (all_.connections >= limits_.connections_max) return Verdict::kTooMany;
  Share& share = shares_[key];
  // Then it is no new entry: the limit is at least one.
  if (share.connections >= limits_.connections_per_address_max)
    return Verdict::kTooManyOfOneAddress;
  ++share.connections;
  ++all_.connections;
  return Verdict::kAdmitted;
}

void Admission::Release(const std::string& key) {
  base::MutexLock lock(mu_);
  const auto found = shares_.find(key);
  CHECK(found != shares_.end());
  --all_.connections;
  if (--found->second.connections == 0) shares_.erase(found);
}

int Admission::connection_count() const {
  base::MutexLock lock(mu_);
  return all_.connections;
}

bool Admission::Hold(const std::string& key, size_t bytes) {
  base::MutexLock lock(mu_);
  const auto found = shares_.find(key);
  CHECK(found != shares_.end());
  Share& share = found->second;
  if (all_.held_bytes + bytes > limits_.held_bytes_max ||
      share.held_bytes + bytes > limits_.held_bytes_max / 2)
    return false;
  share.held_bytes += bytes;
  all_.held_bytes += bytes;
  return true;
}

void Admission::Drop(const std::string& key, size_t bytes) {
  base::MutexLock lock(mu_);
  const auto found = shares_.find(key);
  CHECK(found != shares_.end());
  found->second.held_bytes -= bytes;
  all_.held_bytes -= bytes;
}

absl::Duration Admission::Ask(const std::string& key) {
  if (limits_.requests_per_second == 0) return absl::ZeroDuration();
  const absl::Duration now = clock_.Uptime();
  base::MutexLock lock(mu_);
  Bucket& bucket = Touch(key, now);
  if (bucket.requests >= 1) {
    bucket.requests -= 1;
    return absl::ZeroDuration();
  }
  return absl::Seconds((1 - bucket.requests) / limits_.requests_per_second);
}

Admission::Bucket& Admission::Touch(const std::string& key,
                                    absl::Duration now) {
  const double full = 2.0 * limits_.requests_per_second;
  const auto found = places_.find(key);
  if (found == places_.end()) {
    if (buckets_.size() == kAddressesMax) {
      places_.erase(buckets_.back().key);
      buckets_.pop_back();
    }
    buckets_.push_front({.key = key, .requests = full, .time = now});
    places_.emplace(key, buckets_.begin());
  } else {
    buckets_.splice(buckets_.begin(), buckets_, found->second);
    Bucket& bucket = buckets_.front();
    bucket.requests = std::min(
        full, bucket.requests + absl::ToDoubleSeconds(now - bucket.time) *
                                    limits_.requests_per_second);
    bucket.time = now;
  }
  return buckets_.front();
}

}  // namespace compendium::http
