// SPDX-License-Identifier: Apache-2.0
#include "cli/text/clash_text.h"

#include <string>

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "lib/base/status_macros.h"
#include "lib/words/display_width.h"

namespace compendium {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const char kEvents[] = R"pb(
  first {
    title: "Senior officials' meeting"
    date { edtf: "2016-09-19/2016-09-20" }
    city: "Almaty"
    country_code: "KAZ"
    level: MEETING_LEVEL_SENIOR_OFFICIALS
    status: MEETING_STATUS_PLANNED
    mechanisms: "mechanisms/almaty-process"
  }
  second {
    title: "National contact points' meeting"
    date { edtf: "2016-09-19" }
    city: "Prague"
    country_code: "CZE"
    mechanisms: "mechanisms/prague-process"
  })pb";

// One clash of the two events with this content.
reporting::v1::Clashes WithClash(const std::string& content) {
  reporting::v1::Clashes clashes;
  CHECK(google::protobuf::TextFormat::ParseFromString(
      absl::StrCat("clashes {", kEvents, content,
                   "} events {} events {} compared_event_count: 9"),
      &clashes));
  return clashes;
}

const char kCertain[] = R"pb(
  certainty: CLASH_CERTAINTY_CERTAIN
  certain_days { first_day: "2016-09-19" last_day: "2016-09-19" }
  states {
    country_code: "AZE"
    first { role: PARTICIPANT_ROLE_MEMBER }
    second { role: PARTICIPANT_ROLE_MEMBER }
  }
  states {
    country_code: "CHE"
    first { role: PARTICIPANT_ROLE_OBSERVER }
    second { role: PARTICIPANT_ROLE_MEMBER }
  })pb";

TEST(ClashText, ShowsBothMeetingsTheDaysAndTheStates) {
  reporting::v1::Clashes clashes = WithClash(kCertain);
  clashes.set_certain_count(1);
  clashes.set_undated_event_count(3);

  const std::string text = ClashesText(clashes, ShortNames(), 80);

  EXPECT_THAT(text, HasSubstr("Certain: days that both meetings cover.\n"));
  EXPECT_THAT(text, HasSubstr("19–20 Sep 2016  Almaty,"));
  EXPECT_THAT(text, HasSubstr("19 Sep 2016     Prague,"));
  EXPECT_THAT(text, HasSubstr("\n    = 19 Sep 2016: 2 States: Azerbaijan, "
                              "Switzerland (observer)\n"));
  EXPECT_THAT(text, HasSubstr("1 certain and 0 possible clashes of 2 events; "
                              "compared 9. Left out: 3 without"));
  EXPECT_THAT(text, Not(HasSubstr("Possible:")));
}

TEST(ClashText, PossibleClashesStandUnderTheirOwnHeading) {
  const std::string text =
      ClashesText(WithClash("certainty: CLASH_CERTAINTY_POSSIBLE "
                            "possible_days { first_day: '2016-09-01' last_day: "
                            "'2016-09-30' } states { country_code: 'AZE' }"),
                  ShortNames(), 80);

  EXPECT_THAT(text, HasSubstr("Possible: days that both meetings may be on"));
  EXPECT_THAT(text, HasSubstr("= 1–30 Sep 2016: 1 State: Azerbaijan\n"));
  EXPECT_THAT(text, Not(HasSubstr("Certain:")));
}

TEST(ClashText, DaysThatAreOnlyPossibleAreToldApart) {
  const std::string text = ClashesText(
      WithClash(absl::StrCat(kCertain,
                             "possible_days { first_day: '2016-09-20' "
                             "last_day: '2016-09-20' }")),
      ShortNames(), 80);

  EXPECT_THAT(text, HasSubstr("= 19 Sep 2016 (perhaps also 20 Sep 2016): "));
}

TEST(ClashText, ManyStatesAreNamedByTheirCodes) {
  std::string states = kCertain;
  for (const char* code : {"ALB", "ARM", "AUT", "BEL", "BGR", "BIH", "BLR",
                           "CYP", "CZE", "DEU", "DNK"})
    absl::StrAppend(&states, "states { country_code: '", code, "' }");

  const std::string text = ClashesText(WithClash(states), ShortNames(), 80);

  EXPECT_THAT(text, HasSubstr("13 States: ALB, ARM, AUT, AZE, BEL, BGR,"));
}

TEST(ClashText, NoLineIsWiderThanAsked) {
  const std::string text = ClashesText(WithClash(kCertain), ShortNames(), 80);

  for (absl::string_view line : absl::StrSplit(text, '\n'))
    EXPECT_LE(DisplayWidth(line), 80u) << line;
}

}  // namespace
}  // namespace compendium
