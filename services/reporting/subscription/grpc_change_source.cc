// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/subscription/grpc_change_source.h"

#include <google/protobuf/util/time_util.h>

#include <utility>

#include "lib/base/status_macros.h"
#include "lib/rpc/grpc_status.h"

namespace compendium::reporting {

using registry::v1::GetRegistryStatusRequest;
using registry::v1::GetRegistryStatusResponse;
using registry::v1::WatchRequest;
using registry::v1::WatchResponse;

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
  GetRegistryStatusResponse status;
  RETURN_IF_ERROR(FromGrpcStatus(stub_->GetRegistryStatus(
      status_call, GetRegistryStatusRequest(), &status)));

  WatchRequest request;
  request.set_after_revision(after_revision);
  request.set_consumer("reporting");
  *request.mutable_progress_interval() =
      google::protobuf::util::TimeUtil::MillisecondsToDuration(
          absl::ToInt64Milliseconds(options_.progress_interval));
  ASSIGN_OR_RETURN(grpc::ClientContext * watch_call, NewContext());
  reader_ = stub_->Watch(watch_call, request);
  return FeedStart{status.store_id(), status.revision()};
}

absl::StatusOr<FeedEvent> GrpcChangeSource::Next() {
  CHECK(reader_ != nullptr);
  WatchResponse response;
  while (reader_->Read(&response)) {
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
  const absl::Status status = FromGrpcStatus(reader_->Finish());
  reader_.reset();
  if (status.ok()) return absl::UnavailableError("the registry ended the feed");
  return status;
}

void GrpcChangeSource::Close() {
  if (reader_ == nullptr) return;
  {
    base::MutexLock lock(mu_);
    context_->TryCancel();
  }
  reader_->Finish().IgnoreError();
  reader_.reset();
}

void GrpcChangeSource::Cancel() {
  base::MutexLock lock(mu_);
  cancelled_ = true;
  if (context_ != nullptr) context_->TryCancel();
}

}  // namespace compendium::reporting
