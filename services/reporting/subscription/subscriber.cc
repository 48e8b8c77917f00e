// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/subscription/subscriber.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "lib/base/log.h"
#include "lib/base/status_macros.h"
#include "services/reporting/limits.h"

namespace compendium::reporting {
namespace {

// Whether the problem passes by itself, as a restart of the registry does.
bool IsPassing(const absl::Status& status) {
  return absl::IsUnavailable(status) || absl::IsCancelled(status) ||
         absl::IsDeadlineExceeded(status);
}

}  // namespace

Subscriber::Subscriber(ChangeSource& source, Publisher& publisher,
                       base::Clock& clock,
                       const base::Backoff::Options& backoff)
    : source_(source),
      publisher_(publisher),
      clock_(clock),
      backoff_(backoff) {}

Subscriber::~Subscriber() { Stop(); }

void Subscriber::Start() {
  CHECK(!thread_.joinable());
  thread_ = std::thread([this] { Run(); });
}

void Subscriber::Stop() {
  {
    base::MutexLock lock(mu_);
    stopping_ = true;
    status_.connected = false;
  }
  wake_.NotifyAll();
  source_.Cancel();
  if (thread_.joinable()) thread_.join();
}

FeedStatus Subscriber::status() const {
  base::MutexLock lock(mu_);
  return status_;
}

void Subscriber::Run() {
  do {
    NoteBroken(Follow());
    source_.Close();
  } while (WaitToRetry());
}

absl::Status Subscriber::Follow() {
  RETURN_IF_ERROR(Open());
  for (bool is_logged = false; true;) {
    ASSIGN_OR_RETURN(const FeedEvent event, source_.Next());
    RETURN_IF_ERROR(Handle(event));
    if (!history_checked_) continue;
    if (!is_logged) LogConnected();
    is_logged = true;
    backoff_.Reset();
  }
}

absl::Status Subscriber::Open() {
  const SnapshotLink snapshot = publisher_.current();
  history_checked_ = snapshot->revision == 0;
  ASSIGN_OR_RETURN(const FeedStart start,
                   source_.Open(std::max<int64_t>(snapshot->revision - 1, 0)));
  if (start.store_id.empty() || start.store_id.size() > kStoreIdBytesMax)
    return absl::FailedPreconditionError(
        absl::StrCat("registry.store_id: got ", start.store_id.size(),
                     " bytes, want 1 to ", kStoreIdBytesMax));
  if (!snapshot->store_id.empty() && snapshot->store_id != start.store_id)
    return absl::FailedPreconditionError(
        absl::StrCat("registry.store_id: got ", start.store_id, ", want ",
                     snapshot->store_id, ", that of the checkpoint"));
  if (start.revision < snapshot->revision)
    return absl::OutOfRangeError(absl::StrCat(
        "registry.revision: got ", start.revision, ", want at least ",
        snapshot->revision, ", which has been applied"));
  if (snapshot->store_id.empty()) {
    Snapshot named = *snapshot;
    named.store_id = start.store_id;
    publisher_.Publish(std::make_shared<const Snapshot>(std::move(named)));
  }
  NoteRegistryRevision(start.revision);
  return absl::OkStatus();
}

absl::Status Subscriber::Handle(const FeedEvent& event) {
  const SnapshotLink snapshot = publisher_.current();
  if (event.change.has_value())
    return history_checked_ ? ApplyNext(*snapshot, *event.change)
                            : CheckHistory(*snapshot, *event.change);
  const int64_t delivered =
      history_checked_ ? snapshot->revision : snapshot->revision - 1;
  if (event.progress_revision > delivered)
    return absl::DataLossError(absl::StrCat(
        "progress.revision: got ", event.progress_revision, ", want at most ",
        delivered, ", the last change that came"));
  // Before the history is known to be ours, progress says nothing about it.
  if (history_checked_) NoteConnected();
  return absl::OkStatus();
}

absl::Status Subscriber::CheckHistory(const Snapshot& snapshot,
                                      const registry::v1::Change& change) {
  if (change.revision() != snapshot.revision)
    return absl::DataLossError(
        absl::StrCat("change.revision: got ", change.revision(), ", want ",
                     snapshot.revision, ", which has been applied"));
  if (change.hash() != snapshot.hash)
    return absl::FailedPreconditionError(absl::StrCat(
        "registry: another history at revision ", snapshot.revision,
        ": change.hash: got ", absl::BytesToHexString(change.hash()), ", want ",
        absl::BytesToHexString(snapshot.hash), ", which has been applied"));
  history_checked_ = true;
  NoteConnected();
  return absl::OkStatus();
}

absl::Status Subscriber::ApplyNext(const Snapshot& snapshot,
                                   const registry::v1::Change& change) {
  if (change.hash().size() != kLogHashBytes)
    return absl::DataLossError(absl::StrCat("change.hash: got ",
                                            change.hash().size(),
                                            " bytes, want ", kLogHashBytes));
  ASSIGN_OR_RETURN(SnapshotLink next, Advance(snapshot, change, clock_.Now()));
  // First, so that whoever waited for the revision finds it connected.
  NoteConnected();
  publisher_.Publish(std::move(next));
  NoteRegistryRevision(change.revision());
  return absl::OkStatus();
}

void Subscriber::NoteConnected() {
  base::MutexLock lock(mu_);
  if (!stopping_) status_.connected = true;
}

void Subscriber::LogConnected() {
  last_problem_ = absl::OkStatus();
  base::Log(base::Severity::kInfo, "feed_connected",
            {{"applied_revision", absl::StrCat(publisher_.current()->revision)},
             {"registry_revision", absl::StrCat(status().registry_revision)}});
}

void Subscriber::NoteBroken(const absl::Status& status) {
  {
    base::MutexLock lock(mu_);
    status_.connected = false;
    if (stopping_) return;
  }
  if (status == last_problem_) return;  // said already
  last_problem_ = status;
  base::Log(
      IsPassing(status) ? base::Severity::kWarning : base::Severity::kError,
      "feed_broken",
      {{"error", absl::StrCat(absl::StatusCodeToString(status.code()), ": ",
                              status.message())},
       {"applied_revision", absl::StrCat(publisher_.current()->revision)}});
}

void Subscriber::NoteRegistryRevision(int64_t revision) {
  base::MutexLock lock(mu_);
  status_.registry_revision = std::max(status_.registry_revision, revision);
}

bool Subscriber::WaitToRetry() {
  const absl::Duration until = clock_.Uptime() + backoff_.Next();
  base::MutexLock lock(mu_);
  while (!stopping_) {
    const absl::Duration left = until - clock_.Uptime();
    if (left <= absl::ZeroDuration()) break;
    clock_.WaitFor(wake_, mu_, left);
  }
  return !stopping_;
}

}  // namespace compendium::reporting
