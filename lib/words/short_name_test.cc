// SPDX-License-Identifier: Apache-2.0
#include "lib/words/short_name.h"

#include <gtest/gtest.h>

namespace compendium {
namespace {

TEST(ShortNames, IdsReadAsNames) {
  const ShortNames names;

  EXPECT_EQ(names.Of("mechanisms/almaty-process"), "Almaty");
  EXPECT_EQ(names.Of("mechanisms/midsa"), "MIDSA");
  EXPECT_EQ(names.Of("mechanisms/pan-african-forum"), "Pan-African");
  EXPECT_EQ(names.Of("mechanisms/midsa/questionnaires/2016"), "MIDSA");
  EXPECT_EQ(names.Of("rounds/2016"), "rounds/2016");
}

TEST(ShortNames, AnAcronymComesFirst) {
  ShortNames names;
  registry::v1::Mechanism mechanism;
  mechanism.set_name("mechanisms/5-5-dialogue");
  mechanism.set_acronym("5+5 Dialogue");

  names.Add(mechanism);

  EXPECT_EQ(names.Of("mechanisms/5-5-dialogue"), "5+5");
}

TEST(ShortNames, ANameThatTheIdIsMadeFromIsShortened) {
  ShortNames names;
  registry::v1::Mechanism mechanism;
  mechanism.set_name("mechanisms/5-5-dialogue");
  mechanism.set_display_name("5+5 Dialogue on Migration");
  names.Add(mechanism);

  mechanism.set_name("mechanisms/pan-african-forum");
  mechanism.set_display_name("Intra-Regional Forum on Migration in Africa");
  names.Add(mechanism);

  EXPECT_EQ(names.Of("mechanisms/5-5-dialogue"), "5+5");
  EXPECT_EQ(names.Of("mechanisms/pan-african-forum"), "Pan-African");
}

TEST(ShortNames, ALongAcronymIsNotOne) {
  ShortNames names;
  registry::v1::Mechanism mechanism;
  mechanism.set_name("mechanisms/rcm");
  mechanism.set_acronym("Regional Conference on Migration");

  names.Add(mechanism);

  EXPECT_EQ(names.Of("mechanisms/rcm"), "RCM");
}

}  // namespace
}  // namespace compendium
