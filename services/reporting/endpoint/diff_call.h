// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include <grpcpp/server_context.h>
#include <grpcpp/support/server_callback.h>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "compendium/reporting/v1/reporting_service.pb.h"
#include "services/reporting/diff/cell_history.h"
#include "services/reporting/past/history_reader.h"
#include "services/reporting/past/past_reader.h"
#include "services/reporting/projection/publisher.h"

namespace compendium::reporting {

// The two moments that a request compares.
struct DiffMoments {
  PastMoment from;
  std::optional<PastMoment> to = std::nullopt;  // absent: what is published
  int64_t min_revision = 0;  // of the state that is waited for
};

// The moments of a request that has passed the field rules. INVALID_ARGUMENT
// when there is none to begin with, a time has not passed or `to` is below
// `from`.
absl::StatusOr<DiffMoments> ReadDiffMoments(const v1::GetDiffRequest& request,
                                            absl::Time now);

// What such a request wants to see; INVALID_ARGUMENT for an unknown framework
// or kind.
absl::StatusOr<DiffQuery> ReadDiffQuery(const v1::GetDiffRequest& request);

// One call of GetDiff: gets the two snapshots, compares them, and reads the
// changes between them when they differ, each step on the thread that has what
// it needs. Owns itself until gRPC is done with it; as WaitingCall, it can only
// be given up before the first step.
class DiffCall final : public grpc::ServerUnaryReactor {
 public:
  // All must outlive the call.
  DiffCall(const grpc::CallbackServerContext& context, Publisher& publisher,
           PastReader& past, HistoryReader& reader,
           v1::GetDiffResponse& response)
      : context_(context),
        publisher_(publisher),
        past_(past),
        reader_(reader),
        response_(response) {}

  // Finishes the call by the deadline.
  void Begin(DiffQuery query, const DiffMoments& moments, absl::Time deadline);

  void OnCancel() override;
  void OnDone() override { delete this; }

 private:
  void ReadTo(const SnapshotLink& current);
  void ReadFrom(SnapshotLink to);
  void Compare(SnapshotLink from);
  void Complete(const absl::Status& status);

  // The cells in which the two snapshots differ.
  absl::StatusOr<std::vector<CellChange>> FindChanges() const;

  const grpc::CallbackServerContext& context_;
  Publisher& publisher_;
  PastReader& past_;
  HistoryReader& reader_;
  v1::GetDiffResponse& response_;
  std::optional<DiffQuery> query_;
  DiffMoments moments_{int64_t{0}};
  absl::Time deadline_;
  SnapshotLink from_;
  SnapshotLink to_;
  std::unique_ptr<CellHistory> history_;
  Publisher::Ticket ticket_ = 0;
};

}  // namespace compendium::reporting
