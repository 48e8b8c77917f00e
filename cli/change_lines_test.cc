// SPDX-License-Identifier: Apache-2.0
#include "cli/change_lines.h"

#include <string>

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include "lib/base/status_macros.h"

namespace compendium {
namespace {

std::string LinesOf(const std::string& text) {
  registry::v1::WatchResponse message;
  CHECK(google::protobuf::TextFormat::ParseFromString(text, &message));
  return ChangeLines(message);
}

TEST(ChangeLines, EachRecordHasALine) {
  EXPECT_EQ(
      LinesOf(
          R"pb(change {
                 revision: 12
                 commit_time { seconds: 60 }
                 author: "import"
                 reason: "two\nlines"
                 records { name: "mechanisms/midsa" kind: CHANGE_KIND_CREATED }
                 records { name: "rounds/2016" kind: CHANGE_KIND_UPDATED }
               })pb"),
      "      12  1970-01-01 00:01:00Z  created    "
      "mechanisms/midsa by import: two lines\n"
      "      12  1970-01-01 00:01:00Z  updated    "
      "rounds/2016 by import: two lines\n");
}

TEST(ChangeLines, ASnapshotShowsItsRecords) {
  EXPECT_EQ(LinesOf(R"pb(snapshot_part {
                           records {
                             round {
                               name: "rounds/2016"
                               revision: 3
                               update_time { seconds: 60 }
                             }
                           }
                         })pb"),
            "       3  1970-01-01 00:01:00Z  exists     rounds/2016\n");
}

TEST(ChangeLines, ProgressIsSilent) {
  EXPECT_EQ(LinesOf("progress { revision: 3 }"), "");
}

}  // namespace
}  // namespace compendium
