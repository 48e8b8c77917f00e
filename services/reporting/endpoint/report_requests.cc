// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/endpoint/report_requests.h"

#include <algorithm>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "lib/report/write_data.h"
#include "lib/request/error_details.h"
#include "services/reporting/archive/made_report.h"
#include "services/reporting/report/report_query.h"
#include "services/reporting/schedule/cron_expression.h"
#include "services/reporting/schedule/folder_sender.h"
#include "services/reporting/schedule/http_sender.h"

namespace compendium::reporting {
namespace {

using Problems = std::vector<FieldProblem>;

void Add(const std::string& path, const absl::Status& status,
         Problems& problems) {
  if (!status.ok()) problems.push_back({path, std::string(status.message())});
}

// Adds what is wrong with the formats of a report of that kind.
void CheckFormats(v1::ReportKind kind,
                  const google::protobuf::RepeatedField<int>& formats,
                  const std::string& path, Problems& problems) {
  if (formats.empty()) {
    problems.push_back({path, "got nothing, want at least one format"});
    return;
  }
  for (int i = 0; i < formats.size(); ++i) {
    const auto format = static_cast<v1::ReportFormat>(formats[i]);
    const std::string item = absl::StrCat(path, "[", i, "]");
    const auto before = formats.begin() + i;
    if (std::find(formats.begin(), before, formats[i]) != before) {
      problems.push_back(
          {item, absl::StrCat("got ", v1::ReportFormat_Name(format),
                              " again, want each once")});
      continue;
    }
    for (const FieldProblem& problem :
         FieldProblemsOf(CheckFormat(kind, format)))
      problems.push_back({item, problem.description});
  }
}

absl::Status ToStatus(const Problems& problems) {
  return problems.empty() ? absl::OkStatus() : InvalidFields(problems);
}

void CheckTargets(const v1::Schedule& schedule, Problems& problems) {
  for (int i = 0; i < schedule.targets_size(); ++i) {
    const v1::DeliveryTarget& target = schedule.targets(i);
    const std::string path = absl::StrCat("schedule.targets[", i, "]");
    switch (target.kind_case()) {
      case v1::DeliveryTarget::kFolder:
        Add(path + ".folder.path", CheckFolderPath(target.folder().path()),
            problems);
        break;
      case v1::DeliveryTarget::kHttp:
        Add(path + ".http.url", HostOf(target.http().url()).status(), problems);
        break;
      case v1::DeliveryTarget::KIND_NOT_SET:
        problems.push_back({path, "got nothing, want folder or http"});
    }
  }
}

}  // namespace

absl::StatusOr<std::vector<v1::ReportFormat>> CheckReportRequest(
    const v1::CreateReportRequest& request) {
  Problems problems = FieldProblemsOf(
      ParseReportParameters(request.kind(), request.parameters()).status());
  CheckFormats(request.kind(), request.formats(), "formats", problems);
  if (!problems.empty()) return InvalidFields(problems);
  return FormatsIn(request.formats());
}

absl::Status CheckSchedule(const v1::Schedule& schedule) {
  Problems problems;
  Add("schedule.cron", CronExpression::Parse(schedule.cron()).status(),
      problems);
  Add("schedule.time_zone", ParseTimeZone(schedule.time_zone()).status(),
      problems);
  for (FieldProblem& problem : FieldProblemsOf(
           ParseReportParameters(schedule.report_kind(), schedule.parameters())
               .status())) {
    problem.path = problem.path == "kind"
                       ? "schedule.report_kind"
                       : absl::StrCat("schedule.", problem.path);
    problems.push_back(problem);
  }
  CheckFormats(schedule.report_kind(), schedule.formats(), "schedule.formats",
               problems);
  CheckTargets(schedule, problems);
  return ToStatus(problems);
}

}  // namespace compendium::reporting
