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

SampleOptions SampleOf(int64_t record, uint64_t version) {
  return {.seed = static_cast<uint64_t>(record) * 1000003 + version,
          .mechanism = static_cast<int>(record % kMechanisms),
          .round = kFirstRound + static_cast<int>(record / kMechanisms)};
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

// A history of `records` questionnaires, as changes 1, 2, 3 …
class History {
 public:
  template <class Take>
  static void Play(int64_t records, Take take) {
    int64_t revision = 0;
    for (int i = 0; i < kMechanisms; ++i) {
      v1::Change change = ChangeOf(++revision, v1::CHANGE_KIND_CREATED);
      v1::RecordChange& record = *change.mutable_records(0);
      record.set_name(absl::StrFormat("mechanisms/m%04d", i));
      record.mutable_record()->mutable_mechanism()->set_name(record.name());
      record.mutable_record()->mutable_mechanism()->set_display_name("M");
      take(change);
    }
    for (int64_t i = 0; i * kMechanisms < records; ++i) {
      v1::Change change = ChangeOf(++revision, v1::CHANGE_KIND_CREATED);
      v1::RecordChange& record = *change.mutable_records(0);
      record.set_name(absl::StrFormat("rounds/%04d", kFirstRound + i));
      record.mutable_record()->mutable_round()->set_name(record.name());
      record.mutable_record()->mutable_round()->set_title("R");
      take(change);
    }
    for (int64_t i = 0; i < records; ++i)
      take(QuestionnaireChange(++revision, v1::CHANGE_KIND_CREATED,
                               SampleOf(i, 1)));
  }
};

reporting::SnapshotLink Load(int64_t records) {
  auto snapshot = std::make_shared<const reporting::Snapshot>();
  reporting::SnapshotLink link = snapshot;
  History::Play(records, [&](const v1::Change& change) {
    auto next = reporting::Advance(*link, change, absl::UnixEpoch());
    CHECK(next.ok());
    link = *std::move(next);
  });
  return link;
}

void ChangeToPublishedSnapshot(::benchmark::State& state) {
  const int64_t records = state.range(0);
  base::RealClock clock;
  reporting::Publisher publisher(Load(records), clock);
  std::mt19937_64 random(99);
  constexpr int64_t kMessages = 512;
  std::vector<std::string> messages;
  for (uint64_t i = 0; i < kMessages; ++i)
    messages.push_back(
        QuestionnaireChange(
            1, v1::CHANGE_KIND_UPDATED,
            SampleOf(
                static_cast<int64_t>(random() % static_cast<uint64_t>(records)),
                2 + i))
            .SerializeAsString());
  size_t next = 0;
  v1::Change change;
  for (auto _ : state) {
    CHECK(change.ParseFromString(messages[next++ % kMessages]));
    const reporting::SnapshotLink current = publisher.current();
    change.set_revision(current->revision + 1);
    auto advanced = reporting::Advance(*current, change, absl::UnixEpoch());
    CHECK(advanced.ok());
    publisher.Publish(*std::move(advanced));
  }
}
BENCHMARK(ChangeToPublishedSnapshot)
    ->Arg(1000)
    ->Arg(10000)
    ->Arg(100000)
    ->Unit(::benchmark::kMicrosecond);

void RebuildFromRevisionOne(::benchmark::State& state) {
  std::vector<v1::Change> changes;
  History::Play(state.range(0),
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
    ->Arg(1000)
    ->Arg(10000)
    ->Unit(::benchmark::kMillisecond);

}  // namespace
}  // namespace compendium::benchmark

BENCHMARK_MAIN();
