// SPDX-License-Identifier: Apache-2.0
// Every method of RegistryService over gRPC: what it answers, and how its
// errors look to a client.
#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/base/sha256.h"
#include "lib/request/error_details.h"
#include "lib/rpc/grpc_status.h"
#include "services/registry/store/log_entry.h"
#include "tests/support/registry_fixture.h"

namespace compendium::tests {
namespace {

namespace v1 = compendium::registry::v1;
using testing::ElementsAre;

template <class Message>
Message FromText(const std::string& text) {
  Message message;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &message))
      << text;
  return message;
}

class RegistryMethods : public testing::TestWithParam<RegistryFixture::Engine> {
 protected:
  using Stub = v1::RegistryService::Stub;

  // Calls a method with a request in text format.
  template <class Request, class Response>
  absl::StatusOr<Response> Call(
      grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&,
                                   Response*),
      const std::string& request) {
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() +
                         std::chrono::minutes(1));
    Response response;
    const grpc::Status status = (registry_.stub().*method)(
        &context, FromText<Request>(request), &response);
    if (!status.ok()) return FromGrpcStatus(status);
    return response;
  }

  void CreateAll() {
    ASSERT_TRUE(Call(&Stub::CreateMechanism, MechanismText("midsa")).ok());
    ASSERT_TRUE(Call(&Stub::CreateRound, RoundText("2016")).ok());
    ASSERT_TRUE(
        Call(&Stub::CreateQuestionnaire, QuestionnaireText("midsa", "2016"))
            .ok());
  }

  static std::string By() { return " author: 'a.diallo' reason: 'a test'"; }
  static std::string MechanismText(const std::string& id) {
    return absl::StrCat("mechanism_id: '", id,
                        "' mechanism { display_name: 'M' }", By());
  }
  static std::string RoundText(const std::string& id) {
    return absl::StrCat("round_id: '", id, "' round { title: 'R' }", By());
  }
  static std::string QuestionnaireText(const std::string& mechanism,
                                       const std::string& round) {
    return absl::StrCat("parent: 'mechanisms/", mechanism,
                        "' questionnaire_id: '", round,
                        "' questionnaire { title: 'Q' }", By());
  }

  RegistryFixture registry_{GetParam()};
};

INSTANTIATE_TEST_SUITE_P(Engines, RegistryMethods,
                         testing::Values(RegistryFixture::Engine::kMemory,
                                         RegistryFixture::Engine::kRocksDb),
                         [](const auto& parameter) {
                           return parameter.param ==
                                          RegistryFixture::Engine::kMemory
                                      ? "Memory"
                                      : "RocksDb";
                         });

TEST_P(RegistryMethods, WritesSayWhichVersionTheyMade) {
  const auto created = Call(&Stub::CreateMechanism, MechanismText("midsa"));
  const auto updated = Call(&Stub::UpdateMechanism,
                            "mechanism { name: 'mechanisms/midsa' etag: "
                            "'\"1\"' acronym: 'MIDSA' }" +
                                By());
  const auto deleted =
      Call(&Stub::DeleteMechanism, "name: 'mechanisms/midsa'" + By());
  const auto undeleted = Call(&Stub::UndeleteMechanism,
                              "name: 'mechanisms/midsa' etag: '\"3\"'" + By());

  ASSERT_TRUE(created.ok()) << created.status();
  ASSERT_TRUE(updated.ok()) << updated.status();
  ASSERT_TRUE(deleted.ok()) << deleted.status();
  ASSERT_TRUE(undeleted.ok()) << undeleted.status();
  EXPECT_EQ(created->version().name(), "mechanisms/midsa");
  EXPECT_EQ(created->version().etag(), "\"1\"");
  EXPECT_EQ(updated->revision(), 2);
  EXPECT_TRUE(deleted->version().has_delete_time());
  EXPECT_FALSE(undeleted->version().has_delete_time());
  EXPECT_EQ(undeleted->version().etag(), "\"4\"");
}

