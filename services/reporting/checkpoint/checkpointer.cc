// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/checkpoint/checkpointer.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/base/atomic_file.h"
#include "lib/base/log.h"
#include "lib/base/status_macros.h"
#include "services/reporting/checkpoint/checkpoint_format.h"
#include "services/reporting/limits.h"

namespace compendium::reporting {
namespace {

// How often the thread looks whether a checkpoint is due. A worker that lives
// for a moment only still gets ahead.
constexpr absl::Duration kTick = absl::Milliseconds(50);

// The next checkpoint waits so many times as long as the last one took.
constexpr int kRestFactor = 20;

// A failed write is not tried again before; each failure is a line of the log.
constexpr absl::Duration kRetryDelay = absl::Seconds(1);

// What an operator should know beside the problem itself.
absl::string_view AdviceFor(const absl::Status& status) {
  if (absl::IsUnimplemented(status))
    return "; a later release wrote it: run that one, or remove the file to "
           "read everything from the registry again";
  if (absl::IsDataLoss(status))
    return "; check the disk, then remove the file to read everything from the "
           "registry again";
  return "";
}

}  // namespace

absl::StatusOr<Snapshot> LoadCheckpoint(const std::string& path) {
  absl::StatusOr<std::string> bytes = base::ReadFile(path, kCheckpointBytesMax);
  if (absl::IsNotFound(bytes.status())) return Snapshot();
  absl::Status status = bytes.status();
  if (status.ok()) {
    absl::StatusOr<Snapshot> snapshot = DecodeCheckpoint(*bytes);
    if (snapshot.ok()) return snapshot;
    status = snapshot.status();
    if (absl::IsFailedPrecondition(status)) {
      base::Log(base::Severity::kWarning, "checkpoint_outdated",
                {{"path", path}, {"reason", std::string(status.message())}});
      return Snapshot();
    }
  }
  return absl::Status(status.code(), absl::StrCat(path, ": ", status.message(),
                                                  AdviceFor(status)));
}

Checkpointer::Checkpointer(Options options, const Publisher& publisher,
                           base::Clock& clock)
    : options_(std::move(options)),
      publisher_(publisher),
      clock_(clock),
      save_uptime_(clock.Uptime()),
      revision_(options_.saved_revision) {}

Checkpointer::~Checkpointer() { Stop(); }

void Checkpointer::Start() {
  CHECK(!thread_.joinable());
  thread_ = std::thread([this] { Run(); });
}

void Checkpointer::Stop() {
  {
    base::MutexLock lock(mu_);
    stopping_ = true;
  }
  wake_.NotifyAll();
  if (!thread_.joinable()) return;
  thread_.join();
  SaveOrLog();
}

int64_t Checkpointer::revision() const {
  base::MutexLock lock(mu_);
  return revision_;
}

absl::Status Checkpointer::Save() {
  const SnapshotLink snapshot = publisher_.current();
  if (snapshot->revision == revision()) return absl::OkStatus();
  const absl::Duration begin = clock_.Uptime();
  absl::Status status = Write(*snapshot);
  save_uptime_ = clock_.Uptime();
  // One that hung, on a disk that has recovered, says nothing about the next.
  rest_ = kRestFactor * std::min(save_uptime_ - begin, options_.interval);
  if (!status.ok()) {
    rest_ = std::max(rest_, kRetryDelay);
    return status;
  }
  base::MutexLock lock(mu_);
  revision_ = snapshot->revision;
  return status;
}

absl::Status Checkpointer::Write(const Snapshot& snapshot) const {
  ASSIGN_OR_RETURN(const std::string bytes, EncodeCheckpoint(snapshot));
  return base::WriteFileAtomically(options_.path, bytes);
}

void Checkpointer::SaveOrLog() {
  const absl::Status status = Save();
  if (!status.ok())
    base::Log(
        base::Severity::kError, "checkpoint_failed",
        {{"path", options_.path}, {"error", std::string(status.message())}});
}

bool Checkpointer::IsDue() const {
  const int64_t change_count = publisher_.current()->revision - revision();
  const absl::Duration age = clock_.Uptime() - save_uptime_;
  if (change_count == 0 || age < rest_) return false;
  return change_count >= options_.change_count || age >= options_.interval;
}

void Checkpointer::Run() {
  while (WaitForTick())
    if (IsDue()) SaveOrLog();
}

bool Checkpointer::WaitForTick() {
  base::MutexLock lock(mu_);
  const absl::Duration tick = std::min(kTick, options_.interval);
  if (!stopping_) clock_.WaitFor(wake_, mu_, tick);
  return !stopping_;
}

}  // namespace compendium::reporting
