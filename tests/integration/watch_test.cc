// SPDX-License-Identifier: Apache-2.0
// Watch over gRPC: its promises to real clients, and what thousands of them
// cost.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "lib/request/error_details.h"
#include "lib/rpc/grpc_status.h"
#include "tests/conformance/feed_validators.h"
#include "tests/support/registry_fixture.h"
#include "tests/support/watch_client.h"

namespace compendium::tests {
namespace {

namespace v1 = compendium::registry::v1;
using testing::ElementsAre;

v1::WatchRequest After(int64_t revision) {
  v1::WatchRequest request;
  request.set_after_revision(revision);
  return request;
}

v1::WatchRequest Snapshot() {
  v1::WatchRequest request;
  request.mutable_snapshot();
  return request;
}

int ThreadCount() {
  std::ifstream file("/proc/self/status");
  int count = 0;
  for (std::string line; std::getline(file, line);) {
    absl::string_view value = line;
    if (absl::ConsumePrefix(&value, "Threads:")) {
      EXPECT_TRUE(absl::SimpleAtoi(value, &count));
    }
  }
  return count;
}

class Watching : public testing::Test {
 protected:
  void Create(int count) {
    for (int i = 0; i < count; ++i) {
      grpc::ClientContext context;
      v1::CreateMechanismRequest request;
      request.set_mechanism_id(absl::StrCat("m", ++created_));
      request.mutable_mechanism()->set_display_name("M");
      request.set_author("test");
      request.set_reason("watching");
      v1::CreateMechanismResponse response;
      const grpc::Status status =
          registry_.stub().CreateMechanism(&context, request, &response);
      ASSERT_TRUE(status.ok()) << status.error_message();
    }
  }

  v1::GetRegistryStatusResponse Status() {
    grpc::ClientContext context;
    v1::GetRegistryStatusResponse response;
    EXPECT_TRUE(
        registry_.stub().GetRegistryStatus(&context, {}, &response).ok());
    return response;
  }

  // Waits until the server has noticed that only `count` watchers are left.
  void WaitForWatchers(int count) {
    while (Status().watcher_count() != count) std::this_thread::yield();
  }

  void ExpectPromisesKept(const std::vector<DeliveredStream>& streams) {
    EXPECT_EQ(CheckFeed(streams, ReadTrueLog(registry_.store())),
              absl::OkStatus());
  }

