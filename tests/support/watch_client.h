// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <grpcpp/grpcpp.h>

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "compendium/registry/v1/registry_service.grpc.pb.h"
#include "lib/base/mutex.h"
#include "tests/conformance/delivered_message.h"

namespace compendium::tests {

// A reader of Watch over gRPC that holds no thread. Keeps what it was sent.
// Destroying it cancels the stream and waits for its end.
class WatchClient final
    : public grpc::ClientReadReactor<registry::v1::WatchResponse> {
 public:
  WatchClient(registry::v1::RegistryService::Stub& stub,
              const registry::v1::WatchRequest& request);
  ~WatchClient() override;

  // Waits until what was delivered fulfils `condition` or the stream ended;
  // whether it is fulfilled. Gives up after a minute.
  bool WaitUntil(const std::function<bool(const DeliveredStream&)>& condition);

  // Waits until all up to `revision` was delivered.
  bool WaitForRevision(int64_t revision);

  // Waits until the server has answered with headers: it watches.
  bool WaitUntilWatching();

  // Waits for the end of the stream and returns why it ended.
  absl::Status WaitForEnd();

  DeliveredStream stream() const;

  void OnReadInitialMetadataDone(bool ok) override;
  void OnReadDone(bool ok) override;
  void OnDone(const grpc::Status& status) override;

 private:
  bool WaitFor(const std::function<bool()>& done)
      ABSL_EXCLUSIVE_LOCKS_REQUIRED(mu_);

  grpc::ClientContext context_;
  const registry::v1::WatchRequest request_;
  registry::v1::WatchResponse response_;

  mutable base::Mutex mu_;
  base::CondVar changed_;
  DeliveredStream stream_ ABSL_GUARDED_BY(mu_);
  bool watching_ ABSL_GUARDED_BY(mu_) = false;
  std::optional<absl::Status> end_ ABSL_GUARDED_BY(mu_);
};

}  // namespace compendium::tests
