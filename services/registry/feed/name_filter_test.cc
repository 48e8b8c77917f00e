// SPDX-License-Identifier: Apache-2.0
#include "services/registry/feed/name_filter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace compendium::registry {
namespace {

using testing::ElementsAre;

TEST(NameFilter, WithoutPrefixFitsEverything) {
  EXPECT_TRUE(NameFilter({}).Fits("rounds/2016"));
  EXPECT_THAT(NameFilter({}).prefixes(), ElementsAre(""));
  EXPECT_TRUE(NameFilter({"", "x"}).Fits("rounds/2016"));
}

TEST(NameFilter, FitsWhatBeginsWithAPrefix) {
  const NameFilter filter({"rounds/", "mechanisms/midsa", "mechanisms/b"});

  EXPECT_TRUE(filter.Fits("rounds/2016"));
  EXPECT_TRUE(filter.Fits("mechanisms/midsa"));
  EXPECT_TRUE(filter.Fits("mechanisms/midsa/questionnaires/2016"));
  EXPECT_TRUE(filter.Fits("mechanisms/b-2"));
  EXPECT_FALSE(filter.Fits("mechanisms/mids"));
  EXPECT_FALSE(filter.Fits("mechanisms/a"));
  EXPECT_FALSE(filter.Fits("rounds"));
  EXPECT_FALSE(filter.Fits(""));
  EXPECT_FALSE(filter.Fits("z"));
}

TEST(NameFilter, KeepsNoPrefixThatAnotherCovers) {
  EXPECT_THAT(NameFilter({"b/c", "a", "b/", "a", "b/cd", "bb"}).prefixes(),
              ElementsAre("a", "b/", "bb"));
}

}  // namespace
}  // namespace compendium::registry
