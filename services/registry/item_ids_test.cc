// SPDX-License-Identifier: Apache-2.0
#include "services/registry/item_ids.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "lib/request/error_details.h"

namespace compendium::registry {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> Problems(v1::Questionnaire& questionnaire) {
  FieldProblems problems;
  CompleteItemIds(questionnaire, "q", problems);
  return FieldPathsOf(problems.ToStatus());
}

TEST(CompleteItemIds, FillsWhatIsMissingAndKeepsWhatIsThere) {
  v1::Questionnaire questionnaire;
  questionnaire.add_meetings()->set_id("mine");
  questionnaire.add_claims()->set_code("10.7");
  questionnaire.add_projects()->set_title("Ports");
  questionnaire.add_publications()->set_title("Atlas");

  EXPECT_THAT(Problems(questionnaire), IsEmpty());

  EXPECT_EQ(questionnaire.meetings(0).id(), "mine");
  EXPECT_FALSE(questionnaire.claims(0).id().empty());
  EXPECT_FALSE(questionnaire.projects(0).id().empty());
  EXPECT_FALSE(questionnaire.publications(0).id().empty());
}

TEST(CompleteItemIds, OneIdForTwoItemsIsNamed) {
  v1::Questionnaire questionnaire;
  questionnaire.add_meetings()->set_id("x");
  questionnaire.add_claims()->set_id("y");
  questionnaire.add_claims()->set_id("x");
  questionnaire.add_publications()->set_id("y");

  EXPECT_THAT(Problems(questionnaire),
              ElementsAre("q.claims[1].id", "q.publications[0].id"));
}

TEST(CompleteItemIds, NoItemsNoIds) {
  v1::Questionnaire questionnaire;

  EXPECT_THAT(Problems(questionnaire), IsEmpty());
}

}  // namespace
}  // namespace compendium::registry
