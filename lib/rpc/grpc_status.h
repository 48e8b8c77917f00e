// SPDX-License-Identifier: Apache-2.0
// The only place where errors change between absl::Status and grpc::Status.
// The google.rpc details that lib/request attaches as payloads travel in the
// trailer grpc-status-details-bin, as AIP-193 has it.
#pragma once

#include <grpcpp/support/status.h>

#include "absl/status/status.h"

namespace compendium {

// The same code and message, with the google.rpc payloads as details. An error
// without an ErrorInfo gets one whose reason is the code's name, such as
// NOT_FOUND. A code that gRPC does not have becomes INTERNAL. What does not fit
// into the trailers that clients take by default is cut: the end of the
// message, then details other than the ErrorInfo. Any thread.
grpc::Status ToGrpcStatus(const absl::Status& status);

// The reverse: the details become payloads again. Details that are damaged,
// too many or of other packages are left out; code and message stay. A code
// that absl does not have becomes INTERNAL. Any thread.
absl::Status FromGrpcStatus(const grpc::Status& status);

}  // namespace compendium
