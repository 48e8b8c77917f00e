// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/worker.h"

#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "lib/base/status_macros.h"
#include "lib/rpc/channel.h"

namespace compendium::reporting {
namespace {

// How long calls may take to finish when the worker stops.
constexpr absl::Duration kGrace = absl::Seconds(5);

// Between two attempts to reach the registry: one worker cannot flood it, and
// readers want a restarted one to be followed at once.
constexpr absl::Duration kRetryDelayMax = absl::Seconds(1);

absl::Status MakeFolder(absl::string_view flag, const std::string& path) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (!error) return absl::OkStatus();
  return absl::InvalidArgumentError(
      absl::StrCat(flag, ": got ", path, ", want a folder: ", error.message()));
}

// A restart of the registry takes less, and a caller may have more patience.
constexpr absl::Duration kPastWaitMax = absl::Seconds(3);

// Differs between processes, so that many workers do not retry in step.
uint64_t SeedOf(absl::Time time) {
  return static_cast<uint64_t>(absl::ToUnixNanos(time));
}

// host:port, with the port that was taken.
std::string WithPort(const std::string& address, int port) {
  return absl::StrCat(address.substr(0, address.rfind(':')), ":", port);
}

}  // namespace

absl::StatusOr<std::unique_ptr<Worker>> Worker::Start(const Options& options) {
  RETURN_IF_ERROR(CheckOptions(options));
  RETURN_IF_ERROR(MakeFolder("--data_dir", options.data_dir));
  RETURN_IF_ERROR(MakeFolder("--archive_dir", options.archive_dir));
  ASSIGN_OR_RETURN(std::unique_ptr<FolderLock> lock,
                   FolderLock::Take(options.data_dir));
  const std::string path = absl::StrCat(options.data_dir, "/checkpoint");
  ASSIGN_OR_RETURN(Snapshot saved, LoadCheckpoint(path));

  std::unique_ptr<Worker> worker(
      new Worker(options, std::move(lock), path, std::move(saved)));
  ASSIGN_OR_RETURN(worker->reports_,
                   ReportWorks::Open(options, worker->publisher_, worker->past_,
                                     worker->history_, worker->clock_));
  worker->publisher_.Start();
  RETURN_IF_ERROR(worker->Listen(options));
  worker->subscriber_.Start();
  worker->past_.Start();
  worker->history_.Start();
  worker->checkpointer_.Start();
  worker->reports_->Start();
  return worker;
}

Worker::Worker(const Options& options, std::unique_ptr<FolderLock> lock,
               const std::string& path, Snapshot saved)
    : lock_(std::move(lock)),
      start_time_(clock_.Now()),
      start_revision_(saved.revision),
      publisher_(std::make_shared<const Snapshot>(std::move(saved)), clock_),
      source_(MakeChannel(options.registry_address), clock_, {}),
      subscriber_(source_, publisher_, clock_,
                  {.longest = kRetryDelayMax, .seed = SeedOf(start_time_)}),
      past_source_(MakeChannel(options.registry_address), clock_,
                   {.consumer = "reporting-past",
                    .wait_for_registry = true,
                    .status_timeout = kPastWaitMax}),
      past_(past_source_, publisher_.kept(), clock_, start_revision_),
      history_source_(MakeChannel(options.registry_address), clock_,
                      {.consumer = "reporting-diff",
                       .wait_for_registry = true,
                       .status_timeout = kPastWaitMax}),
      history_(history_source_, clock_),
      checkpointer_({.path = path,
                     .interval = options.checkpoint_interval,
                     .change_count = options.checkpoint_changes,
                     .saved_revision = start_revision_},
                    publisher_, clock_),
      service_(publisher_, past_, history_, subscriber_, checkpointer_, clock_,
               {COMPENDIUM_RELEASE, start_time_}) {}

Worker::~Worker() { Stop(); }

absl::Status Worker::Listen(const Options& options) {
  std::vector<Server::Served> services = reports_->services();
  services.push_back({v1::ReportingService::service_full_name(), &service_});
  ASSIGN_OR_RETURN(server_, Server::Start({.address = options.listen_address,
                                           .observer = &call_observer_,
                                           .clock = &clock_},
                                          services));
  address_ = WithPort(options.listen_address, server_->port());
  if (options.http_address.empty()) return absl::OkStatus();
  std::vector<std::string> names;
  names.reserve(services.size());
  for (const Server::Served& served : services) names.push_back(served.name);
  ASSIGN_OR_RETURN(
      web_, WebServer::Start(
                {.http = {.address = options.http_address,
                          .certificate_file = options.http_tls_certificate,
                          .key_file = options.http_tls_key,
                          .limits = options.http_limits},
                 .cors_origins = options.http_cors_origins,
                 .log_requests = options.http_log_requests,
                 .release = COMPENDIUM_RELEASE},
                *server_, names, metrics_,
                {.readings =
                     [this] {
                       return ReadWorker(
                           *publisher_.current(), subscriber_.status(),
                           checkpointer_.revision(), clock_.Now());
                     },
                 .state =
                     [this] {
                       const SnapshotLink current = publisher_.current();
                       return StateId{current->revision, current->store_id,
                                      current->hash};
                     }},
                clock_));
  http_address_ = WithPort(options.http_address, web_->port());
  return absl::OkStatus();
}

void Worker::Stop() {
  if (web_ != nullptr) web_->StopCalls();
  if (server_ != nullptr) {
    server_->Drain(kGrace, [this] {
      publisher_.Stop();
      past_.Stop();
      history_.Stop();
      reports_->Stop();
    });
  }
  if (web_ != nullptr) web_->Drain(kGrace);
  subscriber_.Stop();
  checkpointer_.Stop();
}

}  // namespace compendium::reporting
