// SPDX-License-Identifier: Apache-2.0
#include "lib/document/section.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace compendium {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> HeadingsOf(absl::string_view text) {
  std::vector<std::string> headings;
  for (const Section& section : FindSections(ReadLines(text))) {
    headings.push_back(section.heading);
  }
  return headings;
}

TEST(Section, HeadingStandsAboveMembersAndQuestions) {
  EXPECT_THAT(HeadingsOf("A cover\n\n**Isles Forum**\n\nMembers: Fiji\n\n"
                         "1. Main activities:\tx\n"),
              ElementsAre("Isles Forum"));
}

TEST(Section, EachRestartOfQuestionsIsASection) {
  EXPECT_THAT(HeadingsOf("One\nMembers: Fiji\n1. Main activities:\tx\n"
                         "4 New publications:\ty\n"
                         "Two\nFocus:\n- work\n1. Main activities:\tx\n"
                         "4 New publications:\ty\n"
                         "Three\n\n1. Main activities:\tx\n"),
              ElementsAre("One", "Two", "Three"));
}

TEST(Section, TableOfContentsIsNoHeading) {
  EXPECT_THAT(HeadingsOf("Contents:\n\n- ⇒ MIDSA\n- ⇒ MIDWA\n\nIsles Forum\n\n"
                         "Members: Fiji\n1. Main activities:\tx\n"),
              ElementsAre("Isles Forum"));
}

TEST(Section, HeadingMayBeBrokenIntoLines) {
  EXPECT_THAT(HeadingsOf("South American Conference\non Migration\n\n"
                         "Members: Peru\n1. Main activities:\tx\n"),
              ElementsAre("South American Conference on Migration"));
  EXPECT_THAT(HeadingsOf("Great Forum of\nall the Isles\n\n"
                         "Members: Fiji\n1. Main activities:\tx\n"),
              ElementsAre("Great Forum of all the Isles"));
}

TEST(Section, LinesBetweenKnownHeadingAndMembersAreAllowed) {
  EXPECT_THAT(HeadingsOf("MIDSA\n\nfounded in 2000\n\nMembers: Malawi\n"
                         "1. Main activities:\tx\n"),
              ElementsAre("MIDSA"));
}

TEST(Section, MembersInAnAnswerStartNoSection) {
  EXPECT_THAT(HeadingsOf("One\nMembers: Fiji\n1. Main activities:\tx\n"
                         "3. New projects this year:\n\nA project\n\n"
                         "Participants: all\n\n3A the above-mentioned project\t"
                         "y\n4 New publications:\ty\n"),
              ElementsAre("One"));
}

TEST(Section, ParticipantsOnTheCoverStartNoSection) {
  EXPECT_THAT(HeadingsOf("A meeting\n\nParticipants: everybody\n\nOne\n"
                         "Members: Fiji\n1. Main activities:\tx\n"),
              ElementsAre("One"));
}

TEST(Section, TextWithoutHeadingHasNone) {
  EXPECT_THAT(HeadingsOf(""), IsEmpty());
  EXPECT_THAT(HeadingsOf("Members: Fiji\n1. Main activities:\tx\n"), IsEmpty());
  EXPECT_THAT(HeadingsOf("1. Main activities:\tx\n"), IsEmpty());
  EXPECT_THAT(HeadingsOf("Only a text.\n\nNothing more.\n"), IsEmpty());
}

}  // namespace
}  // namespace compendium
