// SPDX-License-Identifier: Apache-2.0
// The server as clients meet it, good ones and others.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "lib/base/clock.h"
#include "lib/base/mutex.h"
#include "lib/http/gzip.h"
#include "lib/http/problem.h"
#include "lib/http/server.h"
#include "tests/support/http_client.h"

namespace compendium::http {
namespace {

using testing::HasSubstr;
using tests::HttpClient;
using tests::HttpResponse;

// Counted parts, made on a thread of their own as a slow source would.
class CountedParts final : public BodyStream {
 public:
  CountedParts(int count, std::string part, std::atomic<int>& made)
      : left_(count), part_(std::move(part)), made_(made) {}
  ~CountedParts() override {
    if (thread_.joinable()) thread_.join();
  }

  void Next(Done done) override {
    if (thread_.joinable()) thread_.join();
    thread_ = std::thread([this, done = std::move(done)] {
      if (left_ == 0) return done(std::string());
      if (left_ < 0) return done(absl::InternalError("broken"));
      --left_;
      ++made_;
      done(part_);
    });
  }

 private:
  int left_;
  const std::string part_;
  std::atomic<int>& made_;
  std::thread thread_;
};

// Answers by path.
class Pages final : public Handler {
 public:
  void Handle(std::shared_ptr<Exchange> exchange) override {
    const Request& request = exchange->request();
    const std::string& path = request.target.path();
    const int count = NumberOf(request, "count");
    const std::string part(static_cast<size_t>(NumberOf(request, "size")), 'p');
    if (path == "/echo") {
      exchange->Respond(Text(
          absl::StrCat(request.method, " ", request.peer, " ", request.body)));
    } else if (path == "/text") {
      exchange->Respond(Text(part));
    } else if (path == "/parts") {
      exchange->Respond(
          {.body = std::make_unique<CountedParts>(count, part, made_)});
    } else if (path == "/empty") {
      exchange->Respond({.status = 204});
    } else if (path == "/wait") {
      exchange->WhenGone([this] { ++gone_; });
      base::MutexLock lock(mu_);
      waiting_.push_back(std::move(exchange));
      changed_.NotifyAll();
    } else if (path != "/drop") {
      exchange->Respond(ProblemResponse(404, "NOT_FOUND", "no such page"));
    }
  }

  // The exchange that waits longest, once there is one.
  std::shared_ptr<Exchange> TakeWaiting() {
    base::MutexLock lock(mu_);
    while (waiting_.empty()) changed_.Wait(mu_);
    auto exchange = std::move(waiting_.front());
    waiting_.erase(waiting_.begin());
    return exchange;
  }

  static Response Text(std::string text) {
    return {.fields = {{"Content-Type", "text/plain"}},
            .body = ShareText(std::move(text)),
            .route = "page"};
  }

  std::atomic<int> gone_ = 0;
  std::atomic<int> made_ = 0;

 private:
  static int NumberOf(const Request& request, absl::string_view name) {
    int number = 0;
    if (!absl::SimpleAtoi(request.target.Find(name).value_or("0"), &number))
      ADD_FAILURE() << name;
    return number;
  }

  base::Mutex mu_;
  base::CondVar changed_;
  std::vector<std::shared_ptr<Exchange>> waiting_ ABSL_GUARDED_BY(mu_);
};

class Record final : public Observer {
 public:
  void OnOutcome(const Outcome& outcome) override {
    base::MutexLock lock(mu_);
    outcomes_.push_back(outcome);
    changed_.NotifyAll();
  }
  void OnRefusal(Refusal refusal) override {
    base::MutexLock lock(mu_);
    refusals_.push_back(refusal);
    changed_.NotifyAll();
  }
  void OnConnectionCount(int count) override {
    base::MutexLock lock(mu_);
    count_ = count;
    changed_.NotifyAll();
  }

  // Waits until there are so many; a failing test runs into its timeout.
  std::vector<Outcome> AwaitOutcomes(size_t count) {
    base::MutexLock lock(mu_);
    while (outcomes_.size() < count) changed_.Wait(mu_);
    return outcomes_;
  }
  std::vector<Refusal> AwaitRefusals(size_t count) {
    base::MutexLock lock(mu_);
    while (refusals_.size() < count) changed_.Wait(mu_);
    return refusals_;
  }
  void AwaitConnectionCount(int count) {
    base::MutexLock lock(mu_);
    while (count_ != count) changed_.Wait(mu_);
  }

