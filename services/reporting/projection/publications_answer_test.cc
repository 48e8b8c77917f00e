// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/publications_answer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "services/reporting/testing/history.h"

namespace compendium::reporting {
namespace {

using ::testing::ElementsAre;

Projections SomeState() {
  return ProjectionsOf(
      {PutMechanism("midsa", "MIDSA"), PutMechanism("rcm", "RCM"),
       PutRound("2016", ""), PutRound("2017", ""),
       PutQuestionnaire("rcm", "2016", R"pb(
         publications { title: "Draft" status: PUBLICATION_STATUS_DRAFT }
       )pb"),
       PutQuestionnaire("midsa", "2017", R"pb(
         publications {
           title: "Next"
           date { edtf: "2017~" }
           status: PUBLICATION_STATUS_FORTHCOMING
         }
       )pb"),
       PutQuestionnaire("midsa", "2016", R"pb(
         publications { title: "Other" }
         publications {
           title: "Atlas"
           date { edtf: "2016" }
           status: PUBLICATION_STATUS_PUBLISHED
           link_uri: "https://atlas.example.org"
           evidence { question_id: "4" quote: "Atlas" }
         }
       )pb")});
}

v1::Publications Answer(const PublicationsQuery& query = {}) {
  const Projections state = SomeState();
  auto answer = AnswerPublications(state.directory, state.publications, query);
  EXPECT_TRUE(answer.ok()) << answer.status();
  return answer.ok() ? *std::move(answer) : v1::Publications();
}

std::vector<std::string> Titles(const v1::Publications& answer) {
  std::vector<std::string> titles;
  for (const auto& listed : answer.publications())
    titles.push_back(listed.publication().title());
  return titles;
}

TEST(PublicationsAnswer, ListsByRoundThenMechanismThenPosition) {
  EXPECT_THAT(Titles(Answer()), ElementsAre("Other", "Atlas", "Draft", "Next"));
}

TEST(PublicationsAnswer, GivesEveryFieldAndWhereItStands) {
  const v1::Publications answer = Answer();

  EXPECT_EQ(answer.publications(1).questionnaire(),
            "mechanisms/midsa/questionnaires/2016");
  EXPECT_EQ(answer.publications(1).publication_index(), 1);
  const auto& atlas = answer.publications(1).publication();
  EXPECT_EQ(atlas.date().edtf(), "2016");
  EXPECT_EQ(atlas.status(), registry::v1::PUBLICATION_STATUS_PUBLISHED);
  EXPECT_EQ(atlas.link_uri(), "https://atlas.example.org");
  EXPECT_EQ(atlas.evidence().quote(), "Atlas");
}

TEST(PublicationsAnswer, OnlyTheAskedForAreListed) {
  PublicationsQuery of_round, of_mechanism, of_status, of_days;
  of_round.selection.round = *RoundName::FromId("2017");
  of_mechanism.selection.mechanism = *MechanismName::FromId("rcm");
  of_status.status = registry::v1::PUBLICATION_STATUS_PUBLISHED;
  of_days.days = {absl::CivilDay(2016, 12, 31), absl::CivilDay(2017, 1, 1)};

  EXPECT_THAT(Titles(Answer(of_round)), ElementsAre("Next"));
  EXPECT_THAT(Titles(Answer(of_mechanism)), ElementsAre("Draft"));
  EXPECT_THAT(Titles(Answer(of_status)), ElementsAre("Atlas"));
  EXPECT_THAT(Titles(Answer(of_days)), ElementsAre("Atlas", "Next"));
}

TEST(PublicationsAnswer, UnknownRoundIsNotFound) {
  const Projections state = SomeState();
  PublicationsQuery query;
  query.selection.round = *RoundName::FromId("1999");

  const auto answer =
      AnswerPublications(state.directory, state.publications, query);

  EXPECT_EQ(answer.status().code(), absl::StatusCode::kNotFound);
}

}  // namespace
}  // namespace compendium::reporting
