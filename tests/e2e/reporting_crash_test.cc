// SPDX-License-Identifier: Apache-2.0
// Kills the reporting worker with SIGKILL at random moments while the registry
// is written to: its state must equal one that was rebuilt from revision 1.
#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include <atomic>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <thread>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/time/clock.h"
#include "compendium/registry/v1/registry_service.grpc.pb.h"
#include "compendium/reporting/v1/reporting_service.grpc.pb.h"
#include "lib/rpc/channel.h"
#include "tests/support/environment.h"
#include "tests/support/process.h"

namespace compendium::tests {
namespace {

namespace registry_v1 = compendium::registry::v1;
namespace reporting_v1 = compendium::reporting::v1;

constexpr int kMechanisms = 20;
constexpr const char* kCodes[] = {"8.7",  "8.8",   "10.7", "10.c",
                                  "16.2", "17.18", "5"};
constexpr const char* kCities[] = {"Lusaka", "Bangkok", "Almaty"};
constexpr const char* kCountries[] = {"ZMB", "THA", "KAZ"};

registry_v1::Questionnaire RandomQuestionnaire(const std::string& name,
                                               std::mt19937& random) {
  registry_v1::Questionnaire questionnaire;
  questionnaire.set_name(name);
  auto* answer = questionnaire.add_answers();
  answer->set_question_id("3A");
  answer->set_state(registry_v1::ANSWER_STATE_ANSWERED);
  answer->set_text("Goals and meetings");
  for (const char* code : kCodes) {
    if (random() % 2 == 0) continue;
    auto* claim = questionnaire.add_claims();
    claim->set_framework("sdg");
    claim->set_code(code);
    claim->set_strength(registry_v1::CLAIM_STRENGTH_EXPLICIT);
    claim->set_origin(registry_v1::ORIGIN_SUBMITTED);
    claim->mutable_evidence()->set_question_id("3A");
    claim->mutable_evidence()->set_end_byte(5);
    claim->mutable_evidence()->set_quote("Goals");
  }
  for (auto i = random() % 4; i > 0; --i) {
    const auto place = random() % 3;
    auto* meeting = questionnaire.add_meetings();
    meeting->set_title(absl::StrCat("Meeting of group ", random() % 3));
    meeting->mutable_date()->set_edtf(absl::StrCat("2016-0", 1 + random() % 9));
    meeting->set_city(kCities[place]);
    meeting->set_country_code(kCountries[place]);
    meeting->set_origin(registry_v1::ORIGIN_SUBMITTED);
  }
  return questionnaire;
}

// The "revision" of the log's line "serving"; 0 when there is none yet.
int64_t StartRevisionIn(const std::string& log) {
  for (const absl::string_view line : absl::StrSplit(log, '\n')) {
    const auto json = nlohmann::json::parse(line.begin(), line.end(), nullptr,
                                            /*allow_exceptions=*/false);
    int64_t revision = 0;
    if (json.is_object() && json.value("event", "") == "serving" &&
        absl::SimpleAtoi(json.value("revision", ""), &revision))
      return revision;
  }
  return 0;
}

class ReportingCrash : public testing::Test {
 protected:
  void SetUp() override {
    registry_ = *Process::Start(
        {.command = {BinaryPath("compendium-registry"),
                     "--listen_address=127.0.0.1:0",
                     absl::StrCat("--data_dir=", folder_, "/registry")},
         .log_path = folder_ + "/registry.log"});
    const auto address = registry_->WaitUntilServing();
    ASSERT_TRUE(address.ok()) << address.status();
    registry_address_ = *address;
    stub_ = registry_v1::RegistryService::NewStub(MakeChannel(*address));
  }

  std::unique_ptr<Process> StartReporting(const std::string& data) {
    return *Process::Start(
        {.command = {BinaryPath("compendium-reporting"),
                     "--http_address=", "--listen_address=127.0.0.1:0",
                     "--registry_address=" + registry_address_,
                     "--checkpoint_changes=1",
                     absl::StrCat("--data_dir=", folder_, "/", data)},
         .log_path = absl::StrCat(folder_, "/", data, ".log")});
  }

  template <class Request, class Response>
  int64_t Call(grpc::Status (registry_v1::RegistryService::Stub::*method)(
                   grpc::ClientContext*, const Request&, Response*),
               Request request) {
    request.set_author("crash-test");
    request.set_reason("kill -9");
    grpc::ClientContext context;
    Response response;
    const grpc::Status status = (*stub_.*method)(&context, request, &response);
    EXPECT_TRUE(status.ok()) << status.error_message();
    return response.revision();
  }

