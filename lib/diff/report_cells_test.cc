// SPDX-License-Identifier: Apache-2.0
#include "lib/diff/report_cells.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/diff/compare_cells.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;
using testing::ElementsAre;
using testing::IsEmpty;

v1::ReportContent Content(const std::string& text) {
  v1::ReportContent content;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &content))
      << text;
  return content;
}

// A compendium in which MIDSA says this.
v1::ReportContent Compendium(const std::string& questionnaire) {
  return Content(absl::StrCat(
      "round { form { questions { id: '2' title: 'Meetings' } } } "
      "questionnaire_records { name: 'mechanisms/midsa/questionnaires/2016' ",
      questionnaire, " }"));
}

// "kind|questionnaire|subject: value" of each cell, in the order of the keys.
std::vector<std::string> WordsOf(const Cells& cells) {
  std::vector<std::string> words;
  for (const auto& [key, cell] : cells)
    words.push_back(absl::StrCat(key.kind, "|", key.questionnaire, "|",
                                 key.subject, ": ", cell.value));
  return words;
}

TEST(ReportCells, AreThoseOfAllAnswers) {
  const auto content = Content(R"pb(
    coverage {
      round: "rounds/2016"
      mechanisms {
        mechanism: "mechanisms/midsa"
        verdict: COVERAGE_VERDICT_CLAIMED
      }
    }
    calendar { events { key: "a" } }
    clashes {
      events {
        key: "a"
        sources { meeting { id: "m-1" } }
      }
      events {
        key: "b"
        sources { meeting { id: "m-2" } }
      }
      clashes {
        first { key: "a" }
        second { key: "b" }
        certain_days { first_day: "2016-05-04" last_day: "2016-05-04" }
      }
    }
    completion { round: "rounds/2016" due_day: "2016-10-01" }
    participation {
      participants {
        country_code: "ZMB"
        entries {
          mechanism: "mechanisms/midsa"
          round: "rounds/2015"
          as_written: "Zambia"
        }
      }
    }
    projects {
      projects {
        questionnaire: "q"
        project { id: "p-1" }
      }
    }
    publications {
      publications {
        questionnaire: "q"
        publication { id: "b-1" }
      }
    }
  )pb");

  EXPECT_THAT(
      WordsOf(CellsOf(content)),
      ElementsAre(
          "1|mechanisms/midsa/questionnaires/2016|: claimed", "2||: 2016-10-01",
          "3|mechanisms/midsa/questionnaires/2015|ZMB: listed “Zambia”",
          "4||a: no date; 0 mentions", "5||:m-1 and :m-2: certain 2016-05-04",
          "6|q|p-1: listed", "7|q|b-1: listed"));
}

TEST(ReportCells, HaveWhatQuestionnairesSayWordForWord) {
  const Cells cells = CellsOf(Compendium(R"pb(
    title: "Migration Dialogue"
    focus_areas { as_written: "Health" }
    participants { as_written: "Swaziland" country_code: "SWZ" }
    participants { as_written: "The Union" }
    participants { as_written: "the union" }
    answers {
      question_id: "2"
      state: ANSWER_STATE_ANSWERED
      text: "Forum\n\nSummit"
    }
    answers { question_id: "3" state: ANSWER_STATE_NOT_APPLICABLE text: "N/A" }
    answers { question_id: "4" state: ANSWER_STATE_BLANK }
  )pb"));

  EXPECT_THAT(
      WordsOf(cells),
      ElementsAre(
          "3|mechanisms/midsa/questionnaires/2016|SWZ: listed “Swaziland”",
          "3|mechanisms/midsa/questionnaires/2016|The Union: listed “The "
          "Union”; listed “the union”",
          "8|mechanisms/midsa/questionnaires/2016|: Migration Dialogue; Health",
          "8|mechanisms/midsa/questionnaires/2016|2: Forum\n\nSummit",
          "8|mechanisms/midsa/questionnaires/2016|3: not applicable “N/A”",
          "8|mechanisms/midsa/questionnaires/2016|4: blank"));
  const Cell& answer = cells.at(
      {v1::DIFF_KIND_ANSWERS, "mechanisms/midsa/questionnaires/2016", "2"});
  EXPECT_EQ(answer.title, "Meetings");
  ASSERT_EQ(answer.evidence.size(), 2u);
  EXPECT_EQ(answer.evidence[1].evidence().quote(), "Summit");
  EXPECT_EQ(answer.evidence[1].evidence().begin_byte(), 7);
  EXPECT_EQ(answer.evidence[1].evidence().end_byte(), 13);
  EXPECT_EQ(answer.evidence[1].evidence().question_id(), "2");
}

// The profile has an answer about participants.
TEST(ReportCells, CountParticipantsOnce) {
  auto content =
      Compendium("participants { as_written: 'Zambia' country_code: 'ZMB' }");
  content.mutable_participation();

  EXPECT_THAT(WordsOf(CellsOf(content)), IsEmpty());
}

TEST(ReportCells, OfALongAnswerTheLinesThatChangedAreTold) {
  const std::string begin(1000, 'x');
  const auto with = [&](const std::string& lines) {
    return Compendium(
        absl::StrCat("answers { question_id: '2' state: ANSWER_STATE_ANSWERED "
                     "text: '",
                     begin, "\\n", lines, "' }"));
  };

  const auto cells = DiffOf(with("one\\ntwo"), with("two\\nthree"));

  ASSERT_EQ(cells.size(), 1u);
  EXPECT_EQ(cells[0].old_value(), cells[0].new_value());
  ASSERT_EQ(cells[0].evidence_size(), 2);
  EXPECT_EQ(cells[0].evidence(0).movement(), v1::EVIDENCE_MOVEMENT_WENT);
  EXPECT_EQ(cells[0].evidence(0).evidence().quote(), "one");
  EXPECT_EQ(cells[0].evidence(1).evidence().quote(), "three");
}

}  // namespace
}  // namespace compendium
