// SPDX-License-Identifier: Apache-2.0
// Kills the registry with SIGKILL at random moments under concurrent writers:
// every acknowledged write must be there as it was sent, no revision missing or
// doubled, the hash chain whole, and a watcher must resume without loss or
// repeat. That writes were synced, which a killed process cannot show, is for
// rocksdb_store_test.
#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include <atomic>
#include <map>
#include <random>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/clock.h"
#include "compendium/registry/v1/registry_service.grpc.pb.h"
#include "lib/base/mutex.h"
#include "lib/base/sha256.h"
#include "lib/rpc/channel.h"
#include "services/registry/store/log_entry.h"
#include "tests/support/environment.h"
#include "tests/support/process.h"

namespace compendium::tests {
namespace {

namespace v1 = compendium::registry::v1;

constexpr int kWriters = 8;

// One write: its request id names it, also when it is asked for again.
struct Write {
  std::string name;
  std::string display_name;
  std::string request_id;
  int64_t revision = 0;  // once acknowledged
};

std::string RequestId(uint64_t writer, uint64_t number) {
  return absl::StrFormat("00000000-0000-4000-8000-%04x%08x", writer, number);
}

// Writes one record after the other until a call fails. A write that was not
// acknowledged is asked for again, with its request id, in the next round.
class Writer {
 public:
  explicit Writer(int id) : id_(id) {}

  void Run(v1::RegistryService::Stub& stub) {
    for (;;) {
      if (!pending_) pending_ = Next();
      grpc::ClientContext context;
      context.set_deadline(absl::ToChronoTime(absl::Now() + absl::Seconds(20)));
      v1::CreateMechanismRequest request;
      request.set_mechanism_id(pending_->name);
      request.mutable_mechanism()->set_display_name(pending_->display_name);
      request.set_request_id(pending_->request_id);
      request.set_author("crash-test");
      request.set_reason("kill -9");
      v1::CreateMechanismResponse response;
      const grpc::Status status =
          stub.CreateMechanism(&context, request, &response);
      if (!status.ok()) {
        last_error_ = status;
        return;
      }
      pending_->revision = response.revision();
      acknowledged_.push_back(*pending_);
      pending_.reset();
    }
  }

  const std::vector<Write>& acknowledged() const { return acknowledged_; }
  const grpc::Status& last_error() const { return last_error_; }

 private:
  Write Next() {
    const uint64_t number = ++count_;
    return {.name = absl::StrCat("w", id_, "-", number),
            .display_name = absl::StrCat("Writer ", id_, " number ", number),
            .request_id = RequestId(static_cast<uint64_t>(id_), number)};
  }

  const int id_;
  uint64_t count_ = 0;
  std::optional<Write> pending_;
  std::vector<Write> acknowledged_;
  grpc::Status last_error_;
};

// Follows the feed over all restarts and checks its order as it comes.
class Watcher {
 public:
  void Run(v1::RegistryService::Stub& stub, grpc::ClientContext& context) {
    v1::WatchRequest request;
    request.set_after_revision(delivered_);
    auto stream = stub.Watch(&context, request);
    v1::WatchResponse message;
    while (stream->Read(&message)) {
      if (message.has_progress()) {
        EXPECT_LE(message.progress().revision(), delivered_)
            << "progress passed over a change";
      }
      if (!message.has_change()) continue;
      EXPECT_EQ(message.change().revision(), delivered_ + 1);
      delivered_ = message.change().revision();
      for (const v1::RecordChange& record : message.change().records())
        name_by_revision_[delivered_] = record.name();
    }
    stream->Finish();
  }

  int64_t delivered() const { return delivered_; }
  const std::map<int64_t, std::string>& names() const {
    return name_by_revision_;
  }

 private:
  std::atomic<int64_t> delivered_ = 0;
  std::map<int64_t, std::string> name_by_revision_;
};

// Reads the log's new entries and recomputes their hashes.
class ChainCheck {
 public:
  void Run(v1::RegistryService::Stub& stub) {
    for (;;) {
      grpc::ClientContext context;
      v1::ListLogEntriesRequest request;
      request.set_after_revision(revision_);
      request.set_page_size(1000);
      v1::ListLogEntriesResponse response;
      const grpc::Status status =
          stub.ListLogEntries(&context, request, &response);
      ASSERT_TRUE(status.ok()) << status.error_message();
      for (const v1::LogEntry& entry : response.entries()) Check(entry);
      if (revision_ >= response.revision()) return;
      ASSERT_GT(response.entries_size(), 0);
    }
  }

  int64_t revision() const { return revision_; }
  const std::map<int64_t, std::string>& names() const {
    return name_by_revision_;
  }
  // What each revision's record says.
  const std::map<int64_t, v1::Mechanism>& mechanisms() const {
    return mechanism_by_revision_;
  }

