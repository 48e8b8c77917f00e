// SPDX-License-Identifier: Apache-2.0
#include "cli/command_gaps.h"

#include <cstdint>
#include <memory>
#include <string>

#include <nlohmann/json.hpp>

#include "absl/strings/str_cat.h"
#include "cli/report_options.h"
#include "cli/text/gaps_text.h"
#include "lib/base/status_macros.h"
#include "lib/report/csv/gaps_csv.h"
#include "lib/words/coverage_gaps.h"

namespace compendium {
namespace {

using nlohmann::ordered_json;
using reporting::v1::GetCoverageResponse;

struct GapsOptions : ReportOptions {
  std::string framework = "iom-core";
};

// Fields and enums as in the proto's JSON, although no message is printed; the
// titles are not in the response.
std::string GapsJson(const GetCoverageResponse& response,
                     const std::string& mechanism) {
  const reporting::v1::Coverage& coverage = response.coverage();
  ordered_json json = {{"round", coverage.round()},
                       {"framework", coverage.framework()},
                       {"frameworkVersion", coverage.framework_version()}};
  if (!mechanism.empty()) json["mechanism"] = mechanism;
  json["gaps"] = ordered_json::array();
  for (const CoverageGap& gap : FindGaps(coverage))
    json["gaps"].push_back({{"code", gap.code},
                            {"title", gap.title},
                            {"level", reporting::v1::NodeLevel_Name(gap.level)},
                            {"parentCode", gap.parent_code}});
  json["claimedCount"] = coverage.nodes_size();
  json["mechanisms"] = ordered_json::array();
  for (const auto& told : coverage.mechanisms())
    json["mechanisms"].push_back(
        {{"mechanism", told.mechanism()},
         {"verdict", reporting::v1::CoverageVerdict_Name(told.verdict())}});
  json["computedAtRevision"] = absl::StrCat(response.computed_at_revision());
  return absl::StrCat(
      json.dump(1, ' ', false, ordered_json::error_handler_t::replace), "\n");
}

absl::StatusOr<ExitCode> RunGaps(const GapsOptions& options,
                                 const CommandContext& context) {
  const std::string mechanism = FullMechanismName(options.mechanism);
  reporting::v1::GetCoverageRequest request;
  RETURN_IF_ERROR(SetReportOptions(options, context, request));
  request.set_framework(options.framework);
  ASSIGN_OR_RETURN(const GetCoverageResponse response,
                   context.client.Call(&ReportingStub::GetCoverage, request));
  if (context.json) {  // the titles are not in the response
    context.out << GapsJson(response, mechanism);
    return ExitCode::kOk;
  }
  return PrintReport(
      response, options.csv, context,
      [&](int64_t revision) {
        return GapsCsv(response.coverage(), mechanism, revision);
      },
      [&](const ShortNames& names) {
        return GapsText(response.coverage(), mechanism, names,
                        context.terminal.width);
      });
}

}  // namespace

void AddGapsCommand(CLI::App& app, Command& chosen) {
  auto options = std::make_shared<GapsOptions>();
  CLI::App* command =
      app.add_subcommand("gaps", "Show the goals and targets nobody claims");
  command->add_option("--round", options->round, "Round, such as 2016")
      ->required();
  command->add_option("--framework", options->framework,
                      "Framework: iom-core (the targets that name migration; "
                      "unless said otherwise), sdg or gcm");
  command->add_option("--mechanism", options->mechanism,
                      "What this mechanism does not claim");
  AddReportOptions(*command, *options);
  command->callback([options, &chosen] {
    chosen = [options](const CommandContext& context) {
      return RunGaps(*options, context);
    };
  });
}

}  // namespace compendium
