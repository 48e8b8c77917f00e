// SPDX-License-Identifier: Apache-2.0
#include "lib/http/connection_table.h"

#include <algorithm>
#include <utility>

namespace compendium::http {
namespace {

// For ever, as far as a server that ends is concerned; the system's clocks
// cannot wait as long as absl::InfiniteDuration.
constexpr absl::Duration kGraceMax = absl::Hours(24);

}  // namespace

void ConnectionTable::Add(const std::shared_ptr<OpenConnection>& connection) {
  {
    base::MutexLock lock(mu_);
    connections_.emplace(connection.get(), connection);
  }
  observer.OnConnectionCount(admission.connection_count());
}

void ConnectionTable::Remove(const OpenConnection* connection,
                             const std::string& key) {
  admission.Release(key);
  observer.OnConnectionCount(admission.connection_count());
  base::MutexLock lock(mu_);
  connections_.erase(connection);
  if (connections_.empty()) emptied_.NotifyAll();
}

std::vector<std::shared_ptr<OpenConnection>> ConnectionTable::All() {
  std::vector<std::shared_ptr<OpenConnection>> all;
  base::MutexLock lock(mu_);
  for (const auto& [raw, weak] : connections_)
    if (auto connection = weak.lock()) all.push_back(std::move(connection));
  return all;
}

void ConnectionTable::Drain() {
  draining_ = true;
  for (const auto& connection : All()) connection->Drain();
}

void ConnectionTable::DrainAndWait(absl::Duration grace) {
  Drain();
  const absl::Duration end = clock.Uptime() + std::min(grace, kGraceMax);
  {
    base::MutexLock lock(mu_);
    while (!connections_.empty() && clock.Uptime() < end)
      clock.WaitFor(emptied_, mu_, end - clock.Uptime());
  }
  for (const auto& connection : All()) connection->Abort();
  base::MutexLock lock(mu_);
  while (!connections_.empty()) emptied_.Wait(mu_);
}

}  // namespace compendium::http