TEST_P(RegistryMethods, ReadsGiveWholeRecords) {
  CreateAll();

  const auto mechanism = Call(&Stub::GetMechanism, "name: 'mechanisms/midsa'");
  const auto round = Call(&Stub::GetRound, "name: 'rounds/2016'");
  const auto questionnaire = Call(
      &Stub::GetQuestionnaire, "name: 'mechanisms/midsa/questionnaires/2016'");

  ASSERT_TRUE(mechanism.ok() && round.ok() && questionnaire.ok());
  EXPECT_EQ(mechanism->mechanism().display_name(), "M");
  EXPECT_EQ(mechanism->mechanism().etag(), "\"1\"");
  EXPECT_EQ(mechanism->revision(), 3);
  EXPECT_EQ(round->round().name(), "rounds/2016");
  EXPECT_EQ(round->round().revision(), 2);
  EXPECT_TRUE(questionnaire->questionnaire().has_create_time());
  EXPECT_FALSE(questionnaire->questionnaire().has_delete_time());
}

TEST_P(RegistryMethods, TheOtherWritesOfRoundsAndQuestionnaires) {
  CreateAll();
  const std::string name = "mechanisms/midsa/questionnaires/2016";

  EXPECT_EQ(Call(&Stub::UpdateRound,
                 "round { name: 'rounds/2016' due_day: '2016-12-31' } "
                 "update_mask { paths: 'due_day' }" +
                     By())
                ->revision(),
            4);
  EXPECT_EQ(Call(&Stub::UpdateQuestionnaire,
                 absl::StrCat("questionnaire { name: '", name, "' title: 'T' }",
                              By()))
                ->revision(),
            5);
  EXPECT_EQ(
      Call(&Stub::DeleteQuestionnaire, absl::StrCat("name: '", name, "'", By()))
          ->revision(),
      6);
  EXPECT_EQ(Call(&Stub::DeleteRound, "name: 'rounds/2016'" + By())->revision(),
            7);
  EXPECT_EQ(
      Call(&Stub::UndeleteRound, "name: 'rounds/2016'" + By())->revision(), 8);
  EXPECT_EQ(Call(&Stub::UndeleteQuestionnaire,
                 absl::StrCat("name: '", name, "'", By()))
                ->revision(),
            9);
}

TEST_P(RegistryMethods, ListsKeepTheirRevisionOverPages) {
  CreateAll();
  ASSERT_TRUE(Call(&Stub::CreateMechanism, MechanismText("bali")).ok());

  const auto first = Call(&Stub::ListMechanisms, "page_size: 1");
  ASSERT_TRUE(first.ok()) << first.status();
  ASSERT_TRUE(Call(&Stub::CreateMechanism, MechanismText("colombo")).ok());
  const auto second =
      Call(&Stub::ListMechanisms, absl::StrCat("page_size: 10 page_token: '",
                                               first->next_page_token(), "'"));
  const auto other = Call(&Stub::ListMechanisms,
                          absl::StrCat("show_deleted: true page_token: '",
                                       first->next_page_token(), "'"));

  ASSERT_TRUE(second.ok()) << second.status();
  EXPECT_EQ(first->mechanisms(0).name(), "mechanisms/bali");
  ASSERT_EQ(second->mechanisms_size(), 1);
  EXPECT_EQ(second->mechanisms(0).name(), "mechanisms/midsa");
  EXPECT_EQ(second->revision(), first->revision());
  EXPECT_EQ(second->next_page_token(), "");
  EXPECT_THAT(FieldPathsOf(other.status()), ElementsAre("page_token"));
}

TEST_P(RegistryMethods, ListsAndBatchesOfTheOtherKinds) {
  CreateAll();
  const std::string name = "mechanisms/midsa/questionnaires/2016";

  EXPECT_EQ(Call(&Stub::ListRounds, "")->rounds_size(), 1);
  EXPECT_EQ(Call(&Stub::ListQuestionnaires, "parent: 'mechanisms/-'")
                ->questionnaires(0)
                .name(),
            name);
  EXPECT_EQ(Call(&Stub::ListQuestionnaires,
                 "parent: 'mechanisms/midsa' round: 'rounds/2017'")
                ->questionnaires_size(),
            0);
  EXPECT_EQ(Call(&Stub::BatchGetMechanisms, "names: 'mechanisms/midsa'")
                ->mechanisms_size(),
            1);
  EXPECT_EQ(Call(&Stub::BatchGetRounds, "names: 'rounds/2016' read_revision: 2")
                ->revision(),
            2);
  EXPECT_EQ(Call(&Stub::BatchGetQuestionnaires,
                 absl::StrCat("names: '", name, "' names: '", name, "'"))
                ->questionnaires_size(),
            2);
  EXPECT_THAT(
      FieldPathsOf(
          Call(&Stub::ListQuestionnaires, "parent: 'rounds/2016'").status()),
      ElementsAre("parent"));
}

