// SPDX-License-Identifier: Apache-2.0
// Every limit of schedules and deliveries with its reason.
#pragma once

#include "absl/time/time.h"

namespace compendium::reporting {

// Schedules that are not deleted. Thirty mechanisms with a dozen reports each
// are below 400; each costs a look a second.
inline constexpr int kSchedulesMax = 1000;

// Versions of a schedule that are listed.
inline constexpr int kScheduleVersionsMax = 100;

// Due times of a schedule that become runs in one transaction. Whoever was away
// for a year with a report an hour has 8,760, which takes nine of them.
inline constexpr int kRunsPlannedMax = 1000;

// A due time is missed when nobody looked at it for so long: longer than a
// restart takes, shorter than anybody waits for a report.
inline constexpr absl::Duration kMissedAfter = absl::Minutes(10);

// How long after its due time a report is first tried: a commit that began
// before is visible by then, and the clocks of worker and registry differ by
// less.
inline constexpr absl::Duration kSettleTime = absl::Seconds(2);

// Attempts to make a scheduled report, and the time between them, which doubles
// each time: some six hours, a night's outage of the registry.
inline constexpr int kRunAttemptsMax = 20;
inline constexpr absl::Duration kRunRetryFirst = absl::Seconds(10);
inline constexpr absl::Duration kRunRetryLongest = absl::Minutes(30);

// Attempts to deliver a report: some five days, a long weekend without the
// person who looks after the receiver.
inline constexpr int kDeliveryAttemptsMax = 30;
inline constexpr absl::Duration kDeliveryRetryFirst = absl::Seconds(30);
inline constexpr absl::Duration kDeliveryRetryLongest = absl::Hours(6);

// How long a worker has for one attempt before another may begin it as well.
// What two make is made once all the same: this only saves the work.
inline constexpr absl::Duration kAttemptTime = absl::Minutes(5);

// How long an attempt to make a report may take.
inline constexpr absl::Duration kMakeTime = absl::Minutes(2);

// How long a receiver may take to accept a file.
inline constexpr absl::Duration kDeliveryTime = absl::Seconds(30);

// Between two looks at what is due, and at what other workers did.
inline constexpr absl::Duration kLookInterval = absl::Seconds(1);

// Bytes of an error that are kept.
inline constexpr int kErrorBytesMax = 1024;

}  // namespace compendium::reporting
