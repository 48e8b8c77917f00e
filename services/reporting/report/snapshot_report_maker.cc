// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/report/snapshot_report_maker.h"

#include <future>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/str_join.h"
#include "lib/base/status_macros.h"
#include "lib/report/format_traits.h"
#include "lib/report/make_document.h"
#include "lib/report/rule_set.h"
#include "lib/report/write_data.h"
#include "lib/request/deterministic_bytes.h"
#include "services/reporting/report/report_content.h"
#include "services/reporting/report/report_query.h"

namespace compendium::reporting {
namespace {

// What `start` calls back with, once.
template <class Start>
absl::StatusOr<SnapshotLink> Wait(Start start) {
  auto promise = std::make_shared<std::promise<absl::StatusOr<SnapshotLink>>>();
  std::future<absl::StatusOr<SnapshotLink>> answer = promise->get_future();
  start([promise](const absl::StatusOr<SnapshotLink>& snapshot) {
    promise->set_value(snapshot);
  });
  return answer.get();
}

}  // namespace

std::string SnapshotReportMaker::rule_set() const {
  return std::string(kRuleSet);
}

absl::StatusOr<SnapshotLink> SnapshotReportMaker::Past(const PastMoment& moment,
                                                       absl::Time deadline) {
  return Wait([&](auto done) { past_.Read(moment, deadline, done); });
}

absl::StatusOr<SnapshotLink> SnapshotReportMaker::AtRevision(
    int64_t revision, absl::Time deadline) {
  ASSIGN_OR_RETURN(SnapshotLink latest, Wait([&](auto done) {
                     publisher_.Await(revision, deadline, done);
                   }));
  if (latest->revision == revision) return latest;
  return Past(revision, deadline);
}

absl::StatusOr<int64_t> SnapshotReportMaker::RevisionAt(absl::Time time,
                                                        absl::Time deadline) {
  ASSIGN_OR_RETURN(const SnapshotLink snapshot, Past(time, deadline));
  return snapshot->revision;
}

absl::StatusOr<MadeReport> SnapshotReportMaker::Make(
    const v1::ReportSpec& spec, absl::Span<const v1::ReportFormat> formats,
    absl::Time deadline) {
  RETURN_IF_ERROR(CheckReportSpec(spec));
  for (const v1::ReportFormat format : formats)
    RETURN_IF_ERROR(CheckFormat(spec.kind(), format));
  ASSIGN_OR_RETURN(const SnapshotLink snapshot,
                   AtRevision(spec.revision(), deadline));
  ASSIGN_OR_RETURN(const v1::ReportContent content,
                   MakeReportContent(*snapshot, records_, spec));
  MadeReport made{
      .spec = spec, .content = SerializeDeterministic(content), .files = {}};
  // Made when the first format needs it.
  std::optional<Document> document;
  for (const v1::ReportFormat format : formats) {
    MadeFile& file = made.files.emplace_back();
    file.format = format;
    const FormatTraits traits = TraitsOf(format);
    file.media_type = std::string(traits.media_type);
    file.extension = std::string(traits.extension);
    if (!IsDocumentFormat(format)) {
      ASSIGN_OR_RETURN(file.bytes, WriteData(content, format));
      continue;
    }
    if (!document.has_value()) {
      ASSIGN_OR_RETURN(document, MakeDocument(content));
    }
    ASSIGN_OR_RETURN(file.bytes, documents_.Write(*document, format));
    ASSIGN_OR_RETURN(const std::vector<std::string> tools,
                     documents_.ToolVersions(format));
    file.made_with = absl::StrJoin(tools, ", ");
  }
  return made;
}

}  // namespace compendium::reporting
