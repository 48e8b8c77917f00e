// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/registry/store/batch_planner.h"
#include "services/registry/store/committed_state.h"
#include "services/registry/store/record.h"

namespace compendium::registry {

// A committed state that keeps the heads it was asked for, so that planning a
// write of a record in use reads nothing from the engine: two generations, of
// which the older one is dropped when the younger one is full.
//
// Right as long as every batch that was written is told to it. For the one
// thread that commits. Borrows the state.
class HeadCache final : public CommittedState {
 public:
  // Each of the generations: some 10 MB.
  static constexpr size_t kCountMax = size_t{1} << 16;

  explicit HeadCache(const CommittedState& state, size_t count_max = kCountMax)
      : state_(state), count_max_(count_max) {}

  // These heads are the latest ones from now on.
  void Keep(const std::vector<PlannedRevision>& written);

  absl::StatusOr<std::optional<RecordHead>> FindHead(
      absl::string_view name) const override;
  absl::StatusOr<RecordHead> ReadHeadAt(absl::string_view name,
                                        int64_t revision) const override {
    return state_.ReadHeadAt(name, revision);
  }
  absl::Status VisitHeads(
      absl::string_view prefix,
      const std::function<bool(absl::string_view name, const RecordHead&)>&
          visit) const override {
    return state_.VisitHeads(prefix, visit);
  }
  absl::StatusOr<std::optional<int64_t>> FindRequest(
      absl::string_view request_id) const override {
    return state_.FindRequest(request_id);
  }
  absl::StatusOr<LogEntry> FindLogEntry(int64_t revision) const override {
    return state_.FindLogEntry(revision);
  }

 private:
  using Heads = absl::flat_hash_map<std::string, RecordHead>;

  void KeepHead(absl::string_view name, const RecordHead& head) const;

  const CommittedState& state_;
  const size_t count_max_;

  // Changed by asking, which does not change what is answered. A name in both
  // is as the younger one has it.
  mutable Heads younger_;
  mutable Heads older_;
};

}  // namespace compendium::registry
