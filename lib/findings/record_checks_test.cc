// SPDX-License-Identifier: Apache-2.0
// The checks of participants, of the form, and of copies.
#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "lib/findings/check_test.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

v1::Questionnaire WithMembers(
    const std::vector<std::pair<std::string, std::string>>& members) {
  v1::Questionnaire questionnaire = QuestionnaireOf({{"1", "Some news."}});
  for (const auto& [name, code] : members) {
    v1::Participant& participant = *questionnaire.add_participants();
    participant.set_as_written(name);
    participant.set_country_code(code);
    participant.set_role(v1::PARTICIPANT_ROLE_MEMBER);
  }
  return questionnaire;
}

TEST(UnknownParticipant, NeitherCountryNorKnownBody) {
  const auto found =
      FindingsOf("unknown-participant", WithMembers({{"Atlantis", ""},
                                                     {"Kosovo*", ""},
                                                     {"ECOWAS", ""},
                                                     {"Kenya", "KEN"}}));

  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found[0].message(), HasSubstr("\"Atlantis\""));
}

TEST(UnknownParticipant, KindThatAPersonGaveIsTrusted) {
  v1::Questionnaire questionnaire = WithMembers({{"Port Authority", ""}});
  questionnaire.mutable_participants(0)->set_kind(
      v1::PARTICIPANT_KIND_ORGANISATION);

  EXPECT_THAT(FindingsOf("unknown-participant", questionnaire), IsEmpty());
}

TEST(RepeatedParticipant, UnderTwoNames) {
  EXPECT_THAT(
      FindingsOf("repeated-participant", WithMembers({{"Swaziland", "SWZ"},
                                                      {"Kenya", "KEN"},
                                                      {"Eswatini", "SWZ"}})),
      SizeIs(1));
}

TEST(CutParticipants, AlphabetBeginsLate) {
  const auto found =
      FindingsOf("cut-participants", WithMembers({{"Niger", "NER"},
                                                  {"Peru", "PER"},
                                                  {"Qatar", "QAT"},
                                                  {"Rwanda", "RWA"},
                                                  {"Togo", "TGO"},
                                                  {"Uganda", "UGA"}}));

  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found[0].message(), HasSubstr("begins at \"Niger\""));
}

TEST(CutParticipants, AlphabetEndsEarly) {
  const auto found =
      FindingsOf("cut-participants", WithMembers({{"Albania", "ALB"},
                                                  {"Benin", "BEN"},
                                                  {"Chad", "TCD"},
                                                  {"Djibouti", "DJI"},
                                                  {"Egypt", "EGY"}}));

  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found[0].message(), HasSubstr("ends at \"Egypt\""));
}

TEST(CutParticipants, OtherListsTellNothing) {
  EXPECT_THAT(FindingsOf("cut-participants", WithMembers({{"Togo", "TGO"},
                                                          {"Niger", "NER"},
                                                          {"Uganda", "UGA"},
                                                          {"Peru", "PER"},
                                                          {"Sudan", "SDN"},
                                                          {"Qatar", "QAT"}})),
              IsEmpty())
      << "not in alphabetical order";
  EXPECT_THAT(FindingsOf("cut-participants",
                         WithMembers({{"Tonga", "TON"}, {"Uganda", "UGA"}})),
              IsEmpty())
      << "too short";
  EXPECT_THAT(FindingsOf("cut-participants", WithMembers({{"Benin", "BEN"},
                                                          {"Ghana", "GHA"},
                                                          {"Mali", "MLI"},
                                                          {"Niger", "NER"},
                                                          {"Senegal", "SEN"},
                                                          {"Togo", "TGO"}})),
              IsEmpty())
      << "spread over the alphabet";
}

TEST(NewMember, WelcomedAndNotListed) {
  v1::Questionnaire questionnaire = QuestionnaireOf(
      {{"2B", "Ministers welcomed Kenya as the third Member State."}});
  questionnaire.add_participants()->set_country_code("UGA");

  EXPECT_THAT(FindingsOf("new-member", questionnaire), SizeIs(1));

  questionnaire.add_participants()->set_country_code("KEN");
  EXPECT_THAT(FindingsOf("new-member", questionnaire), IsEmpty());
}

TEST(NewMember, WelcomedAsSomethingElse) {
  v1::Questionnaire questionnaire = QuestionnaireOf(
      {{"2B", "Ministers welcomed Kenya as host. Members met in Peru."}});
  questionnaire.add_participants()->set_country_code("UGA");

  EXPECT_THAT(FindingsOf("new-member", questionnaire), IsEmpty());
}

v1::Questionnaire WithLabel(const std::string& id, const std::string& label) {
  v1::Questionnaire questionnaire = QuestionnaireOf({{id, "Some words."}});
  questionnaire.mutable_answers(0)->set_question_as_written(label);
  return questionnaire;
}

