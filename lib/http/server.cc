// SPDX-License-Identifier: Apache-2.0
#include "lib/http/server.h"

#include <atomic>
#include <chrono>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "lib/base/status_macros.h"
#include "lib/http/asio.h"
#include "lib/http/connection.h"
#include "lib/http/connection_table.h"

namespace compendium::http {
namespace {

// Connections that the system accepts for us while we are busy.
constexpr int kBacklog = 1024;

// After the system had no room for another connection.
constexpr auto kAcceptDelay = std::chrono::milliseconds(50);

// The answer to who has no place, without TLS; the best we can do at once.
constexpr absl::string_view kNoPlace =
    "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\n"
    "Content-Length: 0\r\nConnection: close\r\n\r\n";

absl::Status Unavailable(const std::string& address, const ErrorCode& error) {
  return absl::UnavailableError(absl::StrCat(
      "address: got ", address,
      ", want one that is valid and free to listen on: ", error.message()));
}

absl::Status BadFile(const std::string& path, const ErrorCode& error) {
  return absl::InvalidArgumentError(
      absl::StrCat(path, ": cannot be used for TLS: ", error.message()));
}

// Host and port of "host:port", without the brackets of IPv6.
std::pair<std::string, std::string> SplitAddress(const std::string& address) {
  const size_t colon = address.rfind(':');
  if (colon == std::string::npos) return {address, ""};
  std::string host = address.substr(0, colon);
  if (host.size() > 1 && host.front() == '[' && host.back() == ']')
    host = host.substr(1, host.size() - 2);
  return {host, address.substr(colon + 1)};
}

}  // namespace

// The accepting socket and the threads.
class Server::Listener {
 public:
  Listener(const Options& options, Handler& handler, Observer& observer,
           base::Clock& clock)
      : options_(options),
        table_(options.limits, handler, observer, clock),
        io_(options.thread_count),
        work_(asio::make_work_guard(io_)),
        acceptor_(asio::make_strand(io_)),
        retry_(acceptor_.get_executor()) {}

  absl::Status Start() {
    if (!options_.certificate_file.empty() || !options_.key_file.empty())
      RETURN_IF_ERROR(LoadCertificate());
    RETURN_IF_ERROR(Listen());
    asio::post(acceptor_.get_executor(), [this] { Accept(); });
    for (int i = 0; i < options_.thread_count; ++i)
      threads_.emplace_back([this] { io_.run(); });
    return absl::OkStatus();
  }

  int port() const { return port_; }

  void StopListening() {
    asio::post(acceptor_.get_executor(), [this] {
      ErrorCode ignored;
      acceptor_.close(ignored);
      retry_.cancel();
    });
    table_.Drain();
  }

  void Drain(absl::Duration grace) {
    if (drained_.exchange(true)) return;
    StopListening();
    table_.DrainAndWait(grace);
    work_.reset();
    io_.stop();
    for (std::thread& thread : threads_) thread.join();
  }

 private:
  absl::Status LoadCertificate() {
    auto& tls = tls_.emplace(asio::ssl::context::tls_server);
    SSL_CTX_set_min_proto_version(tls.native_handle(), TLS1_2_VERSION);
    // An idle connection would hold 32 KiB otherwise.
    SSL_CTX_set_mode(tls.native_handle(), SSL_MODE_RELEASE_BUFFERS);
    ErrorCode error;
    tls.use_certificate_chain_file(options_.certificate_file, error);
    if (error) return BadFile(options_.certificate_file, error);
    tls.use_private_key_file(options_.key_file, asio::ssl::context::pem, error);
    if (error) return BadFile(options_.key_file, error);
    return absl::OkStatus();
  }