  RegistryFixture registry_;
  int created_ = 0;
};

TEST_F(Watching, DeliversPastAndPresent) {
  Create(50);
  WatchClient all(registry_.stub(), After(0));
  WatchClient live(registry_.stub(), After(50));
  WatchClient snapshot(registry_.stub(), Snapshot());
  ASSERT_TRUE(snapshot.WaitForRevision(50));

  Create(50);

  for (WatchClient* client : {&all, &live, &snapshot}) {
    ASSERT_TRUE(client->WaitForRevision(100));
    ExpectPromisesKept({client->stream()});
  }
  EXPECT_EQ(live.stream().messages.size(), 50u);
}

TEST_F(Watching, WrongRequestsAreRefused) {
  v1::WatchRequest long_prefix = After(0);
  long_prefix.add_name_prefixes(std::string(1000, 'x'));
  WatchClient nowhere(registry_.stub(), {});
  WatchClient future(registry_.stub(), After(7));
  WatchClient negative(registry_.stub(), After(-1));
  WatchClient too_long(registry_.stub(), long_prefix);

  EXPECT_THAT(FieldPathsOf(nowhere.WaitForEnd()), ElementsAre("start"));
  EXPECT_EQ(ReasonOf(future.WaitForEnd()), "REVISION_NOT_WRITTEN");
  EXPECT_THAT(FieldPathsOf(negative.WaitForEnd()),
              ElementsAre("after_revision"));
  EXPECT_THAT(FieldPathsOf(too_long.WaitForEnd()),
              ElementsAre("name_prefixes[0]"));
  WaitForWatchers(0);
}

TEST_F(Watching, AnotherHistoryIsNotResumed) {
  Create(2);
  v1::WatchRequest same = After(2);
  same.set_after_hash(registry_.store().ReadLogEntry(2)->hash);
  v1::WatchRequest other = After(2);
  other.set_after_hash(registry_.store().ReadLogEntry(1)->hash);
  v1::WatchRequest no_hash = After(2);
  no_hash.set_after_hash("x");
  WatchClient resumed(registry_.stub(), same);
  WatchClient refused(registry_.stub(), other);
  WatchClient wrong(registry_.stub(), no_hash);

  const absl::Status status = refused.WaitForEnd();
  EXPECT_TRUE(absl::IsFailedPrecondition(status));
  EXPECT_EQ(ReasonOf(status), "HISTORY_DIFFERS");
  EXPECT_THAT(FieldPathsOf(wrong.WaitForEnd()), ElementsAre("after_hash"));
  Create(1);
  EXPECT_TRUE(resumed.WaitForRevision(3));
}

TEST_F(Watching, FilterAndBookmark) {
  Create(10);
  v1::WatchRequest request = After(0);
  request.add_name_prefixes("mechanisms/m7");
  request.mutable_progress_interval()->set_nanos(100'000'000);
  WatchClient client(registry_.stub(), request);

  ASSERT_TRUE(client.WaitUntil([](const DeliveredStream& stream) {
    return stream.messages.size() >= 3;
  }));

  ExpectPromisesKept({client.stream()});
  EXPECT_EQ(client.stream().messages[0].revision, 7);
  EXPECT_EQ(client.stream().messages[1].kind,
            DeliveredMessage::Kind::kProgress);
  EXPECT_EQ(client.stream().messages[1].revision, 10);
}

TEST_F(Watching, OperatorsSeeHowFarANamedReaderIs) {
  v1::WatchRequest request = After(0);
  request.set_consumer("reporting");
  WatchClient client(registry_.stub(), request);
  Create(3);
  ASSERT_TRUE(client.WaitForRevision(3));

  // The server learns a moment later that the last message has gone.
  v1::GetRegistryStatusResponse status = Status();
  while (status.watchers_size() == 1 &&
         status.watchers(0).delivered_revision() < 3)
    status = Status();

  ASSERT_EQ(status.watchers_size(), 1);
  EXPECT_EQ(status.watchers(0).consumer(), "reporting");
  EXPECT_EQ(status.watcher_count(), 1);
}

TEST_F(Watching, DrainEndsWatchesAndTheyResumeOnTheNextServer) {
  Create(5);
  auto busy = std::make_unique<WatchClient>(registry_.stub(), After(0));
  auto idle = std::make_unique<WatchClient>(registry_.stub(), After(5));
  ASSERT_TRUE(busy->WaitForRevision(5));
  ASSERT_TRUE(idle->WaitUntilWatching());

  registry_.Stop();

  EXPECT_EQ(ReasonOf(busy->WaitForEnd()), "DRAINING");
  EXPECT_TRUE(absl::IsUnavailable(idle->WaitForEnd()));
  const DeliveredStream before = busy->stream();
  busy = nullptr;
  idle = nullptr;
  registry_.Start();
  Create(5);
  WatchClient resumed(registry_.stub(), After(*ResumePoint(before)));
  ASSERT_TRUE(resumed.WaitForRevision(10));
  ExpectPromisesKept({before, resumed.stream()});
}

TEST_F(Watching, ThousandsOfIdleWatchersHoldNoThreads) {
  constexpr int kWatchers = 2000;
  Create(1);
  WatchClient first(registry_.stub(), After(1));
  ASSERT_TRUE(first.WaitUntilWatching());
  const int threads_before = ThreadCount();

  std::vector<std::unique_ptr<WatchClient>> clients;
  for (int i = 0; i < kWatchers; ++i)
    clients.push_back(
        std::make_unique<WatchClient>(registry_.stub(), After(1)));
  for (const auto& client : clients) ASSERT_TRUE(client->WaitUntilWatching());
  EXPECT_EQ(Status().watcher_count(), kWatchers + 1);
  const int threads = ThreadCount();
  Create(3);
  for (const auto& client : clients) ASSERT_TRUE(client->WaitForRevision(4));

  // gRPC's own pool breathes by a few.
  EXPECT_LT(threads, threads_before + 32);
  EXPECT_LT(ThreadCount(), threads_before + 32);
  for (const auto& client : clients)
    ASSERT_EQ(client->stream().messages.size(), 3u);
  clients.clear();
  WaitForWatchers(1);
}

TEST_F(Watching, ReadersThatGoAwayLeaveNothingBehind) {
  for (int round = 0; round < 20; ++round) {
    std::vector<std::unique_ptr<WatchClient>> clients;
    for (int i = 0; i < 20; ++i)
      clients.push_back(std::make_unique<WatchClient>(
          registry_.stub(), i % 2 == 0 ? After(0) : Snapshot()));
    Create(2);  // some are told while they go
  }

  WaitForWatchers(0);
}

TEST_F(Watching, DrainRacesWithReadersAndWriters) {
  for (int round = 0; round < 10; ++round) {
    std::vector<std::unique_ptr<WatchClient>> clients;
    for (int i = 0; i < 20; ++i)
      clients.push_back(
          std::make_unique<WatchClient>(registry_.stub(), After(0)));
    std::thread cancelling([&] {
      for (size_t i = 0; i < 10; ++i) clients[i] = nullptr;
    });
    Create(2);

    registry_.Stop();

    cancelling.join();
    for (size_t i = 10; i < 20; ++i) {
      EXPECT_TRUE(absl::IsUnavailable(clients[i]->WaitForEnd()));
      ExpectPromisesKept({clients[i]->stream()});
    }
    clients.clear();
    registry_.Start();
  }
}

}  // namespace
}  // namespace compendium::tests
