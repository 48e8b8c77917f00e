// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/endpoint/answers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lib/request/error_details.h"
#include "services/reporting/testing/history.h"

namespace compendium::reporting {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

Snapshot SomeSnapshot() {
  Snapshot snapshot;
  snapshot.revision = 12;
  snapshot.projections =
      ProjectionsOf({PutMechanism("midsa", "MIDSA"), PutRound("2016", ""),
                     PutQuestionnaire("midsa", "2016", R"pb(
                       participants { country_code: "ZMB" }
                       participants {
                         country_code: "PRT"
                         kind: PARTICIPANT_KIND_STATE
                         role: PARTICIPANT_ROLE_OBSERVER
                       }
                       meetings {
                         title: "A"
                         date { edtf: "2016-05-04" }
                       }
                       meetings {
                         title: "B"
                         date { edtf: "2016-05-04/2016-05-05" }
                       }
                       meetings {
                         title: "C"
                         date { edtf: "2016-05-05?" }
                       }
                       projects { period { edtf: "2016" } }
                       projects { title: "No period" }
                       publications { status: PUBLICATION_STATUS_DRAFT }
                       publications { date { edtf: "2016" } }
                     )pb")});
  return snapshot;
}

// A request with every field that all three have.
template <class Request>
Request WithEveryField() {
  Request request;
  request.set_round("rounds/2016");
  request.set_mechanism("mechanisms/midsa");
  request.set_from_day("2016-05-04");
  request.set_to_day("2016-05-04");
  return request;
}

TEST(ListAnswers, ClashesAreFilteredByEveryField) {
  v1::GetClashesRequest all;
  auto some = WithEveryField<v1::GetClashesRequest>();
  some.set_country_code("PRT");
  auto with_observers = some;
  with_observers.set_with_observers(true);
  with_observers.set_certain_only(true);
  v1::GetClashesResponse all_found, some_found, observers_found;

  ASSERT_TRUE(FillClashes(SomeSnapshot(), all, all_found).ok());
  ASSERT_TRUE(FillClashes(SomeSnapshot(), some, some_found).ok());
  ASSERT_TRUE(
      FillClashes(SomeSnapshot(), with_observers, observers_found).ok());

  EXPECT_EQ(all_found.computed_at_revision(), 12);
  EXPECT_THAT(all_found.clashes().clashes(), SizeIs(2));
  EXPECT_THAT(some_found.clashes().clashes(), SizeIs(0));
  EXPECT_THAT(observers_found.clashes().clashes(), SizeIs(1));
}

TEST(ListAnswers, ProjectsAreFilteredByEveryField) {
  v1::GetProjectsResponse all, some;

  ASSERT_TRUE(FillProjects(SomeSnapshot(), {}, all).ok());
  ASSERT_TRUE(FillProjects(SomeSnapshot(),
                           WithEveryField<v1::GetProjectsRequest>(), some)
                  .ok());

  EXPECT_EQ(all.computed_at_revision(), 12);
  EXPECT_THAT(all.projects().projects(), SizeIs(2));
  EXPECT_THAT(some.projects().projects(), SizeIs(1));
}

TEST(ListAnswers, PublicationsAreFilteredByEveryField) {
  v1::GetPublicationsRequest of_status;
  of_status.set_status(registry::v1::PUBLICATION_STATUS_DRAFT);
  v1::GetPublicationsResponse all, some, drafts;

  ASSERT_TRUE(FillPublications(SomeSnapshot(), {}, all).ok());
  ASSERT_TRUE(FillPublications(SomeSnapshot(),
                               WithEveryField<v1::GetPublicationsRequest>(),
                               some)
                  .ok());
  ASSERT_TRUE(FillPublications(SomeSnapshot(), of_status, drafts).ok());

  EXPECT_EQ(all.computed_at_revision(), 12);
  EXPECT_THAT(all.publications().publications(), SizeIs(2));
  EXPECT_THAT(some.publications().publications(), SizeIs(1));
  EXPECT_THAT(drafts.publications().publications(), SizeIs(1));
}

TEST(ListAnswers, DaysInTheWrongOrderAreNamed) {
  auto clashes = WithEveryField<v1::GetClashesRequest>();
  auto projects = WithEveryField<v1::GetProjectsRequest>();
  auto publications = WithEveryField<v1::GetPublicationsRequest>();
  clashes.set_to_day("2016-05-03");
  projects.set_to_day("2016-05-03");
  publications.set_to_day("2016-05-03");
  v1::GetClashesResponse clashes_found;
  v1::GetProjectsResponse projects_found;
  v1::GetPublicationsResponse publications_found;

  for (const absl::Status& status :
       {FillClashes(SomeSnapshot(), clashes, clashes_found),
        FillProjects(SomeSnapshot(), projects, projects_found),
        FillPublications(SomeSnapshot(), publications, publications_found)}) {
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
    EXPECT_THAT(FieldPathsOf(status), ElementsAre("to_day"));
  }
}

}  // namespace
}  // namespace compendium::reporting