  absl::Status Listen() {
    const auto [host, port] = SplitAddress(options_.address);
    ErrorCode error = asio::error::invalid_argument;
    if (host.empty() || port.empty())
      return Unavailable(options_.address, error);
    tcp::resolver resolver(io_);
    const auto found = resolver.resolve(
        host, port, tcp::resolver::passive | tcp::resolver::numeric_service,
        error);
    if (error) return Unavailable(options_.address, error);
    const tcp::endpoint endpoint = found.begin()->endpoint();
    acceptor_.open(endpoint.protocol(), error);
    // A restarted server may listen where its connections still end.
    if (!error)
      acceptor_.set_option(asio::socket_base::reuse_address(true), error);
    if (!error) acceptor_.bind(endpoint, error);
    if (!error) acceptor_.listen(kBacklog, error);
    if (error) return Unavailable(options_.address, error);
    port_ = acceptor_.local_endpoint(error).port();
    return absl::OkStatus();
  }

  void Accept() {
    acceptor_.async_accept(asio::make_strand(io_),
                           [this](ErrorCode error, tcp::socket socket) {
                             OnAccept(error, std::move(socket));
                           });
  }

  void OnAccept(ErrorCode error, tcp::socket socket) {
    if (!acceptor_.is_open()) return;
    if (error) {
      retry_.expires_after(kAcceptDelay);
      retry_.async_wait([this](ErrorCode cancelled) {
        if (!cancelled && acceptor_.is_open()) Accept();
      });
      return;
    }
    Welcome(std::move(socket));
    Accept();
  }

  void Welcome(tcp::socket socket) {
    ErrorCode error;
    const auto remote = socket.remote_endpoint(error);
    if (error) return;  // gone already
    const std::string peer = remote.address().to_string();
    const std::string key = AdmissionKey(peer);
    switch (table_.admission.Admit(key)) {
      case Admission::Verdict::kAdmitted:
        break;
      case Admission::Verdict::kTooMany:
        return Refuse(socket, Refusal::kTooManyConnections);
      case Admission::Verdict::kTooManyOfOneAddress:
        return Refuse(socket, Refusal::kTooManyOfOneAddress);
    }
    if (tls_.has_value()) {
      Run(std::make_shared<Connection<TlsStream>>(
          TlsStream(std::move(socket), *tls_), table_, peer, key));
    } else {
      Run(std::make_shared<Connection<tcp::socket>>(std::move(socket), table_,
                                                    peer, key));
    }
  }

  template <class Stream>
  void Run(const std::shared_ptr<Connection<Stream>>& connection) {
    table_.Add(connection);
    connection->Start();
  }

  void Refuse(tcp::socket& socket, Refusal refusal) {
    table_.observer.OnRefusal(refusal);
    if (tls_.has_value()) return;
    ErrorCode ignored;
    socket.non_blocking(true, ignored);
    socket.send(asio::buffer(kNoPlace.data(), kNoPlace.size()), 0, ignored);
  }

  // Constant after Start.
  const Options options_;
  std::optional<asio::ssl::context> tls_;
  int port_ = 0;

  // Synchronises itself.
  ConnectionTable table_;
  asio::io_context io_;
  asio::executor_work_guard<asio::io_context::executor_type> work_;
  std::atomic<bool> drained_ = false;

  // Of the acceptor's strand.
  tcp::acceptor acceptor_;
  asio::steady_timer retry_;

  std::vector<std::thread> threads_;
};

absl::StatusOr<std::unique_ptr<Server>> Server::Start(const Options& options,
                                                      Handler& handler,
                                                      Observer& observer,
                                                      base::Clock& clock) {
  auto listener = std::make_unique<Listener>(options, handler, observer, clock);
  RETURN_IF_ERROR(listener->Start());
  return std::unique_ptr<Server>(new Server(std::move(listener)));
}

Server::Server(std::unique_ptr<Listener> listener)
    : listener_(std::move(listener)) {}

Server::~Server() { Drain(absl::ZeroDuration()); }

int Server::port() const { return listener_->port(); }

void Server::StopListening() { listener_->StopListening(); }

void Server::Drain(absl::Duration grace) { listener_->Drain(grace); }

}  // namespace compendium::http
