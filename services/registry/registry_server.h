// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "lib/base/clock.h"
#include "lib/rpc/server.h"
#include "services/registry/feed/feed.h"
#include "services/registry/registry.h"
#include "services/registry/registry_service.h"
#include "services/registry/store/commit_queue.h"
#include "services/registry/store/store.h"

namespace compendium::registry {

// A registry over a store: queue, feed, heart, service and gRPC server, started
// and stopped in their order. One thread starts and stops it. Borrows store and
// clock.
//
// When the store has failed, health says NOT_SERVING, so that whatever
// supervises the process restarts it; until then it answers reads.
class RegistryServer {
 public:
  // Listens on `address` (host:port; port 0 takes a free one) and serves.
  // UNAVAILABLE when that is not possible.
  static absl::StatusOr<std::unique_ptr<RegistryServer>> Start(
      Store& store, base::Clock& clock, const std::string& address);

  // Stops, cancelling what runs.
  ~RegistryServer();

  // Stops gracefully: says NOT_SERVING, ends the watches with UNAVAILABLE, lets
  // other calls finish within `drain_timeout`, commits what waits. Again:
  // nothing.
  void Stop(absl::Duration drain_timeout);

  // host:port, with the port that is listened on.
  const std::string& address() const { return address_; }

 private:
  RegistryServer(Store& store, base::Clock& clock);
  void OnStoreFailed();

  // In the order in which they depend on each other.
  Feed feed_;
  CommitQueue queue_;
  Registry registry_;
  RegistryService service_;
  std::unique_ptr<Server> server_;
  std::string address_;
  std::atomic<bool> store_failed_ = false;
  std::atomic<Server*> listening_ = nullptr;  // server_, once it listens
};

}  // namespace compendium::registry
