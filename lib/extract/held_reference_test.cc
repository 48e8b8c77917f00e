// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/held_reference.h"

#include <gtest/gtest.h>
#include <string>

namespace compendium {
namespace {

registry::v1::MeetingStatus StatusAfter(const std::string& text,
                                        const std::string& title) {
  std::vector<MeetingMention> mentions(1);
  mentions[0].title = title;
  const AnswerText answer(text);
  HoldReferenced(FindHeldReferences(answer), mentions);
  return mentions[0].status;
}

TEST(HeldReference, PastSentenceShowsThatTheMeetingWasHeld) {
  EXPECT_EQ(StatusAfter("Guests of the 2nd Port Forum derived these points:",
                        "Officials - 2nd Port Forum in the North"),
            registry::v1::MEETING_STATUS_HELD);
}

TEST(HeldReference, FutureOtherNumberOrNoNumberShowsNothing) {
  const std::string title = "2nd Port Forum";

  EXPECT_EQ(StatusAfter("It will be adopted at the 2nd Port Forum.", title),
            registry::v1::MEETING_STATUS_UNSPECIFIED);
  EXPECT_EQ(StatusAfter("It was adopted at the 3rd Port Forum.", title),
            registry::v1::MEETING_STATUS_UNSPECIFIED);
  EXPECT_EQ(StatusAfter("It was adopted at the Port Forum.", title),
            registry::v1::MEETING_STATUS_UNSPECIFIED);
}

}  // namespace
}  // namespace compendium
