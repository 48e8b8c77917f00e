// SPDX-License-Identifier: Apache-2.0
#include "cli/command_schedule.h"

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "cli/as_of.h"
#include "cli/report/report_parameter_options.h"
#include "cli/report/report_text.h"
#include "cli/report/report_words.h"
#include "cli/subcommand.h"
#include "lib/base/status_macros.h"
#include "lib/request/timestamp.h"

namespace compendium {
namespace v1 = reporting::v1;
namespace {

struct ScheduleCommandOptions {
  std::string name;
  std::string title;
  std::string cron;
  std::string time_zone;
  std::string kind;
  ReportParameterOptions parameters;
  std::vector<std::string> formats;
  std::string catch_up;
  std::vector<std::string> folders;
  std::vector<std::string> urls;
  std::string author;
  std::string reason;
  bool show_deleted = false;
  std::string after;
  int count = 0;
  bool failed = false;
  int limit = 50;
  std::string due;
  std::string report;
  int target = 0;
};

using Options = ScheduleCommandOptions;
using Context = CommandContext;

template <class Response>
absl::StatusOr<ExitCode> PrintSchedule(const Response& response,
                                       const Context& context) {
  return PrintResponse(response, context, [&](size_t width) {
    return ScheduleText(response.schedule(), width);
  });
}

template <class Request>
void SetAuthor(const Options& options, Request& request) {
  request.set_author(options.author);
  request.set_reason(options.reason);
}

// Puts what the options say over what the schedule says.
absl::Status SetContent(const Options& options, v1::Schedule& schedule) {
  if (!options.title.empty()) schedule.set_title(options.title);
  if (!options.cron.empty()) schedule.set_cron(options.cron);
  if (!options.time_zone.empty()) schedule.set_time_zone(options.time_zone);
  if (!options.kind.empty()) {
    ASSIGN_OR_RETURN(const v1::ReportKind kind, ParseKind(options.kind));
    schedule.set_report_kind(kind);
  }
  const v1::ReportParameters parameters = ParametersOf(options.parameters);
  if (parameters.ByteSizeLong() > 0)
    *schedule.mutable_parameters() = parameters;
  if (!options.formats.empty()) schedule.clear_formats();
  for (const std::string& word : options.formats) {
    ASSIGN_OR_RETURN(const v1::ReportFormat format, ParseFormat(word));
    schedule.add_formats(format);
  }
  if (!options.catch_up.empty()) {
    ASSIGN_OR_RETURN(const v1::CatchUp catch_up,
                     ParseCatchUp(options.catch_up));
    schedule.set_catch_up(catch_up);
  }
  if (!options.folders.empty() || !options.urls.empty())
    schedule.clear_targets();
  for (const std::string& folder : options.folders)
    schedule.add_targets()->mutable_folder()->set_path(folder);
  for (const std::string& url : options.urls)
    schedule.add_targets()->mutable_http()->set_url(url);
  return absl::OkStatus();
}

absl::StatusOr<v1::GetScheduleResponse> Read(const Options& options,
                                             const Context& context) {
  v1::GetScheduleRequest request;
  request.set_name(FullScheduleName(options.name));
  return context.client.Call(&ScheduleStub::GetSchedule, request);
}

absl::StatusOr<ExitCode> Create(const Options& options,
                                const Context& context) {
  v1::CreateScheduleRequest request;
  request.set_schedule_id(options.name);
  RETURN_IF_ERROR(SetContent(options, *request.mutable_schedule()));
  SetAuthor(options, request);
  ASSIGN_OR_RETURN(const v1::CreateScheduleResponse response,
                   context.client.Call(&ScheduleStub::CreateSchedule, request));
  return PrintSchedule(response, context);
}

// Changes the schedule as it is now; if somebody else does so meanwhile, the
// etag says so.
absl::StatusOr<ExitCode> Change(const Options& options, const Context& context,
                                v1::ScheduleState state) {
  ASSIGN_OR_RETURN(const v1::GetScheduleResponse known, Read(options, context));
  v1::UpdateScheduleRequest request;
  *request.mutable_schedule() = known.schedule();
  RETURN_IF_ERROR(SetContent(options, *request.mutable_schedule()));
  if (state != v1::SCHEDULE_STATE_UNSPECIFIED)
    request.mutable_schedule()->set_state(state);
  SetAuthor(options, request);
  ASSIGN_OR_RETURN(const v1::UpdateScheduleResponse response,
                   context.client.Call(&ScheduleStub::UpdateSchedule, request));
  return PrintSchedule(response, context);
}

absl::StatusOr<ExitCode> Update(const Options& options,
                                const Context& context) {
  return Change(options, context, v1::SCHEDULE_STATE_UNSPECIFIED);
}

absl::StatusOr<ExitCode> Pause(const Options& options, const Context& context) {
  return Change(options, context, v1::SCHEDULE_STATE_PAUSED);
}

absl::StatusOr<ExitCode> Resume(const Options& options,
                                const Context& context) {
  return Change(options, context, v1::SCHEDULE_STATE_ACTIVE);
}

absl::StatusOr<ExitCode> Delete(const Options& options,
                                const Context& context) {
  v1::DeleteScheduleRequest request;
  request.set_name(FullScheduleName(options.name));
  SetAuthor(options, request);
  ASSIGN_OR_RETURN(const v1::DeleteScheduleResponse response,
                   context.client.Call(&ScheduleStub::DeleteSchedule, request));
  return PrintSchedule(response, context);
}

absl::StatusOr<ExitCode> List(const Options& options, const Context& context) {
  v1::ListSchedulesRequest request;
  request.set_show_deleted(options.show_deleted);
  ASSIGN_OR_RETURN(const v1::ListSchedulesResponse response,
                   context.client.Call(&ScheduleStub::ListSchedules, request));
  return PrintResponse(response, context, [&](size_t width) {
    return ScheduleListText(response.schedules(), width);
  });
}

absl::StatusOr<ExitCode> Show(const Options& options, const Context& context) {
  ASSIGN_OR_RETURN(const v1::GetScheduleResponse response,
                   Read(options, context));
  return PrintSchedule(response, context);
}

absl::StatusOr<ExitCode> History(const Options& options,
                                 const Context& context) {
  v1::ListScheduleVersionsRequest request;
  request.set_name(FullScheduleName(options.name));
  ASSIGN_OR_RETURN(
      const v1::ListScheduleVersionsResponse response,
      context.client.Call(&ScheduleStub::ListScheduleVersions, request));
  return PrintResponse(response, context, [&](size_t width) {
    return ScheduleVersionsText(response.versions(), width);
  });
}

// Puts a moment of time into a field; revisions are none.
absl::Status SetTime(absl::string_view text,
                     google::protobuf::Timestamp& field) {
  ASSIGN_OR_RETURN(const AsOf moment, ReadAsOf(text));
  const auto* time = std::get_if<absl::Time>(&moment);
  if (time == nullptr)
    return BadUsage(absl::InvalidArgumentError(
        absl::StrCat("got ", text, ", want a time (RFC 3339)")));
  SetTimestamp(*time, field);
  return absl::OkStatus();
}

absl::StatusOr<ExitCode> Preview(const Options& options,
                                 const Context& context) {
  v1::PreviewScheduleRequest request;
  request.set_cron(options.cron);
  request.set_time_zone(options.time_zone);
  if (!options.name.empty()) {
    ASSIGN_OR_RETURN(const v1::GetScheduleResponse known,
                     Read(options, context));
    request.set_cron(known.schedule().cron());
    request.set_time_zone(known.schedule().time_zone());
  }
  request.set_count(options.count);
  if (!options.after.empty())
    RETURN_IF_ERROR(SetTime(options.after, *request.mutable_after_time()));
  ASSIGN_OR_RETURN(
      const v1::PreviewScheduleResponse response,
      context.client.Call(&ScheduleStub::PreviewSchedule, request));
  return PrintResponse(response, context, [&](size_t width) {
    return DueTimesText(response.due_times(), width);
  });
}

absl::StatusOr<ExitCode> Runs(const Options& options, const Context& context) {
  v1::ListScheduleRunsRequest request;
  request.set_schedule(FullScheduleName(options.name));
  if (options.failed) request.set_state(v1::RUN_STATE_FAILED);
  request.set_page_size(options.limit);
  ASSIGN_OR_RETURN(
      const v1::ListScheduleRunsResponse response,
      context.client.Call(&ScheduleStub::ListScheduleRuns, request));
  return PrintResponse(response, context, [&](size_t width) {
    return RunsText({response.runs().begin(), response.runs().end()}, width);
  });
}

absl::StatusOr<ExitCode> Retry(const Options& options, const Context& context) {
  v1::RetryScheduleRunRequest request;
  request.set_schedule(FullScheduleName(options.name));
  RETURN_IF_ERROR(SetTime(options.due, *request.mutable_due_time()));
  ASSIGN_OR_RETURN(
      const v1::RetryScheduleRunResponse response,
      context.client.Call(&ScheduleStub::RetryScheduleRun, request));
  return PrintResponse(response, context, [&](size_t width) {
    return RunsText({response.run()}, width);
  });
}

absl::StatusOr<ExitCode> Deliveries(const Options& options,
                                    const Context& context) {
  v1::ListDeliveriesRequest request;
  request.set_report(FullReportName(options.report));
  if (options.failed) request.set_state(v1::DELIVERY_STATE_FAILED);
  request.set_page_size(options.limit);
  ASSIGN_OR_RETURN(const v1::ListDeliveriesResponse response,
                   context.client.Call(&ScheduleStub::ListDeliveries, request));
  return PrintResponse(response, context, [&](size_t width) {
    return DeliveriesText(
        {response.deliveries().begin(), response.deliveries().end()}, width);
  });
}

absl::StatusOr<ExitCode> Resend(const Options& options,
                                const Context& context) {
  v1::ResendDeliveryRequest request;
  request.set_report(FullReportName(options.report));
  request.set_target_index(options.target);
  ASSIGN_OR_RETURN(const v1::ResendDeliveryResponse response,
                   context.client.Call(&ScheduleStub::ResendDelivery, request));
  return PrintResponse(response, context, [&](size_t width) {
    return DeliveriesText({response.delivery()}, width);
  });
}

// Puts the subcommands together; each runs with the options that all share.
class ScheduleCommands {
 public:
  using Run = absl::StatusOr<ExitCode> (*)(const Options&, const Context&);

