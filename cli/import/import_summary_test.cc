// SPDX-License-Identifier: Apache-2.0
#include "cli/import/import_summary.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "lib/base/status_macros.h"

namespace compendium {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

registry::v1::Record FromText(const std::string& text) {
  registry::v1::Record record;
  CHECK(google::protobuf::TextFormat::ParseFromString(text, &record));
  return record;
}

// Of an import that `status` ended before the questionnaire, or that did not
// end early.
ImportSummary Sample(const absl::Status& status = absl::OkStatus()) {
  ImportSource source;
  source.round_id = "2016";
  source.line_begins = {0, 100, 200, 300};
  source.records = {
      FromText(R"pb(
        round {
          name: "rounds/2016"
          documents {
            remainders {
              span { begin_byte: 250 end_byte: 260 }
              text: "late"
            }
            remainders {
              span { begin_byte: 0 end_byte: 4 }
              text: "Titl"
            }
            sections {
              questionnaire: "mechanisms/5-5-dialogue/questionnaires/2016"
              span { begin_byte: 90 end_byte: 250 }
            }
          }
        })pb"),
      FromText(R"pb(mechanism {
                      name: "mechanisms/5-5-dialogue"
                      display_name: "5+5 Dialogue on Migration"
                    })pb"),
      FromText(R"pb(
        questionnaire {
          name: "mechanisms/5-5-dialogue/questionnaires/2016"
          participants { as_written: "Malta" }
          answers { state: ANSWER_STATE_BLANK }
          answers { state: ANSWER_STATE_ANSWERED }
          answers { state: ANSWER_STATE_NOT_APPLICABLE }
          claims { code: "10.7" }
          meetings {}
          meetings {}
          remainders {
            span { begin_byte: 10 end_byte: 13 }
            text: "a\nb"
          }
        })pb")};
  ImportResult result = {
      .outcomes = {{"rounds/2016", WriteAction::kUpdate, 7},
                   {"mechanisms/5-5-dialogue", WriteAction::kSkip, 0},
                   {"mechanisms/5-5-dialogue/questionnaires/2016",
                    WriteAction::kCreate, 9}},
      .status = status};
  if (!status.ok()) {
    result.outcomes[2].action = WriteAction::kNotDone;
    result.outcomes[2].revision = 0;
  }
  ImportSummary summary = Summarize(source, result);
  summary.file_name = "a.txt";
  return summary;
}

TEST(ImportSummary, CountsWhatTheFileSays) {
  const ImportSummary summary = Sample();

  ASSERT_EQ(summary.questionnaires.size(), 1u);
  const ImportSummary::Questionnaire& row = summary.questionnaires[0];
  EXPECT_EQ(row.participants, 1);
  EXPECT_EQ(row.answered, 2);
  EXPECT_EQ(row.blank, 1);
  EXPECT_EQ(row.meetings, 2);
  EXPECT_EQ(row.claims, 1);
  EXPECT_EQ(summary.revision, 9);
  EXPECT_EQ(summary.skipped, 1);
}

TEST(ImportSummary, LeftoversStandInTheOrderOfTheDocument) {
  const ImportSummary summary = Sample();

  ASSERT_EQ(summary.leftovers.size(), 3u);
  EXPECT_EQ(summary.leftovers[0].line, 1);
  EXPECT_EQ(summary.leftovers[1].line, 2);
  EXPECT_EQ(summary.leftovers[2].line, 3);
  EXPECT_EQ(summary.leftovers[1].owner,
            "mechanisms/5-5-dialogue/questionnaires/2016");
}

TEST(ImportSummary, TextNamesMechanismsShortly) {
  const std::string text = SummaryText(Sample(), 120);

  EXPECT_THAT(text, HasSubstr("5+5 "));
  EXPECT_THAT(text, HasSubstr("created, profile skipped"));
  EXPECT_THAT(text, HasSubstr("3 of 17 bytes in all"));
  EXPECT_THAT(text, HasSubstr("; last revision written: 9"));
}

TEST(ImportSummary, JsonIsOneDocument) {
  const auto json = nlohmann::json::parse(SummaryJson(Sample()), nullptr,
                                          /*allow_exceptions=*/false);

  ASSERT_FALSE(json.is_discarded());
  EXPECT_EQ(json["file"], "a.txt");
  EXPECT_EQ(json["round"]["action"], "updated");
  EXPECT_EQ(json["round"]["revision"], "7");
  EXPECT_EQ(json["questionnaires"][0]["claimCount"], 1);
  EXPECT_EQ(json["questionnaires"][0]["mechanism"]["action"], "skipped");
  EXPECT_EQ(json["remainders"][1]["text"], "a\nb");
  EXPECT_EQ(json["remainders"][1]["line"], 2);
}

TEST(ImportSummary, AnImportThatEndedEarlySaysWhatItWrote) {
  const ImportSummary summary = Sample(absl::UnavailableError("gone"));

  const std::string text = SummaryText(summary, 200);
  EXPECT_THAT(text, HasSubstr("not done, profile skipped"));
  EXPECT_THAT(text, Not(HasSubstr("Kept but not understood")));
  EXPECT_THAT(text, HasSubstr("; ended early, 1 record not done; "
                              "last revision written: 7"));
  const auto json = nlohmann::json::parse(SummaryJson(summary), nullptr,
                                          /*allow_exceptions=*/false);
  ASSERT_FALSE(json.is_discarded());
  EXPECT_EQ(json["error"], "gone");
  EXPECT_EQ(json["notDoneCount"], 1);
  EXPECT_EQ(json["questionnaires"][0]["action"], "not done");
}

TEST(ImportSummary, JsonOfAWholeImportHasNoError) {
  EXPECT_THAT(SummaryJson(Sample()), Not(HasSubstr("error")));
}

}  // namespace
}  // namespace compendium
