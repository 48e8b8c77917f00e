// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "absl/time/time.h"
#include "compendium/reporting/v1/report.pb.h"

namespace compendium::reporting {

// The formats of a message as what they are.
inline std::vector<v1::ReportFormat> FormatsIn(
    const google::protobuf::RepeatedField<int>& formats) {
  std::vector<v1::ReportFormat> values;
  for (const int format : formats)
    values.push_back(static_cast<v1::ReportFormat>(format));
  return values;
}

// One file of a report, as it was written.
struct MadeFile {
  v1::ReportFormat format = v1::REPORT_FORMAT_UNSPECIFIED;
  std::string bytes;
  std::string media_type;
  std::string extension;  // of its name, without the dot
  std::string made_with;  // as ReportFile.made_with
};

// A report that is not yet in the archive.
struct MadeReport {
  v1::ReportSpec spec;
  std::string content;          // ReportContent, serialized deterministically
  std::vector<MadeFile> files;  // in the order of the formats
};

// By whom and when a report was asked for.
struct ReportOrigin {
  std::string author;
  std::string schedule = {};  // schedules/{schedule}; empty when a person asked
  absl::Time due_time = absl::InfinitePast();  // with schedule
};

}  // namespace compendium::reporting