  ScheduleCommands(CLI::App& schedule, Command& chosen)
      : schedule_(schedule),
        chosen_(chosen),
        options_(std::make_shared<Options>()) {
    schedule.require_subcommand(1);
  }

  void AddChanging() {
    CLI::App& create = Add("create", "Begin a schedule", &Create);
    AddName(create);
    AddContent(create, /*is_new=*/true);
    AddAuthor(create);
    CLI::App& update = Add("update", "Change what the options name", &Update);
    AddName(update);
    AddContent(update, /*is_new=*/false);
    AddAuthor(update);
    for (const auto& [name, help, run] :
         {std::tuple("pause", "Make no reports until it is resumed", &Pause),
          std::tuple("resume", "Make reports again, from now on", &Resume),
          std::tuple("delete", "End a schedule; its reports stay", &Delete)}) {
      CLI::App& command = Add(name, help, run);
      AddName(command);
      AddAuthor(command);
    }
  }

  void AddShowing() {
    Add("list", "List schedules", &List)
        .add_flag("--deleted", options_->show_deleted,
                  "Also those that are deleted");
    AddName(Add("show", "Show all about a schedule", &Show));
    AddName(Add("history", "Show who changed it, when and why", &History));
    CLI::App& preview = Add("preview", "Show the next due times", &Preview);
    CLI::Option* name = preview.add_option(
        "SCHEDULE", options_->name, "A schedule; or --cron and --time-zone");
    preview.add_option("--cron", options_->cron, "Its five fields")
        ->excludes(name);
    preview
        .add_option("--time-zone", options_->time_zone, "Such as Asia/Manila")
        ->excludes(name);
    preview.add_option(
        "--after", options_->after,
        "Times after this one (RFC 3339); otherwise from now on");
    preview.add_option("--count", options_->count, "How many; otherwise ten")
        ->check(CLI::Range(1, 1000));
  }

