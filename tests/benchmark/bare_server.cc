// SPDX-License-Identifier: Apache-2.0
#include "tests/benchmark/bare_server.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

// Boost 1.74 uses std::exchange and does not include it.
#include <utility>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/strand.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <memory>
#include <thread>

namespace compendium::benchmark {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;
using Error = boost::system::error_code;

class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(tcp::socket socket, const BareAnswer& answer)
      : socket_(std::move(socket)), answer_(answer) {
    socket_.set_option(tcp::no_delay(true));
  }

  void Read() {
    request_ = {};
    http::async_read(socket_, buffer_, request_,
                     [self = shared_from_this()](Error error, size_t) {
                       if (!error) self->Write();
                     });
  }

 private:
  void Write() {
    response_ = {http::status::ok, 11};
    response_.set(http::field::content_type, answer_.content_type);
    response_.body() = answer_.body;
    response_.keep_alive(request_.keep_alive());
    response_.prepare_payload();
    http::async_write(socket_, response_,
                      [self = shared_from_this()](Error error, size_t) {
                        if (!error) self->Read();
                      });
  }

  tcp::socket socket_;
  const BareAnswer& answer_;
  boost::beast::flat_buffer buffer_;
  http::request<http::string_body> request_;
  http::response<http::string_body> response_;
};

void Accept(tcp::acceptor& acceptor, asio::io_context& io,
            const BareAnswer& answer) {
  acceptor.async_accept(
      asio::make_strand(io), [&](Error error, tcp::socket socket) {
        if (!error)
          std::make_shared<Session>(std::move(socket), answer)->Read();
        Accept(acceptor, io, answer);
      });
}

}  // namespace

BareServer::BareServer(const BareAnswer& answer) {
  asio::io_context io(2);
  tcp::acceptor acceptor(io, {asio::ip::address_v4::loopback(), 0});
  port_ = acceptor.local_endpoint().port();
  io.notify_fork(asio::execution_context::fork_prepare);
  pid_ = fork();
  if (pid_ != 0) {
    io.notify_fork(asio::execution_context::fork_parent);
    return;
  }
  io.notify_fork(asio::execution_context::fork_child);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  Accept(acceptor, io, answer);
  std::thread other([&io] { io.run(); });
  io.run();
  other.join();
  _exit(0);
}

BareServer::~BareServer() {
  kill(pid_, SIGKILL);
  waitpid(pid_, nullptr, 0);
}

}  // namespace compendium::benchmark
