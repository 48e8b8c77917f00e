// SPDX-License-Identifier: Apache-2.0
#include "services/registry/registry_server.h"

#include <utility>

#include "absl/memory/memory.h"
#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"

namespace compendium::registry {
namespace {

CommitQueue::Options QueueOptions(Feed& feed) {
  CommitQueue::Options options;
  options.committed = [&feed](int64_t last_revision) {
    feed.OnCommit(last_revision);
  };
  return options;
}

}  // namespace

RegistryServer::RegistryServer(Store& store, base::Clock& clock)
    : feed_(store, clock),
      queue_(store, QueueOptions(feed_)),
      registry_(store, queue_),
      service_(store, registry_, feed_,
               {.release = COMPENDIUM_RELEASE, .start_time = clock.Now()}) {}

absl::StatusOr<std::unique_ptr<RegistryServer>> RegistryServer::Start(
    Store& store, base::Clock& clock, const std::string& address) {
  auto started = absl::WrapUnique(new RegistryServer(store, clock));
  started->feed_.Start();
  started->queue_.Start();
  ASSIGN_OR_RETURN(started->server_,
                   Server::Start({.address = address},
                                 {{v1::RegistryService::service_full_name(),
                                   &started->service_}}));
  started->address_ = absl::StrCat(address.substr(0, address.rfind(':') + 1),
                                   started->server_->port());
  return started;
}

RegistryServer::~RegistryServer() { Stop(absl::ZeroDuration()); }

void RegistryServer::Stop(absl::Duration drain_timeout) {
  // Absent when the address could not be listened on.
  if (server_ != nullptr)
    server_->Drain(drain_timeout, [this] { feed_.Drain(); });
  queue_.Stop();
  feed_.Stop();
}

}  // namespace compendium::registry
