// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <grpcpp/client_context.h>
#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/support/byte_buffer.h>
#include <grpcpp/support/client_callback.h>
#include <grpcpp/support/status.h>

#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "lib/base/mutex.h"
#include "lib/connect/call_count.h"
#include "lib/connect/call_request.h"
#include "lib/connect/method_table.h"
#include "lib/http/message.h"

namespace compendium::connect {

// A server-streaming call, as the body of a response. The next message is read
// from the service only when the one before was sent, so a slow client holds up
// the service and no memory; a client that goes away cancels the call.
class StreamCall final
    : public grpc::ClientBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer> {
 public:
  // How the body is written. Called on any thread, one at a time.
  struct Writing {
    // The part that a message becomes; not empty. After an error the call ends
    // with it.
    std::function<absl::StatusOr<std::string>(std::string bytes)> part;
    // The last part, for the call's status: empty for none. An error cuts the
    // connection.
    std::function<absl::StatusOr<std::string>(const absl::Status&)> end;
  };

  // Begins the call. `method` must outlive the body.
  static std::unique_ptr<http::BodyStream> Start(
      grpc::GenericStub& stub, const http::Request& request,
      const CallRequest& call, const Method& method, Writing writing,
      absl::Time now, CallCount::Place place);

  void OnReadDone(bool ok) override;
  void OnDone(const grpc::Status& status) override;

 private:
  class Body;
  using Done = http::BodyStream::Done;

  StreamCall(Writing writing, CallCount::Place place)
      : place_(std::move(place)), writing_(std::move(writing)) {}

  // For Body.
  void Next(const Done& done);
  void Abandon();

  // The part that the message which was read becomes.
  absl::StatusOr<std::string> ReadPart();

  // Constant after Start.
  const CallCount::Place place_;  // ends last
  const Writing writing_;
  grpc::ByteBuffer request_;

  // Of gRPC, and of one read at a time.
  grpc::ClientContext context_;
  grpc::ByteBuffer response_;

  base::Mutex mu_;
  // Until it is done; then the body alone keeps the call.
  std::shared_ptr<StreamCall> self_ ABSL_GUARDED_BY(mu_);
  Done done_ ABSL_GUARDED_BY(mu_);             // of a Next under way
  bool holding_ ABSL_GUARDED_BY(mu_) = true;   // gRPC is to wait for more reads
  bool ended_ ABSL_GUARDED_BY(mu_) = false;    // nothing more is to be given
  absl::Status problem_ ABSL_GUARDED_BY(mu_);  // a message that has no part
};

}  // namespace compendium::connect
