// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/report/snapshot_report_maker.h"

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
#include "services/reporting/past/blocking_read.h"
#include "services/reporting/report/report_content.h"
#include "services/reporting/report/report_query.h"

namespace compendium::reporting {

std::string SnapshotReportMaker::rule_set() const {
  return std::string(kRuleSet);
}

absl::StatusOr<int64_t> SnapshotReportMaker::RevisionAt(absl::Time time,
                                                        absl::Time deadline) {
  ASSIGN_OR_RETURN(const SnapshotLink snapshot,
                   WaitFor<absl::StatusOr<SnapshotLink>>(
                       [&](auto done) { past_.Read(time, deadline, done); }));
  return snapshot->revision;
}

absl::StatusOr<MadeReport> SnapshotReportMaker::Make(
    const v1::ReportSpec& spec, absl::Span<const v1::ReportFormat> formats,
    absl::Time deadline) {
  RETURN_IF_ERROR(CheckReportSpec(spec));
  for (const v1::ReportFormat format : formats)
    RETURN_IF_ERROR(CheckFormat(spec.kind(), format));
  ASSIGN_OR_RETURN(const SnapshotLink snapshot,
                   SnapshotAt(spec.revision(), deadline, publisher_, past_));
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
