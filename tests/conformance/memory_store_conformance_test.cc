// SPDX-License-Identifier: Apache-2.0
#include "services/registry/store/memory_store.h"
#include "tests/conformance/store_conformance.h"

namespace compendium::registry {
namespace {

// Keeps the object: a memory store has nothing else to keep.
class MemoryStoreFactory final : public StoreFactory {
 public:
  std::unique_ptr<Store> Open(const base::Clock& clock) override {
    return std::make_unique<MemoryStore>(clock);
  }
  std::unique_ptr<Store> Reopen(std::unique_ptr<Store> store,
                                const base::Clock& /*clock*/) override {
    return store;
  }
};

INSTANTIATE_TEST_SUITE_P(Memory, StoreConformance, testing::Values([] {
                           return std::make_unique<MemoryStoreFactory>();
                         }));

}  // namespace
}  // namespace compendium::registry
