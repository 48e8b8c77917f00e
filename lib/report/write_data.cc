// SPDX-License-Identifier: Apache-2.0
#include "lib/report/write_data.h"

#include <algorithm>
#include <cstdint>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/json/json_output.h"
#include "lib/report/csv/calendar_csv.h"
#include "lib/report/csv/clash_csv.h"
#include "lib/report/csv/completion_csv.h"
#include "lib/report/csv/coverage_csv.h"
#include "lib/report/csv/participation_csv.h"
#include "lib/report/icalendar.h"
#include "lib/request/error_details.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

bool HasTable(v1::ReportKind kind) {
  return kind == v1::REPORT_KIND_COVERAGE || kind == v1::REPORT_KIND_CALENDAR ||
         kind == v1::REPORT_KIND_CLASHES ||
         kind == v1::REPORT_KIND_COMPLETION ||
         kind == v1::REPORT_KIND_PARTICIPATION;
}

// The table that `compendium … --csv` prints.
std::string WriteCsv(const v1::ReportContent& content) {
  const int64_t revision = content.spec().revision();
  switch (content.spec().kind()) {
    case v1::REPORT_KIND_COVERAGE:
      return CoverageCsv(content.coverage(), revision);
    case v1::REPORT_KIND_CALENDAR:
      return CalendarCsv(content.calendar(), revision);
    case v1::REPORT_KIND_CLASHES:
      return ClashCsv(content.clashes(), revision);
    case v1::REPORT_KIND_COMPLETION:
      return CompletionCsv(content.completion(), revision);
    default:
      return ParticipationCsv(content.participation(), revision);
  }
}

// A value's name; the number of one that this release does not know.
std::string NameOf(v1::ReportKind kind) {
  const std::string& name = v1::ReportKind_Name(kind);
  return name.empty() ? absl::StrCat(static_cast<int>(kind)) : name;
}
std::string NameOf(v1::ReportFormat format) {
  const std::string& name = v1::ReportFormat_Name(format);
  return name.empty() ? absl::StrCat(static_cast<int>(format)) : name;
}

}  // namespace

std::vector<v1::ReportFormat> FormatsOf(v1::ReportKind kind) {
  std::vector<v1::ReportFormat> formats;
  if (kind == v1::REPORT_KIND_UNSPECIFIED || !v1::ReportKind_IsValid(kind))
    return formats;
  formats = {v1::REPORT_FORMAT_HTML, v1::REPORT_FORMAT_PDF,
             v1::REPORT_FORMAT_DOCX, v1::REPORT_FORMAT_XLSX};
  if (HasTable(kind)) formats.push_back(v1::REPORT_FORMAT_CSV);
  formats.push_back(v1::REPORT_FORMAT_JSON);
  formats.push_back(v1::REPORT_FORMAT_MARKDOWN);
  if (kind == v1::REPORT_KIND_CALENDAR)
    formats.push_back(v1::REPORT_FORMAT_ICALENDAR);
  return formats;
}

absl::Status CheckFormat(v1::ReportKind kind, v1::ReportFormat format) {
  const std::vector<v1::ReportFormat> formats = FormatsOf(kind);
  if (std::find(formats.begin(), formats.end(), format) != formats.end())
    return absl::OkStatus();
  std::string want = "no format: there is no such kind";
  if (!formats.empty()) {
    want = "one of";
    for (const v1::ReportFormat one : formats)
      absl::StrAppend(&want, " ", NameOf(one));
  }
  return InvalidField("format", absl::StrCat("got ", NameOf(format), " of ",
                                             NameOf(kind), ", want ", want));
}

absl::StatusOr<std::string> WriteData(const v1::ReportContent& content,
                                      v1::ReportFormat format) {
  RETURN_IF_ERROR(CheckFormat(content.spec().kind(), format));
  switch (format) {
    case v1::REPORT_FORMAT_CSV:
      return WriteCsv(content);
    case v1::REPORT_FORMAT_JSON:
      return JsonDocument(content);
    case v1::REPORT_FORMAT_ICALENDAR:
      return WriteIcalendar(content);
    default:
      return absl::UnimplementedError(absl::StrCat(
          "format: got ", NameOf(format), " of ", NameOf(content.spec().kind()),
          ", want one that holds data"));
  }
}

}  // namespace compendium
