// SPDX-License-Identifier: Apache-2.0
#include "services/registry/registry_server.h"

#include <utility>

#include "absl/memory/memory.h"
#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/rpc/limits.h"
#include "services/registry/limits.h"

namespace compendium::registry {

static_assert(kRequestBytesMax >= 2 * kRecordBytesMax,
              "a record, and one that is too large, must fit into a request");

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
    : feed_(store, clock, kWatchersServedOnCommitMax),
      queue_(store, QueueOptions(feed_)),
      registry_(store, queue_),
      service_(store, registry_, feed_,
               {.release = COMPENDIUM_RELEASE,
                .start_time = clock.Now(),
                .store_failed = [this] { OnStoreFailed(); }}) {}

absl::StatusOr<std::unique_ptr<RegistryServer>> RegistryServer::Start(
    Store& store, base::Clock& clock, const std::string& address) {
  auto started = absl::WrapUnique(new RegistryServer(store, clock));
  started->feed_.Start();
  started->queue_.Start();
  ASSIGN_OR_RETURN(
      started->server_,
      Server::Start(
          {.address = address, .serving = !store.failed()},
          {{v1::RegistryService::service_full_name(), &started->service_}}));
  started->listening_ = started->server_.get();
  if (started->store_failed_) started->server_->SetServing(false);
  started->address_ = absl::StrCat(address.substr(0, address.rfind(':') + 1),
                                   started->server_->port());
  return started;
}

// Writes are answered from the moment on when the server listens; so this may
// come before Start has it, or see it. One of the two says NOT_SERVING.
void RegistryServer::OnStoreFailed() {
  store_failed_ = true;
  if (Server* const server = listening_) server->SetServing(false);
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