  void CreateRecords(std::mt19937& random) {
    registry_v1::CreateRoundRequest round;
    round.set_round_id("2016");
    round.mutable_round()->set_title("2016");
    auto* question = round.mutable_round()->mutable_form()->add_questions();
    question->set_id("3A");
    question->set_asks_for_claims(true);
    Call(&registry_v1::RegistryService::Stub::CreateRound, round);
    for (int i = 0; i < kMechanisms; ++i) {
      registry_v1::CreateMechanismRequest mechanism;
      mechanism.set_mechanism_id(absl::StrCat("m", i));
      mechanism.mutable_mechanism()->set_display_name(absl::StrCat("M ", i));
      Call(&registry_v1::RegistryService::Stub::CreateMechanism, mechanism);
      registry_v1::CreateQuestionnaireRequest questionnaire;
      questionnaire.set_parent(absl::StrCat("mechanisms/m", i));
      questionnaire.set_questionnaire_id("2016");
      *questionnaire.mutable_questionnaire() = RandomQuestionnaire("", random);
      Call(&registry_v1::RegistryService::Stub::CreateQuestionnaire,
           questionnaire);
    }
  }

  void WriteUntilStopped(std::mt19937::result_type seed) {
    std::mt19937 random(seed);
    while (!stop_) {
      registry_v1::UpdateQuestionnaireRequest request;
      *request.mutable_questionnaire() = RandomQuestionnaire(
          absl::StrCat("mechanisms/m", random() % kMechanisms,
                       "/questionnaires/2016"),
          random);
      request.mutable_update_mask()->add_paths("*");
      last_revision_ = Call(
          &registry_v1::RegistryService::Stub::UpdateQuestionnaire, request);
      // Leaves the machine some time for the worker under test.
      absl::SleepFor(absl::Milliseconds(1));
    }
  }

  // The state of the worker whose data is in `data`, at the last revision.
  reporting_v1::GetReportingStatusResponse StateOf(const std::string& data) {
    auto process = StartReporting(data);
    const auto address = process->WaitUntilServing();
    EXPECT_TRUE(address.ok()) << address.status();
    auto stub = reporting_v1::ReportingService::NewStub(MakeChannel(*address));
    grpc::ClientContext context;
    context.set_deadline(absl::ToChronoTime(absl::Now() + absl::Seconds(30)));
    reporting_v1::GetReportingStatusRequest request;
    request.set_min_revision(last_revision_);
    reporting_v1::GetReportingStatusResponse response;
    const grpc::Status status =
        stub->GetReportingStatus(&context, request, &response);
    EXPECT_TRUE(status.ok()) << status.error_message() << process->Log();
    EXPECT_EQ(process->Stop(), 0);
    return response;
  }

  const std::string folder_ = NewFolder("reporting-crash");
  std::unique_ptr<Process> registry_;
  std::string registry_address_;
  std::unique_ptr<registry_v1::RegistryService::Stub> stub_;
  std::atomic<bool> stop_ = false;
  std::atomic<int64_t> last_revision_ = 0;
};

TEST_F(ReportingCrash, StateEqualsARebuild) {
  const int64_t rounds = NumberFromEnvironment("COMPENDIUM_CRASH_ROUNDS", 50);
  const int64_t seed =
      NumberFromEnvironment("COMPENDIUM_SEED", std::random_device()());
  SCOPED_TRACE(absl::StrCat("COMPENDIUM_SEED=", seed));
  std::mt19937 random(static_cast<std::mt19937::result_type>(seed));
  CreateRecords(random);
  const auto writer_seed = random();
  std::thread writer([&, writer_seed] { WriteUntilStopped(writer_seed); });

  int64_t kills_while_serving = 0;
  int64_t resumed = 0;  // lives that began with a checkpoint
  for (int64_t round = 0; round < rounds; ++round) {
    auto worker = StartReporting("crashed");
    if (random() % 4 != 0) {
      const auto address = worker->WaitUntilServing();
      EXPECT_TRUE(address.ok()) << address.status();
      ++kills_while_serving;
    }
    absl::SleepFor(absl::Milliseconds(random() % 600));
    EXPECT_TRUE(worker->running()) << worker->Log();
    if (StartRevisionIn(worker->Log()) > 0) ++resumed;
    worker->Kill();
  }
  stop_ = true;
  writer.join();
  EXPECT_GT(resumed, rounds / 4);

  const auto crashed = StateOf("crashed");
  const auto rebuilt = StateOf("rebuilt");
  EXPECT_EQ(crashed.applied_revision(), last_revision_);
  EXPECT_EQ(crashed.state_sha256(), rebuilt.state_sha256());
  EXPECT_EQ(crashed.state_sha256().size(), 64u);
  std::cout << "crash rounds: " << rounds
            << ", killed while serving: " << kills_while_serving
            << ", resumed from a checkpoint: " << resumed
            << ", revisions: " << last_revision_ << ", state "
            << crashed.state_sha256() << ", seed: " << seed << "\n";
}

}  // namespace
}  // namespace compendium::tests
