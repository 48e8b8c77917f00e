// SPDX-License-Identifier: Apache-2.0
// Reads a plain route of a running worker and, in turns, the same bytes from a
// bare Beast server, and prints lines of JSON: the throughput of both, their
// ratio, and how long a 304 takes. The worker is best started with
// --http_requests_per_second=0 --http_log_requests=false.
//   http_benchmark --http=127.0.0.1:7603 --seconds=3 --turns=5
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#include "absl/flags/flag.h"
#include "absl/flags/parse.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "lib/base/status_macros.h"
#include "tests/benchmark/bare_server.h"
#include "tests/benchmark/measurement.h"

ABSL_FLAG(std::string, http, "127.0.0.1:7603", "address of the worker");
ABSL_FLAG(std::string, target, "/v1/coverage?round=rounds/2016",
          "what to read");
ABSL_FLAG(int, connections, 8, "connections at a time");
ABSL_FLAG(double, seconds, 3, "measured time of a turn");
ABSL_FLAG(int, turns, 3, "turns of each");

namespace compendium::benchmark {
namespace {

struct Answer {
  int status = 0;
  std::string head;
  std::string body;
};

// One connection to a server of this machine that answers with lengths.
class Client {
 public:
  explicit Client(int port) : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    CHECK(connect(socket_, reinterpret_cast<const sockaddr*>(&address),
                  sizeof address) == 0);
  }
  ~Client() { close(socket_); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  const Answer& Ask(const std::string& request) {
    CHECK(send(socket_, request.data(), request.size(), 0) ==
          static_cast<ssize_t>(request.size()));
    while (buffer_.find("\r\n\r\n") == std::string::npos) Fill();
    const size_t end = buffer_.find("\r\n\r\n") + 4;
    answer_.head = buffer_.substr(0, end);
    CHECK(absl::SimpleAtoi(answer_.head.substr(9, 3), &answer_.status));
    const std::string length = FieldOf(answer_, "content-length");
    size_t size = 0;
    CHECK(length.empty() || absl::SimpleAtoi(length, &size));
    while (buffer_.size() < end + size) Fill();
    answer_.body.assign(buffer_, end, size);
    buffer_.erase(0, end + size);
    return answer_;
  }

  // The field's value; empty when there is none.
  static std::string FieldOf(const Answer& answer, absl::string_view name) {
    for (const absl::string_view line : absl::StrSplit(answer.head, "\r\n")) {
      const size_t colon = line.find(": ");
      if (absl::EqualsIgnoreCase(line.substr(0, colon), name))
        return std::string(line.substr(colon + 2));
    }
    return "";
  }

 private:
  void Fill() {
    char bytes[65536];
    const ssize_t size = recv(socket_, bytes, sizeof bytes, 0);
    CHECK(size > 0);
    buffer_.append(bytes, static_cast<size_t>(size));
  }

  const int socket_;
  std::string buffer_;
  Answer answer_;
};

// Ends the program when a server answers something else, such as 429 because it
// has a limit of requests.
void Want(int status, const Answer& answer) {
  if (answer.status == status) return;
  std::cerr << "got " << answer.status << ", want " << status << ": "
            << answer.body << "\n";
  exit(1);
}

std::string RequestOf(const std::string& target, const std::string& fields) {
  return absl::StrCat("GET ", target, " HTTP/1.1\r\nHost: localhost\r\n",
                      fields, "\r\n");
}

// Asks over all connections for a while; how many answers came in a second.
double Measure(const std::string& key, int port, const std::string& request,
               size_t body_size) {
  const int connections = absl::GetFlag(FLAGS_connections);
  const int64_t begin = NowNs();
  const int64_t end =
      begin + static_cast<int64_t>(absl::GetFlag(FLAGS_seconds) * 1e9);
  std::vector<Latencies> latencies(static_cast<size_t>(connections));
  std::vector<std::thread> threads;
  for (Latencies& own : latencies)
    threads.emplace_back([&own, &request, port, end, body_size] {
      Client client(port);
      for (int64_t from = NowNs(); from < end;) {
        const Answer& answer = client.Ask(request);
        Want(200, answer);
        CHECK(answer.body.size() == body_size);
        const int64_t to = NowNs();
        own.Add(to - from);
        from = to;
      }
    });
  for (std::thread& thread : threads) thread.join();
  Latencies all;
  for (const Latencies& own : latencies) all.Append(own);
  const double seconds = static_cast<double>(NowNs() - begin) / 1e9;
  PrintResult({.key = key,
               .operations = static_cast<double>(all.count()),
               .seconds = seconds},
              all);
  return static_cast<double>(all.count()) / seconds;
}

void MeasureKnown(int port, const std::string& target) {
  Client client(port);
  const std::string tag =
      Client::FieldOf(client.Ask(RequestOf(target, "")), "etag");
  const std::string request =
      RequestOf(target, absl::StrCat("If-None-Match: ", tag, "\r\n"));
  Latencies latencies;
  const int64_t begin = NowNs();
  const int64_t end =
      begin + static_cast<int64_t>(absl::GetFlag(FLAGS_seconds) * 1e9);
  for (int64_t from = begin; from < end;) {
    Want(304, client.Ask(request));
    const int64_t to = NowNs();
    latencies.Add(to - from);
    from = to;
  }
  PrintResult({.key = "http_304",
               .operations = static_cast<double>(latencies.count()),
               .seconds = static_cast<double>(NowNs() - begin) / 1e9},
              latencies);
}

void Run() {
  const std::string address = absl::GetFlag(FLAGS_http);
  int port = 0;
  CHECK(absl::SimpleAtoi(address.substr(address.rfind(':') + 1), &port));
  const std::string target = absl::GetFlag(FLAGS_target);
  const std::string request = RequestOf(target, "");
  const Answer answer = Client(port).Ask(request);
  Want(200, answer);
  const BareServer bare(
      {.content_type = Client::FieldOf(answer, "content-type"),
       .body = answer.body});
  std::vector<double> ratios;
  for (int turn = 0; turn < absl::GetFlag(FLAGS_turns); ++turn) {
    const double beast =
        Measure("http_bare_beast", bare.port(), request, answer.body.size());
    const double worker =
        Measure("http_json", port, request, answer.body.size());
    ratios.push_back(worker / beast);
  }
  MeasureKnown(port, target);
  std::sort(ratios.begin(), ratios.end());
  std::cout << absl::StrCat(
      R"({"bench":"compendium","key":"http_json_of_bare_beast","ratio":)",
      ratios[ratios.size() / 2], R"(,"body_bytes":)", answer.body.size(),
      "}\n");
}

}  // namespace
}  // namespace compendium::benchmark

int main(int argc, char** argv) {
  absl::ParseCommandLine(argc, argv);
  compendium::benchmark::Run();
}
