// SPDX-License-Identifier: Apache-2.0
// Reports as data, for programs.
#pragma once

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "compendium/reporting/v1/report.pb.h"

namespace compendium {

// The formats in which reports of this kind are written, by number; none for a
// kind that this release does not know. ReportFormat says which go together.
std::vector<reporting::v1::ReportFormat> FormatsOf(
    reporting::v1::ReportKind kind);

// INVALID_ARGUMENT, which names the field `format`, the format and the kind,
// when they do not go together.
absl::Status CheckFormat(reporting::v1::ReportKind kind,
                         reporting::v1::ReportFormat format);

// The content as CSV, JSON or iCalendar: equal contents give equal bytes.
// INVALID_ARGUMENT as CheckFormat; UNIMPLEMENTED for the formats of documents,
// which are written from a Document; INTERNAL for a text that JSON cannot hold.
absl::StatusOr<std::string> WriteData(
    const reporting::v1::ReportContent& content,
    reporting::v1::ReportFormat format);

}  // namespace compendium
