// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/archive/archived_reports.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "lib/base/sha256.h"
#include "lib/base/status_macros.h"
#include "services/reporting/archive/row_content.h"
#include "services/reporting/projection/not_found.h"

namespace compendium::reporting {
namespace {

constexpr absl::string_view kPrefix = "reports/";

// 128 bits: no two of them ever meet by chance.
constexpr size_t kIdCharacters = 32;

// "coverage" for REPORT_KIND_COVERAGE.
std::string WordOf(v1::ReportKind kind) {
  std::string word = v1::ReportKind_Name(kind);
  word = absl::AsciiStrToLower(absl::StripPrefix(word, "REPORT_KIND_"));
  std::replace(word.begin(), word.end(), '_', '-');
  return word;
}

// "2016" for rounds/2016.
absl::string_view IdIn(absl::string_view name) {
  return name.substr(name.rfind('/') + 1);
}

std::string FileNameOf(const v1::ReportSpec& spec,
                       absl::string_view extension) {
  std::string name = WordOf(spec.kind());
  for (const absl::string_view part :
       {absl::string_view(spec.parameters().framework()),
        IdIn(spec.parameters().mechanism()),
        absl::string_view(spec.parameters().country_code()),
        IdIn(spec.parameters().round())})
    if (!part.empty()) absl::StrAppend(&name, "-", part);
  return absl::StrCat(name, "-r", spec.revision(), ".", extension);
}

}  // namespace

std::string ReportNameOf(const v1::ReportSpec& spec,
                         absl::Span<const v1::ReportFormat> formats,
                         const ReportOrigin& origin) {
  v1::Report identity;
  *identity.mutable_spec() = spec;
  std::vector<v1::ReportFormat> ordered(formats.begin(), formats.end());
  std::sort(ordered.begin(), ordered.end());
  for (const v1::ReportFormat format : ordered)
    identity.add_files()->set_format(format);
  if (!origin.schedule.empty()) {
    identity.set_schedule(origin.schedule);
    SetTimestamp(origin.due_time, *identity.mutable_due_time());
  }
  return absl::StrCat(kPrefix, base::Sha256Hex(SerializeDeterministic(identity))
                                   .substr(0, kIdCharacters));
}

absl::StatusOr<v1::Report> StoreFiles(const ObjectFolder& folder,
                                      const MadeReport& made,
                                      const ReportOrigin& origin,
                                      absl::Time now) {
  v1::Report report;
  std::vector<v1::ReportFormat> formats;
  for (const MadeFile& made_file : made.files) {
    formats.push_back(made_file.format);
    v1::ReportFile& file = *report.add_files();
    file.set_format(made_file.format);
    ASSIGN_OR_RETURN(*file.mutable_sha256(), folder.Put(made_file.bytes));
    file.set_size_bytes(static_cast<int64_t>(made_file.bytes.size()));
    file.set_media_type(made_file.media_type);
    file.set_file_name(FileNameOf(made.spec, made_file.extension));
    file.set_made_with(made_file.made_with);
  }
  report.set_name(ReportNameOf(made.spec, formats, origin));
  *report.mutable_spec() = made.spec;
  ASSIGN_OR_RETURN(*report.mutable_content_sha256(), folder.Put(made.content));
  SetTimestamp(now, *report.mutable_create_time());
  report.set_author(origin.author);
  if (!origin.schedule.empty()) {
    report.set_schedule(origin.schedule);
    SetTimestamp(origin.due_time, *report.mutable_due_time());
  }
  return report;
}

absl::Status AddReport(SqliteDatabase& database, const v1::Report& report) {
  const std::string content = SerializeDeterministic(report);
  return database
      .Change(
          "INSERT INTO report(id, sequence, kind, schedule, content) SELECT ?, "
          "1 + ifnull(max(sequence), 0), ?, ?, ? FROM report",
          {report.name(), int64_t{report.spec().kind()}, report.schedule(),
           SqliteBytes{content}})
      .status();
}

absl::StatusOr<v1::Report> FindReport(SqliteDatabase& database,
                                      absl::string_view name) {
  absl::StatusOr<v1::Report> found = NotFound("name", name);
  RETURN_IF_ERROR(database.Query("SELECT content FROM report WHERE id = ?",
                                 {name}, [&](const SqliteRow& row) {
                                   found = MessageIn<v1::Report>(row, 0);
                                   return absl::OkStatus();
                                 }));
  return found;
}

absl::StatusOr<int64_t> SequenceOf(SqliteDatabase& database,
                                   absl::string_view name) {
  absl::StatusOr<int64_t> found = NotFound("name", name);
  RETURN_IF_ERROR(database.Query("SELECT sequence FROM report WHERE id = ?",
                                 {name}, [&](const SqliteRow& row) {
                                   found = row.Number(0);
                                   return absl::OkStatus();
                                 }));
  return found;
}

absl::StatusOr<std::vector<v1::Report>> ListReports(
    SqliteDatabase& database, const ReportFilter& filter) {
  std::vector<v1::Report> reports;
  RETURN_IF_ERROR(database.Query(
      "SELECT content FROM report WHERE sequence < ?1 AND (?2 = 0 OR kind = "
      "?2) AND (?3 = '' OR schedule = ?3) ORDER BY sequence DESC LIMIT ?4",
      {filter.before_sequence, int64_t{filter.kind}, filter.schedule,
       int64_t{filter.count}},
      [&](const SqliteRow& row) -> absl::Status {
        ASSIGN_OR_RETURN(reports.emplace_back(), MessageIn<v1::Report>(row, 0));
        return absl::OkStatus();
      }));
  return reports;
}

}  // namespace compendium::reporting
