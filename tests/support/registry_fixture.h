// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "compendium/registry/v1/registry_service.grpc.pb.h"
#include "lib/base/clock.h"
#include "services/registry/registry_server.h"
#include "services/registry/store/store.h"

namespace compendium::tests {

// A whole registry in this process, on a free port of 127.0.0.1, and a client's
// stub for it. One thread starts and stops it.
class RegistryFixture {
 public:
  enum class Engine {
    kMemory,
    kRocksDb,  // in a new folder of the test's temporary one
  };

  // Starts it; a failure is a programmer's error. `clock` says when records are
  // written.
  explicit RegistryFixture(
      Engine engine = Engine::kMemory,
      std::unique_ptr<base::Clock> clock = std::make_unique<base::RealClock>());
  ~RegistryFixture();

  // Drains and stops the server. The store stays open.
  void Stop(absl::Duration drain_timeout = absl::Seconds(10));

  // Starts it again on the same store and the same port.
  void Start();

  const std::string& address() const { return address_; }
  registry::Store& store() { return *store_; }
  registry::v1::RegistryService::Stub& stub() { return *stub_; }

 private:
  const std::unique_ptr<base::Clock> clock_;
  std::unique_ptr<registry::Store> store_;
  std::string address_ = "127.0.0.1:0";
  std::unique_ptr<registry::RegistryServer> server_;
  std::unique_ptr<registry::v1::RegistryService::Stub> stub_;
};

}  // namespace compendium::tests
