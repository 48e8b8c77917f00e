// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "absl/status/statusor.h"
#include "compendium/reporting/v1/report.pb.h"
#include "lib/report/document.h"

namespace compendium {

// The report as people read it. Pure: equal contents give equal documents. All
// ids in it are different, and every target within it is one of them.
// INVALID_ARGUMENT for a content of a kind that this release does not know, and
// for records that contradict each other.
absl::StatusOr<Document> MakeDocument(
    const reporting::v1::ReportContent& content);

}  // namespace compendium
