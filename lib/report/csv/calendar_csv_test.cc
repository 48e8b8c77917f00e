// SPDX-License-Identifier: Apache-2.0
#include "lib/report/csv/calendar_csv.h"

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include "lib/base/status_macros.h"

namespace compendium {
namespace {

TEST(CalendarCsv, EachSourceIsARow) {
  reporting::v1::Calendar calendar;
  CHECK(google::protobuf::TextFormat::ParseFromString(
      R"pb(
        events {
          key: "k"
          title: "Eleventh meeting"
          date {
            as_written: "14-15 Nov"
            edtf: "2016-11-14/2016-11-15"
            earliest_day: "2016-11-14"
            latest_day: "2016-11-15"
          }
          city: "Colombo"
          country_code: "LKA"
          level: MEETING_LEVEL_SENIOR_OFFICIALS
          status: MEETING_STATUS_HELD
          mechanisms: "mechanisms/bali-process"
          count: 1
          disagreements: DISAGREEMENT_DATE
          disagreements: DISAGREEMENT_PLACE
          sources {
            questionnaire: "mechanisms/bali-process/questionnaires/2016"
            meeting {
              title: "Eleventh meeting"
              date {
                as_written: "14-15 Nov"
                edtf: "2016-11-14/2016-11-15"
                earliest_day: "2016-11-14"
                latest_day: "2016-11-15"
              }
              city: "Colombo"
              country_code: "LKA"
              place_as_written: "Colombo, Sri Lanka"
              level: MEETING_LEVEL_SENIOR_OFFICIALS
              status: MEETING_STATUS_HELD
              evidence { question_id: "2A" quote: "14-15 Nov, Colombo" }
              origin: ORIGIN_EXTRACTED
            }
          }
          sources {
            questionnaire: "mechanisms/rcm/questionnaires/2017"
            meeting { title: "Meeting" }
          }
        })pb",
      &calendar));

  EXPECT_EQ(
      CalendarCsv(calendar, 12),
      "event_key,source,source_count,event_title,event_date,"
      "event_earliest_day,event_latest_day,event_city,event_country_code,"
      "event_level,event_status,meeting_count,disagreements,mechanism,round,"
      "title,date_as_written,date,earliest_day,latest_day,city,country_code,"
      "place_as_written,level,status,question,quote,origin,"
      "computed_at_revision\r\n"
      "k,1,2,Eleventh meeting,2016-11-14/2016-11-15,2016-11-14,2016-11-15,"
      "Colombo,LKA,senior officials,held,1,date; place,bali-process,2016,"
      "Eleventh meeting,14-15 Nov,2016-11-14/2016-11-15,2016-11-14,2016-11-15,"
      "Colombo,LKA,\"Colombo, Sri Lanka\",senior officials,held,2A,"
      "\"14-15 Nov, Colombo\",extracted,12\r\n"
      "k,2,2,Eleventh meeting,2016-11-14/2016-11-15,2016-11-14,2016-11-15,"
      "Colombo,LKA,senior officials,held,1,date; place,rcm,2017,Meeting,,,,,,,"
      ",,,,,,12\r\n");
}

}  // namespace
}  // namespace compendium
