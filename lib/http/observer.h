// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "absl/time/time.h"
#include "lib/http/trace_context.h"

namespace compendium::http {

// What became of one request.
struct Outcome {
  std::string method = {};  // as sent; "" when it could not be read
  std::string route = {};   // as in Response
  std::string reason = {};  // as in Response
  std::string peer = {};
  std::optional<TraceContext> trace = std::nullopt;
  int status = 0;
  bool gone = false;  // the client, before it had all of the response
  absl::Duration duration = {};
  uint64_t request_bytes = 0;   // of the body
  uint64_t response_bytes = 0;  // of the body, as far as it was sent
};

// Why a connection was ended that its client would have kept.
enum class Refusal {
  kTooManyConnections,
  kTooManyOfOneAddress,
  kHandshake,  // failed, or took too long
  kHeaderTimeout,
  kBodyTimeout,
  kWriteTimeout,
};

// Is told what the server does. Called from any thread; must not wait.
class Observer {
 public:
  virtual ~Observer() = default;
  virtual void OnOutcome(const Outcome& outcome) = 0;
  virtual void OnRefusal(Refusal refusal) = 0;
  // How many there are now.
  virtual void OnConnectionCount(int count) = 0;
};

}  // namespace compendium::http
