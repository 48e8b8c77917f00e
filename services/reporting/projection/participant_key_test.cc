// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/participant_key.h"

#include <gtest/gtest.h>

#include <string>

namespace compendium::reporting {
namespace {

ParticipantKey Key(const std::string& as_written,
                   const std::string& country_code = "") {
  registry::v1::Participant participant;
  participant.set_as_written(as_written);
  participant.set_country_code(country_code);
  return KeyOf(participant);
}

TEST(ParticipantKey, CountryCodeDecidesWhateverTheNameSays) {
  EXPECT_EQ(Key("Swaziland", "SWZ"), Key("Eswatini", "SWZ"));
  EXPECT_FALSE(Key("Niger", "NER") == Key("Niger", "NGA"));
}

TEST(ParticipantKey, WithoutACodeTheNameDecides) {
  EXPECT_EQ(Key("The African Union"), Key("African  union"));
  EXPECT_FALSE(Key("IGAD") == Key("ECCAS"));
  EXPECT_FALSE(Key("KEN") == Key("Kenya", "KEN"));
}

TEST(ParticipantKey, NamesWithoutALetterStayApart) {
  EXPECT_FALSE(Key("-") == Key("- -"));
}

TEST(ParticipantKey, CodesComeBeforeNames) {
  EXPECT_LT(Key("Kenya", "KEN"), Key("Zambia", "ZMB"));
  EXPECT_LT(Key("Zambia", "ZMB"), Key("African Union"));
  EXPECT_LT(Key("African Union"), Key("IGAD"));
  EXPECT_FALSE(Key("IGAD") < Key("IGAD"));
}

}  // namespace
}  // namespace compendium::reporting
