// SPDX-License-Identifier: Apache-2.0
// What one change costs from the bytes of its feed message to the published
// snapshot, with few and with many records, and what a rebuild costs.
#include <benchmark/benchmark.h>

#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "lib/base/clock.h"
#include "lib/base/status_macros.h"
#include "services/reporting/projection/publisher.h"
#include "services/reporting/projection/snapshot.h"
#include "tests/benchmark/sample_questionnaire.h"

namespace compendium::benchmark {
namespace {

namespace v1 = compendium::registry::v1;

constexpr int kMechanisms = 100;
constexpr int kFirstRound = 1000;

// How many records there are, and whether they are brief.
struct Size {
  int64_t records;
  bool is_brief;

  friend bool operator==(const Size&, const Size&) = default;
};

Size SizeOf(const ::benchmark::State& state) {
  return {state.range(0), state.range(1) != 0};
}

SampleOptions SampleOf(int64_t record, uint64_t version, bool is_brief) {
  return {.seed = static_cast<uint64_t>(record) * 1000003 + version,
          .mechanism = static_cast<int>(record % kMechanisms),
          .round = kFirstRound + static_cast<int>(record / kMechanisms),
          .is_brief = is_brief};
}

v1::Change ChangeOf(int64_t revision, v1::ChangeKind kind) {
  v1::Change change;
  change.set_revision(revision);
  change.set_author("benchmark");
  change.add_records()->set_kind(kind);
  return change;
}

v1::Change QuestionnaireChange(int64_t revision, v1::ChangeKind kind,
                               const SampleOptions& sample) {
  v1::Change change = ChangeOf(revision, kind);
  v1::RecordChange& record = *change.mutable_records(0);
  record.set_name(SampleName(sample));
  v1::Questionnaire& questionnaire =
      *record.mutable_record()->mutable_questionnaire();
  questionnaire = SampleQuestionnaire(sample);
  questionnaire.set_revision(revision);
  return change;
}

// A history of that many questionnaires, as changes 1, 2, 3 …
class History {
 public:
  template <class Take>
  static void Play(const Size& size, Take take) {
    int64_t revision = 0;
    for (int i = 0; i < kMechanisms; ++i) {
      v1::Change change = ChangeOf(++revision, v1::CHANGE_KIND_CREATED);
      v1::RecordChange& record = *change.mutable_records(0);
      record.set_name(absl::StrFormat("mechanisms/m%04d", i));
      record.mutable_record()->mutable_mechanism()->set_name(record.name());
      record.mutable_record()->mutable_mechanism()->set_display_name("M");
      take(change);
    }
    for (int64_t i = 0; i * kMechanisms < size.records; ++i) {
      v1::Change change = ChangeOf(++revision, v1::CHANGE_KIND_CREATED);
      v1::RecordChange& record = *change.mutable_records(0);
      record.set_name(absl::StrFormat("rounds/%04d", kFirstRound + i));
      record.mutable_record()->mutable_round()->set_name(record.name());
      record.mutable_record()->mutable_round()->set_title("R");
      take(change);
    }
    for (int64_t i = 0; i < size.records; ++i)
      take(QuestionnaireChange(++revision, v1::CHANGE_KIND_CREATED,
                               SampleOf(i, 1, size.is_brief)));
  }
};

// Kept until another size is asked for: each benchmark is called several times.
reporting::SnapshotLink Load(const Size& size) {
  static Size loaded{0, false};
  static reporting::SnapshotLink link;
  if (size == loaded) return link;
  loaded = size;
  link = std::make_shared<const reporting::Snapshot>();
  History::Play(size, [&](const v1::Change& change) {
    auto next = reporting::Advance(*link, change, absl::UnixEpoch());
    CHECK(next.ok());
    link = *std::move(next);
  });
  return link;
}

// Serialized updates of records drawn at random.
std::vector<std::string> UpdateMessages(const Size& size) {
  std::mt19937_64 random(99);
  constexpr uint64_t kMessages = 512;
  std::vector<std::string> messages;
  for (uint64_t i = 0; i < kMessages; ++i)
    messages.push_back(
        QuestionnaireChange(
            1, v1::CHANGE_KIND_UPDATED,
            SampleOf(static_cast<int64_t>(random() %
                                          static_cast<uint64_t>(size.records)),
                     2 + i, size.is_brief))
            .SerializeAsString());
  return messages;
}

// What a change costs before anything is done with it.
void ReadMessage(::benchmark::State& state) {
  const std::vector<std::string> messages = UpdateMessages(SizeOf(state));
  size_t next = 0;
  v1::Change change;
  for (auto _ : state)
    CHECK(change.ParseFromString(messages[next++ % messages.size()]));
}
BENCHMARK(ReadMessage)
    ->ArgNames({"records", "brief"})
    ->Args({1000, 0})
    ->Args({1000, 1})
    ->Unit(::benchmark::kMicrosecond);

void ChangeToPublishedSnapshot(::benchmark::State& state) {
  const Size size = SizeOf(state);
  base::RealClock clock;
  reporting::Publisher publisher(Load(size), clock);
  const std::vector<std::string> messages = UpdateMessages(size);
  size_t next = 0;
  v1::Change change;
  for (auto _ : state) {
    CHECK(change.ParseFromString(messages[next++ % messages.size()]));
    const reporting::SnapshotLink current = publisher.current();
    change.set_revision(current->revision + 1);
    auto advanced = reporting::Advance(*current, change, absl::UnixEpoch());
    CHECK(advanced.ok());
    publisher.Publish(*std::move(advanced));
  }
}
BENCHMARK(ChangeToPublishedSnapshot)
    ->ArgNames({"records", "brief"})
    ->Args({1000, 0})
    ->Args({100000, 0})
    ->Args({1000, 1})
    ->Args({1000000, 1})
    ->Unit(::benchmark::kMicrosecond);

void RebuildFromRevisionOne(::benchmark::State& state) {
  std::vector<v1::Change> changes;
  History::Play(SizeOf(state),
                [&](const v1::Change& change) { changes.push_back(change); });
  for (auto _ : state) {
    reporting::SnapshotLink link =
        std::make_shared<const reporting::Snapshot>();
    for (const v1::Change& change : changes) {
      auto next = reporting::Advance(*link, change, absl::UnixEpoch());
      CHECK(next.ok());
      link = *std::move(next);
    }
    ::benchmark::DoNotOptimize(link);
  }
  state.SetItemsProcessed(state.iterations() *
                          static_cast<int64_t>(changes.size()));
}
BENCHMARK(RebuildFromRevisionOne)
    ->ArgNames({"records", "brief"})
    ->Args({10000, 0})
    ->Args({100000, 1})
    ->Unit(::benchmark::kMillisecond);

}  // namespace
}  // namespace compendium::benchmark

BENCHMARK_MAIN();