  void AddRuns() {
    CLI::App& runs =
        Add("runs", "Show due times and what became of each", &Runs);
    runs.add_option("SCHEDULE", options_->name, "Only of this schedule");
    AddLimits(runs);
    CLI::App& retry = Add("retry",
                          "Try a report once more that failed or was "
                          "skipped",
                          &Retry);
    AddName(retry);
    retry.add_option("DUE", options_->due, "When it was due (RFC 3339)")
        ->required();
    CLI::App& deliveries =
        Add("deliveries",
            "Show where reports went; with --failed, the dead "
            "letters",
            &Deliveries);
    deliveries.add_option("--report", options_->report, "Only of this report");
    AddLimits(deliveries);
    CLI::App& resend = Add("resend", "Deliver a report once more", &Resend);
    resend.add_option("REPORT", options_->report, "Its name")->required();
    resend
        .add_option("NO", options_->target,
                    "The target's number, as `deliveries` prints it")
        ->required();
  }

 private:
  CLI::App& Add(const std::string& name, const std::string& help, Run run) {
    return AddSubcommand(schedule_, name, help, options_, run, chosen_);
  }

  void AddName(CLI::App& command) {
    command
        .add_option("SCHEDULE", options_->name,
                    "Its id, such as monthly-coverage")
        ->required();
  }

