// SPDX-License-Identifier: Apache-2.0
#include "lib/document/exported_text.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "lib/document/compendium_text.h"
#include "lib/document/coverage_check.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

using ::testing::HasSubstr;

absl::StatusOr<ParsedDocument> Parse(const std::string& text) {
  return ParseCompendiumText(text, {.file_name = "a.txt", .round_id = "2016"});
}

const v1::Answer& AnswerTo(const v1::Questionnaire& questionnaire,
                           const std::string& id) {
  for (const v1::Answer& answer : questionnaire.answers())
    if (answer.question_id() == id) return answer;
  return v1::Answer::default_instance();
}

constexpr char kText[] =
    "Round 2016\n\n"
    "<h1 id=\"mechanism-a-b\">Dialogue: of A.</h1>\n\n"
    "<p id=\"participants\">Participants:</p>\n"
    "• Bosnia and Herzegovina\n"
    "• Congo, Democratic Republic of the; and Chad\n\n"
    "<p id=\"observers\">Observers:</p>\n"
    "• <pre>  Angola</pre>\n"
    "<p id=\"focus-areas\">Focus areas:</p>\n"
    "• health;\n"
    "A remark\n"
    "<b id=\"question-4\">4. New projects:</b>\t<pre>a&#9;**b**&#10;</pre>\n"
    "---\t--\n"
    "\tand more\n"
    "<b id=\"question-7B\">7B. Else:</b>\t<p>One</p> <p>2A Two:</p>\n"
    "4. New publications:\tno answer\n";

TEST(ExportedText, IsReadAsItSays) {
  const auto parsed = Parse(kText);
  ASSERT_TRUE(parsed.ok()) << parsed.status();

  ASSERT_EQ(parsed->questionnaires.size(), 1U);
  EXPECT_EQ(parsed->questionnaires[0].mechanism_id, "a-b");
  const v1::Questionnaire& read = parsed->questionnaires[0].questionnaire;
  EXPECT_EQ(read.name(), "mechanisms/a-b/questionnaires/2016");
  EXPECT_EQ(read.title(), "Dialogue: of A.");
  ASSERT_EQ(read.participants_size(), 3);
  EXPECT_EQ(read.participants(0).country_code(), "BIH");
  EXPECT_EQ(read.participants(1).as_written(),
            "Congo, Democratic Republic of the; and Chad");
  EXPECT_EQ(read.participants(2).as_written(), "  Angola");
  EXPECT_EQ(read.participants(2).role(), v1::PARTICIPANT_ROLE_OBSERVER);
  ASSERT_EQ(read.focus_areas_size(), 1);
  EXPECT_EQ(read.focus_areas(0).as_written(), "health;");
  EXPECT_EQ(AnswerTo(read, "4").text(), "a\t**b**\n\nand more");
  EXPECT_EQ(AnswerTo(read, "7B").text(), "One\n2A Two:");
  EXPECT_EQ(AnswerTo(read, "1").state(), v1::ANSWER_STATE_BLANK);
  EXPECT_EQ(read.answers_size(), 9);
}

TEST(ExportedText, DropsNothing) {
  const auto parsed = Parse(kText);
  ASSERT_TRUE(parsed.ok()) << parsed.status();

  EXPECT_EQ(FindCoverageProblem(kText, *parsed), "");
  const v1::Questionnaire& read = parsed->questionnaires[0].questionnaire;
  ASSERT_EQ(read.remainders_size(), 2);
  EXPECT_EQ(read.remainders(0).text(), "A remark\n");
  EXPECT_EQ(read.remainders(1).text(), "4. New publications:\tno answer\n");
  ASSERT_EQ(parsed->document.remainders_size(), 1);
  EXPECT_EQ(parsed->document.remainders(0).text(), "Round 2016\n\n");
}

TEST(ExportedText, ItemsAfterAnotherLineAreNone) {
  const auto parsed = Parse(absl::StrCat(kText, "• Peru\n"));
  ASSERT_TRUE(parsed.ok()) << parsed.status();

  EXPECT_EQ(parsed->questionnaires[0].questionnaire.participants_size(), 3);
}

TEST(ExportedText, WrongIdsAreNamed) {
  EXPECT_THAT(Parse("<h1 id=\"mechanism-A B\">x</h1>\n").status().message(),
              HasSubstr("line 1: "));
  EXPECT_THAT(Parse("<h1 id=\"mechanism-a\">x</h1>\n"
                    "<b id=\"question-2AA\">y</b>\tz\n")
                  .status()
                  .message(),
              HasSubstr("line 2: got question 2AA, want"));
  EXPECT_THAT(Parse("<h1 id=\"mechanism-a\">x</h1>\n"
                    "<b id=\"question-2\">y</b>\tz\n"
                    "<b id=\"question-2\">y</b>\tz\n")
                  .status()
                  .message(),
              HasSubstr("line 3: got question 2 again"));
  EXPECT_THAT(Parse("<h1 id=\"mechanism-a\">x</h1>\n"
                    "<h1 id=\"mechanism-a\">x</h1>\n")
                  .status()
                  .message(),
              HasSubstr("line 2: got mechanism a again, want it once (first in "
                        "line 1)"));
}

TEST(ExportedText, OtherHeadingsDoNotMakeOne) {
  EXPECT_FALSE(IsExportedText(ReadLines("<h1 id=\"x\">a</h1>\n<h1>b</h1>")));
  EXPECT_FALSE(IsExportedText(ReadLines("a <h1 id=\"mechanism-a\">b</h1>")));
}

TEST(ReadValue, IsExactOrMarkup) {
  EXPECT_EQ(ReadValue(" <pre> a &lt; </pre> "), " a < ");
  EXPECT_EQ(ReadValue("<p>a</p> <ul> <li>b</li> </ul>"), "a\n• b");
  EXPECT_EQ(ReadValue(""), "");
}

}  // namespace
}  // namespace compendium
