// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/web/worker_readings.h"

#include <algorithm>

#include "absl/strings/str_cat.h"

namespace compendium::reporting {

WorkerReadings ReadWorker(const Snapshot& snapshot, const FeedStatus& feed,
                          int64_t checkpoint_revision, absl::Time now) {
  WorkerReadings readings{
      .revision = snapshot.revision,
      .registry_revision = std::max(feed.registry_revision, snapshot.revision),
      .checkpoint_revision = checkpoint_revision,
      .connected = feed.connected,
      .lag = absl::ZeroDuration(),
      .mechanism_count = snapshot.projections.directory.mechanisms.size(),
      .round_count = snapshot.projections.directory.rounds.size()};
  snapshot.projections.answers.contributions.ForEachRound(
      [&readings](const auto& round) {
        readings.questionnaire_count += round.size();
      });
  if (readings.registry_revision > readings.revision &&
      snapshot.commit_time != absl::InfinitePast())
    readings.lag = std::max(now - snapshot.commit_time, absl::ZeroDuration());
  return readings;
}

absl::Status CheckReady(const WorkerReadings& readings) {
  if (readings.connected) return absl::OkStatus();
  return absl::UnavailableError(
      absl::StrCat("the registry's feed is not connected; answers are of "
                   "revision ",
                   readings.revision));
}

}  // namespace compendium::reporting
