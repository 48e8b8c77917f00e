// SPDX-License-Identifier: Apache-2.0
#include "cli/command_diff.h"

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "cli/as_of.h"
#include "cli/registry_reads.h"
#include "cli/report_options.h"
#include "cli/text/diff_text.h"
#include "lib/base/status_macros.h"
#include "lib/json/json_output.h"
#include "lib/report/csv/diff_csv.h"
#include "lib/request/timestamp.h"
#include "lib/words/enum_word.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

struct DiffOptions {
  std::string round;
  std::string from;
  std::string to;
  std::vector<std::string> kinds;
  std::string mechanism;
  std::string framework = "sdg";
  int64_t min_revision = 0;
  bool csv = false;
};

// The aggregate in a word; a wrong command line for another.
absl::StatusOr<v1::DiffKind> KindOf(const std::string& word) {
  std::vector<std::string> words;
  for (int kind = v1::DiffKind_MIN + 1; kind <= v1::DiffKind_MAX; ++kind) {
    if (kind == v1::DIFF_KIND_ANSWERS) continue;  // of reports only
    words.push_back(EnumWord(static_cast<v1::DiffKind>(kind)));
    if (word == words.back()) return static_cast<v1::DiffKind>(kind);
  }
  return BadUsage(absl::InvalidArgumentError(absl::StrCat(
      "--kind: got ", word, ", want one of ", absl::StrJoin(words, ", "))));
}

absl::StatusOr<v1::GetDiffRequest> RequestOf(const DiffOptions& options) {
  v1::GetDiffRequest request;
  request.set_round(FullRoundName(options.round));
  request.set_mechanism(FullMechanismName(options.mechanism));
  request.set_framework(options.framework);
  request.set_min_revision(options.min_revision);
  for (const std::string& word : options.kinds) {
    ASSIGN_OR_RETURN(const v1::DiffKind kind, KindOf(word));
    request.add_kinds(kind);
  }
  ASSIGN_OR_RETURN(const AsOf from, ReadAsOf(options.from, "--from"));
  if (const auto* revision = std::get_if<int64_t>(&from)) {
    request.set_from_revision(*revision);
  } else {
    SetTimestamp(std::get<absl::Time>(from), *request.mutable_from_time());
  }
  if (options.to.empty()) return request;
  ASSIGN_OR_RETURN(const AsOf to, ReadAsOf(options.to, "--to"));
  if (const auto* revision = std::get_if<int64_t>(&to)) {
    request.set_to_revision(*revision);
  } else {
    SetTimestamp(std::get<absl::Time>(to), *request.mutable_to_time());
  }
  return request;
}

absl::StatusOr<ExitCode> RunDiff(const DiffOptions& options,
                                 const CommandContext& context) {
  RETURN_IF_ERROR(CheckOneForm(context.json, options.csv));
  ASSIGN_OR_RETURN(const v1::GetDiffRequest request, RequestOf(options));
  ASSIGN_OR_RETURN(const v1::GetDiffResponse response,
                   context.client.Call(&ReportingStub::GetDiff, request));
  if (context.json) {
    RETURN_IF_ERROR(PrintJson(response, context.out));
  } else if (options.csv) {
    context.out << DiffCsv(response.diff());
  } else {
    context.out << DiffText(response.diff(), ReadShortNames(context.client),
                            context.terminal.width);
  }
  return ExitCode::kOk;
}

}  // namespace

void AddDiffCommand(CLI::App& app, Command& chosen) {
  auto options = std::make_shared<DiffOptions>();
  CLI::App* command = app.add_subcommand(
      "diff", "Show why figures changed: what, on which words, by whom");
  command->add_option("--round", options->round, "Round, such as 2016")
      ->required();
  command
      ->add_option("--from", options->from,
                   "The state before: a revision, the end of a day "
                   "(YYYY-MM-DD, UTC) or a time (RFC 3339)")
      ->required();
  command->add_option("--to", options->to, "The state after; now by default");
  command
      ->add_option("--kind", options->kinds,
                   "Only this aggregate: coverage, completion, participation, "
                   "calendar, clashes, projects or publications; several with "
                   "commas")
      ->delimiter(',');
  command->add_option("--mechanism", options->mechanism, "Only this mechanism");
  command->add_option("--framework", options->framework,
                      "Framework of the coverage: sdg, gcm or iom-core");
  command->add_option("--min-revision", options->min_revision,
                      "Wait until this revision is counted");
  command->add_flag("--csv", options->csv,
                    "Print a table for spreadsheets (RFC 4180)");
  command->callback([options, &chosen] {
    chosen = [options](const CommandContext& context) {
      return RunDiff(*options, context);
    };
  });
}

}  // namespace compendium
