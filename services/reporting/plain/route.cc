// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/plain/route.h"

#include <cstdint>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "compendium/reporting/v1/report_service.pb.h"
#include "compendium/reporting/v1/reporting_service.pb.h"
#include "lib/report/csv/calendar_csv.h"
#include "lib/report/csv/clash_csv.h"
#include "lib/report/csv/completion_csv.h"
#include "lib/report/csv/coverage_csv.h"
#include "lib/report/csv/finding_csv.h"
#include "lib/report/csv/listed_item_csv.h"
#include "lib/report/csv/participation_csv.h"
#include "lib/report/csv/report_list_csv.h"

namespace compendium::reporting {
namespace {

using google::protobuf::Message;

// Writes what `answer` has of a response, as the command's --csv does.
template <class Response, class Answer>
auto Csv(const Answer& (Response::*answer)() const,
         std::string (*write)(const Answer&, int64_t, CsvText)) {
  return [answer, write](const Message& message, CsvText text) {
    const auto& response = static_cast<const Response&>(message);
    return write((response.*answer)(), response.computed_at_revision(), text);
  };
}

std::string Reporting(absl::string_view method) {
  return absl::StrCat("/compendium.reporting.v1.ReportingService/", method);
}
std::string Reports(absl::string_view method) {
  return absl::StrCat("/compendium.reporting.v1.ReportService/", method);
}

}  // namespace

std::vector<Route> PlainRouteTable() {
  return {
      {.path = "/v1/coverage",
       .method = Reporting("GetCoverage"),
       .summary = "Which mechanisms claim which nodes of a framework in one "
                  "round. CSV: a row for each claim.",
       .csv = Csv(&v1::GetCoverageResponse::coverage, &CoverageCsv)},
      {.path = "/v1/calendar",
       .method = Reporting("GetCalendar"),
       .summary =
           "The meetings, each event once. CSV: a row for each source of each "
           "event.",
       .csv = Csv(&v1::GetCalendarResponse::calendar, &CalendarCsv)},
      {.path = "/v1/clashes",
       .method = Reporting("GetClashes"),
       .summary = "The days on which a State is expected at two meetings. CSV: "
                  "a row for each clash and State.",
       .csv = Csv(&v1::GetClashesResponse::clashes, &ClashCsv)},
      {.path = "/v1/completion",
       .method = Reporting("GetCompletion"),
       .summary = "Who answered what in one round, and who did not. CSV: a row "
                  "for each question and mechanism.",
       .csv = Csv(&v1::GetCompletionResponse::completion, &CompletionCsv)},
      {.path = "/v1/participation",
       .method = Reporting("GetParticipation"),
       .summary = "Which States and other participants take part in which "
                  "mechanism. CSV: a row for each mention.",
       .csv = Csv(&v1::GetParticipationResponse::participation,
                  &ParticipationCsv)},
      {.path = "/v1/projects",
       .method = Reporting("GetProjects"),
       .summary = "The projects that questionnaires name. CSV: a row for each.",
       .csv = Csv(&v1::GetProjectsResponse::projects, &ProjectsCsv)},
      {.path = "/v1/publications",
       .method = Reporting("GetPublications"),
       .summary =
           "The publications that questionnaires name. CSV: a row for each.",
       .csv =
           Csv(&v1::GetPublicationsResponse::publications, &PublicationsCsv)},
      {.path = "/v1/findings",
       .method = Reporting("GetFindings"),
       .summary = "What is doubtful in the questionnaires of one round. CSV: a "
                  "row for each finding.",
       .csv = Csv(&v1::GetFindingsResponse::findings, &FindingsCsv)},
      {.path = "/v1/reports",
       .method = Reports("ListReports"),
       .summary = "The reports of the archive, the newest first, in pages. "
                  "CSV: a row for each file.",
       .csv =
           [](const Message& response, CsvText text) {
             return ReportListCsv(
                 static_cast<const v1::ListReportsResponse&>(response)
                     .reports(),
                 text);
           }},
      {.path = "/v1/reports/{report}",
       .method = Reports("GetReport"),
       .summary = "One report of the archive: what it says, and its files.",
       .path_field = "name",
       .path_field_prefix = "reports/"},
  };
}

}  // namespace compendium::reporting
