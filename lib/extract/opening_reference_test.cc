// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/opening_reference.h"

#include <gtest/gtest.h>
#include <string>

namespace compendium {
namespace {

constexpr auto kHeld = registry::v1::MEETING_STATUS_HELD;
constexpr auto kOpen = registry::v1::MEETING_STATUS_UNSPECIFIED;

registry::v1::MeetingStatus StatusAfter(const std::string& text,
                                        const std::string& city = "") {
  std::vector<MeetingMention> mentions(1);
  mentions[0].title = "Pilot 1: Inauguration of the Sailor Help Desk (SHD)";
  mentions[0].city = city;
  const AnswerText answer(text);
  HoldOpened(FindOpenings(answer), mentions);
  return mentions[0].status;
}

TEST(OpeningReference, WhatHasBeenOpenedWasInaugurated) {
  EXPECT_EQ(StatusAfter("Two sailor help desks have been opened."), kHeld);
  EXPECT_EQ(StatusAfter("The sailor\u00a0help desk was launched in June.\r\n"),
            kHeld);
  EXPECT_EQ(StatusAfter("Two sailor help desks have been opened. They work in "
                        "Oslo and in Lima.",
                        "Lima"),
            kHeld);
}

TEST(OpeningReference, OtherThingsPlacesAndTimesShowNothing) {
  EXPECT_EQ(StatusAfter("Two sailor schools have been opened."), kOpen);
  EXPECT_EQ(StatusAfter("Two sailor help desks will be opened."), kOpen);
  EXPECT_EQ(StatusAfter("The sailor help desk has not yet been opened."),
            kOpen);
  EXPECT_EQ(StatusAfter("Two sailor help desks have been visited."), kOpen);
  EXPECT_EQ(StatusAfter("A sailor help desk was opened in Oslo.", "Lima"),
            kOpen);
}

TEST(OpeningReference, PlannedStaysPlanned) {
  std::vector<MeetingMention> mentions(1);
  mentions[0].title = "Opening of the Sailor Help Desk";
  mentions[0].status = registry::v1::MEETING_STATUS_PLANNED;
  const AnswerText answer("A sailor help desk was opened.");

  HoldOpened(FindOpenings(answer), mentions);

  EXPECT_EQ(mentions[0].status, registry::v1::MEETING_STATUS_PLANNED);
}

}  // namespace
}  // namespace compendium
