// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <memory>

#include "services/registry/caching_store.h"
#include "services/registry/store/memory_store.h"
#include "tests/conformance/rocksdb_store_factory.h"
#include "tests/conformance/store_conformance.h"
#include "tests/support/forwarding_store.h"

namespace compendium::registry {
namespace {

// Keeps the engine, and puts a new cache before it.
class CachedMemoryFactory final : public StoreFactory {
 public:
  explicit CachedMemoryFactory(size_t bytes_max) : bytes_max_(bytes_max) {}

  std::unique_ptr<Store> Open(const base::Clock& clock) override {
    engine_ = std::make_unique<MemoryStore>(clock);
    return Cached();
  }
  std::unique_ptr<Store> Reopen(std::unique_ptr<Store> /*store*/,
                                const base::Clock& /*clock*/) override {
    return Cached();
  }

 private:
  std::unique_ptr<Store> Cached() {
    return std::make_unique<CachingStore>(
        std::make_unique<tests::ForwardingStore>(*engine_), bytes_max_);
  }

  const size_t bytes_max_;
  std::unique_ptr<MemoryStore> engine_;
};

// Puts the stores together as the program does it.
class CachedRocksDbFactory final : public StoreFactory {
 public:
  std::unique_ptr<Store> Open(const base::Clock& clock) override {
    return std::make_unique<CachingStore>(engines_.Open(clock));
  }
  std::unique_ptr<Store> Reopen(std::unique_ptr<Store> store,
                                const base::Clock& clock) override {
    store.reset();
    return Open(clock);
  }

 private:
  RocksDbStoreFactory engines_;
};

INSTANTIATE_TEST_SUITE_P(CachedRoomy, StoreConformance, testing::Values([] {
                           return std::make_unique<CachedMemoryFactory>(
                               size_t{1} << 30);
                         }));
INSTANTIATE_TEST_SUITE_P(CachedTight, StoreConformance, testing::Values([] {
                           return std::make_unique<CachedMemoryFactory>(
                               size_t{8} << 10);
                         }));
INSTANTIATE_TEST_SUITE_P(CachedRocksDb, StoreConformance, testing::Values([] {
                           return std::make_unique<CachedRocksDbFactory>();
                         }));

}  // namespace
}  // namespace compendium::registry
