// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/archive/report_desk.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/base/sha256.h"
#include "lib/base/status_macros.h"
#include "services/reporting/archive/archived_reports.h"
#include "services/reporting/archive/report_events.h"

namespace compendium::reporting {
namespace {

v1::FileVerification Found(v1::ReportFormat format, v1::FileVerdict verdict,
                           std::string explanation) {
  v1::FileVerification found;
  found.set_format(format);
  found.set_verdict(verdict);
  found.set_explanation(std::move(explanation));
  return found;
}

// How the bytes of a file differ from those that were made again.
v1::FileVerification Compare(const v1::ReportFile& file,
                             const MadeFile& again) {
  if (base::Sha256Hex(again.bytes) == file.sha256())
    return Found(file.format(), v1::FILE_VERDICT_REPRODUCED, "");
  if (again.made_with != file.made_with())
    return Found(file.format(), v1::FILE_VERDICT_INTACT,
                 absl::StrCat("it was made with ", file.made_with(),
                              "; here is ", again.made_with));
  return Found(file.format(), v1::FILE_VERDICT_DIFFERS,
               absl::StrCat("made again it has the SHA-256 ",
                            base::Sha256Hex(again.bytes)));
}

}  // namespace

absl::StatusOr<v1::Report> ReportDesk::Order(const ReportOrder& order,
                                             absl::Time deadline) {
  v1::ReportSpec spec;
  spec.set_kind(order.kind);
  *spec.mutable_parameters() = order.parameters;
  spec.set_revision(order.revision);
  spec.set_rule_set(maker_.rule_set());
  const ReportOrigin origin{.author = order.author};
  const std::string name = ReportNameOf(spec, order.formats, origin);
  const auto find = [&](SqliteDatabase& database) {
    return FindReport(database, name);
  };
  absl::StatusOr<v1::Report> known = database_.Read(find);
  if (!absl::IsNotFound(known.status())) return known;

  std::vector<v1::ReportFormat> formats = order.formats;
  std::sort(formats.begin(), formats.end());
  ASSIGN_OR_RETURN(const MadeReport made, maker_.Make(spec, formats, deadline));
  ASSIGN_OR_RETURN(v1::Report report,
                   StoreFiles(folder_, made, origin, clock_.Now()));
  const absl::Status added =
      database_.Write([&](SqliteDatabase& database) -> absl::Status {
        RETURN_IF_ERROR(AddReport(database, report));
        v1::ReportEvent event;
        *event.mutable_report_made() = report;
        return AddEvent(database, event, clock_.Now());
      });
  // Somebody else ordered the same meanwhile.
  if (absl::IsAlreadyExists(added)) return database_.Read(find);
  if (!added.ok()) return added;
  return report;
}

absl::StatusOr<std::vector<v1::FileVerification>> ReportDesk::Verify(
    const v1::Report& report, absl::Time deadline) {
  std::vector<v1::ReportFormat> formats;
  for (const v1::ReportFile& file : report.files())
    formats.push_back(file.format());
  const absl::StatusOr<MadeReport> again =
      report.spec().rule_set() == maker_.rule_set()
          ? maker_.Make(report.spec(), formats, deadline)
          : absl::FailedPreconditionError(absl::StrCat(
                "it was made by rule set ", report.spec().rule_set(),
                "; this release has ", maker_.rule_set()));
  // That the registry is away says nothing about the report.
  if (absl::IsUnavailable(again.status()) ||
      absl::IsDeadlineExceeded(again.status()))
    return again.status();

  std::vector<v1::FileVerification> findings;
  for (int i = 0; i < report.files_size(); ++i) {
    const v1::ReportFile& file = report.files(i);
    const absl::Status stored = folder_.Get(file.sha256()).status();
    if (absl::IsNotFound(stored)) {
      findings.push_back(Found(file.format(), v1::FILE_VERDICT_MISSING,
                               "the archive has no such file"));
    } else if (!stored.ok()) {
      findings.push_back(Found(file.format(), v1::FILE_VERDICT_DAMAGED,
                               std::string(stored.message())));
    } else if (!again.ok()) {
      findings.push_back(Found(file.format(), v1::FILE_VERDICT_INTACT,
                               std::string(again.status().message())));
    } else {
      findings.push_back(Compare(file, again->files[static_cast<size_t>(i)]));
    }
  }
  return findings;
}

}  // namespace compendium::reporting
