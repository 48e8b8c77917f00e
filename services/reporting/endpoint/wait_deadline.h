// SPDX-License-Identifier: Apache-2.0
// How long calls wait, and how they end when nobody does any more.
#pragma once

#include <algorithm>

#include <grpcpp/server_context.h>
#include <grpcpp/support/status.h>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "lib/rpc/grpc_status.h"
#include "services/reporting/limits.h"

namespace compendium::reporting {

// Until when a call may wait: somewhat less than its deadline, so that the
// caller still gets the answer that says why, and kWaitMax at most.
inline absl::Time WaitDeadline(const grpc::CallbackServerContext& context,
                               absl::Time now) {
  const absl::Duration left = absl::FromChrono(context.deadline()) - now;
  const absl::Duration margin = std::min(left / 10, absl::Milliseconds(100));
  return now + std::min(left - margin, kWaitMax);
}

inline grpc::Status CancelledStatus() {
  return ToGrpcStatus(absl::CancelledError("the caller gave up"));
}

}  // namespace compendium::reporting
