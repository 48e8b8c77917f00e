// SPDX-License-Identifier: Apache-2.0
#include "cli/command_export.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "absl/strings/str_cat.h"
#include "cli/export_source.h"
#include "cli/output_file.h"
#include "cli/text/status_prefix.h"
#include "lib/base/status_macros.h"
#include "lib/publish/docx_form.h"
#include "lib/publish/docx_round.h"
#include "lib/publish/html_writer.h"
#include "lib/publish/markdown_writer.h"
#include "lib/publish/text_writer.h"
#include "lib/words/counted.h"

namespace compendium {
namespace v1 = registry::v1;
namespace {

struct ExportOptions {
  ExportSelection selection;
  std::string format;
  std::string out;
  bool force = false;
  bool prefill = false;
  std::string from;
};

absl::StatusOr<std::string> Write(const std::string& format,
                                  const PublishedRound& round) {
  if (format == "docx") return WriteRoundDocx(round);
  if (format == "html") return WriteHtml(round);
  if (format == "markdown") return WriteMarkdown(round);
  return WriteCompendiumText(round);
}

void Report(const std::vector<OutputFile>& files, size_t mechanism_count,
            int64_t revision, const CommandContext& context) {
  if (context.json) {
    nlohmann::ordered_json json = {{"files", nlohmann::ordered_json::array()},
                                   {"mechanismCount", mechanism_count},
                                   // As proto3 JSON has 64-bit numbers.
                                   {"revision", std::to_string(revision)}};
    for (const OutputFile& file : files)
      json["files"].push_back(
          {{"path", file.path}, {"sizeBytes", file.bytes.size()}});
    context.out << json.dump(2, ' ', false,
                             nlohmann::ordered_json::error_handler_t::replace)
                << "\n";
    return;
  }
  for (const OutputFile& file : files)
    context.out << file.path << ": " << file.bytes.size() << " bytes\n";
  context.out << Counted(static_cast<int64_t>(mechanism_count), "mechanism");
  if (revision != 0) context.out << " at revision " << revision;
  context.out << "\n";
}

absl::StatusOr<ExitCode> ExportRound(const ExportOptions& options,
                                     const CommandContext& context) {
  ASSIGN_OR_RETURN(const ExportRecords records,
                   ReadExportRecords(options.selection, context.client));
  ASSIGN_OR_RETURN(const PublishedRound round, Publish(records));
  ASSIGN_OR_RETURN(std::string bytes, Write(options.format, round));
  const std::vector<OutputFile> files = {{options.out, std::move(bytes)}};
  RETURN_IF_ERROR(WriteOutputFiles(files, options.force));
  Report(files, round.sections.size(), round.revision, context);
  return ExitCode::kOk;
}

// The round that asks. What it asks must be decided before forms go out.
absl::StatusOr<v1::Round> ReadAskingRound(const ExportSelection& selection,
                                          int64_t revision,
                                          const CommandContext& context) {
  v1::GetRoundRequest request;
  request.set_name(FullRoundName(selection.round));
  request.set_read_revision(revision);
  ASSIGN_OR_RETURN(v1::GetRoundResponse response,
                   context.client.Call(&RegistryStub::GetRound, request));
  if (response.round().form().questions().empty()) {
    return absl::FailedPreconditionError(absl::StrCat(
        request.name(), ".form.questions: got none, want what the form asks"));
  }
  return response.round();
}

absl::StatusOr<ExitCode> ExportForms(const ExportOptions& options,
                                     const CommandContext& context) {
  ExportSelection last = options.selection;
  last.round = options.from;
  ASSIGN_OR_RETURN(const ExportRecords records,
                   ReadExportRecords(last, context.client));
  ASSIGN_OR_RETURN(const PublishedRound round, Publish(records));
  ASSIGN_OR_RETURN(
      const v1::Round asking,
      ReadAskingRound(options.selection, records.revision, context));
  const std::string id = asking.name().substr(asking.name().rfind('/') + 1);
  std::vector<OutputFile> files;
  for (const PublishedSection& section : round.sections) {
    ASSIGN_OR_RETURN(std::string bytes,
                     WriteFormDocx(MakePrefilledForm(round, section, asking)));
    files.push_back({(std::filesystem::path(options.out) /
                      absl::StrCat(section.mechanism_id, "-", id, ".docx"))
                         .string(),
                     std::move(bytes)});
  }
  RETURN_IF_ERROR(WriteOutputFiles(files, options.force));
  Report(files, round.sections.size(), round.revision, context);
  return ExitCode::kOk;
}

absl::Status CheckOptions(const ExportOptions& options) {
  const auto wrong = [](absl::string_view problem) {
    return BadUsage(absl::InvalidArgumentError(problem));
  };
  if (!options.prefill) {
    if (options.format.empty())
      return wrong("--format: got nothing, want docx, html, markdown or text");
    if (!options.from.empty())
      return wrong("--from: got a round, want it only with --prefill");
    if (!options.selection.file.empty() && options.selection.revision != 0)
      return wrong("--revision: got one, want it only without --file");
    return absl::OkStatus();
  }
  if (options.from.empty())
    return wrong("--from: got nothing, want the round of last time");
  if (!options.selection.file.empty())
    return wrong("--file: got one, want it only without --prefill");
  if (!options.format.empty() && options.format != "docx")
    return wrong(absl::StrCat("--format: got ", options.format,
                              ", want docx with --prefill"));
  return absl::OkStatus();
}

absl::StatusOr<ExitCode> RunExport(const ExportOptions& options,
                                   const CommandContext& context) {
  RETURN_IF_ERROR(CheckOptions(options));
  return options.prefill ? ExportForms(options, context)
                         : ExportRound(options, context);
}

}  // namespace

void AddExportCommand(CLI::App& app, Command& chosen) {
  auto options = std::make_shared<ExportOptions>();
  CLI::App* command = app.add_subcommand(
      "export", "Write a round as a document, or forms for the next one");
  ExportSelection& selection = options->selection;
  command->add_option("--round", selection.round, "Round, such as 2016")
      ->required();
  command
      ->add_option("--format", options->format, "docx, html, markdown or text")
      ->check(CLI::IsMember({"docx", "html", "markdown", "text"}));
  command
      ->add_option("--out", options->out,
                   "File to write; with --prefill, the folder for the forms")
      ->required();
  command->add_option("--mechanism", selection.mechanism,
                      "Only this mechanism");
  command->add_option("--revision", selection.revision,
                      "As of this revision; 0: now");
  command->add_option("--file", selection.file,
                      "Read this document and not the registry");
  command->add_flag("--unconfined", selection.unconfined,
                    "Let pandoc read the file without bubblewrap");
  command->add_flag("--force", options->force, "Replace files that exist");
  command->add_flag("--prefill", options->prefill,
                    "Write a form for each mechanism, with what it said in "
                    "the round --from");
  command->add_option("--from", options->from,
                      "Round whose participants and focus areas go into the "
                      "forms");
  command->callback([options, &chosen] {
    chosen = [options](const CommandContext& context) {
      return RunExport(*options, context);
    };
  });
}

}  // namespace compendium
