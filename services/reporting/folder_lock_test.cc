// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/folder_lock.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace compendium::reporting {
namespace {

using ::testing::HasSubstr;

TEST(FolderLock, SecondOneOfAFolderIsRefusedUntilTheFirstEnds) {
  const std::string folder = testing::TempDir();
  auto first = FolderLock::Take(folder);
  ASSERT_TRUE(first.ok()) << first.status();

  const auto second = FolderLock::Take(folder);

  EXPECT_EQ(second.status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_THAT(std::string(second.status().message()),
              HasSubstr("want a folder that no other worker uses"));
  first->reset();
  EXPECT_TRUE(FolderLock::Take(folder).ok());
}

TEST(FolderLock, FolderThatIsNotThereCannotBeLocked) {
  EXPECT_EQ(FolderLock::Take("/no/such/folder").status().code(),
            absl::StatusCode::kNotFound);
}

}  // namespace
}  // namespace compendium::reporting
