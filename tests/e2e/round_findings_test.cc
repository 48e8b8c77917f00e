// SPDX-License-Identifier: Apache-2.0
// What the reporting worker says of a round's findings is what the registry's
// checks say of the records at the same revision, also after a restart and for
// the past.
#include <google/protobuf/util/message_differencer.h>
#include <grpcpp/create_channel.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "compendium/registry/v1/registry_service.grpc.pb.h"
#include "compendium/reporting/v1/reporting_service.grpc.pb.h"
#include "tests/e2e/round_fixture.h"

namespace compendium::tests {
namespace {

namespace registry_v1 = compendium::registry::v1;
namespace reporting_v1 = compendium::reporting::v1;
using google::protobuf::util::MessageDifferencer;
using Findings = std::vector<registry_v1::Finding>;

class FindingsOfARound : public Round {
 protected:
  // All findings of the round that the registry makes of the records.
  Findings Listed(int64_t revision) {
    const auto stub = registry_v1::RegistryService::NewStub(grpc::CreateChannel(
        registry_address_, grpc::InsecureChannelCredentials()));
    registry_v1::ListFindingsRequest request;
    request.set_parent("rounds/2016");
    request.set_show_decided(true);
    request.set_read_revision(revision);
    request.set_page_size(1000);
    grpc::ClientContext context;
    registry_v1::ListFindingsResponse response;
    const auto status = stub->ListFindings(&context, request, &response);
    EXPECT_TRUE(status.ok()) << status.error_message();
    EXPECT_TRUE(response.next_page_token().empty());
    return {response.findings().begin(), response.findings().end()};
  }

  // And those that the reporting worker has.
  Findings Reported(int64_t revision) {
    const auto stub =
        reporting_v1::ReportingService::NewStub(grpc::CreateChannel(
            reporting_address_, grpc::InsecureChannelCredentials()));
    reporting_v1::GetFindingsRequest request;
    request.set_round("rounds/2016");
    request.set_as_of_revision(revision);
    grpc::ClientContext context;
    reporting_v1::GetFindingsResponse response;
    const auto status = stub->GetFindings(&context, request, &response);
    EXPECT_TRUE(status.ok()) << status.error_message();
    EXPECT_EQ(response.computed_at_revision(), revision);
    const auto& findings = response.findings().findings();
    EXPECT_EQ(response.findings().counts().finding_count(), findings.size());
    return {findings.begin(), findings.end()};
  }

  void ExpectTheSame(int64_t revision) {
    const Findings listed = Listed(revision);
    const Findings reported = Reported(revision);
    ASSERT_EQ(reported.size(), listed.size()) << "at revision " << revision;
    for (size_t i = 0; i < listed.size(); ++i)
      EXPECT_TRUE(MessageDifferencer::Equals(reported[i], listed[i]))
          << reported[i].ShortDebugString() << "\nand\n"
          << listed[i].ShortDebugString();
  }

  // Imports the file, decides about a finding and sets a due day, and compares
  // after each and after a restart.
  void FollowARound(const std::string& file) {
    Import(file);
    const int64_t imported = Revision();
    const Findings open = Listed(imported);
    ASSERT_GT(open.size(), 5u);
    ExpectTheSame(imported);

    Command({"curate", open[0].subject(), "resolve", open[0].id(), "--author",
             "a.diallo", "--reason", "they told us"});
    const int64_t decided = Revision();
    ExpectTheSame(decided);
    EXPECT_TRUE(Reported(decided)[0].has_decision());

    SetDueDay("2018-01-01");
    const int64_t due = Revision();
    ExpectTheSame(due);
    EXPECT_NE(Reported(due).size(), open.size());

    ASSERT_EQ(reporting_->Stop(), 0);
    StartReporting();
    for (const int64_t revision : {imported, decided, due})
      ExpectTheSame(revision);
  }

  void SetDueDay(const std::string& day) {
    const auto stub = registry_v1::RegistryService::NewStub(grpc::CreateChannel(
        registry_address_, grpc::InsecureChannelCredentials()));
    registry_v1::UpdateRoundRequest request;
    request.mutable_round()->set_name("rounds/2016");
    request.mutable_round()->set_due_day(day);
    request.mutable_update_mask()->add_paths("due_day");
    request.set_author("a.diallo");
    request.set_reason("prolonged");
    grpc::ClientContext context;
    registry_v1::UpdateRoundResponse response;
    const auto status = stub->UpdateRound(&context, request, &response);
    ASSERT_TRUE(status.ok()) << status.error_message();
  }
};

TEST_F(FindingsOfARound, AreThoseThatTheRegistryFinds) {
  FollowARound(SampleRound());
}

TEST_F(FindingsOfARound, OfTheRealDocumentAreThoseThatTheRegistryFinds) {
  if (!std::filesystem::exists(RealDocument()))
    GTEST_SKIP() << "NOT TESTED: the real document is absent: "
                 << RealDocument();
  FollowARound(RealDocument());
}

}  // namespace
}  // namespace compendium::tests
