// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/report/grpc_record_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/request/error_details.h"
#include "lib/rpc/channel.h"
#include "lib/rpc/server.h"

namespace compendium::reporting {
namespace {

namespace v1 = registry::v1;

using ::testing::Each;
using ::testing::ElementsAre;

// A registry whose lists have a page for each record.
class PagedRegistry final : public v1::RegistryService::Service {
 public:
  grpc::Status GetMechanism(grpc::ServerContext*,
                            const v1::GetMechanismRequest* request,
                            v1::GetMechanismResponse* response) override {
    revisions.push_back(request->read_revision());
    response->mutable_mechanism()->set_name(request->name());
    return end;
  }

  grpc::Status ListMechanisms(grpc::ServerContext*,
                              const v1::ListMechanismsRequest* request,
                              v1::ListMechanismsResponse* response) override {
    revisions.push_back(request->read_revision());
    const bool is_first = request->page_token().empty();
    response->add_mechanisms()->set_name(is_first ? "mechanisms/a"
                                                  : "mechanisms/b");
    if (is_first) response->set_next_page_token("second");
    return end;
  }

  grpc::Status ListQuestionnaires(
      grpc::ServerContext*, const v1::ListQuestionnairesRequest* request,
      v1::ListQuestionnairesResponse* response) override {
    revisions.push_back(request->read_revision());
    parents.push_back(absl::StrCat(request->parent(), " ", request->round()));
    response->add_questionnaires()->set_title(
        absl::StrCat("after ", request->page_token()));
    if (request->page_token().empty() || repeats)
      response->set_next_page_token("second");
    return end;
  }

  bool repeats = false;
  grpc::Status end;
  std::vector<int64_t> revisions;
  std::vector<std::string> parents;
};

class GrpcRecordSourceTest : public testing::Test {
 protected:
  GrpcRecordSourceTest() {
    auto server =
        Server::Start({.address = "127.0.0.1:0"},
                      {{v1::RegistryService::service_full_name(), &registry_}});
    EXPECT_TRUE(server.ok()) << server.status();
    server_ = *std::move(server);
    source_ = std::make_unique<GrpcRecordSource>(
        MakeChannel(absl::StrCat("127.0.0.1:", server_->port())), clock_,
        GrpcRecordSource::Options());
  }

  base::RealClock clock_;
  PagedRegistry registry_;
  std::unique_ptr<Server> server_;
  std::unique_ptr<GrpcRecordSource> source_;
  const RoundName round_ = *RoundName::Parse("rounds/2016");
};

TEST_F(GrpcRecordSourceTest, ReadsEveryPageAtTheRevision) {
  const auto records = source_->Read(round_, std::nullopt, 29);

  ASSERT_TRUE(records.ok()) << records.status();
  ASSERT_EQ(records->mechanisms.size(), 2u);
  EXPECT_EQ(records->mechanisms[1].name(), "mechanisms/b");
  ASSERT_EQ(records->questionnaires.size(), 2u);
  EXPECT_EQ(records->questionnaires[1].title(), "after second");
  EXPECT_EQ(registry_.revisions.size(), 4u);
  EXPECT_THAT(registry_.revisions, Each(29));
  EXPECT_THAT(registry_.parents, Each("mechanisms/- rounds/2016"));
}

TEST_F(GrpcRecordSourceTest, ReadsOneMechanismAlone) {
  const auto records =
      source_->Read(round_, *MechanismName::Parse("mechanisms/midsa"), 29);

  ASSERT_TRUE(records.ok()) << records.status();
  ASSERT_EQ(records->mechanisms.size(), 1u);
  EXPECT_EQ(records->mechanisms[0].name(), "mechanisms/midsa");
  EXPECT_THAT(registry_.parents, ElementsAre("mechanisms/midsa rounds/2016",
                                             "mechanisms/midsa rounds/2016"));
}

TEST_F(GrpcRecordSourceTest, RegistryThatIsAwayMeansTryAgain) {
  registry_.end = {grpc::StatusCode::UNAVAILABLE, "away"};

  const absl::Status status = source_->Read(round_, std::nullopt, 29).status();

  EXPECT_EQ(status.code(), absl::StatusCode::kUnavailable);
  EXPECT_EQ(ReasonOf(status), "REGISTRY_UNREACHABLE");
}

TEST_F(GrpcRecordSourceTest, RevisionThatIsNotThereIsAnError) {
  registry_.end = {grpc::StatusCode::OUT_OF_RANGE, "revision 29"};

  EXPECT_EQ(source_->Read(round_, std::nullopt, 29).status().code(),
            absl::StatusCode::kOutOfRange);
}

TEST_F(GrpcRecordSourceTest, PageThatComesAgainEndsTheReading) {
  registry_.repeats = true;

  EXPECT_EQ(source_->Read(round_, std::nullopt, 29).status().code(),
            absl::StatusCode::kInternal);
}

}  // namespace
}  // namespace compendium::reporting
