// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/mechanism_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace compendium {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(MechanismNames, AcronymsStandInTheParenthesis) {
  const auto names =
      ParseMechanismNames("Sea Conference (SEAC – also known as the Sail RCP)");

  EXPECT_EQ(names.name, "Sea Conference");
  EXPECT_THAT(names.acronyms, ElementsAre("SEAC"));
  EXPECT_TRUE(names.is_conference);
}

TEST(MechanismNames, HeadingMayHaveNone) {
  const auto names = ParseMechanismNames("Sea Process");

  EXPECT_THAT(names.acronyms, IsEmpty());
  EXPECT_FALSE(names.is_conference);
  EXPECT_FALSE(names.IsAcronym("Sea"));
}

}  // namespace
}  // namespace compendium
