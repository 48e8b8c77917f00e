// SPDX-License-Identifier: Apache-2.0
#include "lib/json/json_input.h"

#include <gtest/gtest.h>

#include <string>

#include "compendium/registry/v1/mechanism.pb.h"

namespace compendium {
namespace {

TEST(JsonInput, ReadsProto3Json) {
  registry::v1::Mechanism mechanism;

  const absl::Status status = ReadJson(
      R"({"displayName":"x","revision":"7","secretariat":"y"})", mechanism);

  EXPECT_TRUE(status.ok()) << status;
  EXPECT_EQ(mechanism.display_name(), "x");
  EXPECT_EQ(mechanism.revision(), 7);
}

TEST(JsonInput, WhatIsNoneIsRefused) {
  for (const std::string text :
       {"", "{", "[]", "null{}", R"({"displayName":1})", R"({"no_field":1})",
        "{} {}", "\xff"}) {
    registry::v1::Mechanism mechanism;
    EXPECT_EQ(ReadJson(text, mechanism).code(),
              absl::StatusCode::kInvalidArgument)
        << text;
  }
}

TEST(JsonInput, DepthHasALimit) {
  registry::v1::Mechanism mechanism;
  EXPECT_FALSE(ReadJson(std::string(100'000, '['), mechanism).ok());
}

}  // namespace
}  // namespace compendium
