// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "services/reporting/report/record_source.h"

namespace compendium::reporting {

// Records for tests, the same at every revision. One thread.
class FakeRecordSource final : public RecordSource {
 public:
  explicit FakeRecordSource(RoundRecords records)
      : records_(std::move(records)) {}

  absl::StatusOr<RoundRecords> Read(
      const RoundName& round, const std::optional<MechanismName>& mechanism,
      int64_t revision) override;

  // Fails every later read with `status`.
  void Fail(absl::Status status) { status_ = std::move(status); }

  // The revisions that were asked for.
  const std::vector<int64_t>& revisions() const { return revisions_; }

 private:
  const RoundRecords records_;
  absl::Status status_;
  std::vector<int64_t> revisions_;
};

}  // namespace compendium::reporting
