// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/archive/object_folder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "lib/base/sha256.h"
#include "services/reporting/archive/limits.h"

namespace compendium::reporting {
namespace {

class ObjectFolderTest : public testing::Test {
 protected:
  ObjectFolderTest() { std::filesystem::remove_all(path_); }

  std::string FileOf(const std::string& sha256) const {
    return path_ + "/" + sha256.substr(0, 2) + "/" + sha256.substr(2);
  }

  const std::string path_ = testing::TempDir() + "/object_folder_test";
  const ObjectFolder folder_{path_};
};

TEST_F(ObjectFolderTest, ReturnsWhatWasPut) {
  const std::string bytes("a\0b", 3);
  const auto sha256 = folder_.Put(bytes);
  ASSERT_TRUE(sha256.ok());
  EXPECT_EQ(*sha256, base::Sha256Hex(bytes));
  EXPECT_EQ(*folder_.Get(*sha256), bytes);
  EXPECT_EQ(*folder_.Put(bytes), *sha256);
  EXPECT_TRUE(std::filesystem::exists(FileOf(*sha256)));
}

TEST_F(ObjectFolderTest, SaysWhatIsNotThere) {
  EXPECT_TRUE(absl::IsNotFound(folder_.Get(base::Sha256Hex("x")).status()));
}

TEST_F(ObjectFolderTest, CatchesOneChangedByteAndDoesNotCoverItUp) {
  const std::string sha256 = *folder_.Put("report");
  std::ofstream(FileOf(sha256)) << "repost";
  EXPECT_TRUE(absl::IsDataLoss(folder_.Get(sha256).status()));
  EXPECT_TRUE(absl::IsDataLoss(folder_.Put("report").status()));
}

TEST_F(ObjectFolderTest, RefusesWhatNobodyCouldOpen) {
  EXPECT_TRUE(absl::IsResourceExhausted(
      folder_.Put(std::string(kReportFileBytesMax + 1, 'x')).status()));
}

}  // namespace
}  // namespace compendium::reporting
