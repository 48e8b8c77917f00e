// SPDX-License-Identifier: Apache-2.0
#include "tests/report/sample_reports.h"

#include <cstdlib>
#include <memory>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "cli/import/import_source.h"
#include "compendium/registry/v1/registry_service.pb.h"
#include "lib/base/atomic_file.h"
#include "lib/base/status_macros.h"
#include "lib/report/rule_set.h"
#include "services/registry/feed/change_reader.h"
#include "services/reporting/projection/snapshot.h"
#include "services/reporting/report/fake_record_source.h"
#include "services/reporting/report/report_content.h"
#include "tests/support/registry_heart.h"

namespace compendium::tests {
namespace {

namespace v1 = reporting::v1;

constexpr size_t kRoundFileBytesMax = 1 << 20;

// What a worker and its registry know of the sample round.
struct Sample {
  std::shared_ptr<const reporting::Snapshot> snapshot;
  reporting::RoundRecords records;
};

void WriteRound(RegistryHeart& heart) {
  const auto file = base::ReadFile(
      absl::StrCat(getenv("COMPENDIUM_SOURCE_DIR"), "/data/round-2016.json"),
      kRoundFileBytesMax);
  CHECK(file.ok());
  const auto source = ReadImportSource(
      *file, {.file_name = "round-2016.json", .round_id = "2016"});
  CHECK(source.ok());
  for (const registry::v1::Record& record : source->records) {
    const google::protobuf::Message* content =
        record.has_mechanism()
            ? static_cast<const google::protobuf::Message*>(&record.mechanism())
        : record.has_round()
            ? static_cast<const google::protobuf::Message*>(&record.round())
            : &record.questionnaire();
    CHECK(heart.Create(RecordName(record), *content).ok());
  }
}

Sample ReadSample() {
  RegistryHeart heart;
  WriteRound(heart);
  Sample sample;
  reporting::Snapshot first;
  first.store_id = "sample";
  sample.snapshot = std::make_shared<const reporting::Snapshot>(first);
  registry::ChangeReader reader(heart.store);
  for (;;) {
    const auto encoded = reader.Next(sample.snapshot->revision);
    CHECK(encoded.ok());
    if (*encoded == nullptr) break;
    registry::v1::WatchResponse response;
    CHECK(response.ParseFromString((*encoded)->message));
    auto next = reporting::Advance(*sample.snapshot, response.change(),
                                   absl::UnixEpoch());
    CHECK(next.ok());
    sample.snapshot = *next;
    for (const auto& change : response.change().records()) {
      const auto& record = change.record();
      if (record.has_mechanism())
        sample.records.mechanisms.push_back(record.mechanism());
      if (record.has_questionnaire())
        sample.records.questionnaires.push_back(record.questionnaire());
    }
  }
  // The registry in memory is a new one each time, and so is its history.
  reporting::Snapshot last = *sample.snapshot;
  last.hash = std::string(32, '\x0b');
  sample.snapshot = std::make_shared<const reporting::Snapshot>(last);
  return sample;
}

v1::ReportSpec SpecOf(v1::ReportKind kind, int64_t revision) {
  v1::ReportSpec spec;
  spec.set_kind(kind);
  spec.mutable_parameters()->set_round("rounds/2016");
  if (kind == v1::REPORT_KIND_MECHANISM_PROFILE)
    spec.mutable_parameters()->set_mechanism("mechanisms/midsa");
  spec.set_revision(revision);
  spec.set_rule_set(std::string(kRuleSet));
  return spec;
}

}  // namespace

std::vector<v1::ReportContent> SampleReports() {
  const Sample sample = ReadSample();
  reporting::FakeRecordSource records(sample.records);
  std::vector<v1::ReportContent> contents;
  for (int kind = 1; kind <= v1::ReportKind_MAX; ++kind) {
    auto content = reporting::MakeReportContent(
        *sample.snapshot, records,
        SpecOf(static_cast<v1::ReportKind>(kind), sample.snapshot->revision));
    CHECK(content.ok());
    contents.push_back(*std::move(content));
  }
  return contents;
}

std::string ShortKind(v1::ReportKind kind) {
  return std::string(
      absl::StripPrefix(v1::ReportKind_Name(kind), "REPORT_KIND_"));
}

}  // namespace compendium::tests
