// SPDX-License-Identifier: Apache-2.0
#include "cli/command_report.h"

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "cli/as_of.h"
#include "cli/command_report_compare.h"
#include "cli/output_file.h"
#include "cli/report/report_parameter_options.h"
#include "cli/report/report_text.h"
#include "cli/report/report_words.h"
#include "cli/subcommand.h"
#include "cli/text/progress_bar.h"
#include "lib/base/status_macros.h"
#include "lib/json/json_output.h"

namespace compendium {
namespace v1 = reporting::v1;
namespace {

struct ReportCommandOptions {
  std::string kind;
  ReportParameterOptions parameters;
  std::vector<std::string> formats;
  std::string author;
  std::string as_of;
  int64_t min_revision = 0;
  std::string out;
  bool force = false;
  std::string name;
  std::string schedule;
  int limit = 50;
  int64_t after = 0;
  int64_t count = 0;
};

// The bytes of one file.
absl::StatusOr<std::string> Download(const Client& client,
                                     const std::string& name,
                                     v1::ReportFormat format) {
  v1::DownloadReportRequest request;
  request.set_name(name);
  request.set_format(format);
  grpc::ClientContext call;
  auto stream = client.report_stub().DownloadReport(&call, request);
  v1::DownloadReportResponse part;
  std::string bytes;
  while (stream->Read(&part)) bytes += part.content();
  const grpc::Status status = stream->Finish();
  if (!status.ok()) return client.ReportingError(status);
  return bytes;
}

absl::Status SaveFiles(const v1::Report& report,
                       const ReportCommandOptions& options,
                       const CommandContext& context) {
  std::vector<OutputFile> files;
  for (const v1::ReportFile& file : report.files()) {
    OutputFile& saved = files.emplace_back();
    saved.path = absl::StrCat(options.out, "/", file.file_name());
    ASSIGN_OR_RETURN(saved.bytes,
                     Download(context.client, report.name(), file.format()));
  }
  return WriteOutputFiles(files, options.force);
}

absl::StatusOr<ExitCode> Create(const ReportCommandOptions& options,
                                const CommandContext& context) {
  v1::CreateReportRequest request;
  ASSIGN_OR_RETURN(const v1::ReportKind kind, ParseKind(options.kind));
  request.set_kind(kind);
  *request.mutable_parameters() = ParametersOf(options.parameters);
  for (const std::string& word : options.formats) {
    ASSIGN_OR_RETURN(const v1::ReportFormat format, ParseFormat(word));
    request.add_formats(format);
  }
  request.set_author(options.author);
  request.set_min_revision(options.min_revision);
  RETURN_IF_ERROR(SetAsOf(options.as_of, request));
  ASSIGN_OR_RETURN(const v1::CreateReportResponse response,
                   context.client.Call(&ReportStub::CreateReport, request));
  if (!options.out.empty())
    RETURN_IF_ERROR(SaveFiles(response.report(), options, context));
  return PrintResponse(response, context, [&](size_t width) {
    return ReportText(response.report(), width);
  });
}

// The newest reports that the options ask for; `limit` 0 means all.
absl::StatusOr<std::vector<v1::Report>> Listed(
    const ReportCommandOptions& options, int limit, const Client& client) {
  v1::ListReportsRequest request;
  if (!options.kind.empty()) {
    ASSIGN_OR_RETURN(const v1::ReportKind kind, ParseKind(options.kind));
    request.set_kind(kind);
  }
  request.set_schedule(FullScheduleName(options.schedule));
  std::vector<v1::Report> reports;
  do {
    request.set_page_size(
        limit == 0 ? 1000 : limit - static_cast<int>(reports.size()));
    ASSIGN_OR_RETURN(const v1::ListReportsResponse response,
                     client.Call(&ReportStub::ListReports, request));
    reports.insert(reports.end(), response.reports().begin(),
                   response.reports().end());
    request.set_page_token(response.next_page_token());
  } while (!request.page_token().empty() &&
           (limit == 0 || reports.size() < static_cast<size_t>(limit)));
  return reports;
}

absl::StatusOr<ExitCode> List(const ReportCommandOptions& options,
                              const CommandContext& context) {
  ASSIGN_OR_RETURN(const std::vector<v1::Report> reports,
                   Listed(options, options.limit, context.client));
  v1::ListReportsResponse all;
  *all.mutable_reports() = {reports.begin(), reports.end()};
  return PrintResponse(all, context, [&](size_t width) {
    return ReportListText(reports, width);
  });
}

absl::StatusOr<ExitCode> Show(const ReportCommandOptions& options,
                              const CommandContext& context) {
  v1::GetReportRequest request;
  request.set_name(FullReportName(options.name));
  ASSIGN_OR_RETURN(const v1::GetReportResponse response,
                   context.client.Call(&ReportStub::GetReport, request));
  return PrintResponse(response, context, [&](size_t width) {
    return ReportText(response.report(), width);
  });
}

absl::StatusOr<ExitCode> Get(const ReportCommandOptions& options,
                             const CommandContext& context) {
  ASSIGN_OR_RETURN(const v1::ReportFormat format,
                   ParseFormat(options.formats.at(0)));
  ASSIGN_OR_RETURN(
      std::string bytes,
      Download(context.client, FullReportName(options.name), format));
  if (options.out == "-") {
    context.out << bytes;
    return ExitCode::kOk;
  }
  RETURN_IF_ERROR(
      WriteOutputFiles({{options.out, std::move(bytes)}}, options.force));
  return ExitCode::kOk;
}

// Whether the bytes are what they were, as far as that can be told.
bool IsGood(const v1::VerifyReportResponse& response) {
  for (const v1::FileVerification& file : response.files())
    if (file.verdict() != v1::FILE_VERDICT_REPRODUCED &&
        file.verdict() != v1::FILE_VERDICT_INTACT)
      return false;
  return true;
}

absl::StatusOr<ExitCode> Verify(const ReportCommandOptions& options,
                                const CommandContext& context) {
  std::vector<std::string> names;
  if (options.name.empty()) {
    ASSIGN_OR_RETURN(const std::vector<v1::Report> reports,
                     Listed({}, 0, context.client));
    for (const v1::Report& report : reports) names.push_back(report.name());
  } else {
    names.push_back(FullReportName(options.name));
  }
  size_t bad_count = 0;
  ProgressBar bar({.total = names.size(),
                   .width = context.terminal.progress_width,
                   .is_terminal = context.terminal.draws_progress},
                  context.err);
  for (const std::string& name : names) {
    v1::VerifyReportRequest request;
    request.set_name(name);
    ASSIGN_OR_RETURN(const v1::VerifyReportResponse response,
                     context.client.Call(&ReportStub::VerifyReport, request));
    if (!IsGood(response)) ++bad_count;
    if (context.json) {
      ASSIGN_OR_RETURN(const std::string line, JsonLine(response));
      context.out << line;
    } else if (names.size() == 1 || !IsGood(response)) {
      context.out << VerificationText(response.report(), response.files(),
                                      context.terminal.width);
    }
    bar.Step(name);
  }
  bar.Finish();
  if (!context.json)
    context.out << names.size() << " verified, " << bad_count
                << " not what they were.\n";
  return bad_count == 0 ? ExitCode::kOk : ExitCode::kNegative;
}

absl::StatusOr<ExitCode> Watch(const ReportCommandOptions& options,
                               const CommandContext& context) {
  v1::WatchReportsRequest request;
  request.set_after_sequence(options.after);
  grpc::ClientContext call;
  auto stream = context.client.report_stub().WatchReports(&call, request);
  v1::WatchReportsResponse response;
  for (int64_t count = 0; stream->Read(&response);) {
    if (context.json) {
      ASSIGN_OR_RETURN(const std::string line, JsonLine(response));
      context.out << line << std::flush;
    } else {
      context.out << ReportEventLine(response.event()) << std::flush;
    }
    if (++count == options.count || !context.out.good()) {
      call.TryCancel();
      return ExitCode::kOk;
    }
  }
  return context.client.ReportingError(stream->Finish());
}

// Puts the subcommands together; each runs with the options that all share.
class ReportCommands {
 public:
  using Run = absl::StatusOr<ExitCode> (*)(const ReportCommandOptions&,
                                           const CommandContext&);

