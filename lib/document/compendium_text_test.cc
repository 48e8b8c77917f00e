// SPDX-License-Identifier: Apache-2.0
#include "lib/document/compendium_text.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/document/coverage_check.h"
#include "lib/document/limits.h"

namespace compendium {
namespace {

using registry::v1::Answer;
using registry::v1::Questionnaire;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr absl::string_view kHead =
    "Cover of the book\n\nIsles Forum (ISFO)\n\n- Member States:** Fiji, "
    "Tonga and Samoa\n- Focus:**\n- ⇒ work;\n - ⇒ safe travel\n\n";

constexpr absl::string_view kQuestions =
    "1. Brief update on main activities:\tWe met.\n"
    "2. Meetings organized:\tTwo\n"
    "2A Senior officials:\tIn May\n"
    "2B Ministerial level:\tN/A\n"
    "2C Discussion of its role:\tTarget 10.7\n"
    "3 New projects:\tOne\n"
    "3A The above-mentioned project:\t\n"
    "4. New publications:\tNone\n";

ParsedDocument ParseOk(const std::string& text) {
  const auto parsed =
      ParseCompendiumText(text, {.file_name = "book.txt", .round_id = "2016"});
  EXPECT_TRUE(parsed.ok()) << parsed.status();
  if (!parsed.ok()) return {};
  EXPECT_EQ(FindCoverageProblem(text, *parsed), "");
  return *parsed;
}

// The only questionnaire of a document made of kHead and `questions`.
Questionnaire ParseQuestions(absl::string_view questions) {
  const ParsedDocument parsed = ParseOk(absl::StrCat(kHead, questions));
  EXPECT_EQ(parsed.questionnaires.size(), 1u);
  if (parsed.questionnaires.empty()) return {};
  return parsed.questionnaires[0].questionnaire;
}

Answer AnswerTo(const Questionnaire& questionnaire, absl::string_view id) {
  for (const Answer& answer : questionnaire.answers()) {
    if (answer.question_id() == id) return answer;
  }
  ADD_FAILURE() << "no answer " << id;
  return {};
}

std::string TextOf(const Questionnaire& questionnaire, absl::string_view id) {
  return AnswerTo(questionnaire, id).text();
}

std::string ErrorOf(absl::string_view text, absl::string_view round = "2016") {
  const auto parsed = ParseCompendiumText(
      text, {.file_name = "book.txt", .round_id = std::string(round)});
  return parsed.ok() ? "" : std::string(parsed.status().message());
}

TEST(CompendiumText, QuestionnaireIsReadWhole) {
  const ParsedDocument parsed = ParseOk(absl::StrCat(kHead, kQuestions));

  ASSERT_EQ(parsed.questionnaires.size(), 1u);
  const ParsedQuestionnaire& isles = parsed.questionnaires[0];
  EXPECT_EQ(isles.mechanism_id, "isfo");
  EXPECT_EQ(isles.mechanism.display_name(), "Isles Forum");
  EXPECT_EQ(isles.mechanism.acronym(), "ISFO");
  EXPECT_EQ(isles.mechanism.aliases(0), "Isles Forum (ISFO)");
  EXPECT_EQ(isles.mechanism.participants_size(), 3);
  EXPECT_EQ(isles.questionnaire.name(), "mechanisms/isfo/questionnaires/2016");
  EXPECT_EQ(isles.questionnaire.title(), "Isles Forum (ISFO)");
  EXPECT_EQ(isles.questionnaire.participants(2).as_written(), "Samoa");
  EXPECT_EQ(isles.questionnaire.participants(2).country_code(), "WSM");
  EXPECT_EQ(isles.questionnaire.focus_areas(1).as_written(), "safe travel");
  EXPECT_EQ(isles.questionnaire.answers_size(), 8);
  EXPECT_EQ(TextOf(isles.questionnaire, "2A"), "In May");
  EXPECT_THAT(isles.questionnaire.remainders(), IsEmpty());
}

TEST(CompendiumText, DocumentIsDescribed) {
  const std::string text = absl::StrCat(kHead, kQuestions);

  const ParsedDocument parsed = ParseOk(text);

  EXPECT_EQ(parsed.document.source().file_name(), "book.txt");
  EXPECT_EQ(parsed.document.source().sha256().size(), 64u);
  EXPECT_EQ(parsed.document.source().size_bytes(), text.size());
  ASSERT_EQ(parsed.document.remainders_size(), 1);
  EXPECT_EQ(parsed.document.remainders(0).text(), "Cover of the book\n\n");
  EXPECT_EQ(parsed.form.questions_size(), 8);
}

TEST(CompendiumText, EmptyCellIsBlankAndMissingRowToo) {
  const Questionnaire questionnaire = ParseQuestions("1 Main activities:\t\n");

  ASSERT_EQ(questionnaire.answers_size(), 8);
  for (const Answer& answer : questionnaire.answers()) {
    EXPECT_EQ(answer.state(), registry::v1::ANSWER_STATE_BLANK);
  }
  EXPECT_EQ(questionnaire.answers(0).source_spans_size(), 1);
  EXPECT_EQ(questionnaire.answers(1).source_spans_size(), 0);
}

TEST(CompendiumText, PageBreakCutsNoAnswer) {
  const Questionnaire questionnaire = ParseQuestions(
      "1. Main activities:\tHeld in\n--\t---\n\n\tMay.\n"
      "2. Meetings organized:\tx\n");

  const Answer answer = AnswerTo(questionnaire, "1");
  EXPECT_EQ(answer.text(), "Held in May.");
  EXPECT_EQ(answer.verbatim(), "Held in\nMay.");
  EXPECT_EQ(answer.source_spans_size(), 1);
}

TEST(CompendiumText, PageBreakCutsNoQuestion) {
  const Questionnaire questionnaire = ParseQuestions(
      "2A Senior officials meet in\tMay\n\n2016:\t\n"
      "2C Discussion of its role, please give a\tWe\n\n"
      "brief update:\ttalked.\n");

  EXPECT_EQ(AnswerTo(questionnaire, "2A").question_as_written(),
            "2A Senior officials meet in 2016:");
  EXPECT_EQ(TextOf(questionnaire, "2A"), "May");
  EXPECT_EQ(TextOf(questionnaire, "2C"), "We talked.");
  EXPECT_EQ(TextOf(questionnaire, "1"), "");
}

TEST(CompendiumText, MissingLabelIsTheQuestionInBetween) {
  const Questionnaire questionnaire = ParseQuestions(
      "2A Senior officials:\tMay\n\nN/A\tnone\n2C Discussion of role:\tx\n");

  EXPECT_EQ(TextOf(questionnaire, "2A"), "May");
  EXPECT_EQ(TextOf(questionnaire, "2B"), "none");
  EXPECT_EQ(AnswerTo(questionnaire, "2B").question_as_written(), "N/A");
}

TEST(CompendiumText, LabelMayBeWrappedAndNumberedInAnyWay) {
  const Questionnaire questionnaire = ParseQuestions(
      "<p>1 Main activities:</p>\t<p>a</p>\n2 A. Senior officials:\tb\n"
      "5 New publications:\tc\n");

  EXPECT_EQ(TextOf(questionnaire, "1"), "a");
  EXPECT_EQ(TextOf(questionnaire, "2A"), "b");
  EXPECT_EQ(TextOf(questionnaire, "4"), "c");
  EXPECT_EQ(AnswerTo(questionnaire, "1").question_as_written(),
            "1 Main activities:");
}

TEST(CompendiumText, AnswerMayFollowItsQuestionAsParagraphs) {
  const Questionnaire questionnaire = ParseQuestions(
      "3. New projects this year:\n\nA first title\n\nIt does\n\n\tmuch.\n"
      "4. New publications:\tx\n");

  EXPECT_EQ(TextOf(questionnaire, "3"), "A first title\nIt does much.");
}

TEST(CompendiumText, FootnoteIsARemainder) {
  const Questionnaire questionnaire = ParseQuestions(
      "1. Main activities:\tx ¹\n\n¹ <http://example.org>\n\n"
      "2. Meetings organized:\ty\n");

  EXPECT_EQ(TextOf(questionnaire, "1"), "x ¹");
  ASSERT_EQ(questionnaire.remainders_size(), 1);
  EXPECT_EQ(questionnaire.remainders(0).text(), "¹ <http://example.org>\n\n");
}

TEST(CompendiumText, StrayLineIsARemainder) {
  const Questionnaire questionnaire =
      ParseQuestions("1. Main activities:\tx\n\nPage footer\n");

  EXPECT_EQ(TextOf(questionnaire, "1"), "x");
  EXPECT_EQ(questionnaire.remainders_size(), 1);
}

TEST(CompendiumText, RepeatedQuestionIsARemainder) {
  const Questionnaire questionnaire = ParseQuestions(
      "2. Meetings organized:\tx\n3. New projects:\ty\n"
      "2. Meetings organized:\tz\n\tand more\n4 New publications:\tw\n");

  EXPECT_EQ(TextOf(questionnaire, "2"), "x");
  EXPECT_EQ(TextOf(questionnaire, "3"), "y");
  EXPECT_EQ(TextOf(questionnaire, "4"), "w");
  EXPECT_EQ(questionnaire.remainders_size(), 1);
}

TEST(CompendiumText, TableWithinAnAnswerStaysInIt) {
  const Questionnaire questionnaire = ParseQuestions(
      "2. Meetings organized:\tThese:\n2 May\tLima\n15 June\tQuito\n"
      "Ministerial meeting\tSuva\n3. New projects:\tx\n");

  EXPECT_EQ(TextOf(questionnaire, "2"),
            "These:\n2 May Lima\n15 June Quito\nMinisterial meeting Suva");
  EXPECT_EQ(TextOf(questionnaire, "2B"), "");
  EXPECT_EQ(TextOf(questionnaire, "3"), "x");
}

TEST(CompendiumText, UnknownQuestionIsKept) {
  const ParsedDocument parsed = ParseOk(
      absl::StrCat(kHead, "4. New publications:\tx\n6. Other news:\ty\n"));

  const Questionnaire& questionnaire = parsed.questionnaires[0].questionnaire;
  EXPECT_EQ(questionnaire.answers_size(), 9);
  EXPECT_EQ(TextOf(questionnaire, "6"), "y");
  EXPECT_EQ(parsed.form.questions(8).id(), "6");
  EXPECT_EQ(parsed.form.questions(8).title(), "6. Other news:");
}

TEST(CompendiumText, LineEndsAndBlanksDoNotMatter) {
  const std::string text = absl::StrCat(kHead, kQuestions);
  const ParsedDocument plain = ParseOk(text);

  for (const std::string& variant :
       {absl::StrReplaceAll(text, {{"\n", "\r\n"}}),
        absl::StrReplaceAll(text, {{" ", "\u00a0"}}),
        absl::StrReplaceAll(text, {{"**", ""}, {"⇒", "•"}}),
        absl::StrCat("\ufeff", text)}) {
    const ParsedDocument parsed = ParseOk(variant);
    ASSERT_EQ(parsed.questionnaires.size(), 1u);
    for (int i = 0; i < 8; ++i) {
      EXPECT_EQ(parsed.questionnaires[0].questionnaire.answers(i).text(),
                plain.questionnaires[0].questionnaire.answers(i).text());
    }
  }
}

TEST(CompendiumText, LongRemainderIsCutBetweenCharacters) {
  std::string cover = "x";
  while (cover.size() < 2 * kRemainderBytesMax) cover += "€";

  const ParsedDocument parsed =
      ParseOk(absl::StrCat(cover, "\n\n", kHead, kQuestions));

  ASSERT_EQ(parsed.document.remainders_size(), 3);
  EXPECT_EQ(parsed.document.remainders(0).text().size(), kRemainderBytesMax);
  EXPECT_EQ(parsed.document.remainders(1).text().size(),
            kRemainderBytesMax - 1);
}

TEST(CompendiumText, NoUtf8IsRefusedWithItsByte) {
  EXPECT_THAT(ErrorOf("abc\xff"), HasSubstr("at byte 3"));
}

TEST(CompendiumText, DocumentWithoutQuestionnaireIsRefusedWithItsLine) {
  EXPECT_THAT(ErrorOf(""), HasSubstr("got no questionnaire"));
  EXPECT_THAT(ErrorOf("a\n\nb\n"), HasSubstr("lines 1 to 3"));
  EXPECT_THAT(ErrorOf("\n1. Main activities:\tx\n"), HasSubstr("line 2"));
}

TEST(CompendiumText, RepeatedMechanismIsRefusedWithBothLines) {
  const std::string message =
      ErrorOf(absl::StrCat(kHead, kQuestions, kHead, kQuestions));

  EXPECT_THAT(message, HasSubstr("line 20"));
  EXPECT_THAT(message, HasSubstr("line 3"));
}

TEST(CompendiumText, RoundMustBeAnId) {
  EXPECT_THAT(ErrorOf(absl::StrCat(kHead, kQuestions), "rounds/2016"),
              HasSubstr("round_id: "));
}

TEST(CompendiumText, LimitsAreNamed) {
  EXPECT_THAT(ErrorOf(std::string(kDocumentBytesMax + 1, ' ')),
              HasSubstr(absl::StrCat("at most ", kDocumentBytesMax)));
  EXPECT_THAT(ErrorOf(std::string(kDocumentLinesMax + 1, '\n')),
              HasSubstr(absl::StrCat("at most ", kDocumentLinesMax)));
}

}  // namespace
}  // namespace compendium
