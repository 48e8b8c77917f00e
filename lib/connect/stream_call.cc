// SPDX-License-Identifier: Apache-2.0
#include "lib/connect/stream_call.h"

#include <utility>

#include "lib/base/status_macros.h"
#include "lib/connect/unary_call.h"
#include "lib/rpc/grpc_status.h"

namespace compendium::connect {

// What the connection holds of the call.
class StreamCall::Body final : public http::BodyStream {
 public:
  explicit Body(std::shared_ptr<StreamCall> call) : call_(std::move(call)) {}
  ~Body() override { call_->Abandon(); }
  void Next(Done done) override { call_->Next(done); }

 private:
  const std::shared_ptr<StreamCall> call_;
};

std::unique_ptr<http::BodyStream> StreamCall::Start(
    grpc::GenericStub& stub, const http::Request& request,
    const CallRequest& call, const Method& method, Writing writing,
    absl::Time now, CallCount::Place place) {
  const std::shared_ptr<StreamCall> self(
      new StreamCall(std::move(writing), std::move(place)));
  PrepareContext(request, call.timeout, now, self->context_);
  self->request_ = ToBuffer(call.message);
  {
    base::MutexLock lock(self->mu_);
    self->self_ = self;
  }
  stub.PrepareBidiStreamingCall(&self->context_, method.path, {}, self.get());
  // Reads begin outside of gRPC's callbacks.
  self->AddHold();
  self->StartWriteLast(&self->request_, {});
  self->StartCall();
  return std::make_unique<Body>(self);
}

void StreamCall::Next(const Done& done) {
  bool ended = false;
  {
    base::MutexLock lock(mu_);
    ended = ended_;
    if (!ended) done_ = done;
  }
  if (ended) {
    done(std::string());
  } else {
    StartRead(&response_);
  }
}

void StreamCall::OnReadDone(bool ok) {
  absl::StatusOr<std::string> part = ok ? ReadPart() : std::string();
  Done done;
  {
    base::MutexLock lock(mu_);
    if (ok && part.ok() && !ended_) {
      done.swap(done_);
    } else {
      holding_ = false;
      problem_ = part.status();
    }
  }
  if (done) {
    done(std::move(part));
    return;
  }
  // The end of the call answers, if anybody still asks.
  if (ok) context_.TryCancel();
  RemoveHold();
}

void StreamCall::OnDone(const grpc::Status& status) {
  std::shared_ptr<StreamCall> self;  // to the end of this function
  Done done;
  absl::Status problem;
  {
    base::MutexLock lock(mu_);
    self.swap(self_);
    done.swap(done_);
    problem = problem_;
    ended_ = true;
  }
  if (done) done(writing_.end(problem.ok() ? FromGrpcStatus(status) : problem));
}

void StreamCall::Abandon() {
  bool release = false;
  {
    base::MutexLock lock(mu_);
    // A read under way ends soon, and lets go then.
    release = holding_ && !done_;
    if (release) holding_ = false;
    ended_ = true;
  }
  context_.TryCancel();
  if (release) RemoveHold();
}

absl::StatusOr<std::string> StreamCall::ReadPart() {
  ASSIGN_OR_RETURN(std::string bytes, FromBuffer(response_));
  return writing_.part(std::move(bytes));
}

}  // namespace compendium::connect
