// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "lib/base/clock.h"
#include "lib/report/document_writer.h"
#include "services/reporting/archive/report_maker.h"
#include "services/reporting/past/past_reader.h"
#include "services/reporting/projection/publisher.h"
#include "services/reporting/report/record_source.h"

namespace compendium::reporting {

// Makes reports from the snapshots of a worker and the records of its registry.
// A call waits for the snapshot of its revision, also of one that the worker
// has not yet applied. Any thread but those of publisher and past reader.
class SnapshotReportMaker final : public ReportMaker {
 public:
  // All must outlive the maker.
  SnapshotReportMaker(Publisher& publisher, PastReader& past,
                      RecordSource& records, const DocumentWriter& documents)
      : publisher_(publisher),
        past_(past),
        records_(records),
        documents_(documents) {}

  std::string rule_set() const override;
  absl::StatusOr<int64_t> RevisionAt(absl::Time time,
                                     absl::Time deadline) override;
  absl::StatusOr<MadeReport> Make(const v1::ReportSpec& spec,
                                  absl::Span<const v1::ReportFormat> formats,
                                  absl::Time deadline) override;

 private:
  Publisher& publisher_;
  PastReader& past_;
  RecordSource& records_;
  const DocumentWriter& documents_;
};

}  // namespace compendium::reporting
