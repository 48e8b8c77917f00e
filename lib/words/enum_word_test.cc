// SPDX-License-Identifier: Apache-2.0
#include "lib/words/enum_word.h"

#include <gtest/gtest.h>

#include "compendium/registry/v1/questionnaire.pb.h"
#include "compendium/reporting/v1/coverage.pb.h"

namespace compendium {
namespace {

TEST(EnumWord, ValuesReadAsWords) {
  EXPECT_EQ(EnumWord(registry::v1::MEETING_LEVEL_SENIOR_OFFICIALS),
            "senior officials");
  EXPECT_EQ(EnumWord(registry::v1::MEETING_STATUS_HELD), "held");
  EXPECT_EQ(EnumWord(reporting::v1::COVERAGE_VERDICT_ANSWERED_NONE),
            "answered none");
}

TEST(EnumWord, ZeroAndUnknownValuesAreEmpty) {
  EXPECT_EQ(EnumWord(registry::v1::MEETING_LEVEL_UNSPECIFIED), "");
  EXPECT_EQ(EnumWord(static_cast<registry::v1::MeetingLevel>(99)), "");
}

}  // namespace
}  // namespace compendium
