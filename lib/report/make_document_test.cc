// SPDX-License-Identifier: Apache-2.0
#include "lib/report/make_document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lib/report/report_test.h"

namespace compendium {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr char kRecords[] = R"pb(
  round {
    form {
      questions { id: "1" title: "Activities" }
      questions { id: "2" }
    }
  }
  mechanism_records { name: "mechanisms/midsa" display_name: "MIDSA in full" }
  questionnaire_records {
    name: "mechanisms/midsa/questionnaires/2016"
    revision: 3
    answers {
      question_id: "1"
      state: ANSWER_STATE_ANSWERED
      text: "See https://a.org.\n• <b>one</b>"
    }
    participants { as_written: "Zambia" role: PARTICIPANT_ROLE_MEMBER }
    participants { as_written: "IOM" role: PARTICIPANT_ROLE_OBSERVER }
    focus_areas { as_written: "Ports" }
  }
)pb";

TEST(MakeDocument, KindThatIsNoneIsRefused) {
  EXPECT_EQ(MakeDocument(ContentOf("")).status().code(),
            absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(MakeDocument(ContentOf("spec { kind: 99 }")).status().code(),
            absl::StatusCode::kInvalidArgument);
}

TEST(MakeDocument, CompendiumHasEveryAnswerWordForWord) {
  const Document document = DocumentOf(ContentOf(
      absl::StrCat("spec { kind: REPORT_KIND_COMPENDIUM }", kRecords)));

  EXPECT_THAT(RowsOf(document, "mechanism-midsa-answers"),
              ElementsAre("1. Activities|See https://a.org.\n• <b>one</b>",
                          "2.|(no answer)"));
  EXPECT_EQ(ProseOf(document, "mechanism-midsa"),
            "mechanisms/midsa/questionnaires/2016, as revision 3 wrote it.\n"
            "Participants: Zambia.\nObservers: IOM.\nFocus areas:\n- Ports\n");
  EXPECT_TRUE(document.sections[1].starts_page);
}

TEST(MakeDocument, RecordsThatContradictEachOtherAreRefused) {
  EXPECT_EQ(MakeDocument(ContentOf(R"pb(
              spec { kind: REPORT_KIND_COMPENDIUM }
              questionnaire_records { name: "mechanisms/x/questionnaires/2016" }
            )pb"))
                .status()
                .code(),
            absl::StatusCode::kInvalidArgument);
}

TEST(MakeDocument, ProfileOfAMechanismWithoutQuestionnaireSaysSo) {
  const Document document = DocumentOf(ContentOf(R"pb(
    spec {
      kind: REPORT_KIND_MECHANISM_PROFILE
      parameters { mechanism: "mechanisms/midsa" }
    }
    mechanism_records {
      name: "mechanisms/midsa"
      display_name: "MIDSA in full"
      website_uri: "https://midsa.org"
    })pb"));

  EXPECT_EQ(document.title, "MIDSA in full");
  EXPECT_THAT(ProseOf(document, "summary"),
              AllOf(HasSubstr("no questionnaire in this round"),
                    HasSubstr("- Website: https://midsa.org")));
  EXPECT_THAT(ProseOf(document, "projects"),
              HasSubstr("No projects are told of."));
}

TEST(MakeDocument, ProfileHasItsProjectsAndPublications) {
  const Document document = DocumentOf(ContentOf(
      absl::StrCat(R"pb(
                     spec {
                       kind: REPORT_KIND_MECHANISM_PROFILE
                       parameters { mechanism: "mechanisms/midsa" }
                     }
                     projects {
                       projects {
                         questionnaire: "mechanisms/midsa/questionnaires/2016"
                         project {
                           title: "Ports"
                           period { edtf: "2016/2018" }
                           objective: "more"
                           website_uri: "https://b.org"
                           evidence { question_id: "3" quote: "Ports for all" }
                         }
                       }
                     }
                     publications {
                       publications {
                         questionnaire: "mechanisms/midsa/questionnaires/2016"
                         publication { date { as_written: "soon" } }
                       }
                     })pb",
                   kRecords)));

  EXPECT_THAT(RowsOf(document, "projects-table"),
              ElementsAre("Ports\nhttps://b.org|2016–2018|more|||1"));
  EXPECT_THAT(RowsOf(document, "publications-table"),
              ElementsAre("(no title)|soon||2"));
  EXPECT_THAT(RowsOf(document, "answers-table"), Contains("2.|(no answer)"));
}

TEST(MakeDocument, OverviewKeepsGoalsApartFromTargets) {
  const Document document = DocumentOf(ContentOf(R"pb(
    spec { kind: REPORT_KIND_ROUND_OVERVIEW }
    coverage {
      framework: "sdg"
      framework_version: "2015"
      nodes { code: "10" level: NODE_LEVEL_GOAL }
      unclaimed_codes: "1"
      unclaimed_codes: "10.7"
    }
    completion { questionnaire_count: 2 })pb"));

  const auto figures = RowsOf(document, "figures");
  EXPECT_THAT(figures,
              Contains("Goals that somebody claims, of 2|1|Who supports what"));
  EXPECT_THAT(figures,
              Contains("Targets that nobody claims|1|Who supports what"));
  EXPECT_THAT(figures,
              Contains("Mechanisms with a questionnaire|2|Who answered"));
  EXPECT_THAT(ProseOf(document, "coverage"),
              HasSubstr("- Targets that nobody claims: 1 of 1: 10.7."));
}

}  // namespace
}  // namespace compendium
