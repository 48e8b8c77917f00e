// SPDX-License-Identifier: Apache-2.0
#include "lib/connect/caller.h"

#include <utility>

#include "lib/request/error_details.h"

namespace compendium::connect {
namespace {

absl::Status Draining() {
  return TryAgainError("DRAINING", "the server stops", absl::ZeroDuration());
}

}  // namespace

void Caller::Stop() {
  stopped_ = true;
  starting_.AwaitNone();
}

void Caller::Call(const std::shared_ptr<http::Exchange>& exchange,
                  const Method& method, const CallRequest& request,
                  UnaryCall::Done done) {
  const CallCount::Place starting(starting_);
  if (stopped_) {
    done(Draining());
    return;
  }
  std::make_shared<UnaryCall>(method, std::move(done), CallCount::Place(calls_))
      ->Start(stub_, *exchange, request, clock_.Now());
}

absl::StatusOr<std::unique_ptr<http::BodyStream>> Caller::Stream(
    const http::Request& request, const Method& method, const CallRequest& call,
    StreamCall::Writing writing) {
  const CallCount::Place starting(starting_);
  if (stopped_) return Draining();
  return StreamCall::Start(stub_, request, call, method, std::move(writing),
                           clock_.Now(), CallCount::Place(calls_));
}

}  // namespace compendium::connect
