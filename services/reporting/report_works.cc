// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/report_works.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/base/atomic_file.h"
#include "lib/base/status_macros.h"
#include "lib/rpc/channel.h"
#include "services/reporting/schedule/webhook_signature.h"
#include "services/reporting/worker_id.h"

namespace compendium::reporting {
namespace {

// A key has 64 bytes at most, in base64 with a prefix.
constexpr size_t kKeyFileBytesMax = 1024;

// The key to sign deliveries with; empty when the operator gave none.
absl::StatusOr<std::string> ReadKey(const std::string& path) {
  if (path.empty()) return std::string();
  const absl::StatusOr<std::string> text =
      base::ReadFile(path, kKeyFileBytesMax);
  absl::StatusOr<std::string> key =
      text.ok() ? ParseWebhookKey(*text) : text.status();
  if (key.ok()) return key;
  return absl::InvalidArgumentError(absl::StrCat("--delivery_key_file: ", path,
                                                 ": ", key.status().message()));
}

}  // namespace

absl::StatusOr<std::unique_ptr<ReportWorks>> ReportWorks::Open(
    const Options& options, Publisher& publisher, PastReader& past,
    HistoryReader& history, base::Clock& clock) {
  ASSIGN_OR_RETURN(const std::string worker, WorkerIdOf(options.data_dir));
  ASSIGN_OR_RETURN(
      std::unique_ptr<ArchiveDatabase> database,
      ArchiveDatabase::Open(absl::StrCat(options.archive_dir, "/archive.db")));
  ASSIGN_OR_RETURN(std::string key, ReadKey(options.delivery_key_file));
  std::unique_ptr<ReportWorks> works(
      new ReportWorks(options, worker, std::move(database),
                      {.hosts = options.delivery_hosts, .key = std::move(key)},
                      publisher, past, history, clock));
  RETURN_IF_ERROR(works->runner_.Recover());
  RETURN_IF_ERROR(works->deliverer_.Recover());
  return works;
}

ReportWorks::ReportWorks(const Options& options, const std::string& worker,
                         std::unique_ptr<ArchiveDatabase> database,
                         HttpSender::Options http, Publisher& publisher,
                         PastReader& past, HistoryReader& history,
                         base::Clock& clock)
    : database_(std::move(database)),
      folder_(absl::StrCat(options.archive_dir, "/objects")),
      records_(MakeChannel(options.registry_address), clock, {}),
      documents_({}, clock),
      maker_(publisher, past, records_, documents_),
      desk_(*database_, folder_, maker_, clock),
      comparer_(folder_, publisher, past, history),
      feed_(*database_, clock),
      book_(*database_, clock),
      runner_(*database_, folder_, maker_, clock, worker),
      folder_sender_(options.delivery_dir),
      http_sender_(std::move(http), clock),
      deliverer_(*database_, folder_, folder_sender_, http_sender_, clock,
                 worker),
      runs_(
          "runs",
          [this]() -> absl::StatusOr<bool> {
            absl::StatusOr<bool> more = runner_.Step();
            // Its report may have somewhere to go.
            if (more.ok() && *more) deliveries_.Wake();
            return more;
          },
          clock),
      deliveries_(
          "deliveries", [this] { return deliverer_.Step(); }, clock),
      report_service_({.publisher = publisher,
                       .past = past,
                       .database = *database_,
                       .folder = folder_,
                       .desk = desk_,
                       .press = press_,
                       .comparer = comparer_,
                       .feed = feed_,
                       .clock = clock}),
      schedule_service_({.database = *database_,
                         .book = book_,
                         .clock = clock,
                         .wake = [this] {
                           runs_.Wake();
                           deliveries_.Wake();
                         }}) {}

std::vector<Server::Served> ReportWorks::services() {
  return {{v1::ReportService::service_full_name(), &report_service_},
          {v1::ScheduleService::service_full_name(), &schedule_service_}};
}

void ReportWorks::Start() {
  press_.Start();
  feed_.Start();
  runs_.Start();
  deliveries_.Start();
}

void ReportWorks::Stop() {
  feed_.Stop();
  runs_.Stop();
  deliveries_.Stop();
  press_.Stop();
}

}  // namespace compendium::reporting
