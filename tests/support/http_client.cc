// SPDX-License-Identifier: Apache-2.0
#include "tests/support/http_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstdint>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "gtest/gtest.h"

namespace compendium::tests {

HttpClient::HttpClient(int port) : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
  const timeval patience = {.tv_sec = 10, .tv_usec = 0};
  setsockopt(socket_.get(), SOL_SOCKET, SO_RCVTIMEO, &patience,
             sizeof patience);
  setsockopt(socket_.get(), SOL_SOCKET, SO_SNDTIMEO, &patience,
             sizeof patience);
  const int at_once = 1;
  setsockopt(socket_.get(), IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  EXPECT_EQ(connect(socket_.get(), reinterpret_cast<const sockaddr*>(&address),
                    sizeof address),
            0)
      << "nobody listens on " << port;
}

bool HttpClient::Send(absl::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent =
        send(socket_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<size_t>(sent));
  }
  return true;
}

bool HttpClient::Fill() {
  char bytes[16384];
  const ssize_t received = recv(socket_.get(), bytes, sizeof bytes, 0);
  if (received <= 0) return false;
  buffer_.append(bytes, static_cast<size_t>(received));
  return true;
}

std::string HttpClient::Take(size_t size) {
  while (buffer_.size() < size && Fill()) {
  }
  const std::string taken = buffer_.substr(0, size);
  buffer_.erase(0, taken.size());
  return taken;
}

std::string HttpClient::ReceiveLine() {
  size_t end = 0;
  while ((end = buffer_.find("\r\n")) == std::string::npos)
    if (!Fill()) return "";
  const std::string line = buffer_.substr(0, end);
  buffer_.erase(0, end + 2);
  return line;
}

std::string HttpClient::ReceiveChunk() {
  uint64_t size = 0;
  if (!absl::SimpleHexAtoi(ReceiveLine(), &size)) return "";
  const std::string chunk = Take(size);
  ReceiveLine();
  return chunk;
}

HttpResponse HttpClient::Receive(bool to_head) {
  HttpResponse response;
  const std::string line = ReceiveLine();
  if (!absl::StartsWith(line, "HTTP/1.1 ") ||
      !absl::SimpleAtoi(line.substr(9, 3), &response.status))
    return response;
  for (std::string field; !(field = ReceiveLine()).empty();) {
    const std::pair<std::string, std::string> parts =
        absl::StrSplit(field, absl::MaxSplits(": ", 1));
    response.fields.Add(parts.first, parts.second);
  }
  const bool no_body = to_head || response.status == 204 ||
                       response.status == 304 || response.status == 100;
  response.whole = true;
  if (no_body) return response;
  if (response.fields.Has("transfer-encoding")) {
    response.whole = false;
    for (;;) {
      const std::string size_line = ReceiveLine();
      uint64_t size = 0;
      if (!absl::SimpleHexAtoi(size_line, &size)) return response;
      response.body += Take(size);
      ReceiveLine();
      if (size == 0) break;
    }
    response.whole = true;
    return response;
  }
  size_t length = 0;
  if (!absl::SimpleAtoi(response.fields.Find("content-length").value_or(""),
                        &length)) {
    while (Fill()) {
    }
    response.body = std::exchange(buffer_, "");
    return response;
  }
  response.body = Take(length);
  response.whole = response.body.size() == length;
  return response;
}

HttpResponse HttpClient::Ask(
    absl::string_view method, absl::string_view target, absl::string_view body,
    std::initializer_list<std::pair<std::string, std::string>> fields) {
  std::string text =
      absl::StrCat(method, " ", target, " HTTP/1.1\r\nHost: test\r\n");
  for (const auto& [name, value] : fields)
    absl::StrAppend(&text, name, ": ", value, "\r\n");
  if (method == "POST")
    absl::StrAppend(&text, "Content-Length: ", body.size(), "\r\n");
  absl::StrAppend(&text, "\r\n", body);
  Send(text);
  return Receive(method == "HEAD");
}

bool HttpClient::IsClosed() {
  char byte = 0;
  const ssize_t received = recv(socket_.get(), &byte, 1, MSG_PEEK);
  // An error other than running out of patience is an end, too.
  return received == 0 ||
         (received < 0 && errno != EAGAIN && errno != EWOULDBLOCK);
}

int PortOf(absl::string_view address) {
  int port = 0;
  EXPECT_TRUE(absl::SimpleAtoi(address.substr(address.rfind(':') + 1), &port))
      << address;
  return port;
}

}  // namespace compendium::tests
