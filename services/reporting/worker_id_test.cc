// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/worker_id.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace compendium::reporting {
namespace {

TEST(WorkerIdTest, StaysForEverAndDiffersBetweenFolders) {
  const std::string folder = testing::TempDir() + "/worker_id_test";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder + "/a");
  std::filesystem::create_directories(folder + "/b");
  const auto id = WorkerIdOf(folder + "/a");
  ASSERT_TRUE(id.ok()) << id.status();
  EXPECT_EQ(id->size(), 32U);
  EXPECT_EQ(*WorkerIdOf(folder + "/a"), *id);
  EXPECT_NE(*WorkerIdOf(folder + "/b"), *id);
  std::ofstream(folder + "/a/worker") << "abc\n";
  EXPECT_TRUE(absl::IsDataLoss(WorkerIdOf(folder + "/a").status()));
}

}  // namespace
}  // namespace compendium::reporting
