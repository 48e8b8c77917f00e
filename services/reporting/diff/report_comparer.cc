// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/diff/report_comparer.h"

#include <memory>
#include <set>
#include <string>
#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "lib/base/status_macros.h"
#include "lib/diff/report_cells.h"
#include "lib/domain/framework.h"
#include "lib/request/deterministic_bytes.h"
#include "lib/request/error_details.h"
#include "services/reporting/diff/answer_texts.h"
#include "services/reporting/diff/bounded_diff.h"
#include "services/reporting/diff/cell_history.h"
#include "services/reporting/past/blocking_read.h"
#include "services/reporting/past/source_error.h"
#include "services/reporting/report/report_query.h"

namespace compendium::reporting {
namespace {

constexpr absl::string_view kAdvice =
    "reports of less, or of revisions between them";

// The state that a report is of, by name only.
SnapshotLink NamedBy(const v1::ReportContent& content) {
  Snapshot snapshot;
  snapshot.revision = content.spec().revision();
  snapshot.store_id = content.store_id();
  snapshot.hash = absl::HexStringToBytes(content.revision_hash());
  return std::make_shared<const Snapshot>(std::move(snapshot));
}

template <class Record>
void ClearVersions(google::protobuf::RepeatedPtrField<Record>& records) {
  for (Record& record : records) {
    record.clear_etag();
    record.clear_revision();
    record.clear_create_time();
    record.clear_update_time();
    record.clear_delete_time();
  }
}

// What a report says, without what names the revision.
std::string BytesSaid(v1::ReportContent content) {
  content.clear_spec();
  content.clear_revision_time();
  content.clear_revision_hash();
  ClearVersions(*content.mutable_mechanism_records());
  ClearVersions(*content.mutable_questionnaire_records());
  return SerializeDeterministic(content);
}

}  // namespace

absl::Status CheckComparable(const v1::ReportSpec& old_spec,
                             const v1::ReportSpec& new_spec) {
  constexpr absl::string_view kPath = "new_report.spec.";
  std::vector<FieldProblem> problems;
  const auto check = [&](absl::string_view field, const std::string& has,
                         const std::string& wanted) {
    if (has == wanted) return;
    const auto word = [](const std::string& value) {
      return value.empty() ? "nothing" : value;
    };
    problems.push_back({absl::StrCat(kPath, field),
                        absl::StrCat("got ", word(has), ", want ", word(wanted),
                                     " as old_report has")});
  };
  const v1::ReportParameters& had = old_spec.parameters();
  const v1::ReportParameters& has = new_spec.parameters();
  check("kind", v1::ReportKind_Name(new_spec.kind()),
        v1::ReportKind_Name(old_spec.kind()));
  check("parameters.round", has.round(), had.round());
  check("parameters.mechanism", has.mechanism(), had.mechanism());
  check("parameters.framework", FrameworkMeant(has.framework()),
        FrameworkMeant(had.framework()));
  check("parameters.country_code", has.country_code(), had.country_code());
  check("parameters.from_day", has.from_day(), had.from_day());
  check("parameters.to_day", has.to_day(), had.to_day());
  if (new_spec.revision() < old_spec.revision())
    problems.push_back({absl::StrCat(kPath, "revision"),
                        absl::StrCat("got ", new_spec.revision(), ", want ",
                                     old_spec.revision(),
                                     ", that of old_report, or a later "
                                     "one")});
  return problems.empty() ? absl::OkStatus() : InvalidFields(problems);
}

absl::StatusOr<v1::ReportContent> ReportComparer::ReadContent(
    const v1::Report& report) const {
  const absl::StatusOr<std::string> bytes =
      folder_.Get(report.content_sha256());
  if (absl::IsNotFound(bytes.status()))
    return absl::DataLossError(absl::StrCat(
        report.name(), ": the archive has no longer what it says"));
  if (!bytes.ok()) return bytes.status();
  v1::ReportContent content;
  if (!content.ParseFromString(*bytes) ||
      SerializeDeterministic(content.spec()) !=
          SerializeDeterministic(report.spec()))
    return absl::DataLossError(absl::StrCat(
        report.name(), ": what the archive holds of it is of another report"));
  return content;
}

absl::StatusOr<v1::ReportComparison> ReportComparer::Compare(
    const v1::Report& old_report, const v1::Report& new_report,
    absl::Time deadline) {
  const int64_t from = old_report.spec().revision();
  const int64_t to = new_report.spec().revision();
  RETURN_IF_ERROR(CheckComparable(old_report.spec(), new_report.spec()));
  RETURN_IF_ERROR(CheckDiffLength("old_report, new_report", from, to, kAdvice));
  ASSIGN_OR_RETURN(const v1::ReportContent before, ReadContent(old_report));
  ASSIGN_OR_RETURN(const v1::ReportContent after, ReadContent(new_report));
  if (before.store_id() != after.store_id()) return HistoryDiffersError(to);
  ASSIGN_OR_RETURN(std::vector<CellChange> changes,
                   FindChanges(CellsOf(before), CellsOf(after), kAdvice));

  v1::ReportComparison comparison;
  *comparison.mutable_old_report() = old_report;
  *comparison.mutable_new_report() = new_report;
  comparison.set_says_the_same(BytesSaid(before) == BytesSaid(after));
  v1::Diff& diff = *comparison.mutable_diff();
  diff.set_round(before.spec().parameters().round());
  diff.set_from_revision(from);
  diff.set_to_revision(to);
  if (changes.empty()) return comparison;
  ASSIGN_OR_RETURN(std::vector<v1::ChangedCell> cells,
                   FindRevisions(before, after, std::move(changes), deadline));
  RETURN_IF_ERROR(FillCells(std::move(cells), kAdvice, diff));
  return comparison;
}

absl::StatusOr<std::vector<v1::ChangedCell>> ReportComparer::FindRevisions(
    const v1::ReportContent& before, const v1::ReportContent& after,
    std::vector<CellChange> changes, absl::Time deadline) {
  const v1::ReportSpec& spec = before.spec();
  ASSIGN_OR_RETURN(const ReportQuery query,
                   ParseReportParameters(spec.kind(), spec.parameters()));
  ASSIGN_OR_RETURN(const SnapshotLink from,
                   SnapshotAt(spec.revision(), deadline, publisher_, past_));
  const SnapshotLink named = NamedBy(before);
  if (from->store_id != named->store_id || from->hash != named->hash)
    return HistoryDiffersError(spec.revision());
  ASSIGN_OR_RETURN(AnswerTexts texts, AnswerTextsIn(before));

  // What does not differ in the end need not be followed.
  std::set<v1::DiffKind> kinds;
  for (const CellChange& change : changes) kinds.insert(change.cell.kind());
  CellHistory cells(
      {.projections = from->projections, .texts = std::move(texts)},
      {.selection = query.selection,
       .framework = query.framework,
       .kinds = {kinds.begin(), kinds.end()},
       .country = query.country,
       .days = query.days},
      std::move(changes));
  RETURN_IF_ERROR(WaitFor<absl::Status>([&](auto done) {
    history_.Read({.from = from,
                   .to = NamedBy(after),
                   .deadline = deadline,
                   .visit =
                       [&cells](const registry::v1::Change& change) {
                         return cells.Apply(change);
                       },
                   .done = done});
  }));
  return cells.Take();
}

}  // namespace compendium::reporting
