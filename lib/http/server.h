// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "lib/base/clock.h"
#include "lib/http/handler.h"
#include "lib/http/limits.h"
#include "lib/http/observer.h"

namespace compendium::http {

// An HTTP/1.1 server with keep-alive, over TCP or TLS, fit to face clients
// without anything in front of it: each step of each client has a limit in time
// and size (limits.h), and no client holds a thread. Responses are compressed
// where clients like it. Owns its threads, which run from Start until Drain has
// returned. Any thread may call its methods.
class Server {
 public:
  struct Options {
    // host:port, a host of IPv6 in brackets. Port 0 takes a free one.
    std::string address;
    // PEM files, the certificate with its chain; both empty: without TLS.
    std::string certificate_file = {};
    std::string key_file = {};
    Limits limits = {};
    int thread_count = 2;
  };

  // Listens and serves. All must outlive the server, and every exchange must be
  // dropped before it ends. INVALID_ARGUMENT when a file cannot be used,
  // UNAVAILABLE when the address cannot be listened on.
  static absl::StatusOr<std::unique_ptr<Server>> Start(const Options& options,
                                                       Handler& handler,
                                                       Observer& observer,
                                                       base::Clock& clock);

  // Drains at once, unless Drain was called.
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // The port it listens on.
  int port() const;

  // Takes no new connections, ends those that ask nothing, and the others after
  // their response. Returns at once.
  void StopListening();

  // StopListening; then lets responses under way be sent for `grace` at most,
  // ends what is left and the threads. Only the first call does something.
  void Drain(absl::Duration grace);

 private:
  class Listener;
  explicit Server(std::unique_ptr<Listener> listener);

  const std::unique_ptr<Listener> listener_;
};

}  // namespace compendium::http
