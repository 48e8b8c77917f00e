// SPDX-License-Identifier: Apache-2.0
#include "lib/http/target.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "lib/http/limits.h"

namespace compendium::http {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Parameter = Target::Parameter;

TEST(Target, HasPathAndParameters) {
  const auto target = Target::Parse("/a/b%20c?x=1&y=%C3%A9+e&z");

  ASSERT_TRUE(target.ok()) << target.status();
  EXPECT_EQ(target->path(), "/a/b c");
  EXPECT_THAT(target->parameters(),
              ElementsAre(Parameter{"x", "1"}, Parameter{"y", "\u00e9 e"},
                          Parameter{"z", ""}));
  EXPECT_EQ(target->Find("y"), "\u00e9 e");
  EXPECT_EQ(target->Find("no"), std::nullopt);
}

TEST(Target, FirstOfEqualParametersIsFound) {
  EXPECT_EQ(Target::Parse("/?a=1&a=2")->Find("a"), "1");
}

TEST(Target, EmptyQueryHasNoParameters) {
  EXPECT_THAT(Target::Parse("/x?")->parameters(), IsEmpty());
  EXPECT_THAT(Target::Parse("/x?&&")->parameters(), IsEmpty());
}

TEST(Target, EqualsSignsAfterTheFirstBelongToTheValue) {
  EXPECT_EQ(Target::Parse("/?m=YQ==")->Find("m"), "YQ==");
}

TEST(Target, WrittenAndParsedIsTheSame) {
  for (const std::string text :
       {"/", "/a/", "//", "/a%3Fb", "/?=", "/%25?%26=%3D&a=%2B",
        "/%E2%98%83?q=%F0%9F%98%80"}) {
    const auto target = Target::Parse(text);
    ASSERT_TRUE(target.ok()) << text << ": " << target.status();
    const auto again = Target::Parse(target->ToString());
    ASSERT_TRUE(again.ok()) << target->ToString();
    EXPECT_EQ(*again, *target) << text;
  }
}

TEST(Target, WhatIsNoneIsRefused) {
  for (const std::string text :
       {"",           "*",       "a",      "http://host/", "/%",        "/%4",
        "/%4g",       "/%G1",    "/ ",     "/\x7f",        "/\xc3\xa9", "/%C3",
        "/%ED%A0%80", "/%C0%AF", "/%00",   "/?a=%0B",      "/a/../b",   "/.",
        "/%2e%2e/",   "/a%2Fb",  "/a%2fb", "/a\"b",        "/a?b=<"}) {
    EXPECT_EQ(Target::Parse(text).status().code(),
              absl::StatusCode::kInvalidArgument)
        << text;
  }
}

TEST(Target, LimitsHold) {
  EXPECT_TRUE(Target::Parse("/" + std::string(kTargetBytesMax - 1, 'a')).ok());
  EXPECT_FALSE(Target::Parse("/" + std::string(kTargetBytesMax, 'a')).ok());

  std::string many = "/?";
  for (size_t i = 0; i < kParametersMax; ++i) absl::StrAppend(&many, "a=1&");
  EXPECT_TRUE(Target::Parse(many).ok());
  EXPECT_FALSE(Target::Parse(many + "a=1").ok());
}

}  // namespace
}  // namespace compendium::http
