// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <grpcpp/channel.h>
#include <grpcpp/impl/service_type.h>
#include <grpcpp/server.h>

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "lib/base/clock.h"
#include "lib/rpc/call_observer.h"

namespace compendium {

// A gRPC server without encryption: services, the health of each of them and of
// the whole (""), reflection (v1alpha, what Debian's gRPC has) with the
// descriptor of the health service, the limits of limits.h. Owns gRPC's
// threads, which run from Start until Drain has returned. Any thread may call
// its methods.
class Server {
 public:
  struct Options {
    // host:port. Port 0 takes a free one. A port that another process listens
    // on is refused, not shared.
    std::string address;
    // Whether health says SERVING from the first moment on.
    bool serving = true;
    // Is told of every call; null for nobody. With it goes a clock. Both must
    // outlive the server.
    CallObserver* observer = nullptr;
    const base::Clock* clock = nullptr;
  };
  // A service and its full name, such as RegistryService::service_full_name().
  struct Served {
    std::string name;
    grpc::Service* service;
  };

  // Listens and serves. The services must outlive the server. UNAVAILABLE when
  // the address cannot be listened on.
  static absl::StatusOr<std::unique_ptr<Server>> Start(
      const Options& options, const std::vector<Served>& services);

  // Drains at once, cancelling what runs, unless Drain was called.
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // The port it listens on.
  int port() const { return port_; }

  // A channel to this server that does not leave the process: for another
  // protocol in front of the same services. Calls over it end with Drain as all
  // others do; none may begin once Drain was called (gRPC 1.51 crashes).
  std::shared_ptr<grpc::Channel> InProcessChannel();

  // What health says from now on, for every service and "". After Drain has
  // begun it stays NOT_SERVING.
  void SetServing(bool serving);

  // Stops the server: health becomes NOT_SERVING, `end_streams` is called to
  // end the streams that would not end by themselves (gRPC would let them hold
  // up the drain and then cancel them), no new calls are taken, calls that run
  // may finish within `grace` and are cancelled then. Returns when none is
  // left. Only the first call does something; others return at once.
  void Drain(absl::Duration grace, const std::function<void()>& end_streams);

 private:
  Server(std::vector<std::string> names, int port,
         std::unique_ptr<grpc::Server> server);

  // Constant after construction.
  const std::vector<std::string> names_;  // of the services, and ""
  const int port_;

  // Synchronises itself.
  const std::unique_ptr<grpc::Server> server_;
  std::atomic<bool> draining_ = false;
};

}  // namespace compendium
