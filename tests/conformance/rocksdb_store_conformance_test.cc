// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "tests/conformance/rocksdb_store_factory.h"
#include "tests/conformance/store_conformance.h"

namespace compendium::registry {
namespace {

INSTANTIATE_TEST_SUITE_P(RocksDb, StoreConformance, testing::Values([] {
                           return std::make_unique<RocksDbStoreFactory>();
                         }));

}  // namespace
}  // namespace compendium::registry
