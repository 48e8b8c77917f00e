// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <grpcpp/client_context.h>
#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/support/byte_buffer.h>
#include <grpcpp/support/client_callback.h>
#include <grpcpp/support/status.h>

#include <memory>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "lib/base/mutex.h"
#include "lib/connect/call_count.h"
#include "lib/connect/call_request.h"
#include "lib/connect/codec.h"
#include "lib/connect/method_table.h"
#include "lib/http/message.h"

namespace compendium::connect {

// The body of a stream that has ended before it began: one envelope.
std::string EndStreamEnvelope(const absl::Status& status);

// A server-streaming call, as the body of a response: an envelope for each
// message and one for the end. The next message is read from the service only
// when the one before was sent, so a slow client holds up the service and no
// memory; a client that goes away cancels the call.
class StreamCall final
    : public grpc::ClientBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer> {
 public:
  struct Options {
    Codec codec = Codec::kJson;
    bool compress = false;  // longer messages, by gzip
  };

  // Begins the call. `method` must outlive the body.
  static std::unique_ptr<http::BodyStream> Start(
      grpc::GenericStub& stub, const http::Request& request,
      const CallRequest& call, const Method& method, const Options& options,
      absl::Time now, CallCount::Place place);

  void OnReadDone(bool ok) override;
  void OnDone(const grpc::Status& status) override;

 private:
  class Body;
  using Done = http::BodyStream::Done;

  StreamCall(const Method& method, const Options& options,
             CallCount::Place place)
      : place_(std::move(place)), method_(method), options_(options) {}

  // For Body.
  void Next(const Done& done);
  void Abandon();

  // The message that was read, in its envelope.
  absl::StatusOr<std::string> ReadEnvelope();

  // Constant after Start.
  const CallCount::Place place_;  // ends last
  const Method& method_;
  const Options options_;
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
  absl::Status problem_ ABSL_GUARDED_BY(mu_);  // a message that JSON cannot say
};

}  // namespace compendium::connect
