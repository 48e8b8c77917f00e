// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/endpoint/download_call.h"

#include <utility>

#include "lib/rpc/grpc_status.h"

namespace compendium::reporting {
namespace {

// What gRPC carries without much ado.
constexpr size_t kPartBytes = size_t{64} << 10;

}  // namespace

DownloadCall::DownloadCall(absl::StatusOr<std::string> bytes) {
  if (!bytes.ok()) {
    Finish(ToGrpcStatus(bytes.status()));
    return;
  }
  bytes_ = *std::move(bytes);
  WriteNext();
}

void DownloadCall::OnWriteDone(bool ok) {
  if (ok) {
    WriteNext();
  } else {
    Finish(ToGrpcStatus(absl::CancelledError("the caller gave up")));
  }
}

void DownloadCall::WriteNext() {
  if (written_ == bytes_.size()) {
    Finish(grpc::Status::OK);
    return;
  }
  response_.set_content(bytes_.substr(written_, kPartBytes));
  written_ += response_.content().size();
  StartWrite(&response_);
}

}  // namespace compendium::reporting
