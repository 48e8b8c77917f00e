// SPDX-License-Identifier: Apache-2.0
#include "lib/findings/round_items.h"

#include <gmock/gmock.h>

#include "lib/findings/check_test.h"
#include "lib/findings/limits.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

// A meeting and a project that are over, and no answer to 2C.
v1::Questionnaire WithOldPlans() {
  v1::Questionnaire questionnaire = QuestionnaireOf(
      {{"2", "Workshop on pilots, Riga, 3-4 May 2015 (planned)"},
       {"3", "Ports for all"}});
  questionnaire.mutable_meetings(0)->set_status(v1::MEETING_STATUS_PLANNED);
  v1::Project& project = *questionnaire.add_projects();
  project.set_title("Ports for all");
  project.mutable_period()->set_edtf("2014/2015");
  return questionnaire;
}

FindingOptions WithForm(const std::string& due_day) {
  FindingOptions options = In2016();
  options.due_day = due_day;
  options.form.add_questions()->set_id("2");
  options.form.add_questions()->set_id("2C");
  return options;
}

std::vector<std::string> ChecksOf(const std::vector<v1::Finding>& findings) {
  std::vector<std::string> checks;
  for (const v1::Finding& finding : findings) checks.push_back(finding.check());
  return checks;
}

TEST(RoundItemsOf, KeepsWhatTheRoundIsHeldAgainstAndNoTexts) {
  v1::Questionnaire items = RoundItemsOf(WithOldPlans());

  EXPECT_EQ(items.answers_size(), 2);
  EXPECT_EQ(items.answers(0).question_id(), "2");
  EXPECT_TRUE(items.answers(0).text().empty());
  EXPECT_THAT(ChecksOf(FindItemFindings(items, WithForm(""))),
              testing::ElementsAre("planned-past", "missing-question",
                                   "ended-project"));
  EXPECT_THAT(ChecksOf(FindItemFindings(items, WithForm("2015-02-01"))),
              testing::ElementsAre("missing-question", "earlier-project"));
}

TEST(RoundItemsOf, FindsWhatTheWholeQuestionnaireDoes) {
  const v1::Questionnaire questionnaire = WithOldPlans();
  const FindingOptions options = WithForm("2016-10-01");

  std::vector<v1::Finding> found = FindLastingFindings(questionnaire, 2016);
  AddFindings(FindItemFindings(RoundItemsOf(questionnaire), options), found);

  const std::vector<v1::Finding> whole = FindFindings(questionnaire, options);
  ASSERT_EQ(found.size(), whole.size());
  for (size_t i = 0; i < whole.size(); ++i)
    EXPECT_EQ(found[i].SerializeAsString(), whole[i].SerializeAsString());
}

TEST(RoundItemsOf, EvidenceThatQuotesNothingKeepsItsQuestion) {
  v1::Questionnaire questionnaire = WithOldPlans();
  v1::Meeting& meeting = *questionnaire.mutable_meetings(0);
  meeting.mutable_evidence()->set_quote("other words");
  v1::Evidence& evidence =
      *questionnaire.mutable_projects(0)->mutable_evidence();
  evidence.set_question_id("9");

  const v1::Questionnaire items = RoundItemsOf(questionnaire);

  EXPECT_EQ(items.meetings(0).evidence().question_id(), "2");
  EXPECT_EQ(items.meetings(0).evidence().quote(), "");
  EXPECT_FALSE(items.projects(0).has_evidence());
}

TEST(RoundItemsOf, AnswerThatTheDocumentLeavesOutIsNotShown) {
  v1::Questionnaire questionnaire = WithOldPlans();
  questionnaire.add_answers()->set_question_id("2C");
  EXPECT_EQ(RoundItemsOf(questionnaire).answers_size(), 3);

  questionnaire.mutable_source()->set_file_name("ports.docx");

  EXPECT_EQ(RoundItemsOf(questionnaire).answers_size(), 2);
}

TEST(AddFindings, ThereAreNoMoreThanCanBeDecided) {
  std::vector<v1::Finding> findings(kFindingsMax - 1);

  AddFindings(std::vector<v1::Finding>(3), findings);

  EXPECT_EQ(findings.size(), kFindingsMax);
}

}  // namespace
}  // namespace compendium
