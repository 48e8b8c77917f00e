// SPDX-License-Identifier: Apache-2.0
// Snapshots and history for who may wait for them on a thread of its own: not
// one of publisher, past reader or history reader.
#pragma once

#include <cstdint>
#include <future>
#include <memory>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/reporting/past/past_reader.h"
#include "services/reporting/projection/publisher.h"

namespace compendium::reporting {

// What start(done) calls `done` with, once, on whatever thread.
template <class Answer, class Start>
Answer WaitFor(Start start) {
  auto promise = std::make_shared<std::promise<Answer>>();
  std::future<Answer> answer = promise->get_future();
  start([promise](const Answer& given) { promise->set_value(given); });
  return answer.get();
}

// The snapshot of exactly that revision, also of one that is not yet applied.
// Fails as Publisher::Await and PastReader::Read do.
absl::StatusOr<SnapshotLink> SnapshotAt(int64_t revision, absl::Time deadline,
                                        Publisher& publisher, PastReader& past);

}  // namespace compendium::reporting
