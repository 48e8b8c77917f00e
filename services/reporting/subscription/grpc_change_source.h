// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <grpcpp/channel.h>
#include <grpcpp/client_context.h>
#include <grpcpp/support/sync_stream.h>

#include <memory>

#include "absl/time/time.h"
#include "compendium/registry/v1/registry_service.grpc.pb.h"
#include "lib/base/clock.h"
#include "lib/base/mutex.h"
#include "services/reporting/subscription/change_source.h"

namespace compendium::reporting {

// The feed of a registry over gRPC: RegistryService.Watch, as the consumer
// "reporting".
class GrpcChangeSource final : public ChangeSource {
 public:
  struct Options {
    // How long the feed may be silent before the registry says how far it is.
    absl::Duration progress_interval = absl::Seconds(1);
    // How long the registry may take to say what it holds.
    absl::Duration status_timeout = absl::Seconds(5);
  };

  // `clock` must outlive the source and tell the machine's time.
  GrpcChangeSource(std::shared_ptr<grpc::Channel> channel,
                   const base::Clock& clock, const Options& options);
  ~GrpcChangeSource() override;

  absl::StatusOr<FeedStart> Open(int64_t after_revision) override;
  absl::StatusOr<FeedEvent> Next() override;
  void Close() override;
  void Cancel() override;

 private:
  // Makes the context of the next call, or CANCELLED.
  absl::StatusOr<grpc::ClientContext*> NewContext();

  const base::Clock& clock_;
  const Options options_;
  const std::unique_ptr<registry::v1::RegistryService::Stub> stub_;
  // Of the thread that opens and reads.
  std::unique_ptr<grpc::ClientReader<registry::v1::WatchResponse>> reader_;

  base::Mutex mu_;
  // Of the call under way; set before reader_, reset after it.
  std::unique_ptr<grpc::ClientContext> context_ ABSL_GUARDED_BY(mu_);
  bool cancelled_ ABSL_GUARDED_BY(mu_) = false;
};

}  // namespace compendium::reporting
