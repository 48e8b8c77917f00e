// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/schedule/folder_sender.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "lib/base/atomic_file.h"
#include "lib/request/timestamp.h"

namespace compendium::reporting {
namespace {

DeliveredReport Report() {
  DeliveredReport report;
  report.report.set_schedule("schedules/weekly");
  SetTimestamp(absl::FromUnixSeconds(1'796'022'000),
               *report.report.mutable_due_time());
  report.report.add_files()->set_file_name("coverage-2016-r29.csv");
  report.report.add_files()->set_file_name("coverage-2016-r29.html");
  report.files = {"a,b\r\n", "<p>"};
  return report;
}

v1::Delivery To(const std::string& path) {
  v1::Delivery delivery;
  delivery.mutable_target()->mutable_folder()->set_path(path);
  return delivery;
}

TEST(FolderSenderTest, PutsEachFileThereOnceHoweverOftenItSends) {
  const std::string root = testing::TempDir() + "/folder_sender_test";
  std::filesystem::remove_all(root);
  FolderSender sender(root);
  for (int i = 0; i < 2; ++i)
    ASSERT_TRUE(sender.Send(To("ministers/2016"), Report()).ok());
  const std::string folder = root + "/ministers/2016/";
  EXPECT_EQ(*base::ReadFile(
                folder + "weekly-2026-11-30T0700Z-coverage-2016-r29.csv", 100),
            "a,b\r\n");
  int count = 0;
  for ([[maybe_unused]] const auto& file :
       std::filesystem::directory_iterator(folder))
    ++count;
  EXPECT_EQ(count, 2);
}

TEST(FolderSenderTest, GoesNowhereWithoutAFolderOfTheOperators) {
  FolderSender sender("");
  EXPECT_TRUE(absl::IsPermissionDenied(sender.Send(To("a"), Report())));
}

TEST(FolderSenderTest, StaysBelowItsFolder) {
  for (const char* path : {"", "..", "a/../..", "/etc", "a//b", "a/", ".hidden",
                           "a b", "a\nb", "é"})
    EXPECT_TRUE(absl::IsInvalidArgument(CheckFolderPath(path))) << path;
  for (const char* path : {"a", "a/b-c_d.e", "2016"})
    EXPECT_TRUE(CheckFolderPath(path).ok()) << path;
}

}  // namespace
}  // namespace compendium::reporting
