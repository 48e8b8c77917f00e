// SPDX-License-Identifier: Apache-2.0
#include "lib/base/atomic_file.h"

#include <gtest/gtest.h>

namespace compendium::base {
namespace {

std::string PathOf(const char* name) {
  return testing::TempDir() + "atomic_file_test_" + name;
}

TEST(AtomicFile, HoldsWhatWasWrittenLast) {
  const std::string path = PathOf("last");

  ASSERT_TRUE(WriteFileAtomically(path, "first").ok());
  ASSERT_TRUE(WriteFileAtomically(path, "second").ok());

  EXPECT_EQ(*ReadFile(path, 100), "second");
}

TEST(AtomicFile, MissingFileIsNotFound) {
  EXPECT_EQ(ReadFile(PathOf("missing"), 100).status().code(),
            absl::StatusCode::kNotFound);
}

TEST(AtomicFile, LargerThanTheLimitIsRefused) {
  const std::string path = PathOf("large");
  ASSERT_TRUE(WriteFileAtomically(path, "12345").ok());

  EXPECT_EQ(ReadFile(path, 4).status().code(),
            absl::StatusCode::kResourceExhausted);
}

TEST(AtomicFile, FolderThatDoesNotExistIsAnError) {
  EXPECT_FALSE(WriteFileAtomically(PathOf("no/such/folder"), "x").ok());
}

}  // namespace
}  // namespace compendium::base
