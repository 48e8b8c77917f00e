// SPDX-License-Identifier: Apache-2.0
#include "lib/report/csv/diff_csv.h"

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <string>

#include "lib/base/status_macros.h"

namespace compendium {
namespace {

TEST(DiffCsv, EachRevisionOfACellIsARow) {
  reporting::v1::Diff diff;
  CHECK(google::protobuf::TextFormat::ParseFromString(
      R"pb(
        round: "rounds/2016"
        from_revision: 3
        to_revision: 9
        cells {
          kind: DIFF_KIND_COVERAGE
          questionnaire: "mechanisms/midsa/questionnaires/2016"
          subject: "10.7"
          title: "Orderly migration"
          old_value: "2C explicit"
          evidence {
            movement: EVIDENCE_MOVEMENT_WENT
            evidence { quote: "SDG 10.7" }
          }
          revisions {
            revision: 5
            commit_time { seconds: 1480000000 }
            author: "a.diallo"
            reason: "letter"
            value: "3A possible"
          }
          revisions {
            revision: 9
            commit_time { seconds: 1480000060 }
            author: "b.okafor"
            reason: "asked"
          }
        }
      )pb",
      &diff));

  EXPECT_EQ(DiffCsv(diff),
            "kind,round,mechanism,subject,title,old_value,new_value,"
            "quotes_gone,quotes_come,revision,commit_time,author,reason,value,"
            "from_revision,to_revision\r\n"
            "coverage,2016,midsa,10.7,Orderly migration,2C explicit,,SDG 10.7,"
            ",5,2016-11-24 15:06:40Z,a.diallo,letter,3A possible,3,9\r\n"
            "coverage,2016,midsa,10.7,Orderly migration,2C explicit,,SDG 10.7,"
            ",9,2016-11-24 15:07:40Z,b.okafor,asked,,3,9\r\n");
}

// Reports by other rules may differ by no revision, and reports of no round in
// several.
TEST(DiffCsv, ACellWithoutRevisionIsARowToo) {
  reporting::v1::Diff diff;
  CHECK(google::protobuf::TextFormat::ParseFromString(
      R"pb(
        from_revision: 3
        to_revision: 9
        cells {
          kind: DIFF_KIND_PARTICIPATION
          questionnaire: "mechanisms/midsa/questionnaires/2015"
          subject: "ZMB"
          new_value: "member"
        }
      )pb",
      &diff));

  const std::string csv = DiffCsv(diff);

  EXPECT_EQ(csv.substr(csv.find('\n') + 1),
            "participation,2015,midsa,ZMB,,,member,,,,,,,,3,9\r\n");
}

}  // namespace
}  // namespace compendium
