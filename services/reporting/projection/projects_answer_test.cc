// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/projects_answer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/request/error_details.h"
#include "services/reporting/testing/history.h"

namespace compendium::reporting {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Projections SomeState() {
  return ProjectionsOf({PutMechanism("midsa", "MIDSA"),
                        PutMechanism("rcm", "RCM"), PutRound("2016", ""),
                        PutRound("2017", ""),
                        PutQuestionnaire("rcm", "2016", R"pb(
                          projects { title: "No period" }
                        )pb"),
                        PutQuestionnaire("midsa", "2017", R"pb(
                          projects {
                            title: "Later"
                            period { edtf: "2018/.." }
                          }
                        )pb"),
                        PutQuestionnaire("midsa", "2016", R"pb(
                          projects {
                            title: "Ports"
                            period { edtf: "2015-06/2016-01" }
                            objective: "Open ports"
                            coverage: "The coast"
                            funding: "A fund"
                            website_uri: "https://ports.example.org"
                            evidence { question_id: "3" quote: "Ports" }
                          }
                          projects {
                            title: "Roads"
                            period { edtf: "2016-09/2017-01" }
                          }
                        )pb")});
}

v1::Projects Answer(const Projections& state, const ProjectsQuery& query = {}) {
  auto answer = AnswerProjects(state.directory, state.projects, query);
  EXPECT_TRUE(answer.ok()) << answer.status();
  return answer.ok() ? *std::move(answer) : v1::Projects();
}

std::vector<std::string> Titles(const v1::Projects& answer) {
  std::vector<std::string> titles;
  for (const auto& listed : answer.projects())
    titles.push_back(listed.project().title());
  return titles;
}

TEST(ProjectsAnswer, ListsByRoundThenMechanismThenPosition) {
  EXPECT_THAT(Titles(Answer(SomeState())),
              ElementsAre("Ports", "Roads", "No period", "Later"));
}

TEST(ProjectsAnswer, GivesEveryFieldAndWhereItStands) {
  const v1::Projects answer = Answer(SomeState());

  EXPECT_EQ(answer.projects(1).questionnaire(),
            "mechanisms/midsa/questionnaires/2016");
  EXPECT_EQ(answer.projects(1).project_index(), 1);
  const auto& ports = answer.projects(0).project();
  EXPECT_EQ(ports.period().edtf(), "2015-06/2016-01");
  EXPECT_EQ(ports.objective(), "Open ports");
  EXPECT_EQ(ports.coverage(), "The coast");
  EXPECT_EQ(ports.funding(), "A fund");
  EXPECT_EQ(ports.website_uri(), "https://ports.example.org");
  EXPECT_EQ(ports.evidence().quote(), "Ports");
}

TEST(ProjectsAnswer, OnlyTheAskedForAreListed) {
  const Projections state = SomeState();
  ProjectsQuery of_round, of_mechanism, of_days, later;
  of_round.selection.round = *RoundName::FromId("2016");
  of_mechanism.selection.mechanism = *MechanismName::FromId("midsa");
  of_days.days = {absl::CivilDay(2016, 1, 31), absl::CivilDay(2016, 8, 31)};
  later.days.from_day = absl::CivilDay(2016, 10, 1);

  EXPECT_THAT(Titles(Answer(state, of_round)),
              ElementsAre("Ports", "Roads", "No period"));
  EXPECT_THAT(Titles(Answer(state, of_mechanism)),
              ElementsAre("Ports", "Roads", "Later"));
  EXPECT_THAT(Titles(Answer(state, of_days)), ElementsAre("Ports"));
  EXPECT_THAT(Titles(Answer(state, later)), ElementsAre("Roads", "Later"));
}

TEST(ProjectsAnswer, FollowsChangesAndDeletions) {
  Projections state = SomeState();
  const auto apply = [&](registry::v1::RecordChange record) {
    state = *Apply(state, MakeChange(2, {std::move(record)}));
  };

  apply(PutQuestionnaire("midsa", "2016", "projects { title: 'New' }"));
  apply(PutQuestionnaire("rcm", "2016", "title: 'no projects any more'"));
  apply(Deleted(PutRound("2017", "")));

  EXPECT_THAT(Titles(Answer(state)), ElementsAre("New"));
  apply(Deleted(PutQuestionnaire("midsa", "2016", "")));
  EXPECT_THAT(Titles(Answer(state)), IsEmpty());
}

TEST(ProjectsAnswer, UnknownMechanismIsNotFound) {
  const Projections state = SomeState();
  ProjectsQuery query;
  query.selection.mechanism = *MechanismName::FromId("nobody");

  const auto answer = AnswerProjects(state.directory, state.projects, query);

  EXPECT_EQ(answer.status().code(), absl::StatusCode::kNotFound);
}

TEST(ProjectsAnswer, TooManyAreRefused) {
  std::string projects;
  for (int i = 0; i < 200; ++i) projects += "projects { title: 'P' }";
  std::vector<registry::v1::RecordChange> records = {PutRound("2016", "")};
  for (int i = 0; i <= 100; ++i) {
    records.push_back(PutMechanism(absl::StrCat("m", i), "M"));
    records.push_back(PutQuestionnaire(absl::StrCat("m", i), "2016", projects));
  }
  const Projections state = ProjectionsOf(std::move(records));

  const auto answer = AnswerProjects(state.directory, state.projects, {});

  EXPECT_EQ(ReasonOf(answer.status()), "ANSWER_TOO_LARGE") << answer.status();
}

}  // namespace
}  // namespace compendium::reporting
