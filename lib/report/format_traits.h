// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "absl/strings/string_view.h"
#include "compendium/reporting/v1/report.pb.h"

namespace compendium {

// What is known of files of a format.
struct FormatTraits {
  absl::string_view media_type;  // RFC 6838, with its parameters
  absl::string_view extension;   // of a file's name, without the dot
};

// Of a format that this release knows.
FormatTraits TraitsOf(reporting::v1::ReportFormat format);

}  // namespace compendium
