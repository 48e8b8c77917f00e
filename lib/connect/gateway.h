// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "lib/connect/caller.h"
#include "lib/connect/codec.h"
#include "lib/connect/method_table.h"
#include "lib/http/handler.h"

namespace compendium::connect {

// Answers requests of the Connect protocol (connectrpc.com) by calls to gRPC
// services, which know nothing of it: unary calls by POST and, without effects,
// by GET, and server streams, each as JSON or protobuf. Everything of a call
// goes through: deadline, cancellation, error details and `traceparent`; other
// metadata does not. Holds no thread. Any thread.
class Gateway final : public http::Handler {
 public:
  // The services by their full names, which `caller` calls. It must outlive the
  // gateway.
  Gateway(const std::vector<std::string>& services, Caller& caller)
      : methods_(services), caller_(caller) {}

  // Waits until no call of the caller is under way.
  ~Gateway() override { caller_.AwaitCalls(); }

  const MethodTable& methods() const { return methods_; }

  // The path must be that of a method.
  void Handle(std::shared_ptr<http::Exchange> exchange) override;

 private:
  void StartUnary(const std::shared_ptr<http::Exchange>& exchange,
                  const Method& method, Codec codec);
  void StartStream(http::Exchange& exchange, const Method& method, Codec codec);

  const MethodTable methods_;
  Caller& caller_;
};

}  // namespace compendium::connect