TEST_P(RegistryMethods, HistoryTellsWhoAndWhyNewestFirst) {
  CreateAll();
  ASSERT_TRUE(Call(&Stub::UpdateMechanism,
                   "mechanism { name: 'mechanisms/midsa' acronym: 'A' } "
                   "author: 'b' reason: 'c'")
                  .ok());

  const auto page =
      Call(&Stub::ListRevisions, "name: 'mechanisms/midsa' page_size: 1");
  ASSERT_TRUE(page.ok()) << page.status();
  const auto rest =
      Call(&Stub::ListRevisions,
           absl::StrCat("name: 'mechanisms/midsa' page_size: 1 page_token: '",
                        page->next_page_token(), "'"));

  ASSERT_TRUE(rest.ok()) << rest.status();
  EXPECT_EQ(page->revisions(0).version().revision(), 4);
  EXPECT_EQ(page->revisions(0).kind(), v1::CHANGE_KIND_UPDATED);
  EXPECT_EQ(page->revisions(0).author(), "b");
  EXPECT_EQ(page->revisions(0).reason(), "c");
  EXPECT_EQ(rest->revisions(0).version().revision(), 1);
  EXPECT_EQ(rest->next_page_token(), "");
}

TEST_P(RegistryMethods, AnybodyCanRecomputeTheHashChain) {
  CreateAll();

  const auto log = Call(&Stub::ListLogEntries, "after_revision: 0");

  ASSERT_TRUE(log.ok()) << log.status();
  ASSERT_EQ(log->entries_size(), 3);
  EXPECT_EQ(log->revision(), 3);
  std::string hash = registry::FirstPreviousHash();
  for (const v1::LogEntry& entry : log->entries()) {
    EXPECT_EQ(entry.hash(), registry::ChainHash(hash, entry.payload()));
    const auto decoded = registry::DecodeLogPayload(entry.payload());
    ASSERT_TRUE(decoded.ok());
    EXPECT_EQ(decoded->records[0].value_sha256,
              base::Sha256({entry.record_values(0)}));
    hash = entry.hash();
  }
}

TEST_P(RegistryMethods, StatusTellsWhatRuns) {
  CreateAll();

  const auto status = Call(&Stub::GetRegistryStatus, "");

  ASSERT_TRUE(status.ok());
  EXPECT_EQ(status->revision(), 3);
  EXPECT_EQ(status->store_id(), registry_.store().store_id());
  EXPECT_EQ(status->engine(), registry_.store().engine_name());
  EXPECT_FALSE(status->release().empty());
  EXPECT_GT(status->start_time().seconds(), 0);
  EXPECT_FALSE(status->read_only());
}

TEST_P(RegistryMethods, WrongFieldsAreNamed) {
  const auto annotations = Call(&Stub::CreateMechanism, "mechanism_id: 'X'");
  const auto rules = Call(&Stub::CreateMechanism,
                          "mechanism_id: 'x' mechanism { display_name: 'M' "
                          "participants {} }" +
                              By());
  const auto mask =
      Call(&Stub::UpdateMechanism,
           "mechanism { name: 'mechanisms/x' } update_mask { paths: 'etag' }" +
               By());
  const auto etag =
      Call(&Stub::DeleteMechanism, "name: 'mechanisms/x' etag: '1'" + By());
  const auto nameless = Call(&Stub::UpdateRound,
                             "round { title: 'R' } request_id: "
                             "'00000000-0000-4000-8000-000000000001'" +
                                 By());

  EXPECT_EQ(ReasonOf(annotations.status()), "INVALID_FIELD");
  EXPECT_THAT(FieldPathsOf(annotations.status()),
              ElementsAre("mechanism_id", "mechanism", "author", "reason"));
  EXPECT_THAT(FieldPathsOf(rules.status()),
              ElementsAre("mechanism.participants[0].origin",
                          "mechanism.participants[0].as_written"));
  EXPECT_THAT(FieldPathsOf(mask.status()), ElementsAre("update_mask.paths[0]"));
  EXPECT_THAT(FieldPathsOf(etag.status()), ElementsAre("etag"));
  EXPECT_THAT(FieldPathsOf(nameless.status()), ElementsAre("round.name"));
}

