// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/past/history_reader.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/request/error_details.h"
#include "services/reporting/limits.h"
#include "services/reporting/past/source_error.h"

namespace compendium::reporting {

HistoryReader::HistoryReader(ChangeSource& source, base::Clock& clock)
    : source_(source), clock_(clock) {}

HistoryReader::~HistoryReader() { Stop(); }

void HistoryReader::Start() {
  CHECK(!thread_.joinable());
  thread_ = std::thread([this] { Run(); });
}

void HistoryReader::Stop() {
  {
    base::MutexLock lock(mu_);
    stopping_ = true;
  }
  wake_.NotifyAll();
  source_.Cancel();
  if (thread_.joinable()) thread_.join();
}

void HistoryReader::Read(Request request) {
  absl::Status refusal;
  std::optional<Request> refused;
  {
    base::MutexLock lock(mu_);
    if (stopping_) {
      refusal = StoppingError();
    } else if (requests_.size() >= kHistoryReadsMax) {
      refusal = ErrorWithReason(
          absl::StatusCode::kResourceExhausted, "TOO_MANY_WAITERS",
          absl::StrCat("got one more request for changes that waits, want ",
                       kHistoryReadsMax, " at most"));
    }
    if (refusal.ok()) {
      requests_.push_back(std::move(request));
    } else {
      refused = std::move(request);
    }
  }
  if (refused.has_value()) {
    refused->done(std::move(refusal));
  } else {
    wake_.NotifyAll();
  }
}

void HistoryReader::Run() {
  for (;;) {
    Request request;
    {
      base::MutexLock lock(mu_);
      while (!stopping_ && requests_.empty()) wake_.Wait(mu_);
      if (requests_.empty()) return;
      request = std::move(requests_.front());
      requests_.pop_front();
    }
    request.done(Answer(request));
  }
}

absl::Status HistoryReader::Answer(const Request& request) {
  if (request.from->revision == request.to->revision) return absl::OkStatus();
  absl::Status status = ReadChanges(request);
  source_.Close();
  return status;
}

absl::Status HistoryReader::ReadChanges(const Request& request) {
  const int64_t from = request.from->revision;
  const int64_t to = request.to->revision;
  // The change of the first snapshot comes once more, to see that it is the
  // same.
  const int64_t after = std::max<int64_t>(from - 1, 0);
  const absl::StatusOr<FeedStart> start = source_.Open(after);
  if (!start.ok()) return SourceError(start.status());
  if (to > start->revision || request.to->store_id != start->store_id)
    return HistoryDiffersError(to);
  for (int64_t came = after; came < to;) {
    if (clock_.Now() >= request.deadline)
      return TryLater("DEADLINE_TOO_SHORT",
                      absl::StrCat("changes up to revision ", came,
                                   " were read in time, want all up to ", to,
                                   ": more time, or less between the two"));
    absl::StatusOr<FeedEvent> event = source_.Next();
    if (!event.ok()) return SourceError(event.status());
    if (!event->change.has_value()) continue;
    const registry::v1::Change& change = *event->change;
    came = change.revision();
    const bool differs =
        (came == from && change.hash() != request.from->hash) ||
        (came == to && change.hash() != request.to->hash);
    if (differs) return HistoryDiffersError(came);
    if (came > from) RETURN_IF_ERROR(request.visit(change));
  }
  return absl::OkStatus();
}

}  // namespace compendium::reporting
