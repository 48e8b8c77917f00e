// SPDX-License-Identifier: Apache-2.0
#include "lib/document/participant_list.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace compendium {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(ParticipantList, LastNameFollowsAnd) {
  EXPECT_THAT(SplitParticipants("Chad, the Netherlands and Peru."),
              ElementsAre("Chad", "the Netherlands", "Peru"));
  EXPECT_THAT(SplitParticipants("Chad, Mali, and Peru"),
              ElementsAre("Chad", "Mali", "Peru"));
}

TEST(ParticipantList, KnownNameIsNotSplitAtAnd) {
  for (const std::string name :
       {"Bosnia and Herzegovina", "Trinidad and Tobago",
        "Sao Tome and Principe", "Antigua and Barbuda", "Saint Kitts and Nevis",
        "Saint Vincent and the Grenadines"}) {
    EXPECT_THAT(SplitParticipants("Mali, " + name + ", Peru"),
                ElementsAre("Mali", name, "Peru"));
    EXPECT_THAT(SplitParticipants("Mali, Peru and " + name),
                ElementsAre("Mali", "Peru", name));
    EXPECT_THAT(SplitParticipants("Mali, " + name + " and Peru"),
                ElementsAre("Mali", name, "Peru"));
  }
}

TEST(ParticipantList, ParenthesesAreNotSplit) {
  EXPECT_THAT(SplitParticipants("Body One (B1, part of (X, Y)), Body Two (B2)"),
              ElementsAre("Body One (B1, part of (X, Y))", "Body Two (B2)"));
}

TEST(ParticipantList, UnmatchedParenthesisSplitsNothingAway) {
  EXPECT_THAT(SplitParticipants("Mali (a, Peru, Chad"),
              ElementsAre("Mali (a", "Peru", "Chad"));
  EXPECT_THAT(SplitParticipants("Mali), Peru (b, c), Chad"),
              ElementsAre("Mali)", "Peru (b, c)", "Chad"));
}

TEST(ParticipantList, SemicolonsSeparateWhereThereAreSome) {
  EXPECT_THAT(SplitParticipants("Office of A, B and C; Peru"),
              ElementsAre("Office of A, B and C", "Peru"));
}

TEST(ParticipantList, UnknownNameStaysWhole) {
  EXPECT_THAT(SplitParticipants("Arts and Crafts Union, Kosovo*"),
              ElementsAre("Arts and Crafts Union", "Kosovo*"));
}

TEST(ParticipantList, EmptyListHasNone) {
  EXPECT_THAT(SplitParticipants(""), IsEmpty());
  EXPECT_THAT(SplitParticipants(" , ;. "), IsEmpty());
}

}  // namespace
}  // namespace compendium
