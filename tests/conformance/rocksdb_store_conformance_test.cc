// SPDX-License-Identifier: Apache-2.0
#include "lib/base/status_macros.h"
#include "services/registry/store/rocksdb_store.h"
#include "services/registry/store/temporary_folder.h"
#include "tests/conformance/store_conformance.h"

namespace compendium::registry {
namespace {

// Keeps the folder.
class RocksDbStoreFactory final : public StoreFactory {
 public:
  std::unique_ptr<Store> Open(const base::Clock& clock) override {
    auto store = RocksDbStore::Open(
        {.path = folder_.path() + "/store", .clock = &clock});
    CHECK(store.ok());
    return *std::move(store);
  }
  std::unique_ptr<Store> Reopen(std::unique_ptr<Store> store,
                                const base::Clock& clock) override {
    store.reset();
    return Open(clock);
  }

 private:
  const TemporaryFolder folder_;
};

INSTANTIATE_TEST_SUITE_P(RocksDb, StoreConformance, testing::Values([] {
                           return std::make_unique<RocksDbStoreFactory>();
                         }));

}  // namespace
}  // namespace compendium::registry
