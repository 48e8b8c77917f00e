// SPDX-License-Identifier: Apache-2.0
// The heart of the registry and its feed under everything that can happen to
// them in any order: writes that succeed and fail, readers that are slow, cut
// and come back, at any time, with any filter. One thread takes all decisions
// from one seed, so that what fails can be made to fail again.
#include <gtest/gtest.h>

#include <cstdlib>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "compendium/registry/v1/mechanism.pb.h"
#include "compendium/registry/v1/questionnaire.pb.h"
#include "tests/conformance/feed_validators.h"
#include "tests/support/recording_sink.h"
#include "tests/support/registry_heart.h"

namespace compendium::tests {
namespace {

uint64_t Seed() {
  uint64_t seed = std::random_device()();
  if (const char* text = std::getenv("COMPENDIUM_SEED")) {
    EXPECT_TRUE(absl::SimpleAtoi(text, &seed));
  }
  return seed;
}

// One reader over all its streams.
struct Reader {
  std::vector<std::string> name_prefixes;
  std::shared_ptr<RecordingSink> sink;  // null while it is cut off
  std::vector<DeliveredStream> streams = {};
};

class Simulation {
 public:
  explicit Simulation(uint64_t seed) : random_(seed) {}

  void Step() {
    switch (Draw(12)) {
      case 0:
      case 1:
      case 2:
      case 3:
        return Write();
      case 4:
        return Begin();
      case 5:
        return Cut();
      case 6:
        return heart_.clock.Advance(absl::Milliseconds(Draw(2000)));
      case 7:
      case 8:
        return heart_.feed.RunReady();
      default:
        return Continue();
    }
  }

  // Lets every reader come back and take all there is.
  void Finish() {
    for (Reader& reader : readers_)
      if (reader.sink == nullptr) Watch(reader);
    bool moved = true;
    while (moved) {
      heart_.feed.RunReady();
      moved = false;
      for (Reader& reader : readers_)
        moved |= reader.sink->Continue(heart_.feed);
    }
    // Bookmarks tell those with filters that they have everything.
    heart_.clock.Advance(absl::Hours(2));
    heart_.feed.RunReady();
    for (Reader& reader : readers_) {
      reader.sink->Continue(heart_.feed);
      Cut(reader);
    }
  }

  void Validate() const {
    const TrueLog log = ReadTrueLog(heart_.store);
    for (const Reader& reader : readers_) {
      EXPECT_EQ(CheckFeed(reader.streams, log), absl::OkStatus());
      EXPECT_EQ(ResumePoint(reader.streams.back()),
                heart_.store.LastRevision());
    }
  }

  int64_t revision() const { return heart_.store.LastRevision(); }
  size_t reader_count() const { return readers_.size(); }

 private:
  uint64_t Draw(uint64_t below) { return random_() % below; }

  std::string Mechanism() { return absl::StrCat("mechanisms/m", Draw(4)); }
  std::string Round() { return absl::StrCat("rounds/", 2016 + Draw(2)); }
  std::string Questionnaire() {
    return absl::StrCat(Mechanism(), "/questionnaires/", 2016 + Draw(2));
  }
  std::string AnyName() {
    const uint64_t kind = Draw(4);
    return kind == 0 ? Mechanism() : kind == 1 ? Round() : Questionnaire();
  }

  // Most of these are refused at some time; that too must not show in the feed.
  void Write() {
    const uint64_t what = Draw(6);
    if (what == 0) {
      heart_.CreateMechanism(Mechanism()).IgnoreError();
    } else if (what == 1) {
      heart_.CreateRound(Round()).IgnoreError();
    } else if (what == 2) {
      heart_.Create(Questionnaire(), registry::v1::Questionnaire())
          .IgnoreError();
    } else if (what == 3) {
      registry::v1::Mechanism change;
      change.set_acronym(absl::StrCat(Draw(3)));
      heart_.Update(Mechanism(), change).IgnoreError();
    } else if (what == 4) {
      heart_.Delete(AnyName()).IgnoreError();
    } else {
      heart_.Undelete(AnyName()).IgnoreError();
    }
  }

  std::vector<std::string> Prefixes() {
    const std::vector<std::string> some = {"mechanisms/", "mechanisms/m1",
                                           "rounds/", "mechanisms/m2/", "x"};
    std::vector<std::string> prefixes;
    for (uint64_t i = Draw(3); i > 0; --i)
      prefixes.push_back(some[Draw(some.size())]);
    return prefixes;
  }

  void Begin() {
    if (readers_.size() < 20) {
      readers_.push_back({Prefixes(), nullptr});
      return Watch(readers_.back());
    }
    Reader& reader = readers_[Draw(readers_.size())];
    if (reader.sink == nullptr) Watch(reader);
  }

  // Begins where the reader stopped; the first time anywhere.
  void Watch(Reader& reader) {
    registry::WatchCall call;
    call.name_prefixes = reader.name_prefixes;
    call.progress_interval = absl::Milliseconds(Draw(3000));
    if (!reader.streams.empty()) {
      call.after_revision = ResumePoint(reader.streams.back());
    } else if (Draw(2) == 0) {
      call.after_revision =
          static_cast<int64_t>(Draw(static_cast<uint64_t>(revision()) + 1));
    }
    if (call.after_revision.value_or(0) > 0 && Draw(2) == 0)
      call.after_hash = heart_.store.ReadLogEntry(*call.after_revision)->hash;
    auto sink = RecordingSink::Watch(heart_.feed, call);
    ASSERT_TRUE(sink.ok()) << sink.status();
    reader.sink = *std::move(sink);
  }

  void Cut() {
    if (readers_.empty()) return;
    Cut(readers_[Draw(readers_.size())]);
  }
  // What was on its way is lost, or arrives and the reader is cut then.
  void Cut(Reader& reader) {
    if (reader.sink == nullptr) return;
    heart_.feed.Remove(*reader.sink);
    if (Draw(2) == 0) reader.sink->Continue(heart_.feed);
    reader.streams.push_back(reader.sink->stream());
    reader.sink = nullptr;
  }

  void Continue() {
    if (readers_.empty()) return;
    Reader& reader = readers_[Draw(readers_.size())];
    if (reader.sink != nullptr) reader.sink->Continue(heart_.feed);
  }

  std::mt19937_64 random_;
  RegistryHeart heart_;
  std::vector<Reader> readers_;
};

TEST(FeedSimulation, KeepsItsPromises) {
  const uint64_t seed = Seed();
  SCOPED_TRACE(absl::StrCat("COMPENDIUM_SEED=", seed));
  std::cout << "COMPENDIUM_SEED=" << seed << "\n";
  int64_t revisions = 0;

  for (uint64_t round = 0; round < 20; ++round) {
    Simulation simulation(seed + round);
    for (int step = 0; step < 2000; ++step) simulation.Step();
    simulation.Finish();
    simulation.Validate();
    revisions += simulation.revision();
    ASSERT_GT(simulation.reader_count(), 0u);
  }

  EXPECT_GT(revisions, 20 * 50);
}

}  // namespace
}  // namespace compendium::tests
