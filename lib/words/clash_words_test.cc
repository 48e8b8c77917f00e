// SPDX-License-Identifier: Apache-2.0
#include "lib/words/clash_words.h"

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include "lib/base/status_macros.h"

namespace compendium {
namespace {

TEST(ClashWords, DaysStandAsOneDateEach) {
  reporting::v1::Clash clash;
  auto* day = clash.add_certain_days();
  day->set_first_day("2016-11-15");
  day->set_last_day("2016-11-15");
  auto* days = clash.add_certain_days();
  days->set_first_day("2016-11-17");
  days->set_last_day("2016-11-18");

  EXPECT_EQ(DaySpansWords(clash.certain_days()), "15 Nov 2016, 17–18 Nov 2016");
}

TEST(ClashWords, PossibleDaysStandBehindCertainOnes) {
  reporting::v1::Clash clash;
  auto* possible = clash.add_possible_days();
  possible->set_first_day("2016-11-16");
  possible->set_last_day("2016-11-16");
  EXPECT_EQ(ClashDaysWords(clash), "16 Nov 2016");

  auto* certain = clash.add_certain_days();
  certain->set_first_day("2016-11-15");
  certain->set_last_day("2016-11-15");
  EXPECT_EQ(ClashDaysWords(clash), "15 Nov 2016 (perhaps also 16 Nov 2016)");
}

TEST(ClashWords, MembersComeBeforeThoseInAnotherCapacity) {
  reporting::v1::Clash clash;
  CHECK(google::protobuf::TextFormat::ParseFromString(
      R"pb(
        states {
          country_code: "CHE"
          first { role: PARTICIPANT_ROLE_OBSERVER }
          second { role: PARTICIPANT_ROLE_MEMBER }
        }
        states {
          country_code: "TUR"
          first { role: PARTICIPANT_ROLE_MEMBER }
          second {}
        })pb",
      &clash));

  EXPECT_EQ(ClashingStatesWords(clash), "Türkiye, Switzerland (observer)");
}

}  // namespace
}  // namespace compendium
