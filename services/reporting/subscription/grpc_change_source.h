// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <grpcpp/channel.h>
#include <grpcpp/client_context.h>
#include <grpcpp/completion_queue.h>
#include <grpcpp/support/async_stream.h>

#include <memory>

#include "absl/time/time.h"
#include "compendium/registry/v1/registry_service.grpc.pb.h"
#include "lib/base/clock.h"
#include "lib/base/mutex.h"
#include "services/reporting/subscription/change_source.h"

namespace compendium::reporting {

// The feed of a registry over gRPC: RegistryService.Watch. A feed that is
// silent for ten times its progress interval is given up with UNAVAILABLE: a
// registry that hangs, or a network that swallows everything, is not a quiet
// one.
class GrpcChangeSource final : public ChangeSource {
 public:
  struct Options {
    // Under which name operators see the feed.
    std::string consumer = "reporting";
    // How long the feed may be silent before the registry says how far it is.
    absl::Duration progress_interval = absl::Seconds(1);
    // Whether to wait for a registry that cannot be reached, as long as it may
    // take to answer: for whoever does not try again by himself.
    bool wait_for_registry = false;
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
  // A call of Watch. Each of its operations puts one event into the queue.
  struct Call {
    ~Call();

    grpc::CompletionQueue queue;
    std::unique_ptr<grpc::ClientAsyncReader<registry::v1::WatchResponse>>
        reader;
  };

  // Makes the context of the next call, or CANCELLED.
  absl::StatusOr<grpc::ClientContext*> NewContext();

  // Waits for the operation that was begun last and returns whether it worked;
  // UNAVAILABLE, with the call cancelled, when it takes too long.
  absl::StatusOr<bool> AwaitOperation();

  // Ends the call and returns why it has ended.
  absl::Status Finish();
  void CancelCall();

  const base::Clock& clock_;
  const Options options_;
  const std::unique_ptr<registry::v1::RegistryService::Stub> stub_;
  // Of the thread that opens and reads; null when no feed is open.
  std::unique_ptr<Call> call_;

  base::Mutex mu_;
  // Of the call under way; set before call_, outlives it.
  std::unique_ptr<grpc::ClientContext> context_ ABSL_GUARDED_BY(mu_);
  bool cancelled_ ABSL_GUARDED_BY(mu_) = false;
};

}  // namespace compendium::reporting
