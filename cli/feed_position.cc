// SPDX-License-Identifier: Apache-2.0
#include "cli/feed_position.h"

#include "absl/strings/str_cat.h"
#include "cli/import/import_source.h"
#include "lib/base/sha256.h"

namespace compendium {
namespace v1 = registry::v1;

FeedPosition::FeedPosition(const Options& options)
    : options_(options),
      in_snapshot_(options.snapshot),
      revision_(options.snapshot ? 0 : options.after_revision) {}

v1::WatchRequest FeedPosition::NextRequest() {
  v1::WatchRequest request;
  if (in_snapshot_) {
    snapshot_count_ = 0;
    snapshot_lines_.clear();
    request.mutable_snapshot();
  } else {
    request.set_after_revision(revision_);
  }
  for (const std::string& prefix : options_.name_prefixes)
    request.add_name_prefixes(prefix);
  const int64_t nanos = absl::ToInt64Nanoseconds(options_.progress_interval);
  constexpr int64_t kNanosPerSecond = 1'000'000'000;
  request.mutable_progress_interval()->set_seconds(nanos / kNanosPerSecond);
  request.mutable_progress_interval()->set_nanos(
      static_cast<int32_t>(nanos % kNanosPerSecond));
  request.set_consumer(options_.consumer);
  return request;
}

absl::Status FeedPosition::ApplyPart(const v1::SnapshotPart& part) {
  if (!in_snapshot_)
    return absl::DataLossError("feed: got records after the snapshot's end");
  for (const v1::Record& record : part.records()) {
    ++snapshot_count_;
    absl::StrAppend(&snapshot_lines_, RecordName(record), " ",
                    RecordRevision(record), "\n");
  }
  return absl::OkStatus();
}

absl::Status FeedPosition::ApplyEnd(const v1::SnapshotEnd& end) {
  if (!in_snapshot_)
    return absl::DataLossError("feed: got two ends of a snapshot");
  if (end.record_count() != snapshot_count_)
    return absl::DataLossError(absl::StrCat("feed: snapshot: got ",
                                            snapshot_count_, " records, want ",
                                            end.record_count()));
  if (end.sha256() != base::Sha256({snapshot_lines_}))
    return absl::DataLossError(
        "feed: snapshot: got other records than were sent");
  in_snapshot_ = false;
  snapshot_lines_.clear();
  revision_ = end.revision();
  return absl::OkStatus();
}

absl::Status FeedPosition::Apply(const v1::WatchResponse& message) {
  switch (message.event_case()) {
    case v1::WatchResponse::kSnapshotPart:
      return ApplyPart(message.snapshot_part());
    case v1::WatchResponse::kSnapshotEnd:
      return ApplyEnd(message.snapshot_end());
    case v1::WatchResponse::kChange:
      if (in_snapshot_ || message.change().revision() <= revision_)
        return absl::DataLossError(
            absl::StrCat("feed: got revision ", message.change().revision(),
                         ", want one above ", revision_));
      revision_ = message.change().revision();
      return absl::OkStatus();
    case v1::WatchResponse::kProgress:
      if (in_snapshot_ || message.progress().revision() < revision_)
        return absl::DataLossError(absl::StrCat("feed: got progress ",
                                                message.progress().revision(),
                                                ", want at least ", revision_));
      revision_ = message.progress().revision();
      return absl::OkStatus();
    case v1::WatchResponse::EVENT_NOT_SET:
      break;
  }
  return absl::OkStatus();  // of a later release
}

}  // namespace compendium
