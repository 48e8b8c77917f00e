// SPDX-License-Identifier: Apache-2.0
// Every limit of the archive of reports with its reason.
#pragma once

#include <cstddef>

#include "absl/time/time.h"

namespace compendium::reporting {

// The largest file of a report. The full compendium of 2016 is below 1 MB in
// every format; what is larger than this nobody opens.
inline constexpr size_t kReportFileBytesMax = size_t{64} << 20;

// How long a statement waits for the other workers that share the archive. They
// commit a few small rows at a time.
inline constexpr absl::Duration kArchiveWait = absl::Seconds(10);

// Reports that people ordered and that wait while one is made. With two seconds
// each the last waits a minute.
inline constexpr size_t kPressJobsMax = 32;

// Streams that watch reports. Each costs some 20 KB and, four times a second, a
// look at the archive's index.
inline constexpr size_t kReportWatchersMax = 1000;

// Between two looks for new events: a finished report takes a second anyway.
inline constexpr absl::Duration kReportFeedInterval = absl::Milliseconds(250);

// Items of a page by default and at most, as in the registry's lists.
inline constexpr int kArchivePageSize = 50;
inline constexpr int kArchivePageSizeMax = 1000;

}  // namespace compendium::reporting
