// SPDX-License-Identifier: Apache-2.0
#include "cli/report/report_text.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "cli/report/report_words.h"
#include "cli/text/text_table.h"
#include "lib/words/enum_word.h"
#include "lib/words/time_words.h"

namespace compendium {
namespace v1 = reporting::v1;
namespace {

// Names and values below each other, without a head.
class Facts {
 public:
  void Add(const std::string& name, const std::string& value) {
    if (!value.empty()) table_.AddRow({name, value});
  }
  std::string ToString(size_t width) const { return table_.ToString(width); }

 private:
  TextTable table_{{{.title = "", .unbroken = true}, {.title = ""}}};
};

std::string IdOf(absl::string_view name) {
  return std::string(name.substr(name.rfind('/') + 1));
}

std::string SizeWords(int64_t bytes) {
  if (bytes < 10'000) return absl::StrCat(bytes, " B");
  if (bytes < 10'000'000) return absl::StrCat(bytes / 1000, " kB");
  return absl::StrCat(bytes / 1'000'000, " MB");
}

std::string TargetWords(const v1::DeliveryTarget& target) {
  return target.has_http() ? target.http().url()
                           : absl::StrCat("folder ", target.folder().path());
}

std::string StateWords(const v1::Schedule& schedule) {
  if (schedule.has_delete_time()) return "deleted";
  return schedule.state() == v1::SCHEDULE_STATE_PAUSED ? "paused" : "active";
}

}  // namespace

std::string ReportText(const v1::Report& report, size_t width) {
  Facts facts;
  facts.Add("Report", report.name());
  facts.Add("What",
            WhatWords(report.spec().kind(), report.spec().parameters()));
  facts.Add("Revision", absl::StrCat(report.spec().revision()));
  facts.Add("Rule set", report.spec().rule_set());
  facts.Add("Content", absl::StrCat("SHA-256 ", report.content_sha256()));
  facts.Add("Made", absl::StrCat(TimeWords(report.create_time()), " for ",
                                 report.author()));
  facts.Add("Schedule", report.schedule());
  facts.Add("Due", TimeWords(report.due_time()));
  std::string text = absl::StrCat(facts.ToString(width), "\n");
  TextTable files({{.title = "Format", .unbroken = true},
                   {.title = "Size", .align_right = true, .unbroken = true},
                   {.title = "File"}});
  for (const v1::ReportFile& file : report.files()) {
    files.AddRow({FormatWord(file.format()), SizeWords(file.size_bytes()),
                  file.file_name()});
    files.AddNote(absl::StrCat("SHA-256 ", file.sha256()), 2);
    if (!file.made_with().empty())
      files.AddNote(absl::StrCat("made with ", file.made_with()), 2);
  }
  return absl::StrCat(text, files.ToString(width));
}

std::string ReportListText(const std::vector<v1::Report>& reports,
                           size_t width) {
  TextTable table({{.title = "Report", .unbroken = true},
                   {.title = "What"},
                   {.title = "Rev.", .align_right = true, .unbroken = true},
                   {.title = "Files", .align_right = true, .unbroken = true},
                   {.title = "Made"}});
  for (const v1::Report& report : reports)
    table.AddRow(
        {IdOf(report.name()),
         WhatWords(report.spec().kind(), report.spec().parameters()),
         absl::StrCat(report.spec().revision()),
         absl::StrCat(report.files_size()),
         absl::StrCat(TimeWords(report.create_time()).substr(0, 10), " ",
                      report.schedule().empty() ? report.author()
                                                : IdOf(report.schedule()))});
  return table.ToString(width);
}

std::string VerificationText(
    const v1::Report& report,
    const google::protobuf::RepeatedPtrField<v1::FileVerification>& files,
    size_t width) {
  TextTable table({{.title = report.name()}, {.title = "Found"}});
  for (const v1::FileVerification& file : files) {
    table.AddRow({FormatWord(file.format()), EnumWord(file.verdict())});
    if (!file.explanation().empty()) table.AddNote(file.explanation(), 2);
  }
  return table.ToString(width);
}

std::string ReportEventLine(const v1::ReportEvent& event) {
  const auto of_run = [](const v1::ScheduleRun& run) {
    return absl::StrCat(run.schedule(), " due ", TimeWords(run.due_time()),
                        run.error().empty() ? "" : ": ", run.error());
  };
  const auto of_delivery = [](const v1::Delivery& delivery) {
    return absl::StrCat(delivery.report(), " to ",
                        TargetWords(delivery.target()),
                        delivery.error().empty() ? "" : ": ", delivery.error());
  };
  std::string what;
  switch (event.kind_case()) {
    case v1::ReportEvent::kReportMade:
      what = absl::StrCat("made ", event.report_made().name(), " (",
                          WhatWords(event.report_made().spec().kind(),
                                    event.report_made().spec().parameters()),
                          ", revision ", event.report_made().spec().revision(),
                          ")");
      break;
    case v1::ReportEvent::kRunFailed:
      what = absl::StrCat("failed ", of_run(event.run_failed()));
      break;
    case v1::ReportEvent::kRunSkipped:
      what = absl::StrCat("skipped ", of_run(event.run_skipped()));
      break;
    case v1::ReportEvent::kDelivered:
      what = absl::StrCat("delivered ", of_delivery(event.delivered()));
      break;
    case v1::ReportEvent::kDeliveryFailed:
      what =
          absl::StrCat("not delivered ", of_delivery(event.delivery_failed()));
      break;
    case v1::ReportEvent::KIND_NOT_SET:
      what = "something that this release does not know";
  }
  return absl::StrCat(event.sequence(), "  ", TimeWords(event.event_time()),
                      "  ", what, "\n");
}

std::string ScheduleText(const v1::Schedule& schedule, size_t width) {
  Facts facts;
  facts.Add("Schedule", schedule.name());
  facts.Add("Title", schedule.title());
  facts.Add("State", StateWords(schedule));
  facts.Add("When",
            absl::StrCat(schedule.cron(), " in ", schedule.time_zone()));
  facts.Add("What", WhatWords(schedule.report_kind(), schedule.parameters()));
  facts.Add(
      "Formats",
      absl::StrJoin(schedule.formats(), ", ", [](std::string* out, int format) {
        absl::StrAppend(out, FormatWord(static_cast<v1::ReportFormat>(format)));
      }));
  facts.Add("Catches up", schedule.catch_up() == v1::CATCH_UP_UNSPECIFIED
                              ? "all"
                              : EnumWord(schedule.catch_up()));
  for (const v1::DeliveryTarget& target : schedule.targets())
    facts.Add("Goes to", TargetWords(target));
  facts.Add("Version", absl::StrCat(schedule.etag(), ", ",
                                    TimeWords(schedule.update_time()), " by ",
                                    schedule.author()));
  facts.Add("Because", schedule.reason());
  return facts.ToString(width);
}

std::string ScheduleListText(
    const google::protobuf::RepeatedPtrField<v1::Schedule>& schedules,
    size_t width) {
  TextTable table({{.title = "Schedule", .unbroken = true},
                   {.title = "State", .unbroken = true},
                   {.title = "When"},
                   {.title = "What"}});
  for (const v1::Schedule& schedule : schedules)
    table.AddRow({IdOf(schedule.name()), StateWords(schedule),
                  absl::StrCat(schedule.cron(), " ", schedule.time_zone()),
                  WhatWords(schedule.report_kind(), schedule.parameters())});
  return table.ToString(width);
}

std::string ScheduleVersionsText(
    const google::protobuf::RepeatedPtrField<v1::Schedule>& versions,
    size_t width) {
  TextTable table({{.title = "No.", .align_right = true, .unbroken = true},
                   {.title = "Written", .unbroken = true},
                   {.title = "By"},
                   {.title = "State", .unbroken = true},
                   {.title = "When"},
                   {.title = "Why"}});
  for (const v1::Schedule& version : versions)
    table.AddRow({version.etag(), TimeWords(version.update_time()),
                  version.author(), StateWords(version),
                  absl::StrCat(version.cron(), " ", version.time_zone()),
                  version.reason()});
  return table.ToString(width);
}

std::string DueTimesText(
    const google::protobuf::RepeatedPtrField<v1::DueTime>& times,
    size_t width) {
  TextTable table({{.title = "Due (UTC)"}, {.title = "Local time"}});
  for (const v1::DueTime& time : times)
    table.AddRow({TimeWords(time.time()), time.local_time()});
  return table.ToString(width);
}

std::string RunsText(const std::vector<v1::ScheduleRun>& runs, size_t width) {
  TextTable table({{.title = "Schedule"},
                   {.title = "Due", .unbroken = true},
                   {.title = "State", .unbroken = true},
                   {.title = "Rev.", .align_right = true, .unbroken = true},
                   {.title = "Report"}});
  for (const v1::ScheduleRun& run : runs) {
    table.AddRow({IdOf(run.schedule()), TimeWords(run.due_time()),
                  EnumWord(run.state()),
                  run.revision() == 0 ? "" : absl::StrCat(run.revision()),
                  IdOf(run.report())});
    if (!run.error().empty())
      table.AddNote(
          absl::StrCat("attempt ", run.attempt_count(), ": ", run.error(),
                       run.has_next_attempt_time() ? "; tried again at " : "",
                       TimeWords(run.next_attempt_time())),
          2);
  }
  return table.ToString(width);
}

std::string DeliveriesText(const std::vector<v1::Delivery>& deliveries,
                           size_t width) {
  TextTable table({{.title = "Report", .unbroken = true},
                   {.title = "No.", .align_right = true, .unbroken = true},
                   {.title = "Target"},
                   {.title = "State", .unbroken = true}});
  for (const v1::Delivery& delivery : deliveries) {
    table.AddRow({IdOf(delivery.report()),
                  absl::StrCat(delivery.target_index()),
                  TargetWords(delivery.target()), EnumWord(delivery.state())});
    if (!delivery.error().empty())
      table.AddNote(
          absl::StrCat(
              "attempt ", delivery.attempt_count(), ": ", delivery.error(),
              delivery.has_next_attempt_time() ? "; tried again at " : "",
              TimeWords(delivery.next_attempt_time())),
          2);
  }
  return table.ToString(width);
}

}  // namespace compendium
