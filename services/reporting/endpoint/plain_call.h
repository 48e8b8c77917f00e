// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <grpcpp/server_context.h>
#include <grpcpp/support/server_callback.h>

#include "absl/status/status.h"
#include "lib/request/field_rules.h"
#include "lib/rpc/grpc_status.h"

namespace compendium::reporting {

// Answers a call at once: with what is wrong with the request, or with the
// status of fill(), which fills the response.
template <class Request, class Fill>
grpc::ServerUnaryReactor* AnswerNow(grpc::CallbackServerContext* context,
                                    const FieldRules& rules,
                                    const Request& request, Fill fill) {
  grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
  absl::Status status = rules.Check(request);
  if (status.ok()) status = fill();
  reactor->Finish(ToGrpcStatus(status));
  return reactor;
}

}  // namespace compendium::reporting
