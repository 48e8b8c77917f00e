// SPDX-License-Identifier: Apache-2.0
#include "lib/report/csv/clash_csv.h"

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include "lib/base/status_macros.h"

namespace compendium {
namespace {

constexpr char kHeader[] =
    "certainty,from_day,to_day,certain_days,possible_days,country_code,country,"
    "first_key,first_title,first_date,first_city,first_country_code,"
    "first_level,first_status,first_mechanisms,first_as_written,first_roles,"
    "second_key,second_title,second_date,second_city,second_country_code,"
    "second_level,second_status,second_mechanisms,second_as_written,"
    "second_roles,shared_mechanisms,computed_at_revision\r\n";

std::string CsvOf(const std::string& text) {
  reporting::v1::Clashes clashes;
  CHECK(google::protobuf::TextFormat::ParseFromString(text, &clashes));
  return ClashCsv(clashes, 12);
}

TEST(ClashCsv, EachStateOfAClashIsARow) {
  EXPECT_EQ(
      CsvOf(R"pb(
        clashes {
          certainty: CLASH_CERTAINTY_CERTAIN
          certain_days { first_day: "2016-11-15" last_day: "2016-11-15" }
          possible_days { first_day: "2016-11-14" last_day: "2016-11-14" }
          possible_days { first_day: "2016-11-16" last_day: "2016-11-17" }
          first {
            key: "a"
            title: "Steering, 2nd"
            date { edtf: "2016-11-14/2016-11-15" }
            city: "Colombo"
            country_code: "LKA"
            level: MEETING_LEVEL_SENIOR_OFFICIALS
            status: MEETING_STATUS_HELD
            mechanisms: "mechanisms/bali-process"
            mechanisms: "mechanisms/rcm"
          }
          second { key: "b" mechanisms: "mechanisms/rcm" }
          shared_mechanisms: "mechanisms/rcm"
          states {
            country_code: "TUR"
            first { as_written: "Turkey" role: PARTICIPANT_ROLE_MEMBER }
            first { as_written: "Türkiye" role: PARTICIPANT_ROLE_MEMBER }
            second { as_written: "Turkey" }
          }
          states {
            country_code: "USA"
            first { as_written: "USA" role: PARTICIPANT_ROLE_OBSERVER }
            second { as_written: "USA" role: PARTICIPANT_ROLE_MEMBER }
          }
        })pb"),
      std::string(kHeader) +
          "certain,2016-11-15,2016-11-15,2016-11-15,"
          "2016-11-14; 2016-11-16/2016-11-17,TUR,Türkiye,a,\"Steering, 2nd\","
          "2016-11-14/2016-11-15,Colombo,LKA,senior officials,held,"
          "bali-process; rcm,Turkey; Türkiye,member,b,,,,,,,rcm,Turkey,,rcm,"
          "12\r\n"
          "certain,2016-11-15,2016-11-15,2016-11-15,"
          "2016-11-14; 2016-11-16/2016-11-17,USA,United States of America,a,"
          "\"Steering, 2nd\",2016-11-14/2016-11-15,Colombo,LKA,"
          "senior officials,held,bali-process; rcm,USA,observer,b,,,,,,,rcm,"
          "USA,member,rcm,12\r\n");
}

TEST(ClashCsv, APossibleOneHasItsPossibleDays) {
  EXPECT_EQ(CsvOf(R"pb(
              clashes {
                certainty: CLASH_CERTAINTY_POSSIBLE
                possible_days { first_day: "2016-05-02" last_day: "2016-05-06" }
                states { country_code: "ZZZ" }
              })pb"),
            std::string(kHeader) +
                "possible,2016-05-02,2016-05-06,,2016-05-02/2016-05-06,ZZZ,,,,,"
                ",,,,,,,,,,,,,,,,,,12\r\n");
}

TEST(ClashCsv, WithoutClashesThereIsTheHeader) {
  EXPECT_EQ(CsvOf(""), kHeader);
}

}  // namespace
}  // namespace compendium