 private:
  base::Mutex mu_;
  base::CondVar changed_;
  std::vector<Outcome> outcomes_ ABSL_GUARDED_BY(mu_);
  std::vector<Refusal> refusals_ ABSL_GUARDED_BY(mu_);
  int count_ ABSL_GUARDED_BY(mu_) = 0;
};

class HttpServer : public testing::Test {
 protected:
  HttpServer() { Serve({}); }

  void Serve(const Limits& limits) {
    server_.reset();
    auto server = Server::Start({.address = "127.0.0.1:0", .limits = limits},
                                pages_, record_, clock_);
    ASSERT_TRUE(server.ok()) << server.status();
    server_ = *std::move(server);
  }
  HttpClient Connect() const { return HttpClient(server_->port()); }
  HttpResponse Get(const std::string& target) const {
    return Connect().Ask("GET", target);
  }

  base::RealClock clock_;
  Pages pages_;
  Record record_;
  std::unique_ptr<Server> server_;
};

TEST_F(HttpServer, AnswersOneRequestAfterTheOther) {
  HttpClient client = Connect();
  for (const std::string body : {"one", "two", ""}) {
    const HttpResponse response = client.Ask("POST", "/echo", body);
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.body, "POST 127.0.0.1 " + body);
    EXPECT_FALSE(response.fields.Has("connection"));
    EXPECT_TRUE(response.fields.Has("date"));
  }
}

TEST_F(HttpServer, AnswersWhatWasAskedAheadInOrder) {
  HttpClient client = Connect();
  const std::string head = "POST /echo HTTP/1.1\r\nHost: a\r\n";
  client.Send(
      absl::StrCat(head, "Content-Length: 1\r\n\r\n1", head,
                   "Transfer-Encoding: chunked\r\n\r\n1\r\n2\r\n0\r\n\r\n",
                   head, "Content-Length: 1\r\n\r\n3"));
  for (const std::string body : {"1", "2", "3"})
    EXPECT_EQ(client.Receive().body, "POST 127.0.0.1 " + body);
}

TEST_F(HttpServer, LargeBodiesPass) {
  const std::string body(kBodyBytesMax, 'b');
  HttpClient client = Connect();
  EXPECT_TRUE(client.Ask("POST", "/echo", body).body ==
              "POST 127.0.0.1 " + body);
  const HttpResponse text = client.Ask("GET", "/text?size=20000000");
  EXPECT_EQ(text.body.size(), 20'000'000u);
}

TEST_F(HttpServer, HeadHasTheHeaderOnly) {
  HttpClient client = Connect();
  const HttpResponse response = client.Ask("HEAD", "/text?size=7");
  EXPECT_EQ(response.fields.Find("content-length"), "7");
  EXPECT_EQ(client.Ask("HEAD", "/parts?count=2&size=3").status, 200);
  EXPECT_EQ(client.Ask("GET", "/text?size=2").body, "pp");
}

TEST_F(HttpServer, NoContentHasNoLength) {
  HttpClient client = Connect();
  EXPECT_FALSE(client.Ask("GET", "/empty").fields.Has("content-length"));
  EXPECT_EQ(client.Ask("GET", "/text?size=2").body, "pp");
}

TEST_F(HttpServer, StreamsPartByPart) {
  HttpClient client = Connect();
  const HttpResponse response = client.Ask("GET", "/parts?count=3&size=100000");
  EXPECT_EQ(response.fields.Find("transfer-encoding"), "chunked");
  EXPECT_TRUE(response.whole);
  EXPECT_EQ(response.body.size(), 300'000u);
  EXPECT_EQ(client.Ask("GET", "/text?size=2").body, "pp");
}

TEST_F(HttpServer, ABrokenStreamIsNotTakenForAWhole) {
  EXPECT_FALSE(Get("/parts?count=-1&size=1").whole);
}

TEST_F(HttpServer, OldClientsGetAStreamUntilTheEnd) {
  HttpClient client = Connect();
  client.Send("GET /parts?count=2&size=2 HTTP/1.0\r\n\r\n");
  EXPECT_EQ(client.Receive().body, "pppp");
}

TEST_F(HttpServer, ASlowReaderHoldsUpTheSource) {
  HttpClient client = Connect();
  client.Send("GET /parts?count=1000&size=1000000 HTTP/1.1\r\nHost: a\r\n\r\n");
  client.ReceiveLine();
  // Others are served, and by then the source has long waited.
  for (int i = 0; i < 200; ++i) Get("/text?size=1");
  // What the system keeps under way between the two.
  EXPECT_LT(pages_.made_, 50);
}

TEST_F(HttpServer, CompressesForWhoLikesIt) {
  const HttpResponse response = Connect().Ask("GET", "/text?size=5000", "",
                                              {{"Accept-Encoding", "gzip"}});
  EXPECT_EQ(response.fields.Find("content-encoding"), "gzip");
  EXPECT_EQ(Gunzip(response.body, 5000).value_or(""), std::string(5000, 'p'));
}

TEST_F(HttpServer, RespondsFromAnotherThread) {
  HttpClient client = Connect();
  client.Send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n");
  const auto exchange = pages_.TakeWaiting();
  std::thread([&] { exchange->Respond(Pages::Text("late")); }).join();
  EXPECT_EQ(client.Receive().body, "late");
}

TEST_F(HttpServer, WhatNobodyAnswersIsAnError) {
  const HttpResponse response = Get("/drop");
  EXPECT_EQ(response.status, 500);
  EXPECT_THAT(response.body, HasSubstr("INTERNAL"));
}

TEST_F(HttpServer, AClientThatLeavesIsNoticed) {
  std::shared_ptr<Exchange> exchange;
  {
    HttpClient client = Connect();
    client.Send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n");
    exchange = pages_.TakeWaiting();
  }
  const auto outcomes = record_.AwaitOutcomes(1);
  EXPECT_TRUE(outcomes[0].gone);
  record_.AwaitConnectionCount(0);
  EXPECT_EQ(pages_.gone_, 1);
  exchange->Respond(Pages::Text("into the void"));
}

TEST_F(HttpServer, AnAnsweredClientIsNotSaidToBeGone) {
  {
    HttpClient client = Connect();
    client.Send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n");
    pages_.TakeWaiting()->Respond(Pages::Text("here"));
    client.Receive();
  }
  record_.AwaitConnectionCount(0);
  EXPECT_EQ(pages_.gone_, 0);
}

TEST_F(HttpServer, SaysWhatBecameOfRequests) {
  Connect().Ask("POST", "/echo", "abc",
                {{"traceparent",
                  "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"}});
  const Outcome outcome = record_.AwaitOutcomes(1)[0];
  EXPECT_EQ(outcome.method, "POST");
  EXPECT_EQ(outcome.route, "page");
  EXPECT_EQ(outcome.peer, "127.0.0.1");
  EXPECT_EQ(outcome.status, 200);
  EXPECT_EQ(outcome.request_bytes, 3u);
  EXPECT_EQ(outcome.response_bytes, std::string("POST 127.0.0.1 abc").size());
  ASSERT_TRUE(outcome.trace.has_value());
  EXPECT_EQ(outcome.trace->parent_id(), "00f067aa0ba902b7");
}

// What is no request, what is answered, and with which reason.
struct BadRequest {
  std::string bytes;
  int status;
  std::string reason;
};

TEST_F(HttpServer, WhatIsNoRequestIsRefusedAndTheLast) {
  const std::string line = "GET / HTTP/1.1\r\n";
  const std::vector<BadRequest> cases = {
      {"nonsense\r\n\r\n", 400, "INVALID_REQUEST"},
      {"GET / HTTP/3.0\r\n\r\n", 400, "INVALID_REQUEST"},
      {line + "\r\n", 400, "INVALID_REQUEST"},
      {line + "Host: a\r\nHost: b\r\n\r\n", 400, "INVALID_REQUEST"},
      {line + "Host : a\r\n\r\n", 400, "INVALID_REQUEST"},
      {line + "Host: a\r\nContent-Length: -1\r\n\r\n", 400, "INVALID_REQUEST"},
      {line + "Host: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400,
       "INVALID_REQUEST"},
      {line +
           "Host: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
       400, "INVALID_REQUEST"},
      {"GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n", 400, "INVALID_TARGET"},
      {"GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n", 400, "INVALID_TARGET"},
      {absl::StrCat("GET /", std::string(kTargetBytesMax, 'a'),
                    " HTTP/1.1\r\nHost: a\r\n\r\n"),
       414, "INVALID_TARGET"},
      {absl::StrCat(line, "A: ", std::string(kHeaderBytesMax, 'a')), 431,
       "HEADER_TOO_LARGE"},
      {absl::StrCat(line, "Host: a\r\nContent-Length: ", kBodyBytesMax + 1,
                    "\r\n\r\n"),
       413, "BODY_TOO_LARGE"},
      {absl::StrCat(line, "Host: a\r\nTransfer-Encoding: chunked\r\n\r\n",
                    absl::Hex(kBodyBytesMax + 1), "\r\n",
                    std::string(kBodyBytesMax + 1, 'a')),
       413, "BODY_TOO_LARGE"},
  };
  for (const BadRequest& bad : cases) {
    HttpClient client = Connect();
    client.Send(bad.bytes);
    const HttpResponse response = client.Receive();
    const std::string what = bad.bytes.substr(0, 60);
    EXPECT_EQ(response.status, bad.status) << what;
    EXPECT_THAT(response.body, HasSubstr(bad.reason)) << what;
    EXPECT_EQ(response.fields.Find("connection"), "close") << what;
    EXPECT_TRUE(client.IsClosed()) << what;
  }
}

TEST_F(HttpServer, SaysWhenABodyMayCome) {
  HttpClient client = Connect();
  client.Send(
      "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n"
      "Expect: 100-continue\r\n\r\n");
  EXPECT_EQ(client.Receive().status, 100);
  client.Send("ab");
  EXPECT_EQ(client.Receive().body, "POST 127.0.0.1 ab");
}

TEST_F(HttpServer, SlowClientsAreGivenUp) {
  server_.reset();
  const absl::Duration soon = absl::Milliseconds(100);
  Serve({.header_timeout = soon, .body_timeout = soon, .idle_timeout = soon});
  HttpClient idle = Connect(), header = Connect(), body = Connect();
  header.Send("GET / HTTP/1.1\r\n");
  body.Send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\na");

  for (HttpClient* client : {&idle, &header, &body})
    EXPECT_TRUE(client->IsClosed());

  std::vector<Refusal> refusals = record_.AwaitRefusals(2);
  std::sort(refusals.begin(), refusals.end());
  EXPECT_EQ(refusals, (std::vector<Refusal>{Refusal::kHeaderTimeout,
                                            Refusal::kBodyTimeout}));
}

TEST_F(HttpServer, WhoDoesNotReadIsGivenUp) {
  Serve({.write_timeout = absl::Milliseconds(100)});
  HttpClient client = Connect();
  client.Send("GET /text?size=20000000 HTTP/1.1\r\nHost: a\r\n\r\n");

  EXPECT_EQ(record_.AwaitRefusals(1)[0], Refusal::kWriteTimeout);
  EXPECT_TRUE(record_.AwaitOutcomes(1)[0].gone);
}

TEST_F(HttpServer, AWaitingStreamIsNotSlow) {
  const absl::Duration soon = absl::Milliseconds(50);
  Serve({.header_timeout = soon,
         .body_timeout = soon,
         .write_timeout = soon,
         .idle_timeout = soon});
  HttpClient client = Connect();
  client.Send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n");
  const auto exchange = pages_.TakeWaiting();
  // Idle ones go meanwhile.
  HttpClient idle = Connect();
  EXPECT_TRUE(idle.IsClosed());
  exchange->Respond(Pages::Text("after all"));
  EXPECT_EQ(client.Receive().body, "after all");
}

TEST_F(HttpServer, ConnectionsHaveALimit) {
  Serve({.connections_max = 2, .connections_per_address_max = 2});
  HttpClient first = Connect();
  {
    HttpClient second = Connect();
    EXPECT_EQ(first.Ask("GET", "/text?size=1").status, 200);
    EXPECT_EQ(second.Ask("GET", "/text?size=1").status, 200);
    EXPECT_EQ(Get("/text?size=1").status, 503);
    EXPECT_EQ(record_.AwaitRefusals(1)[0], Refusal::kTooManyConnections);
  }
  record_.AwaitConnectionCount(1);
  EXPECT_EQ(Get("/text?size=1").status, 200);
}

TEST_F(HttpServer, ConnectionsOfOneAddressHaveALimit) {
  Serve({.connections_max = 2, .connections_per_address_max = 1});
  HttpClient first = Connect();
  EXPECT_EQ(first.Ask("GET", "/text?size=1").status, 200);
  EXPECT_EQ(Get("/text?size=1").status, 503);
  EXPECT_EQ(record_.AwaitRefusals(1)[0], Refusal::kTooManyOfOneAddress);
}

TEST_F(HttpServer, BytesInMemoryHaveALimit) {
  Serve({.held_bytes_max = 60'000'000});
  // One that does not read holds its response.
  HttpClient slow = Connect();
  slow.Send("GET /text?size=28000000 HTTP/1.1\r\nHost: a\r\n\r\n");
  slow.ReceiveLine();
  const HttpResponse refused = Get("/text?size=4000000");
  EXPECT_EQ(refused.status, 503);
  EXPECT_EQ(refused.fields.Find("retry-after"), "1");
  EXPECT_EQ(
      Connect().Ask("POST", "/echo", std::string(kBodyBytesMax, 'b')).status,
      503);
  EXPECT_EQ(Get("/empty").status, 204);

  slow.Close();
  record_.AwaitConnectionCount(0);
  EXPECT_EQ(Get("/text?size=4000000").status, 200);
}

TEST_F(HttpServer, RequestsHaveARate) {
  Serve({.requests_per_second = 1});
  HttpClient client = Connect();
  EXPECT_EQ(client.Ask("GET", "/text?size=1").status, 200);
  EXPECT_EQ(client.Ask("GET", "/text?size=1").status, 200);
  const HttpResponse refused = client.Ask("GET", "/text?size=1");
  EXPECT_EQ(refused.status, 429);
  EXPECT_EQ(refused.fields.Find("retry-after"), "1");
  EXPECT_EQ(record_.AwaitOutcomes(3)[2].reason, "TOO_MANY_REQUESTS");
}

TEST_F(HttpServer, DrainLetsWhatIsUnderWayFinish) {
  HttpClient idle = Connect(), busy = Connect();
  EXPECT_EQ(idle.Ask("GET", "/text?size=1").status, 200);
  busy.Send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n");
  const auto exchange = pages_.TakeWaiting();

  server_->StopListening();
  EXPECT_TRUE(idle.IsClosed());
  std::thread drain([this] { server_->Drain(absl::InfiniteDuration()); });
  exchange->Respond(Pages::Text("done"));
  const HttpResponse response = busy.Receive();
  busy.Close();
  drain.join();

  EXPECT_EQ(response.body, "done");
  EXPECT_EQ(response.fields.Find("connection"), "close");
}

TEST_F(HttpServer, DrainEndsWhatDoesNotFinish) {
  HttpClient client = Connect();
  client.Send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n");
  auto exchange = pages_.TakeWaiting();

  server_->Drain(absl::Milliseconds(20));

  EXPECT_TRUE(client.IsClosed());
  EXPECT_EQ(pages_.gone_, 1);
  exchange.reset();
}

TEST_F(HttpServer, AddressesThatCannotBeHadAreRefused) {
  const std::string taken = absl::StrCat("127.0.0.1:", server_->port());
  for (const std::string& address :
       {taken, std::string("no such host:1"), std::string("127.0.0.1"),
        std::string("127.0.0.1:http"), std::string("192.0.2.1:1")}) {
    const auto server =
        Server::Start({.address = address}, pages_, record_, clock_);
    EXPECT_EQ(server.status().code(), absl::StatusCode::kUnavailable)
        << address;
    EXPECT_THAT(std::string(server.status().message()), HasSubstr(address));
  }
}

TEST_F(HttpServer, CertificateThatIsNoneIsRefused) {
  const auto server = Server::Start({.address = "127.0.0.1:0",
                                     .certificate_file = "/nowhere/cert.pem",
                                     .key_file = "/nowhere/key.pem"},
                                    pages_, record_, clock_);
  EXPECT_EQ(server.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(server.status().message()),
              HasSubstr("/nowhere/cert.pem"));
}

}  // namespace
}  // namespace compendium::http