  void AddAuthor(CLI::App& command) {
    command.add_option("--author", options_->author, "Who asks")->required();
    command.add_option("--reason", options_->reason, "Why, for the history")
        ->required();
  }

  void AddContent(CLI::App& command, bool is_new) {
    command.add_option("--title", options_->title, "A title for people")
        ->required(is_new);
    command
        .add_option("--cron", options_->cron,
                    "When: minute, hour, day, month and weekday, such as "
                    "\"0 8 1 * *\"")
        ->required(is_new);
    command
        .add_option("--time-zone", options_->time_zone,
                    "In which time zone, such as Asia/Manila")
        ->required(is_new);
    command.add_option("--kind", options_->kind, KindWords())->required(is_new);
    AddReportParameters(command, options_->parameters);
    command
        .add_option("--format", options_->formats,
                    absl::StrCat("One or more of ", FormatWords()))
        ->delimiter(',')
        ->required(is_new);
    command.add_option("--catch-up", options_->catch_up,
                       "Missed times: all (default), latest or none");
    command.add_option("--folder", options_->folders,
                       "Put the files there, below the operator's folder");
    command.add_option("--url", options_->urls, "Post the files there");
  }

  void AddLimits(CLI::App& command) {
    command.add_flag("--failed", options_->failed, "Only those that failed");
    command.add_option("--limit", options_->limit, "How many")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
  }

  CLI::App& schedule_;
  Command& chosen_;
  const std::shared_ptr<Options> options_;
};

}  // namespace

void AddScheduleCommand(CLI::App& app, Command& chosen) {
  CLI::App* schedule = app.add_subcommand(
      "schedule", "Have reports made and sent again and again");
  ScheduleCommands commands(*schedule, chosen);
  commands.AddChanging();
  commands.AddShowing();
  commands.AddRuns();
}

}  // namespace compendium
