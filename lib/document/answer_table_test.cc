// SPDX-License-Identifier: Apache-2.0
#include "lib/document/answer_table.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/sha256.h"
#include "lib/document/limits.h"

namespace compendium {
namespace {

using registry::v1::Answer;
using testing::HasSubstr;

constexpr char kTable[] =
    "Mechanism,Question,Answer,State\n"
    "MIDSA,1,\"Two workshops.\nOne study <draft>, \"\"ready\"\".\",\n"
    "Elbe Talks (ELT),2A,N/A,not_applicable\n"
    "midsa,4,,blank\n"
    "MIDSA,5,A sixth forum,\n";

absl::StatusOr<AnswerTable> Read(absl::string_view text) {
  return AnswerTable::Read(text, {.file_name = "a.csv", .round_id = "2016"});
}

std::string ErrorOf(absl::string_view text) {
  return std::string(Read(text).status().message());
}

const Answer& AnswerOf(const ParsedQuestionnaire& parsed,
                       absl::string_view question) {
  for (const Answer& answer : parsed.questionnaire.answers()) {
    if (answer.question_id() == question) return answer;
  }
  ADD_FAILURE() << question;
  return parsed.questionnaire.answers(0);
}

TEST(AnswerTable, RowsAreAnswersOfTheirMechanism) {
  const auto table = Read(kTable);

  ASSERT_TRUE(table.ok()) << table.status();
  ASSERT_EQ(table->size(), 2u);
  const ParsedQuestionnaire midsa = table->Questionnaire(0);
  EXPECT_EQ(midsa.mechanism_id, "midsa");
  EXPECT_EQ(midsa.mechanism.acronym(), "MIDSA");
  EXPECT_EQ(AnswerOf(midsa, "1").text(),
            "Two workshops.\nOne study <draft>, \"ready\".");
  EXPECT_EQ(AnswerOf(midsa, "1").verbatim(),
            "Two workshops.\nOne study <draft>, \"ready\".");
  EXPECT_EQ(AnswerOf(midsa, "5").text(), "A sixth forum");
  EXPECT_EQ(midsa.questionnaire.answers_size(), 9);
  const ParsedQuestionnaire elbe = table->Questionnaire(1);
  EXPECT_EQ(elbe.mechanism_id, "elt");
  EXPECT_EQ(table->form().questions_size(), 9);
}

TEST(AnswerTable, StatesAreThoseOfTheTable) {
  const auto table = Read(kTable);
  ASSERT_TRUE(table.ok()) << table.status();

  const Answer none = AnswerOf(table->Questionnaire(1), "2A");
  EXPECT_EQ(none.state(), registry::v1::ANSWER_STATE_NOT_APPLICABLE);
  EXPECT_EQ(none.state_origin(), registry::v1::ORIGIN_SUBMITTED);
  const Answer told = AnswerOf(table->Questionnaire(0), "1");
  EXPECT_EQ(told.state(), registry::v1::ANSWER_STATE_ANSWERED);
  EXPECT_EQ(told.state_origin(), registry::v1::ORIGIN_UNSPECIFIED);
  EXPECT_EQ(AnswerOf(table->Questionnaire(0), "2").state(),
            registry::v1::ANSWER_STATE_BLANK);
}

TEST(AnswerTable, EachAnswerNamesItsRow) {
  const auto table = Read(kTable);
  ASSERT_TRUE(table.ok()) << table.status();
  const ParsedQuestionnaire midsa = table->Questionnaire(0);
  const std::string rows =
      "MIDSA,1,\"Two workshops.\nOne study <draft>, \"\"ready\"\".\",\n"
      "midsa,4,,blank\n"
      "MIDSA,5,A sixth forum,\n";

  EXPECT_EQ(midsa.questionnaire.source().sha256(), base::Sha256Hex(rows));
  EXPECT_EQ(midsa.questionnaire.source().format(),
            registry::v1::DOCUMENT_FORMAT_CSV);
  const auto& span = AnswerOf(midsa, "4").source_spans(0);
  EXPECT_EQ(
      rows.substr(static_cast<size_t>(span.begin_byte()),
                  static_cast<size_t>(span.end_byte() - span.begin_byte())),
      "midsa,4,,blank\n");
  EXPECT_EQ(table->document().source().sha256(), base::Sha256Hex(kTable));
}

TEST(AnswerTable, EverySeparatorAndOrderOfColumnsWillDo) {
  for (const char* text :
       {"question;answer;mechanism\n1;Done, all;IGC\n",
        "answer\tmechanism\tquestion\nDone, all\tIGC\t1\n",
        "\ufeffMECHANISM,Question,Answer\r\nIGC,1.,\"Done, all\"\r\n"}) {
    const auto table = Read(text);
    ASSERT_TRUE(table.ok()) << table.status();
    EXPECT_TRUE(IsAnswerTable(text));
    EXPECT_EQ(AnswerOf(table->Questionnaire(0), "1").text(), "Done, all");
  }
}

TEST(AnswerTable, ErrorsHaveLineAndColumn) {
  const std::string head = "mechanism,question,answer,state\n";
  EXPECT_THAT(ErrorOf("mechanism,question\n"),
              HasSubstr("line 1: got no name"));
  EXPECT_THAT(ErrorOf("mechanism,question,answer,note\n"),
              HasSubstr("line 1, column 27: got \"note\""));
  EXPECT_THAT(ErrorOf("mechanism,question,answer,answer\n"),
              HasSubstr("each column once"));
  EXPECT_THAT(ErrorOf(head), HasSubstr("no row"));
  EXPECT_THAT(ErrorOf(head + "a,1,x\n"),
              HasSubstr("line 2: got 3 fields, want 4"));
  EXPECT_THAT(ErrorOf(head + "a,1,x,\na,?,x,\n"),
              HasSubstr("line 3, column 3: got \"?\""));
  EXPECT_THAT(ErrorOf(head + ",1,x,\n"), HasSubstr("line 2, column 1: "));
  EXPECT_THAT(ErrorOf(head + "a,1,x,maybe\n"),
              HasSubstr("line 2, column 7: got \"maybe\", want a state"));
  EXPECT_THAT(ErrorOf(head + "a,1,x,blank\n"), HasSubstr("another state"));
  EXPECT_THAT(ErrorOf(head + "a,1,,answered\n"), HasSubstr("want blank"));
  EXPECT_THAT(ErrorOf(head + "IGC,1,x,\nb,1,x,\nigc,1.,y,\n"),
              HasSubstr("line 4, column 5: got \"1.\", want each question of "
                        "igc once (first in line 2)"));
  EXPECT_THAT(ErrorOf(head + "a,1,\xff,\n"), HasSubstr("line 2: got no UTF-8"));
}

TEST(AnswerTable, AnswersThatAreTooLongAreRefused) {
  const std::string long_answer(kAnswerBytesMax + 1, 'x');

  EXPECT_TRUE(absl::IsResourceExhausted(
      Read(absl::StrCat("mechanism,question,answer\na,1,", long_answer, "\n"))
          .status()));
}

}  // namespace
}  // namespace compendium
