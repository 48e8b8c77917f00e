// SPDX-License-Identifier: Apache-2.0
#include "cli/command_import.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "cli/import/import_file.h"
#include "cli/import/import_run.h"
#include "cli/import/import_source.h"
#include "cli/import/import_summary.h"
#include "cli/input_file.h"
#include "cli/registry_record_port.h"
#include "cli/text/progress_bar.h"
#include "lib/base/status_macros.h"
#include "lib/words/short_name.h"

namespace compendium {
namespace {

struct ImportCommandOptions {
  InputOptions input;
  std::string author = "import";
  std::string reason;
  bool dry_run = false;
};

// A word for the progress line: the short name and what was done.
std::string StepWords(const ShortNames& names, const RecordOutcome& outcome) {
  const bool is_profile =
      outcome.name.rfind("mechanisms/", 0) == 0 &&
      outcome.name.find("/questionnaires/") == std::string::npos;
  return absl::StrCat(names.Of(outcome.name), is_profile ? " (profile)" : "",
                      ": ", ActionWord(outcome.action));
}

// Imports batch by batch, so that a large file never stands in memory as
// records, and returns the error that ended it early.
absl::Status ImportBatches(bool dry_run, RecordPort& port, ProgressBar& bar,
                           ImportFile& file, ImportSummary& summary) {
  size_t count = 0;
  for (;;) {
    ASSIGN_OR_RETURN(const std::optional<ImportSource> batch, file.Next());
    if (!batch.has_value()) return absl::OkStatus();
    const ShortNames names = ShortNamesOf(*batch);
    const ImportResult result =
        RunImport(*batch, dry_run, port, [&](const RecordOutcome& outcome) {
          bar.Step(StepWords(names, outcome));
        });
    AddSummary(Summarize(*batch, result), summary);
    count += batch->records.size();
    if (result.status.ok()) continue;
    summary.not_done += static_cast<int>(file.record_count() - count);
    return result.status;
  }
}

absl::StatusOr<ExitCode> RunImportCommand(const ImportCommandOptions& options,
                                          const CommandContext& context) {
  const std::string file_name =
      std::filesystem::path(options.input.path).filename().string();
  ASSIGN_OR_RETURN(const std::unique_ptr<ImportFile> file,
                   OpenInputFile(options.input));
  RegistryRecordPort port(
      {.author = options.author,
       .reason = options.reason.empty() ? absl::StrCat("import of ", file_name)
                                        : options.reason,
       .round = FullRoundName(options.input.round),
       .expected_count = file->record_count()},
      context.client);
  ProgressBar bar({.total = file->record_count(),
                   .width = context.terminal.progress_width,
                   .is_terminal = context.terminal.draws_progress},
                  context.err);
  ImportSummary summary;
  summary.error = ImportBatches(options.dry_run, port, bar, *file, summary);
  bar.Finish();
  summary.file_name = file_name;
  summary.dry_run = options.dry_run;
  // As of any command that failed, there is no result of an import that has
  // written nothing.
  if (summary.error.ok() || summary.revision != 0)
    context.out << (context.json
                        ? SummaryJson(summary)
                        : SummaryText(summary, context.terminal.width));
  RETURN_IF_ERROR(summary.error);
  return summary.skipped > 0 ? ExitCode::kNegative : ExitCode::kOk;
}

}  // namespace

void AddImportCommand(CLI::App& app, Command& chosen) {
  auto options = std::make_shared<ImportCommandOptions>();
  CLI::App* command = app.add_subcommand(
      "import", "Write a document's questionnaires to the registry");
  command
      ->add_option("FILE", options->input.path,
                   "Document (text, DOCX, HTML), table (CSV) or round file "
                   "(JSON, textproto)")
      ->required();
  AddInputOptions(*command, options->input);
  command->add_option("--round", options->input.round, "Round, such as 2016")
      ->required();
  command->add_option("--author", options->author, "Who, for the history");
  command->add_option("--reason", options->reason, "Why, for the history");
  command->add_flag("--dry-run", options->dry_run,
                    "Only say what would be written");
  command->callback([options, &chosen] {
    chosen = [options](const CommandContext& context) {
      return RunImportCommand(*options, context);
    };
  });
}

}  // namespace compendium
