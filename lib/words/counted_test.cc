// SPDX-License-Identifier: Apache-2.0
#include "lib/words/counted.h"

#include <gtest/gtest.h>

namespace compendium {
namespace {

TEST(Counted, OneHasNoPlural) {
  EXPECT_EQ(Counted(0, "record"), "0 records");
  EXPECT_EQ(Counted(1, "record"), "1 record");
  EXPECT_EQ(Counted(2, "record"), "2 records");
}

}  // namespace
}  // namespace compendium