 private:
  void Check(const v1::LogEntry& entry) {
    ASSERT_EQ(entry.revision(), revision_ + 1);
    ASSERT_EQ(entry.hash(), base::Sha256({hash_, entry.payload()}));
    const auto decoded = registry::DecodeLogPayload(entry.payload());
    ASSERT_TRUE(decoded.ok()) << decoded.status();
    ASSERT_EQ(decoded->records.size(), 1u);
    ASSERT_EQ(decoded->records[0].value_sha256,
              base::Sha256({entry.record_values(0)}));
    revision_ = entry.revision();
    hash_ = entry.hash();
    name_by_revision_[revision_] = decoded->records[0].name;
    ASSERT_TRUE(mechanism_by_revision_[revision_].ParseFromString(
        entry.record_values(0)));
  }

  int64_t revision_ = 0;
  std::string hash_ = std::string(32, '\0');
  std::map<int64_t, std::string> name_by_revision_;
  std::map<int64_t, v1::Mechanism> mechanism_by_revision_;
};

class RegistryCrash : public testing::Test {
 protected:
  void StartRegistry() {
    process_ = *Process::Start(
        {.command = {BinaryPath("compendium-registry"),
                     "--listen_address=127.0.0.1:0",
                     absl::StrCat("--data_dir=", folder_, "/data")},
         .log_path = folder_ + "/registry.log"});
    const auto address = process_->WaitUntilServing();
    ASSERT_TRUE(address.ok()) << address.status();
    stub_ = v1::RegistryService::NewStub(MakeChannel(*address));
  }

  // Lets writers and the watcher run for `time`, then kills the registry.
  void RunAndKill(absl::Duration time) {
    grpc::ClientContext watch_context;
    std::thread watching([&] { watcher_.Run(*stub_, watch_context); });
    std::vector<std::thread> writing;
    for (Writer& writer : writers_)
      writing.emplace_back([&] { writer.Run(*stub_); });
    absl::SleepFor(time);
    process_->Kill();
    for (std::thread& thread : writing) thread.join();
    watch_context.TryCancel();
    watching.join();
    for (const Writer& writer : writers_)
      EXPECT_EQ(writer.last_error().error_code(), grpc::StatusCode::UNAVAILABLE)
          << writer.last_error().error_message();
  }

  void CheckAcknowledgedAreInTheLog() {
    for (const Writer& writer : writers_) {
      for (const Write& write : writer.acknowledged()) {
        const auto found = chain_.names().find(write.revision);
        ASSERT_NE(found, chain_.names().end()) << "lost " << write.name;
        EXPECT_EQ(found->second, "mechanisms/" + write.name);
        EXPECT_EQ(chain_.mechanisms().at(write.revision).display_name(),
                  write.display_name);
      }
    }
  }

  void FollowToTheEnd() {
    grpc::ClientContext context;
    std::thread watching([&] { watcher_.Run(*stub_, context); });
    const absl::Time deadline = absl::Now() + absl::Seconds(60);
    while (watcher_.delivered() < chain_.revision() && absl::Now() < deadline)
      absl::SleepFor(absl::Milliseconds(5));
    context.TryCancel();
    watching.join();
    EXPECT_EQ(watcher_.delivered(), chain_.revision());
    EXPECT_EQ(watcher_.names(), chain_.names());
  }

  const std::string folder_ = NewFolder("registry-crash");
  std::unique_ptr<Process> process_;
  std::unique_ptr<v1::RegistryService::Stub> stub_;
  std::vector<Writer> writers_;
  Watcher watcher_;
  ChainCheck chain_;
};

TEST_F(RegistryCrash, LosesAndRepeatsNothing) {
  const int64_t rounds = NumberFromEnvironment("COMPENDIUM_CRASH_ROUNDS", 50);
  const int64_t seed =
      NumberFromEnvironment("COMPENDIUM_SEED", std::random_device()());
  SCOPED_TRACE(absl::StrCat("COMPENDIUM_SEED=", seed));
  std::mt19937 random(static_cast<std::mt19937::result_type>(seed));
  for (int id = 0; id < kWriters; ++id) writers_.emplace_back(id);

  for (int64_t round = 0; round < rounds; ++round) {
    SCOPED_TRACE(absl::StrCat("round ", round));
    ASSERT_NO_FATAL_FAILURE(StartRegistry());
    ASSERT_NO_FATAL_FAILURE(chain_.Run(*stub_));
    ASSERT_NO_FATAL_FAILURE(CheckAcknowledgedAreInTheLog());
    RunAndKill(absl::Milliseconds(20 + random() % 300));
    if (HasFailure()) return;
  }

  ASSERT_NO_FATAL_FAILURE(StartRegistry());
  ASSERT_NO_FATAL_FAILURE(chain_.Run(*stub_));
  ASSERT_NO_FATAL_FAILURE(CheckAcknowledgedAreInTheLog());
  FollowToTheEnd();
  size_t acknowledged = 0;
  std::map<std::string, int> times;
  for (const Writer& writer : writers_)
    acknowledged += writer.acknowledged().size();
  for (const auto& [revision, name] : chain_.names()) ++times[name];
  for (const auto& [name, count] : times) EXPECT_EQ(count, 1) << name;
  std::cout << "crash rounds: " << rounds
            << ", acknowledged writes: " << acknowledged
            << ", revisions: " << chain_.revision()
            << ", delivered: " << watcher_.delivered() << ", seed: " << seed
            << "\n";
  EXPECT_GT(acknowledged, static_cast<size_t>(rounds));
}

}  // namespace
}  // namespace compendium::tests
