// SPDX-License-Identifier: Apache-2.0
#include "lib/json/json_output.h"

#include <cstdint>

#include <gtest/gtest.h>

#include "compendium/registry/v1/mechanism.pb.h"

namespace compendium {
namespace {

TEST(JsonOutput, IsProto3Json) {
  registry::v1::Mechanism mechanism;
  mechanism.set_display_name("x");
  mechanism.set_revision(7);

  EXPECT_EQ(JsonDocument(mechanism).value_or(""),
            "{\n \"displayName\": \"x\",\n \"revision\": \"7\"\n}\n");
  EXPECT_EQ(JsonLine(mechanism).value_or(""),
            "{\"displayName\":\"x\",\"revision\":\"7\"}\n");
  EXPECT_EQ(JsonText(mechanism).value_or(""),
            "{\"displayName\":\"x\",\"revision\":\"7\"}");
}

TEST(JsonOutput, WhatJsonCannotSayIsAnErrorAndNotTheEnd) {
  registry::v1::Mechanism mechanism;
  // Beyond the year 9999, where proto3 JSON ends.
  mechanism.mutable_create_time()->set_seconds(int64_t{1} << 60);

  EXPECT_TRUE(absl::IsInternal(JsonDocument(mechanism).status()));
  EXPECT_TRUE(absl::IsInternal(JsonLine(mechanism).status()));
}

}  // namespace
}  // namespace compendium
