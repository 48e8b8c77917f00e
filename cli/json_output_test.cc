// SPDX-License-Identifier: Apache-2.0
#include "cli/json_output.h"

#include <gtest/gtest.h>

#include "compendium/registry/v1/mechanism.pb.h"

namespace compendium {
namespace {

TEST(JsonOutput, IsProto3Json) {
  registry::v1::Mechanism mechanism;
  mechanism.set_display_name("x");
  mechanism.set_revision(7);

  EXPECT_EQ(JsonDocument(mechanism),
            "{\n \"displayName\": \"x\",\n \"revision\": \"7\"\n}\n");
  EXPECT_EQ(JsonLine(mechanism),
            "{\"displayName\":\"x\",\"revision\":\"7\"}\n");
}

}  // namespace
}  // namespace compendium
