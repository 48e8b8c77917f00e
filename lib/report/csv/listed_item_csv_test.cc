// SPDX-License-Identifier: Apache-2.0
#include "lib/report/csv/listed_item_csv.h"

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include "lib/base/status_macros.h"

namespace compendium {
namespace {

using ::google::protobuf::TextFormat;

TEST(ProjectsCsv, EachProjectIsARow) {
  reporting::v1::Projects projects;
  CHECK(TextFormat::ParseFromString(
      R"pb(
        projects {
          questionnaire: "mechanisms/midsa/questionnaires/2016"
          project {
            id: "p1"
            title: "Labour, skills"
            period {
              as_written: "Oct 2016 to Sep 2017"
              edtf: "2016-10/2017-09"
              earliest_day: "2016-10-01"
              latest_day: "2017-09-30"
            }
            objective: "= more"
            coverage: "Region"
            funding: "IOM"
            website_uri: "https://a.org"
            evidence { question_id: "3A" quote: "\"Labour\"\nit is" }
            origin: ORIGIN_EXTRACTED
          }
        }
        projects {
          questionnaire: "mechanisms/rcm/questionnaires/2018"
          project { title: "B" }
        })pb",
      &projects));

  EXPECT_EQ(ProjectsCsv(projects, 12),
            "round,mechanism,id,title,period_as_written,period,earliest_day,"
            "latest_day,objective,coverage,funding,website_uri,question,quote,"
            "origin,computed_at_revision\r\n"
            "2016,midsa,p1,\"Labour, skills\",Oct 2016 to Sep 2017,"
            "2016-10/2017-09,2016-10-01,2017-09-30,'= more,Region,IOM,"
            "https://a.org,3A,\"\"\"Labour\"\"\nit is\",extracted,12\r\n"
            "2018,rcm,,B,,,,,,,,,,,,12\r\n");
}

TEST(PublicationsCsv, EachPublicationIsARow) {
  reporting::v1::Publications publications;
  CHECK(TextFormat::ParseFromString(
      R"pb(
        publications {
          questionnaire: "mechanisms/midsa/questionnaires/2016"
          publication {
            id: "b1"
            title: "Atlas"
            date {
              as_written: "2015"
              edtf: "2015"
              earliest_day: "2015-01-01"
              latest_day: "2015-12-31"
            }
            status: PUBLICATION_STATUS_IN_PREPARATION
            link_uri: "https://b.org"
            evidence { question_id: "4" quote: "Atlas" }
            origin: ORIGIN_CURATED
          }
        })pb",
      &publications));

  EXPECT_EQ(PublicationsCsv(publications, 12),
            "round,mechanism,id,title,date_as_written,date,earliest_day,"
            "latest_day,status,link_uri,question,quote,origin,"
            "computed_at_revision\r\n"
            "2016,midsa,b1,Atlas,2015,2015,2015-01-01,2015-12-31,"
            "in preparation,https://b.org,4,Atlas,curated,12\r\n");
}

}  // namespace
}  // namespace compendium