  ReportCommands(CLI::App& report, Command& chosen)
      : report_(report),
        chosen_(chosen),
        options_(std::make_shared<ReportCommandOptions>()) {
    report.require_subcommand(1);
  }

  void AddMaking() {
    CLI::App& create =
        Add("create", "Make a report and put it into the archive", &Create);
    create.add_option("KIND", options_->kind, KindWords())->required();
    AddReportParameters(create, options_->parameters);
    create
        .add_option("--format", options_->formats,
                    absl::StrCat("One or more of ", FormatWords()))
        ->delimiter(',')
        ->required();
    create.add_option("--author", options_->author, "Who asks")->required();
    create.add_option("--as-of", options_->as_of, kAsOfHelp);
    create
        .add_option("--min-revision", options_->min_revision,
                    "Wait until at least this revision counts")
        ->check(CLI::NonNegativeNumber);
    create.add_option("--out", options_->out,
                      "Also save its files into this folder");
    AddForce(create);
  }

  void AddFinding() {
    CLI::App& list = Add("list", "List reports, the newest first", &List);
    list.add_option("--kind", options_->kind, "Only of this kind");
    list.add_option("--schedule", options_->schedule,
                    "Only those that this schedule made");
    list.add_option("--limit", options_->limit, "How many; 0 for all")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    AddName(Add("show", "Show all about a report", &Show)).required();
    CLI::App& get = Add("get", "Save a file of a report", &Get);
    AddName(get).required();
    get.add_option("--format", options_->formats, "Which file")
        ->required()
        ->expected(1);
    get.add_option("--out", options_->out, "Where to; - for standard output")
        ->required();
    AddForce(get);
  }

  void AddWatching() {
    AddName(Add("verify",
                "Make reports again and compare: one, or the whole archive",
                &Verify));
    CLI::App& watch = Add("watch", "Show what happens to reports", &Watch);
    watch.add_option("--after", options_->after, "Begin after this event")
        ->check(CLI::NonNegativeNumber);
    watch.add_option("--count", options_->count, "End after so many")
        ->check(CLI::PositiveNumber);
  }

 private:
  CLI::App& Add(const std::string& name, const std::string& help, Run run) {
    return AddSubcommand(report_, name, help, options_, run, chosen_);
  }

  CLI::Option& AddName(CLI::App& command) {
    return *command.add_option("REPORT", options_->name,
                               "Its name, as `report list` prints it");
  }

  void AddForce(CLI::App& command) {
    command.add_flag("--force", options_->force, "Replace files");
  }

  CLI::App& report_;
  Command& chosen_;
  const std::shared_ptr<ReportCommandOptions> options_;
};

}  // namespace

void AddReportCommand(CLI::App& app, Command& chosen) {
  CLI::App* report = app.add_subcommand(
      "report", "Make reports, find them again, compare and verify them");
  ReportCommands commands(*report, chosen);
  commands.AddMaking();
  commands.AddFinding();
  AddReportCompareCommand(*report, chosen);
  commands.AddWatching();
}

}  // namespace compendium
