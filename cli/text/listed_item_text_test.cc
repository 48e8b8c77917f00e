// SPDX-License-Identifier: Apache-2.0
#include "cli/text/listed_item_text.h"

#include <string>

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include "absl/strings/str_split.h"
#include "lib/base/status_macros.h"
#include "lib/words/display_width.h"

namespace compendium {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

template <class Message>
Message FromText(const std::string& text) {
  Message message;
  CHECK(google::protobuf::TextFormat::ParseFromString(text, &message));
  return message;
}

const char kProjects[] = R"pb(
  projects {
    questionnaire: "mechanisms/midsa/questionnaires/2016"
    project {
      title: "Open ports"
      period { edtf: "2015-06/2019-05" }
      objective: "To keep the ports of the region open for whoever needs them, day and night"
      coverage: "The coast"
      funding: "A fund"
      website_uri: "https://ports.example.org"
      evidence { question_id: "3" quote: "Open\nports" }
    }
  }
  projects {
    questionnaire: "mechanisms/midsa/questionnaires/2016"
    project { period { as_written: "soon" } }
  }
  projects {
    questionnaire: "mechanisms/rcm/questionnaires/2017"
    project { title: "Roads" }
  })pb";

TEST(ListedItemText, ProjectsStandUnderTheirQuestionnaires) {
  EXPECT_EQ(
      ProjectsText(FromText<reporting::v1::Projects>(kProjects), ShortNames(),
                   {}),
      "MIDSA 2016\n"
      "  Open ports\n"
      "    period    Jun 2015–May 2019\n"
      "    objective To keep the ports of the region open for whoever needs "
      "them, day\n"
      "              and night\n"
      "    coverage  The coast\n"
      "    funding   A fund\n"
      "    website   https://ports.example.org\n"
      "  (no title)\n"
      "    period    soon\n"
      "\n"
      "RCM 2017\n"
      "  Roads\n"
      "\n"
      "3 projects of 2 questionnaires.\n");
}

TEST(ListedItemText, EvidenceIsQuotedWhenAskedFor) {
  const auto projects = FromText<reporting::v1::Projects>(kProjects);

  EXPECT_THAT(ProjectsText(projects, ShortNames(), {.evidence = true}),
              HasSubstr("said in 3 “Open ports”\n"));
  EXPECT_THAT(ProjectsText(projects, ShortNames(), {}),
              Not(HasSubstr("said in")));
}

TEST(ListedItemText, PublicationsSayHowFarTheyAre) {
  const auto publications = FromText<reporting::v1::Publications>(R"pb(
    publications {
      questionnaire: "mechanisms/midsa/questionnaires/2016"
      publication {
        title: "Port atlas"
        date { edtf: "2016~" }
        status: PUBLICATION_STATUS_IN_PREPARATION
        link_uri: "https://atlas.example.org"
      }
    })pb");

  EXPECT_EQ(PublicationsText(publications, ShortNames(), {}),
            "MIDSA 2016\n"
            "  Port atlas\n"
            "    date      about 2016\n"
            "    status    in preparation\n"
            "    link      https://atlas.example.org\n"
            "\n"
            "1 publication of 1 questionnaire.\n");
}

TEST(ListedItemText, NoLineIsWiderThanAsked) {
  const std::string text =
      ProjectsText(FromText<reporting::v1::Projects>(kProjects), ShortNames(),
                   {.width = 40, .evidence = true});

  for (absl::string_view line : absl::StrSplit(text, '\n'))
    EXPECT_LE(DisplayWidth(line), 40u) << line;
}

TEST(ListedItemText, NothingIsCountedToo) {
  EXPECT_EQ(ProjectsText({}, ShortNames(), {}),
            "0 projects of 0 questionnaires.\n");
}

}  // namespace
}  // namespace compendium
