// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/revision.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace compendium {
namespace {

constexpr absl::string_view kLargest = "9223372036854775807";

TEST(Revision, StartsBeforeTheFirst) {
  EXPECT_TRUE(Revision().is_zero());
  EXPECT_EQ(Revision().next().number(), 1);
}

TEST(Revision, TextIsReadBack) {
  for (const absl::string_view text :
       {absl::string_view("0"), absl::string_view("1"),
        absl::string_view("1000000"), kLargest}) {
    const auto revision = Revision::Parse(text);
    ASSERT_TRUE(revision.ok()) << text;
    EXPECT_EQ(revision->ToString(), text);
    EXPECT_EQ(*Revision::Parse(revision->ToString()), *revision);
  }
}

TEST(Revision, OrderIsThatOfNumbers) {
  EXPECT_LT(*Revision::Parse("9"), *Revision::Parse("10"));
  EXPECT_EQ(Revision::Parse("9")->next(), *Revision::Parse("10"));
}

TEST(Revision, OtherTextIsRefused) {
  for (const absl::string_view text :
       {"", "-1", "+1", "01", " 1", "1 ", "1.0", "x", "9223372036854775808"}) {
    const auto revision = Revision::Parse(text);
    EXPECT_EQ(revision.status().code(), absl::StatusCode::kInvalidArgument)
        << text;
  }
}

TEST(Revision, NegativeNumberIsRefused) {
  EXPECT_FALSE(Revision::FromNumber(-1).ok());
  EXPECT_EQ(Revision::FromNumber(7)->number(), 7);
}

TEST(RevisionDeathTest, NextOfTheLargestStopsTheProgram) {
  EXPECT_DEATH(Revision::Parse(kLargest)->next(), "CHECK failed");
}

}  // namespace
}  // namespace compendium