TEST(MissingLabel, WordsThatAskNothing) {
  EXPECT_THAT(FindingsOf("missing-label", WithLabel("2B", "N/A")), SizeIs(1));
  for (const char* const label :
       {"2B Ministerial meetings:", "2B", "Ministerial meetings:", ""}) {
    EXPECT_THAT(FindingsOf("missing-label", WithLabel("2B", label)), IsEmpty())
        << label;
  }
}

TEST(QuestionNumber, OtherThanInTheForm) {
  const auto found =
      FindingsOf("question-number", WithLabel("4", "5 New publications:"));

  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found[0].message(), HasSubstr("4 of the form is numbered 5"));
}

TEST(QuestionNumber, OtherWaysToWriteIt) {
  for (const char* const label :
       {"2A. Meetings", "2 a) Meetings", "2A Meetings", "Meetings",
        "2 A meeting", "2016 meetings"}) {
    EXPECT_THAT(FindingsOf("question-number", WithLabel("2A", label)),
                IsEmpty())
        << label;
  }
}

TEST(QuestionYear, OtherThanTheRounds) {
  EXPECT_THAT(FindingsOf("question-year",
                         WithLabel("4", "4 New publications in 2015:")),
              SizeIs(1));
  EXPECT_THAT(FindingsOf("question-year",
                         WithLabel("4", "4 New publications in 2016:")),
              IsEmpty());
  EXPECT_THAT(
      FindingsOf("question-year", WithLabel("4", "4 New publications in 201:")),
      IsEmpty());
}

TEST(MissingQuestion, NotInTheDocument) {
  v1::Questionnaire questionnaire =
      QuestionnaireOf({{"1", "Some news."}, {"2", ""}});
  FindingOptions options = In2016();
  for (const char* const id : {"1", "2", "3"}) {
    options.form.add_questions()->set_id(id);
  }

  EXPECT_THAT(FindingsOf("missing-question", questionnaire, options), SizeIs(1))
      << "only question 3: 2 was entered by hand and left blank";

  questionnaire.mutable_source()->set_file_name("port.txt");
  questionnaire.mutable_answers(0)->set_question_as_written("1 News:");
  EXPECT_THAT(FindingsOf("missing-question", questionnaire, options),
              SizeIs(2));
}

TEST(EmptyReference, PointsToNothing) {
  const auto found = [](const std::string& reference, const std::string& two) {
    return FindingsOf("empty-reference",
                      QuestionnaireOf({{"2", two}, {"2B", reference}}));
  };

  EXPECT_THAT(found("See point 2", ""), SizeIs(1));
  EXPECT_THAT(found("See point 2", "N/A"), SizeIs(1));
  EXPECT_THAT(found("See point 7", "Some news."), SizeIs(1));
  EXPECT_THAT(found("See point 2", "Some news."), IsEmpty());
}

TEST(CopiedHeading, MinistersMeetingHasThatOfOfficials) {
  const auto found = FindingsOf(
      "copied-heading",
      QuestionnaireOf(
          {{"2A", "Experts met in Riga, 3-4 May 2016\nThey talked."},
           {"2B", "Experts  met in Riga, 3-4 may 2016\nWe agreed."}}));

  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(QuotesOf(found[0]),
              ElementsAre("2A: Experts met in Riga, 3-4 May 2016",
                          "2B: Experts  met in Riga, 3-4 may 2016"));
}

TEST(CopiedHeading, OtherAnswersMayRepeatLines) {
  EXPECT_THAT(FindingsOf("copied-heading",
                         QuestionnaireOf(
                             {{"2", "Experts met in Riga, 3-4 May 2016\nA."},
                              {"2A", "Experts met in Riga, 3-4 May 2016"}})),
              IsEmpty());
}

TEST(CopiedAnswer, IsFoundHoweverItsBeginningIsSpaced) {
  const std::string text = "Ports agreed to share their lists of ships.";
  const std::string spaced =
      absl::StrCat("the ", std::string(200, ' '),
                   "PORTS\u00a0agreed\u2011to share their lists of ships.");

  EXPECT_THAT(FindingsOf("copied-answer",
                         QuestionnaireOf({{"1", text}, {"2C", spaced}})),
              SizeIs(1));
}

TEST(CopiedAnswer, ABeginningAloneIsNone) {
  const std::string text = "Ports agreed to share their lists of ships";

  EXPECT_THAT(
      FindingsOf("copied-answer",
                 QuestionnaireOf({{"1", text + " with all members."},
                                  {"2C", text + " with some members."}})),
      IsEmpty());
}

TEST(CopiedAnswer, WholeAnswerOfAnotherQuestion) {
  const std::string text = "The ports agreed to share their lists of ships.";

  EXPECT_THAT(
      FindingsOf("copied-answer", QuestionnaireOf({{"1", text}, {"2C", text}})),
      SizeIs(1));
  EXPECT_THAT(FindingsOf("copied-answer",
                         QuestionnaireOf({{"1", "N/A"}, {"2C", "N/A"}})),
              IsEmpty());
}

}  // namespace
}  // namespace compendium
