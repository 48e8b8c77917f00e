// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/report/report_query.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "lib/base/status_macros.h"
#include "lib/report/rule_set.h"
#include "lib/request/error_details.h"
#include "services/reporting/projection/request_value.h"

namespace compendium::reporting {
namespace {

constexpr absl::string_view kPath = "parameters.";

// What a kind makes of a parameter.
enum class Use { kNone, kTakes, kNeeds };

struct Kind {
  v1::ReportKind kind;
  Use round = Use::kNone;
  Use mechanism = Use::kNone;
  Use framework = Use::kNone;
  Use country_code = Use::kNone;
  Use days = Use::kNone;
};

// The table in report.proto.
constexpr Kind kKinds[] = {
    {.kind = v1::REPORT_KIND_COVERAGE,
     .round = Use::kNeeds,
     .mechanism = Use::kTakes,
     .framework = Use::kTakes},
    {.kind = v1::REPORT_KIND_CALENDAR,
     .round = Use::kTakes,
     .mechanism = Use::kTakes,
     .days = Use::kTakes},
    {.kind = v1::REPORT_KIND_CLASHES,
     .round = Use::kTakes,
     .mechanism = Use::kTakes,
     .country_code = Use::kTakes,
     .days = Use::kTakes},
    {.kind = v1::REPORT_KIND_COMPLETION,
     .round = Use::kNeeds,
     .mechanism = Use::kTakes},
    {.kind = v1::REPORT_KIND_PARTICIPATION,
     .round = Use::kTakes,
     .mechanism = Use::kTakes,
     .country_code = Use::kTakes},
    {.kind = v1::REPORT_KIND_ROUND_OVERVIEW,
     .round = Use::kNeeds,
     .framework = Use::kTakes},
    {.kind = v1::REPORT_KIND_MECHANISM_PROFILE,
     .round = Use::kNeeds,
     .mechanism = Use::kNeeds},
    {.kind = v1::REPORT_KIND_COMPENDIUM, .round = Use::kNeeds}};

// A parameter that was given, or not, beside what the kind makes of it.
struct Given {
  absl::string_view field;
  const std::string& value;
  Use use;
  absl::string_view want;  // when it is needed
};

std::vector<FieldProblem> ProblemsOf(const Kind& kind,
                                     const v1::ReportParameters& parameters) {
  const Given given[] = {
      {"round", parameters.round(), kind.round, "rounds/{round}"},
      {"mechanism", parameters.mechanism(), kind.mechanism,
       "mechanisms/{mechanism}"},
      {"framework", parameters.framework(), kind.framework, ""},
      {"country_code", parameters.country_code(), kind.country_code, ""},
      {"from_day", parameters.from_day(), kind.days, ""},
      {"to_day", parameters.to_day(), kind.days, ""}};
  std::vector<FieldProblem> problems;
  for (const Given& parameter : given) {
    const std::string path = absl::StrCat(kPath, parameter.field);
    if (parameter.use == Use::kNeeds && parameter.value.empty())
      problems.push_back(
          {path, absl::StrCat("got nothing, want ", parameter.want)});
    if (parameter.use == Use::kNone && !parameter.value.empty())
      problems.push_back(
          {path,
           absl::StrCat("got ", parameter.value, ", want nothing: ",
                        v1::ReportKind_Name(kind.kind), " does not take it")});
  }
  return problems;
}

}  // namespace

absl::StatusOr<ReportQuery> ParseReportParameters(
    v1::ReportKind kind, const v1::ReportParameters& parameters) {
  const auto* known =
      std::find_if(std::begin(kKinds), std::end(kKinds),
                   [&](const Kind& one) { return one.kind == kind; });
  if (known == std::end(kKinds))
    return InvalidField("kind", absl::StrCat("got ", static_cast<int>(kind),
                                             ", want a kind of report"));
  const std::vector<FieldProblem> problems = ProblemsOf(*known, parameters);
  if (!problems.empty()) return InvalidFields(problems);

  const std::string framework_id = FrameworkMeant(parameters.framework());
  const Framework* framework = FindFramework(framework_id);
  if (framework == nullptr)
    return InvalidField(
        absl::StrCat(kPath, "framework"),
        absl::StrCat("got ", framework_id, ", want a known framework"));
  ReportQuery query{.selection = {},
                    .framework = *framework,
                    .country = std::nullopt,
                    .days = {}};
  ASSIGN_OR_RETURN(query.selection, ParseSelection(parameters, kPath));
  ASSIGN_OR_RETURN(query.country, ParseOptional<CountryCode>(
                                      absl::StrCat(kPath, "country_code"),
                                      parameters.country_code()));
  ASSIGN_OR_RETURN(query.days, ParseDays(parameters, kPath));
  return query;
}

absl::Status CheckReportSpec(const v1::ReportSpec& spec) {
  RETURN_IF_ERROR(
      ParseReportParameters(spec.kind(), spec.parameters()).status());
  std::vector<FieldProblem> problems;
  if (spec.revision() < 1)
    problems.push_back({"revision", absl::StrCat("got ", spec.revision(),
                                                 ", want 1 or more")});
  if (spec.rule_set() != kRuleSet)
    problems.push_back({"rule_set", absl::StrCat("got \"", spec.rule_set(),
                                                 "\", want ", kRuleSet)});
  return problems.empty() ? absl::OkStatus() : InvalidFields(problems);
}

}  // namespace compendium::reporting
