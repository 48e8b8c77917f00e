// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/past/past_reader.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/base/log.h"
#include "lib/base/status_macros.h"
#include "lib/request/error_details.h"
#include "lib/request/timestamp.h"
#include "services/reporting/limits.h"
#include "services/reporting/past/source_error.h"

namespace compendium::reporting {
namespace {

// Between two attempts to read history.
constexpr absl::Duration kRetryDelay = absl::Seconds(1);

// Whether the state before `change` is that of the moment.
bool IsPast(const registry::v1::Change& change, const PastMoment& moment) {
  const auto* time = std::get_if<absl::Time>(&moment);
  return time != nullptr ? ToTime(change.commit_time()) > *time
                         : change.revision() > std::get<int64_t>(moment);
}

bool IsBefore(const Snapshot& snapshot, const PastMoment& moment) {
  const auto* time = std::get_if<absl::Time>(&moment);
  return time != nullptr ? snapshot.commit_time <= *time
                         : snapshot.revision <= std::get<int64_t>(moment);
}

}  // namespace

PastReader::PastReader(ChangeSource& source, KeptSnapshots& kept,
                       base::Clock& clock, int64_t start_revision)
    : source_(source),
      kept_(kept),
      clock_(clock),
      fill_in_to_(start_revision) {}

PastReader::~PastReader() { Stop(); }

void PastReader::Start() {
  CHECK(!thread_.joinable());
  thread_ = std::thread([this] { Run(); });
}

void PastReader::Stop() {
  {
    base::MutexLock lock(mu_);
    stopping_ = true;
  }
  wake_.NotifyAll();
  source_.Cancel();
  if (thread_.joinable()) thread_.join();
}

void PastReader::Read(PastMoment moment, absl::Time deadline, Callback done) {
  absl::Status refusal;
  {
    base::MutexLock lock(mu_);
    if (stopping_) {
      refusal = StoppingError();
    } else if (requests_.size() >= kPastReadsMax) {
      refusal = ErrorWithReason(
          absl::StatusCode::kResourceExhausted, "TOO_MANY_WAITERS",
          absl::StrCat("got one more request for the past that waits, want ",
                       kPastReadsMax, " at most"));
    } else {
      // Exchanged, as what was moved from must not be named below.
      requests_.push_back({moment, deadline, std::exchange(done, nullptr)});
    }
  }
  if (refusal.ok()) {
    wake_.NotifyAll();
  } else {
    done(std::move(refusal));
  }
}

void PastReader::Run() {
  for (;;) {
    Request request;
    {
      base::MutexLock lock(mu_);
      while (!stopping_ && requests_.empty() && fill_in_to_ == 0)
        wake_.Wait(mu_);
      if (requests_.empty() && stopping_) return;
      if (!requests_.empty()) {
        request = std::move(requests_.front());
        requests_.pop_front();
      }
    }
    if (request.done == nullptr) {
      FillIn();
    } else {
      request.done(Answer(request));
    }
  }
}

absl::StatusOr<SnapshotLink> PastReader::Answer(const Request& request) {
  ASSIGN_OR_RETURN(last_, Replay(Begin(request.moment), request.moment,
                                 request.deadline, /*interruptible=*/false));
  return last_;
}

void PastReader::FillIn() {
  const absl::StatusOr<SnapshotLink> reached =
      Replay(kept_.Before(fill_in_to_), PastMoment(fill_in_to_),
             absl::InfiniteFuture(), /*interruptible=*/true);
  if (reached.ok()) {
    if ((*reached)->revision < fill_in_to_) return;  // a request came
    base::Log(base::Severity::kInfo, "past_kept",
              {{"revision", absl::StrCat(fill_in_to_)},
               {"step", absl::StrCat(kept_.step())}});
    fill_in_to_ = 0;
    return;
  }
  if (!absl::IsUnavailable(reached.status())) {
    base::Log(base::Severity::kError, "past_not_kept",
              {{"cause", std::string(reached.status().message())}});
    fill_in_to_ = 0;
    return;
  }
  base::MutexLock lock(mu_);
  if (!stopping_ && requests_.empty()) clock_.WaitFor(wake_, mu_, kRetryDelay);
}

SnapshotLink PastReader::Begin(const PastMoment& moment) const {
  SnapshotLink kept =
      std::visit([&](const auto& at) { return kept_.Before(at); }, moment);
  const bool last_is_nearer = last_ != nullptr && IsBefore(*last_, moment) &&
                              last_->revision > kept->revision;
  return last_is_nearer ? last_ : kept;
}

absl::StatusOr<SnapshotLink> PastReader::Replay(SnapshotLink from,
                                                const PastMoment& moment,
                                                absl::Time deadline,
                                                bool interruptible) {
  const auto* revision = std::get_if<int64_t>(&moment);
  if (revision != nullptr && from->revision == *revision) return from;
  absl::StatusOr<SnapshotLink> reached =
      ReplayChanges(std::move(from), moment, deadline, interruptible);
  source_.Close();
  return reached;
}

absl::StatusOr<SnapshotLink> PastReader::ReplayChanges(SnapshotLink from,
                                                       const PastMoment& moment,
                                                       absl::Time deadline,
                                                       bool interruptible) {
  // The change of a snapshot comes once more, to see that it is the same.
  absl::StatusOr<FeedStart> start =
      source_.Open(std::max<int64_t>(from->revision - 1, 0));
  if (!start.ok()) return SourceError(start.status());
  const auto* revision = std::get_if<int64_t>(&moment);
  const int64_t known =
      std::max(from->revision, revision != nullptr ? *revision : 0);
  if (known > start->revision ||
      (!from->store_id.empty() && from->store_id != start->store_id))
    return HistoryDiffersError(known);
  if (from->store_id.empty()) {
    Snapshot named = *from;
    named.store_id = start->store_id;
    from = std::make_shared<const Snapshot>(std::move(named));
  }
  for (int64_t came = std::max<int64_t>(from->revision - 1, 0);
       came < start->revision;) {
    if (clock_.Now() >= deadline)
      return TryLater(
          "REVISION_NOT_REACHED",
          absl::StrCat("as_of: revision ", from->revision,
                       " was reached in time, and what is wanted is later"));
    if (interruptible && RequestWaits()) return from;
    absl::StatusOr<FeedEvent> event = source_.Next();
    if (!event.ok()) return SourceError(event.status());
    if (!event->change.has_value()) continue;
    const registry::v1::Change& change = *event->change;
    came = change.revision();
    if (came == from->revision) {
      if (change.hash() != from->hash) return HistoryDiffersError(came);
      continue;
    }
    if (IsPast(change, moment)) return from;
    ASSIGN_OR_RETURN(from, Advance(*from, change, clock_.Now()));
    kept_.Offer(from);
  }
  return from;
}

bool PastReader::RequestWaits() const {
  base::MutexLock lock(mu_);
  return stopping_ || !requests_.empty();
}

}  // namespace compendium::reporting
