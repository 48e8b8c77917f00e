// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <grpcpp/support/server_interceptor.h>

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "lib/base/clock.h"

namespace compendium {

// What became of one call.
struct CallOutcome {
  absl::string_view method;  // "/package.Service/Method"; one that is served
  absl::StatusCode code = absl::StatusCode::kOk;
  std::string reason = {};       // of its ErrorInfo; empty when it has none
  std::string traceparent = {};  // as it came; empty when none did
  absl::Duration duration = {};
};

// Is told of each call when its status leaves. Called from any thread; must not
// wait.
class CallObserver {
 public:
  virtual ~CallObserver() = default;
  virtual void OnCall(const CallOutcome& outcome) = 0;
};

// Watches the calls of a server. Both must outlive it.
std::unique_ptr<grpc::experimental::ServerInterceptorFactoryInterface>
ObserveCalls(CallObserver& observer, const base::Clock& clock);

}  // namespace compendium
