// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/endpoint/waiting_call.h"

#include <utility>

#include "lib/rpc/grpc_status.h"
#include "services/reporting/endpoint/moment.h"
#include "services/reporting/endpoint/wait_deadline.h"

namespace compendium::reporting {
void WaitingCall::Await(const Moment& moment, absl::Time deadline, Then then) {
  then_ = std::move(then);
  ticket_ = publisher_.Await(
      moment.min_revision, deadline,
      [this, as_of = moment.as_of,
       deadline](const absl::StatusOr<SnapshotLink>& snapshot) {
        if (snapshot.ok() && as_of.has_value() && !IsOf(**snapshot, *as_of)) {
          past_.Read(*as_of, deadline,
                     [this](const absl::StatusOr<SnapshotLink>& past) {
                       Complete(past);
                     });
        } else {
          Complete(snapshot);
        }
      });
}

void WaitingCall::OnCancel() {
  if (publisher_.Forget(ticket_)) Finish(CancelledStatus());
}

void WaitingCall::Complete(const absl::StatusOr<SnapshotLink>& snapshot) {
  if (context_.IsCancelled()) {  // nobody reads what it would cost to compute
    Finish(CancelledStatus());
  } else {
    then_(*this, snapshot);
  }
}

}  // namespace compendium::reporting
