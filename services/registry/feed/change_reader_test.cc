// SPDX-License-Identifier: Apache-2.0
#include "services/registry/feed/change_reader.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "tests/support/registry_heart.h"

namespace compendium::registry {
namespace {

TEST(ChangeReader, ReadsOneRevisionAfterTheOther) {
  tests::RegistryHeart heart;
  for (int i = 1; i <= 200; ++i)
    ASSERT_TRUE(heart.CreateMechanism(absl::StrCat("mechanisms/m", i)).ok());
  ChangeReader reader(heart.store);

  for (int64_t after = 0; after < 200; ++after) {
    const auto change = reader.Next(after);

    ASSERT_TRUE(change.ok());
    EXPECT_EQ((*change)->revision, after + 1);
    EXPECT_EQ((*change)->names.at(0), absl::StrCat("mechanisms/m", after + 1));
  }
}

TEST(ChangeReader, HasNothingWhereNothingWasWritten) {
  tests::RegistryHeart heart;
  ChangeReader reader(heart.store);

  EXPECT_EQ(*reader.Next(0), nullptr);
  ASSERT_TRUE(heart.CreateMechanism("mechanisms/m").ok());
  EXPECT_EQ((*reader.Next(0))->revision, 1);
  EXPECT_EQ(*reader.Next(1), nullptr);
  EXPECT_TRUE(absl::IsOutOfRange(reader.Next(2).status()));
}

TEST(ChangeReader, SharesWhatItEncoded) {
  tests::RegistryHeart heart;
  ASSERT_TRUE(heart.CreateMechanism("mechanisms/m").ok());
  ChangeReader reader(heart.store);

  EXPECT_EQ(*reader.Next(0), *reader.Next(0));
}

TEST(ChangeReader, ReadsAgainWhatItCouldNotKeep) {
  tests::RegistryHeart heart;
  for (int i = 1; i <= 50; ++i)
    ASSERT_TRUE(heart.CreateMechanism(absl::StrCat("mechanisms/m", i)).ok());
  ChangeReader reader(heart.store, /*cache_bytes_max=*/1);

  for (int round = 0; round < 2; ++round)
    for (int64_t after = 0; after < 50; ++after)
      EXPECT_EQ((*reader.Next(after))->revision, after + 1);
}

}  // namespace
}  // namespace compendium::registry
