// SPDX-License-Identifier: Apache-2.0
#include "cli/text/completion_text.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "lib/base/status_macros.h"
#include "lib/words/display_width.h"

namespace compendium {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

reporting::v1::Completion Sample() {
  reporting::v1::Completion completion;
  CHECK(google::protobuf::TextFormat::ParseFromString(
      R"pb(
        round: "rounds/2016"
        questionnaire_count: 1
        absent_mechanisms: "mechanisms/igc"
        counts {
          not_applicable_count: 1
          blank_count: 1
          no_questionnaire_count: 2
        }
        questions {
          question_id: "2A"
          title: "Senior officials' meetings"
          in_form: true
          counts { blank_count: 1 no_questionnaire_count: 1 }
          silent_mechanisms: "mechanisms/midsa"
        }
        questions {
          question_id: "4"
          counts { not_applicable_count: 1 no_questionnaire_count: 1 }
        }
        mechanisms {
          mechanism: "mechanisms/igc"
          cells { question_id: "2A" state: COMPLETION_STATE_NO_QUESTIONNAIRE }
          cells { question_id: "4" state: COMPLETION_STATE_NO_QUESTIONNAIRE }
        }
        mechanisms {
          mechanism: "mechanisms/midsa"
          has_questionnaire: true
          cells { question_id: "2A" state: COMPLETION_STATE_BLANK }
          cells {
            question_id: "4"
            state: COMPLETION_STATE_NOT_APPLICABLE
            text: "n. a."
          }
        })pb",
      &completion));
  return completion;
}

TEST(CompletionText, EachCellHasItsMark) {
  const std::string text = CompletionText(Sample(), {}, {.width = 80});

  EXPECT_THAT(text, HasSubstr("Mechanism  2A   4\n"));
  EXPECT_THAT(text, HasSubstr("IGC        ·    ·\n"));
  EXPECT_THAT(text, HasSubstr("MIDSA      –    n/a\n"));
  EXPECT_THAT(text, HasSubstr("n/a not applicable; – left blank; · no "
                              "questionnaire.\n"));
}

TEST(CompletionText, QuestionsHaveTheirCounts) {
  const std::string text = CompletionText(Sample(), {}, {.width = 80});

  EXPECT_THAT(text, HasSubstr("2A        Senior officials' meetings    0    "
                              "1    1\n"));
  EXPECT_THAT(text, HasSubstr("4         (not in the form)             1    "
                              "0    1\n"));
  EXPECT_THAT(text, HasSubstr("all                                     1    "
                              "1    2\n"));
}

TEST(CompletionText, WhoHasNotAnsweredIsNamed) {
  const std::string text = CompletionText(Sample(), {}, {.width = 80});

  EXPECT_THAT(text, HasSubstr("2A        MIDSA\n"));
  EXPECT_THAT(text, HasSubstr("No questionnaire: IGC.\n"));
  EXPECT_THAT(text, HasSubstr("1 of 2 mechanisms have a questionnaire in "
                              "rounds/2016.\n"));
}

TEST(CompletionText, DueDayIsToldWhereItIsSet) {
  reporting::v1::Completion completion = Sample();
  completion.set_due_day("2016-09-30");

  EXPECT_THAT(CompletionText(completion, {}, {.width = 80}),
              HasSubstr("in rounds/2016, due on 2016-09-30.\n"));
}

TEST(CompletionText, WordsFollowWhenAskedFor) {
  EXPECT_THAT(CompletionText(Sample(), {}, {.width = 80}),
              Not(HasSubstr("n. a.")));
  EXPECT_THAT(CompletionText(Sample(), {}, {.width = 80, .evidence = true}),
              HasSubstr("MIDSA      4         n/a   \"n. a.\"\n"));
}

TEST(CompletionText, ManyQuestionsAreSeveralTables) {
  reporting::v1::Completion completion;
  auto& mechanism = *completion.add_mechanisms();
  mechanism.set_mechanism("mechanisms/midsa");
  for (int i = 1; i <= 40; ++i) {
    completion.add_questions()->set_question_id(absl::StrCat(i));
    auto& cell = *mechanism.add_cells();
    cell.set_question_id(absl::StrCat(i));
    cell.set_state(reporting::v1::COMPLETION_STATE_NOT_SHOWN);
  }

  const std::string text = CompletionText(completion, {}, {.width = 80});

  for (const absl::string_view line : absl::StrSplit(text, '\n'))
    EXPECT_LE(DisplayWidth(line), 80u) << line;
  EXPECT_THAT(text, HasSubstr("Mechanism  1    2    3"));
  EXPECT_THAT(text, HasSubstr("Mechanism  15   16"));
}

}  // namespace
}  // namespace compendium