TEST_P(RegistryMethods, ErrorsHaveTheirCodesAndReasons) {
  CreateAll();

  const auto missing = Call(&Stub::GetMechanism, "name: 'mechanisms/none'");
  const auto future =
      Call(&Stub::GetMechanism, "name: 'mechanisms/midsa' read_revision: 99");
  const auto used = Call(&Stub::CreateMechanism, MechanismText("midsa"));
  const auto children =
      Call(&Stub::DeleteMechanism, "name: 'mechanisms/midsa'" + By());
  const auto live = Call(&Stub::UndeleteRound, "name: 'rounds/2016'" + By());
  const auto orphan =
      Call(&Stub::CreateQuestionnaire, QuestionnaireText("none", "2016"));
  const auto stale = Call(&Stub::UpdateMechanism,
                          "mechanism { name: 'mechanisms/midsa' etag: '\"9\"' "
                          "acronym: 'A' }" +
                              By());
  const auto log = Call(&Stub::ListLogEntries, "after_revision: 99");

  EXPECT_TRUE(absl::IsNotFound(missing.status()));
  EXPECT_EQ(ReasonOf(missing.status()), "RECORD_NOT_FOUND");
  EXPECT_TRUE(absl::IsOutOfRange(future.status()));
  EXPECT_EQ(ReasonOf(future.status()), "REVISION_NOT_WRITTEN");
  EXPECT_TRUE(absl::IsAlreadyExists(used.status()));
  EXPECT_TRUE(absl::IsFailedPrecondition(children.status()));
  EXPECT_EQ(ReasonOf(children.status()), "HAS_CHILDREN");
  EXPECT_TRUE(absl::IsFailedPrecondition(live.status()));
  EXPECT_TRUE(absl::IsNotFound(orphan.status()));
  EXPECT_TRUE(absl::IsAborted(stale.status()));
  EXPECT_EQ(ReasonOf(stale.status()), "ETAG_MISMATCH");
  EXPECT_TRUE(absl::IsOutOfRange(log.status()));
  EXPECT_EQ(registry_.store().LastRevision(), 3);
}

TEST_P(RegistryMethods, RepeatedRequestIsAnsweredOnce) {
  const std::string id = " request_id: '00000000-0000-4000-8000-000000000001'";

  const auto first = Call(&Stub::CreateMechanism, MechanismText("midsa") + id);
  const auto again = Call(&Stub::CreateMechanism, MechanismText("midsa") + id);
  const auto other = Call(&Stub::CreateMechanism, MechanismText("bali") + id);
  const auto other_method = Call(&Stub::CreateRound, RoundText("2016") + id);

  ASSERT_TRUE(first.ok() && again.ok());
  EXPECT_EQ(again->SerializeAsString(), first->SerializeAsString());
  EXPECT_EQ(ReasonOf(other.status()), "REQUEST_ID_REUSED");
  EXPECT_EQ(ReasonOf(other_method.status()), "REQUEST_ID_REUSED");
  EXPECT_EQ(registry_.store().LastRevision(), 1);
}

TEST_P(RegistryMethods, ConcurrentWritersShareTheLogWithoutGaps) {
  constexpr int kWriters = 64;
  constexpr int kWrites = 5;
  std::vector<std::vector<int64_t>> revisions(kWriters);

  std::vector<std::thread> writers;
  for (int writer = 0; writer < kWriters; ++writer) {
    writers.emplace_back([&, writer] {
      for (int i = 0; i < kWrites; ++i) {
        const auto answer =
            Call(&Stub::CreateMechanism,
                 MechanismText(absl::StrCat("w", writer, "-", i)));
        ASSERT_TRUE(answer.ok()) << answer.status();
        revisions[static_cast<size_t>(writer)].push_back(answer->revision());
      }
    });
  }
  for (std::thread& writer : writers) writer.join();

  std::set<int64_t> all;
  for (const auto& of_one : revisions) {
    EXPECT_TRUE(std::is_sorted(of_one.begin(), of_one.end()));
    all.insert(of_one.begin(), of_one.end());
  }
  EXPECT_EQ(all.size(), static_cast<size_t>(kWriters * kWrites));
  EXPECT_EQ(*all.begin(), 1);
  EXPECT_EQ(*all.rbegin(), kWriters * kWrites);
}

}  // namespace
}  // namespace compendium::tests
