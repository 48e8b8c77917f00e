// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "lib/base/status_macros.h"
#include "services/registry/store/rocksdb_store.h"
#include "services/registry/store/temporary_folder.h"
#include "tests/conformance/store_conformance.h"

namespace compendium::registry {

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

}  // namespace compendium::registry
