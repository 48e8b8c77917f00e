// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/subscription/grpc_change_source.h"

#include <google/protobuf/util/time_util.h>

#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/rpc/grpc_status.h"

namespace compendium::reporting {
namespace {

using registry::v1::GetRegistryStatusRequest;
using registry::v1::GetRegistryStatusResponse;
using registry::v1::WatchRequest;
using registry::v1::WatchResponse;

// A feed may be silent for so many progress intervals: nine are lost or late.
constexpr int kSilenceFactor = 10;

}  // namespace

GrpcChangeSource::GrpcChangeSource(std::shared_ptr<grpc::Channel> channel,
                                   const base::Clock& clock,
                                   const Options& options)
    : clock_(clock),
      options_(options),
      stub_(registry::v1::RegistryService::NewStub(std::move(channel))) {}

GrpcChangeSource::~GrpcChangeSource() { Close(); }

absl::StatusOr<grpc::ClientContext*> GrpcChangeSource::NewContext() {
  auto context = std::make_unique<grpc::ClientContext>();
  base::MutexLock lock(mu_);
  if (cancelled_) return absl::CancelledError("the feed was cancelled");
  context_ = std::move(context);
  return context_.get();
}

absl::StatusOr<FeedStart> GrpcChangeSource::Open(int64_t after_revision) {
  Close();
  ASSIGN_OR_RETURN(grpc::ClientContext * status_call, NewContext());
  status_call->set_deadline(
      absl::ToChronoTime(clock_.Now() + options_.status_timeout));
  status_call->set_wait_for_ready(options_.wait_for_registry);
  GetRegistryStatusResponse status;
  RETURN_IF_ERROR(FromGrpcStatus(stub_->GetRegistryStatus(
      status_call, GetRegistryStatusRequest(), &status)));

  WatchRequest request;
  request.set_after_revision(after_revision);
  request.set_consumer(options_.consumer);
  *request.mutable_progress_interval() =
      google::protobuf::util::TimeUtil::MillisecondsToDuration(
          absl::ToInt64Milliseconds(options_.progress_interval));
  ASSIGN_OR_RETURN(grpc::ClientContext * watch_call, NewContext());
  call_ = std::make_unique<Call>();
  call_->reader =
      stub_->AsyncWatch(watch_call, request, &call_->queue, /*tag=*/nullptr);
  // When it did not work, Next finds out why.
  RETURN_IF_ERROR(AwaitOperation().status());
  return FeedStart{status.store_id(), status.revision()};
}

absl::StatusOr<FeedEvent> GrpcChangeSource::Next() {
  CHECK(call_ != nullptr);
  WatchResponse response;
  for (;;) {
    call_->reader->Read(&response, /*tag=*/nullptr);
    ASSIGN_OR_RETURN(const bool read, AwaitOperation());
    if (!read) break;
    FeedEvent event;
    if (response.has_change()) {
      event.change = std::move(*response.mutable_change());
      return event;
    }
    if (response.has_progress()) {
      event.progress_revision = response.progress().revision();
      return event;
    }
    // A kind of message that this release does not know.
  }
  const absl::Status status = Finish();
  if (status.ok()) return absl::UnavailableError("the registry ended the feed");
  return status;
}

absl::StatusOr<bool> GrpcChangeSource::AwaitOperation() {
  const absl::Duration silence_max =
      kSilenceFactor * options_.progress_interval;
  void* tag = nullptr;
  bool worked = false;
  const auto next = call_->queue.AsyncNext(
      &tag, &worked, absl::ToChronoTime(clock_.Now() + silence_max));
  if (next == grpc::CompletionQueue::GOT_EVENT) return worked;
  CancelCall();
  call_->queue.Next(&tag, &worked);
  Finish().IgnoreError();
  return absl::UnavailableError(absl::StrCat(
      "the registry has been silent for ", absl::FormatDuration(silence_max)));
}

absl::Status GrpcChangeSource::Finish() {
  grpc::Status status;
  call_->reader->Finish(&status, /*tag=*/nullptr);
  void* tag = nullptr;
  bool worked = false;
  call_->queue.Next(&tag, &worked);
  call_.reset();
  return FromGrpcStatus(status);
}

GrpcChangeSource::Call::~Call() {
  reader.reset();
  queue.Shutdown();
  void* tag = nullptr;
  bool worked = false;
  while (queue.Next(&tag, &worked)) {
  }
}

void GrpcChangeSource::Close() {
  if (call_ == nullptr) return;
  CancelCall();
  Finish().IgnoreError();
}

void GrpcChangeSource::CancelCall() {
  base::MutexLock lock(mu_);
  context_->TryCancel();
}

void GrpcChangeSource::Cancel() {
  base::MutexLock lock(mu_);
  cancelled_ = true;
  if (context_ != nullptr) context_->TryCancel();
}

}  // namespace compendium::reporting
