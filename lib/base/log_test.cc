// SPDX-License-Identifier: Apache-2.0
#include "lib/base/log.h"

#include <gtest/gtest.h>

namespace compendium::base {
namespace {

TEST(Log, PutsTheEventFirst) {
  EXPECT_EQ(LogLine(Severity::kInfo, "started", {{"port", "1"}}),
            "{\"event\":\"started\",\"severity\":\"info\",\"port\":\"1\"}\n");
}

TEST(Log, EscapesWhatJsonForbids) {
  EXPECT_EQ(LogLine(Severity::kError, "a\"b\\c\nd", {}),
            "{\"event\":\"a\\\"b\\\\c\\u000ad\",\"severity\":\"error\"}\n");
}

}  // namespace
}  // namespace compendium::base
