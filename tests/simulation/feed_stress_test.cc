// SPDX-License-Identifier: Apache-2.0
// The same with threads as a server has them: writers, the commit queue's, the
// feed's and those on which readers answer. For TSan, and for the order of
// wake-ups that one thread never shows.
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "compendium/registry/v1/mechanism.pb.h"
#include "lib/base/clock.h"
#include "lib/request/error_details.h"
#include "services/registry/feed/feed.h"
#include "services/registry/registry.h"
#include "services/registry/store/commit_queue.h"
#include "services/registry/store/memory_store.h"
#include "tests/conformance/feed_validators.h"
#include "tests/support/outcome.h"
#include "tests/support/recording_sink.h"

namespace compendium::tests {
namespace {

constexpr int kWriters = 4;
constexpr int kWrites = 250;
constexpr int kReaders = 8;

class Server {
 public:
  Server()
      : store(clock),
        feed(store, clock, kReaders / 2),
        queue(store, Waking()),
        registry(store, queue) {
    feed.Start();
    queue.Start();
  }
  ~Server() {
    queue.Stop();
    feed.Stop();
  }

  void Write(int writer) {
    for (int i = 0; i < kWrites; ++i) {
      registry::v1::Mechanism record;
      record.set_display_name("x");
      Outcome<absl::StatusOr<registry::WriteAnswer>> outcome;
      registry.Create({.name = absl::StrCat("mechanisms/w", writer, "-", i),
                       .record = &record,
                       .context = {.author = "test", .reason = "stress"}},
                      outcome.Done());
      EXPECT_TRUE(outcome.Wait().ok());
    }
  }

  // Reads until everything was delivered, and is cut off now and then.
  std::vector<DeliveredStream> Read(uint64_t seed) {
    std::mt19937_64 random(seed);
    std::vector<DeliveredStream> streams;
    registry::WatchCall call;
    if (random() % 2 == 0) call.after_revision = 0;
    call.progress_interval = absl::Milliseconds(100);
    for (;;) {
      auto sink = *RecordingSink::Watch(feed, call);
      const uint64_t takes = 1 + random() % 200;
      for (uint64_t i = 0; i < takes && !Everything(*sink);) {
        if (sink->Continue(feed)) {
          ++i;
        } else {
          std::this_thread::yield();
        }
      }
      feed.Remove(*sink);
      streams.push_back(sink->stream());
      call.after_revision = ResumePoint(streams.back());
      if (Everything(*sink)) return streams;
    }
  }

  // Reads until the watch ends, or is not begun, and keeps why.
  struct Ended {
    DeliveredStream stream;
    absl::Status status;
  };
  Ended ReadUntilTheEnd() {
    const auto sink = RecordingSink::Watch(feed, {.after_revision = 0});
    if (!sink.ok()) return {{.after_revision = 0}, sink.status()};
    while ((*sink)->status().ok())
      if (!(*sink)->Continue(feed)) std::this_thread::yield();
    feed.Remove(**sink);
    return {(*sink)->stream(), (*sink)->status()};
  }

  // Comes and goes until it is not let in again; returns why.
  absl::Status ComeAndGo() {
    for (;;) {
      const auto sink = RecordingSink::Watch(feed, {.after_revision = 0});
      if (!sink.ok()) return sink.status();
      for (int i = 0; i < 50; ++i) (*sink)->Continue(feed);
      feed.Remove(**sink);
    }
  }

  base::RealClock clock;
  registry::MemoryStore store;
  registry::Feed feed;
  registry::CommitQueue queue;
  registry::Registry registry;

 private:
  registry::CommitQueue::Options Waking() {
    registry::CommitQueue::Options options;
    options.committed = [this](int64_t last) { feed.OnCommit(last); };
    return options;
  }
  static bool Everything(const RecordingSink& sink) {
    return ResumePoint(sink.stream()) == kWriters * kWrites;
  }
};

TEST(FeedStress, KeepsItsPromisesWithManyThreads) {
  Server server;
  std::vector<std::vector<DeliveredStream>> delivered(kReaders);

  std::vector<std::thread> threads;
  for (int writer = 0; writer < kWriters; ++writer)
    threads.emplace_back([&, writer] { server.Write(writer); });
  for (size_t reader = 0; reader < kReaders; ++reader)
    threads.emplace_back(
        [&, reader] { delivered[reader] = server.Read(reader); });
  for (std::thread& thread : threads) thread.join();

  const TrueLog log = ReadTrueLog(server.store);
  ASSERT_EQ(log.size(), static_cast<size_t>(kWriters * kWrites));
  for (const auto& streams : delivered)
    EXPECT_EQ(CheckFeed(streams, log), absl::OkStatus());
}

TEST(FeedStress, DrainRacesWithEverything) {
  std::mt19937_64 random(std::random_device{}());
  size_t delivered = 0;
  for (int round = 0; round < 20; ++round) {
    Server server;
    const auto drained_at = static_cast<int64_t>(random() % kWrites);
    SCOPED_TRACE(absl::StrCat("drained after revision ", drained_at));
    std::vector<Server::Ended> ended(kReaders);
    absl::Status turned_away;

    std::vector<std::thread> threads;
    threads.emplace_back([&] { server.Write(0); });
    threads.emplace_back([&] { turned_away = server.ComeAndGo(); });
    for (Server::Ended& reader : ended)
      threads.emplace_back([&] { reader = server.ReadUntilTheEnd(); });
    while (server.store.LastRevision() < drained_at) std::this_thread::yield();
    server.feed.Drain();
    for (std::thread& thread : threads) thread.join();

    EXPECT_EQ(ReasonOf(turned_away), "DRAINING");
    const TrueLog log = ReadTrueLog(server.store);
    for (const Server::Ended& reader : ended) {
      EXPECT_TRUE(absl::IsUnavailable(reader.status)) << reader.status;
      EXPECT_EQ(ReasonOf(reader.status), "DRAINING");
      EXPECT_EQ(CheckFeed({reader.stream}, log), absl::OkStatus());
      delivered += reader.stream.messages.size();
    }
    EXPECT_EQ(server.feed.watcher_count(), 0u);
  }
  EXPECT_GT(delivered, 0u);
}

}  // namespace
}  // namespace compendium::tests
