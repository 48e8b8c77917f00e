// SPDX-License-Identifier: Apache-2.0
#include "gmock/gmock.h"
#include "lib/findings/check_test.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<v1::Finding> Found(absl::string_view check,
                               const std::string& text) {
  return FindingsOf(check, QuestionnaireOf({{"3A", text}}));
}

TEST(StatedCount, OtherNumberThanListed) {
  const auto found = Found(
      "stated-count", "It serves 3 out of the 17 SDGs: 5.2, 8.8, 10.7, 16.2");

  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].severity(), v1::FINDING_SEVERITY_ERROR);
  EXPECT_THAT(found[0].message(), HasSubstr("speaks of 3"));
  EXPECT_THAT(found[0].message(), HasSubstr("lists 4: 5.2, 8.8, 10.7, 16.2"));
}

TEST(StatedCount, NumberOfGoalsOrOfTargetsIsRight) {
  for (const char* const text :
       {"Three SDGs: 8.8, 10.7, 10.c", "two SDGs: 8.8, 10.7, 10.c",
        "They support 2 migration-related SDGs:\nPart one: SDG 8.8\nPart two: "
        "target 16.9"}) {
    EXPECT_THAT(Found("stated-count", text), IsEmpty()) << text;
  }
}

TEST(StatedCount, ListBelowBelongsToTheStatementAboveIt) {
  EXPECT_THAT(
      Found("stated-count", "It serves four targets:\nSDG 8.8\nSDG 5.2"),
      SizeIs(1));
  EXPECT_THAT(
      Found("stated-count",
            "One part serves two SDGs: 8.8, 10.7. The other part serves three "
            "SDGs: 5.2, 8.7, 16.2."),
      IsEmpty());
}

TEST(StatedCount, SizeOfTheFrameworkAndOtherNumbersAreNoCount) {
  for (const char* const text :
       {"Of the 17 SDGs it serves 8.8.", "193 States adopted the SDGs: 8.8",
        "4 States support SDG 8.8 and SDG 10.7 in 2016",
        "SDG 5, goals 8 and 10", "the 169 targets, such as SDG 8.8",
        "4 goals"}) {
    EXPECT_THAT(Found("stated-count", text), IsEmpty()) << text;
  }
}

TEST(CodeSubject, WordsOfAnotherTarget) {
  const auto found =
      Found("code-subject", "Goal 16.3 on trafficking in children");

  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].severity(), v1::FINDING_SEVERITY_WARNING);
  EXPECT_THAT(found[0].message(), HasSubstr("\"trafficking in children\""));
  EXPECT_THAT(QuotesOf(found[0]),
              ElementsAre("3A: Goal 16.3 on trafficking in children"));
}

TEST(CodeSubject, WordsThatFitOrBelongToAnotherCode) {
  for (const char* const text :
       {"SDG target 16.2 on child trafficking",
        "SDGs 5.2 and 16.2 on trafficking",
        "SDG 16.3 (access to justice for victims of trafficking)",
        "target 10.7, remittances (target 10.c)",
        "target 17.16 as well as remittances (10.c)",
        "trafficking (target 16.3), remittances (10.c)",
        "target 3.8 and the right to healthcare for migrant workers",
        "SDG target 8.8 (rights of migrant workers): workshops",
        "SDG target 4.b: training on asylum in four countries"}) {
    EXPECT_THAT(Found("code-subject", text), IsEmpty()) << text;
  }
}

TEST(UnknownCode, TargetThatDoesNotExist) {
  const auto found = Found("unknown-code", "SDG targets 10.7 and 10.9");

  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(QuotesOf(found[0]), ElementsAre("3A: 10.9"));
  EXPECT_THAT(Found("unknown-code", "It serves SDG 18."), SizeIs(1));
  EXPECT_THAT(Found("unknown-code", "goal 8.x of the SDGs"), SizeIs(1));
}

TEST(UnknownCode, OtherNumbersBehindTheWords) {
  for (const char* const text :
       {"SDGs 10.7, 17.18", "indicator of target 10.7.1", "SDG 2030 agenda",
        "target 50 officials", "a target of 25%", "SDG 25 % of all",
        "SDG 25 countries took part", "goal (see page 25)",
        "the SDGs: 20 countries take part"}) {
    EXPECT_THAT(Found("unknown-code", text), IsEmpty()) << text;
  }
}

TEST(ClaimStrength, OneCodeMoreAndLessFirmly) {
  const auto found = FindingsOf(
      "claim-strength",
      QuestionnaireOf({{"2C", "The meeting discussed SDG target 10.7."},
                       {"3A", "It will contribute to SDG 10.7 and 8.8."}}));

  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].severity(), v1::FINDING_SEVERITY_NOTE);
  EXPECT_THAT(found[0].message(), HasSubstr("outright in question 2C"));
  EXPECT_THAT(found[0].message(), HasSubstr("implicitly in question 3A"));
}

TEST(GoalsUnnamed, ProjectsGoalsMustBeNamed) {
  EXPECT_THAT(Found("goals-unnamed", "The dialogue of five ports"), SizeIs(1));
  EXPECT_THAT(Found("goals-unnamed", "It supports the SDGs."), SizeIs(1));
  EXPECT_THAT(Found("goals-unnamed", "It supports SDG 10.7."), IsEmpty());
  EXPECT_THAT(Found("goals-unnamed", "N/A"), IsEmpty());
}

TEST(GoalsUnnamed, DiscussionNeedOnlySpeakOfThem) {
  const auto found = [](const std::string& text) {
    return FindingsOf("goals-unnamed", QuestionnaireOf({{"2C", text}}));
  };

  EXPECT_THAT(found("The members took stock of the SDGs."), IsEmpty());
  EXPECT_THAT(found("The 2030 Agenda was on the programme."), IsEmpty());
  EXPECT_THAT(found("The harbour was shown to all members."), SizeIs(1));
}

TEST(GoalsUnnamed, ClaimEnteredWithoutQuestionAnswersIt) {
  v1::Questionnaire questionnaire =
      QuestionnaireOf({{"3A", "The dialogue of five ports"}});
  v1::Claim& claim = *questionnaire.add_claims();
  claim.set_framework("sdg");
  claim.set_code("10.7");

  EXPECT_THAT(FindingsOf("goals-unnamed", questionnaire), IsEmpty());
}

TEST(GoalsWithoutProject, ClaimsOfAProjectThatIsDenied) {
  v1::Questionnaire questionnaire =
      QuestionnaireOf({{"3", "N/A"}, {"3A", "SDG 10.7 and SDG 8.8"}});

  EXPECT_THAT(QuotesOf(FindingsOf("goals-without-project", questionnaire)[0]),
              ElementsAre("3: N/A", "3A: SDG 10.7 and SDG 8.8"));

  questionnaire.add_projects()->set_title("Harbour school");
  EXPECT_THAT(FindingsOf("goals-without-project", questionnaire), IsEmpty());
}

TEST(GoalsWithoutProject, BlankAnswerDeniesNothing) {
  EXPECT_THAT(FindingsOf("goals-without-project",
                         QuestionnaireOf({{"3", ""}, {"3A", "SDG 10.7"}})),
              IsEmpty());
}

}  // namespace
}  // namespace compendium
