// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry_fixture.h"

#include <utility>

#include "lib/base/status_macros.h"
#include "lib/rpc/channel.h"
#include "services/registry/caching_store.h"
#include "services/registry/store/memory_store.h"
#include "services/registry/store/rocksdb_store.h"
#include "tests/support/process.h"

namespace compendium::tests {
namespace {

std::unique_ptr<registry::Store> OpenStore(RegistryFixture::Engine engine,
                                           const base::Clock& clock) {
  if (engine == RegistryFixture::Engine::kMemory)
    return std::make_unique<registry::MemoryStore>(clock);
  registry::RocksDbStore::Options options;
  options.path = NewFolder("registry") + "/data";
  options.clock = &clock;
  auto store = registry::RocksDbStore::Open(options);
  CHECK(store.ok());
  return std::make_unique<registry::CachingStore>(*std::move(store));
}

}  // namespace

RegistryFixture::RegistryFixture(Engine engine,
                                 std::unique_ptr<base::Clock> clock)
    : clock_(std::move(clock)), store_(OpenStore(engine, *clock_)) {
  Start();
}

RegistryFixture::~RegistryFixture() { Stop(absl::ZeroDuration()); }

void RegistryFixture::Stop(absl::Duration drain_timeout) {
  if (server_ != nullptr) server_->Stop(drain_timeout);
  server_ = nullptr;
}

void RegistryFixture::Start() {
  auto server = registry::RegistryServer::Start(*store_, *clock_, address_);
  CHECK(server.ok());
  server_ = *std::move(server);
  address_ = server_->address();
  stub_ = registry::v1::RegistryService::NewStub(
      MakeChannel(address_, /*own_connection=*/true));
}

}  // namespace compendium::tests
