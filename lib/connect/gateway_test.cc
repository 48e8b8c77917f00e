// SPDX-License-Identifier: Apache-2.0
// Calls through the gateway, over HTTP, to services in the same process.
#include "lib/connect/gateway.h"

#include <gmock/gmock.h>
#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "compendium/reporting/v1/report_service.grpc.pb.h"
#include "compendium/reporting/v1/reporting_service.grpc.pb.h"
#include "lib/base/big_endian.h"
#include "lib/base/mutex.h"
#include "lib/connect/envelope.h"
#include "lib/http/gzip.h"
#include "lib/http/percent.h"
#include "lib/http/server.h"
#include "lib/request/error_details.h"
#include "lib/rpc/grpc_status.h"
#include "lib/rpc/server.h"
#include "tests/support/http_client.h"

namespace compendium::connect {
namespace {

using nlohmann::json;
using reporting::v1::DownloadReportRequest;
using reporting::v1::DownloadReportResponse;
using reporting::v1::GetCoverageRequest;
using reporting::v1::GetCoverageResponse;
using reporting::v1::ReportingService;
using reporting::v1::ReportService;
using testing::HasSubstr;
using tests::HttpClient;
using tests::HttpResponse;

constexpr char kCoverage[] =
    "/compendium.reporting.v1.ReportingService/GetCoverage";
constexpr char kDownload[] =
    "/compendium.reporting.v1.ReportService/DownloadReport";

// How often something has happened. Any thread.
class Tally {
 public:
  void Add() {
    base::MutexLock lock(mu_);
    ++count_;
    changed_.NotifyAll();
  }
  void Await(int count) {
    base::MutexLock lock(mu_);
    while (count_ < count) changed_.Wait(mu_);
  }
  int count() {
    base::MutexLock lock(mu_);
    return count_;
  }

 private:
  base::Mutex mu_;
  base::CondVar changed_;
  int count_ ABSL_GUARDED_BY(mu_) = 0;
};

// Answers with the round as framework; waits for its end for "rounds/wait".
class FakeReporting final : public ReportingService::CallbackService {
 public:
  grpc::ServerUnaryReactor* GetCoverage(
      grpc::CallbackServerContext* context, const GetCoverageRequest* request,
      GetCoverageResponse* response) override {
    const auto trace = context->client_metadata().find("traceparent");
    {
      base::MutexLock lock(mu_);
      ++calls_;
      trace_ = trace == context->client_metadata().end()
                   ? ""
                   : std::string(trace->second.data(), trace->second.size());
      changed_.NotifyAll();
    }
    if (request->round() == "rounds/wait") return new Waiting(cancelled_);
    auto* reactor = context->DefaultReactor();
    if (request->round() == "rounds/none") {
      reactor->Finish(ToGrpcStatus(ErrorWithReason(absl::StatusCode::kNotFound,
                                                   "NO_ROUND", "no round")));
    } else {
      response->mutable_coverage()->set_framework(
          request->round() == "rounds/large" ? std::string(5 << 20, 'f')
                                             : request->round());
      reactor->Finish(grpc::Status::OK);
    }
    return reactor;
  }

  void AwaitCalls(int count) {
    base::MutexLock lock(mu_);
    while (calls_ < count) changed_.Wait(mu_);
  }
  void AwaitCancelled(int count) { cancelled_.Await(count); }
  std::string trace() {
    base::MutexLock lock(mu_);
    return trace_;
  }

 private:
  // Ends when it is cancelled.
  class Waiting final : public grpc::ServerUnaryReactor {
   public:
    explicit Waiting(Tally& cancelled) : cancelled_(cancelled) {}
    void OnCancel() override {
      Finish(grpc::Status(grpc::StatusCode::CANCELLED, "cancelled"));
    }
    void OnDone() override {
      cancelled_.Add();
      delete this;
    }

   private:
    Tally& cancelled_;
  };

  base::Mutex mu_;
  base::CondVar changed_;
  int calls_ ABSL_GUARDED_BY(mu_) = 0;
  Tally cancelled_;
  std::string trace_ ABSL_GUARDED_BY(mu_);
};

// Sends what the name says: "reports/COUNT-SIZE", then ends well, or with
// NOT_FOUND for an odd count.
class FakeReports final : public ReportService::CallbackService {
 public:
  grpc::ServerWriteReactor<DownloadReportResponse>* DownloadReport(
      grpc::CallbackServerContext*,
      const DownloadReportRequest* request) override {
    return new Sending(*this, request->name());
  }

  int written() { return written_.count(); }
  void AwaitDone(int count) { done_.Await(count); }

 private:
  class Sending final
      : public grpc::ServerWriteReactor<DownloadReportResponse> {
   public:
    Sending(FakeReports& service, const std::string& name) : service_(service) {
      sscanf(name.c_str(), "reports/%d-%zu", &left_, &size_);
      fails_ = left_ % 2 == 1;
      Continue();
    }
    void OnWriteDone(bool ok) override {
      service_.written_.Add();
      if (ok) {
        Continue();
      } else {
        Finish(grpc::Status(grpc::StatusCode::CANCELLED, "gone"));
      }
    }
    void OnDone() override {
      service_.done_.Add();
      delete this;
    }

   private:
    void Continue() {
      if (left_-- > 0) {
        response_.set_content(std::string(size_, 'c'));
        StartWrite(&response_);
      } else {
        Finish(fails_ ? ToGrpcStatus(absl::NotFoundError("odd"))
                      : grpc::Status::OK);
      }
    }
    FakeReports& service_;
    int left_ = 0;
    size_t size_ = 0;
    bool fails_ = false;
    DownloadReportResponse response_;
  };

  Tally written_;
  Tally done_;
};

class Silent final : public http::Observer {
 public:
  void OnOutcome(const http::Outcome& /*outcome*/) override {}
  void OnRefusal(http::Refusal /*refusal*/) override {}
  void OnConnectionCount(int /*count*/) override {}
};

class GatewayTest : public testing::Test {
 protected:
  GatewayTest() {
    const std::vector<Server::Served> served = {
        {ReportingService::service_full_name(), &reporting_},
        {ReportService::service_full_name(), &reports_}};
    grpc_ = *Server::Start({.address = "127.0.0.1:0"}, served);
    caller_ = std::make_unique<Caller>(grpc_->InProcessChannel(), clock_);
    gateway_ = std::make_unique<Gateway>(
        std::vector<std::string>{ReportingService::service_full_name(),
                                 ReportService::service_full_name()},
        *caller_);
    http_ = *http::Server::Start({.address = "127.0.0.1:0"}, *gateway_, silent_,
                                 clock_);
  }
  ~GatewayTest() override {
    http_->StopListening();
    caller_->Stop();
    grpc_->Drain(absl::ZeroDuration(), [] {});
    http_->Drain(absl::ZeroDuration());
    gateway_.reset();
  }

  HttpClient Connect() const { return HttpClient(http_->port()); }
  HttpResponse Post(
      const std::string& path, const std::string& body,
      const std::string& type = "application/json",
      std::vector<std::pair<std::string, std::string>> fields = {}) const {
    std::string text = absl::StrCat("POST ", path, " HTTP/1.1\r\nHost: a\r\n");
    fields.emplace_back("Content-Type", type);
    fields.emplace_back("Content-Length", absl::StrCat(body.size()));
    for (const auto& [name, value] : fields)
      absl::StrAppend(&text, name, ": ", value, "\r\n");
    HttpClient client = Connect();
    client.Send(absl::StrCat(text, "\r\n", body));
    return client.Receive();
  }
  // The envelopes of a stream's response, decompressed.
  static std::vector<std::pair<int, std::string>> EnvelopesOf(
      const std::string& body) {
    std::vector<std::pair<int, std::string>> envelopes;
    absl::string_view rest = body;
    while (rest.size() >= kEnvelopeHeadBytes) {
      const int flags = rest[0];
      const size_t size = base::FromBigEndian(rest.substr(1, 4));
      std::string bytes(rest.substr(kEnvelopeHeadBytes, size));
      if ((flags & kCompressedFlag) != 0)
        bytes = http::Gunzip(bytes, 10 << 20).value_or("damaged");
      envelopes.emplace_back(flags, bytes);
      rest.remove_prefix(kEnvelopeHeadBytes + size);
    }
    EXPECT_EQ(rest, "");
    return envelopes;
  }

  base::RealClock clock_;
  FakeReporting reporting_;
  FakeReports reports_;
  Silent silent_;
  std::unique_ptr<Server> grpc_;
  std::unique_ptr<Caller> caller_;
  std::unique_ptr<Gateway> gateway_;
  std::unique_ptr<http::Server> http_;
};

TEST_F(GatewayTest, UnaryAsJson) {
  const HttpResponse response = Post(kCoverage, R"({"round":"rounds/2016"})");

  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.fields.Find("content-type"), "application/json");
  EXPECT_EQ(response.body, R"({"coverage":{"framework":"rounds/2016"}})");
}

TEST_F(GatewayTest, UnaryAsProto) {
  GetCoverageRequest request;
  request.set_round("rounds/2016");

  const HttpResponse response =
      Post(kCoverage, request.SerializeAsString(), "application/proto");

  GetCoverageResponse message;
  EXPECT_EQ(response.fields.Find("content-type"), "application/proto");
  ASSERT_TRUE(message.ParseFromString(response.body));
  EXPECT_EQ(message.coverage().framework(), "rounds/2016");
}

TEST_F(GatewayTest, LargeAnswersPass) {
  const HttpResponse response = Post(kCoverage, R"({"round":"rounds/large"})");

  EXPECT_EQ(response.status, 200);
  EXPECT_GT(response.body.size(), size_t{5} << 20);
}

TEST_F(GatewayTest, ReadsByGetHaveATag) {
  const std::string target =
      absl::StrCat(kCoverage, "?connect=v1&encoding=json&message=",
                   http::PercentEncode(R"({"round":"rounds/2016"})"));
  HttpClient client = Connect();

  const HttpResponse response = client.Ask("GET", target);
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.body, R"({"coverage":{"framework":"rounds/2016"}})");
  const std::string tag = response.fields.Find("etag").value_or("");
  EXPECT_FALSE(tag.empty());

  const HttpResponse again =
      client.Ask("GET", target, "", {{"If-None-Match", tag}});
  EXPECT_EQ(again.status, 304);
  EXPECT_EQ(again.fields.Find("etag"), tag);
  EXPECT_EQ(client.Ask("GET", target, "", {{"If-None-Match", "\"x\""}}).status,
            200);
  EXPECT_EQ(client.Ask("HEAD", target).fields.Find("etag"), tag);
}

TEST_F(GatewayTest, ErrorsHaveCodeAndDetails) {
  const HttpResponse response =
      Post(kCoverage, R"({"round":"rounds/none"})", "application/proto");
  EXPECT_EQ(response.status, 400) << "JSON is no protobuf";

  const HttpResponse missing = Post(kCoverage, R"({"round":"rounds/none"})");
  EXPECT_EQ(missing.status, 404);
  EXPECT_EQ(missing.fields.Find("content-type"), "application/json");
  const json error = json::parse(missing.body);
  EXPECT_EQ(error.at("code"), "not_found");
  EXPECT_EQ(error.at("message"), "no round");
  EXPECT_EQ(error.at("details").at(0).at("debug").at("reason"), "NO_ROUND");

  EXPECT_EQ(Post(kCoverage, "{").status, 400);
  EXPECT_EQ(
      Post("/compendium.reporting.v1.ReportService/CreateReport", "{}").status,
      501);
}

TEST_F(GatewayTest, OtherWaysAreRefused) {
  HttpClient client = Connect();
  const HttpResponse type = Post(kCoverage, "{}", "text/plain");
  EXPECT_EQ(type.status, 415);
  EXPECT_EQ(type.fields.Find("accept-post"),
            "application/json, application/proto");
  EXPECT_EQ(Post(kDownload, "{}").status, 415);

  const HttpResponse put = client.Ask("PUT", kCoverage);
  EXPECT_EQ(put.status, 405);
  EXPECT_EQ(put.fields.Find("allow"), "GET, HEAD, POST");
  EXPECT_EQ(client.Ask("GET", kDownload).status, 405);
  EXPECT_EQ(client
                .Ask("GET",
                     "/compendium.reporting.v1.ReportService/"
                     "CreateReport?encoding=json&message={}")
                .fields.Find("allow"),
            "POST");
}

TEST_F(GatewayTest, TraceIsPassedOn) {
  const std::string trace =
      "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  Post(kCoverage, "{}", "application/json", {{"traceparent", trace}});

  EXPECT_EQ(reporting_.trace(), trace);
}

TEST_F(GatewayTest, DeadlineIsTheCallers) {
  const HttpResponse response =
      Post(kCoverage, R"({"round":"rounds/wait"})", "application/json",
           {{"Connect-Timeout-Ms", "50"}});

  EXPECT_EQ(response.status, 504);
  EXPECT_EQ(json::parse(response.body).at("code"), "deadline_exceeded");
}

TEST_F(GatewayTest, AClientThatLeavesCancelsItsCall) {
  {
    HttpClient client = Connect();
    const std::string body = R"({"round":"rounds/wait"})";
    client.Send(absl::StrCat("POST ", kCoverage,
                             " HTTP/1.1\r\nHost: a\r\nContent-Type: "
                             "application/json\r\nContent-Length: ",
                             body.size(), "\r\n\r\n", body));
    reporting_.AwaitCalls(1);
  }
  reporting_.AwaitCancelled(1);
}

TEST_F(GatewayTest, StreamsAsJson) {
  const HttpResponse response =
      Post(kDownload, MakeEnvelope(0, R"({"name":"reports/2-3"})"),
           "application/connect+json");

  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.fields.Find("content-type"), "application/connect+json");
  EXPECT_TRUE(response.whole);
  const auto envelopes = EnvelopesOf(response.body);
  ASSERT_EQ(envelopes.size(), 3u);
  EXPECT_EQ(envelopes[0].second, R"({"content":"Y2Nj"})");
  EXPECT_EQ(envelopes[2], (std::pair<int, std::string>(kEndStreamFlag, "{}")));
}

TEST_F(GatewayTest, StreamsAsProtoCompressed) {
  DownloadReportRequest request;
  request.set_name("reports/2-5000");

  const HttpResponse response =
      Post(kDownload, MakeEnvelope(0, request.SerializeAsString()),
           "application/connect+proto", {{"Connect-Accept-Encoding", "gzip"}});

  EXPECT_EQ(response.fields.Find("connect-content-encoding"), "gzip");
  const auto envelopes = EnvelopesOf(response.body);
  ASSERT_EQ(envelopes.size(), 3u);
  EXPECT_EQ(envelopes[0].first, kCompressedFlag);
  DownloadReportResponse message;
  ASSERT_TRUE(message.ParseFromString(envelopes[0].second));
  EXPECT_EQ(message.content().size(), 5000u);
}

TEST_F(GatewayTest, AFailedStreamSaysSoAtItsEnd) {
  const HttpResponse response =
      Post(kDownload, MakeEnvelope(0, R"({"name":"reports/1-3"})"),
           "application/connect+json");

  EXPECT_EQ(response.status, 200);
  const auto envelopes = EnvelopesOf(response.body);
  ASSERT_EQ(envelopes.size(), 2u);
  EXPECT_EQ(envelopes[1].first, kEndStreamFlag);
  EXPECT_EQ(json::parse(envelopes[1].second).at("error").at("code"),
            "not_found");
}

TEST_F(GatewayTest, AStreamThatCannotBeginEndsAtOnce) {
  const HttpResponse response =
      Post(kDownload, "no envelope", "application/connect+json");

  EXPECT_EQ(response.status, 200);
  const auto envelopes = EnvelopesOf(response.body);
  ASSERT_EQ(envelopes.size(), 1u);
  EXPECT_EQ(json::parse(envelopes[0].second).at("error").at("code"),
            "invalid_argument");
}

TEST_F(GatewayTest, ASlowReaderHoldsUpTheService) {
  const std::string body =
      MakeEnvelope(0, R"({"name":"reports/100000-1000000"})");
  {
    HttpClient client = Connect();
    client.Send(absl::StrCat("POST ", kDownload,
                             " HTTP/1.1\r\nHost: a\r\nContent-Type: "
                             "application/connect+json\r\nContent-Length: ",
                             body.size(), "\r\n\r\n", body));
    client.ReceiveLine();
    for (int i = 0; i < 50; ++i) Post(kCoverage, "{}");
    EXPECT_LT(reports_.written(), 50);
  }
  // And the call ends when the client leaves.
  reports_.AwaitDone(1);
}

TEST_F(GatewayTest, AfterStopCallsAreRefused) {
  caller_->Stop();

  const HttpResponse unary = Post(kCoverage, "{}");
  EXPECT_EQ(unary.status, 503);
  EXPECT_THAT(unary.body, HasSubstr("DRAINING"));
  const HttpResponse stream =
      Post(kDownload, MakeEnvelope(0, "{}"), "application/connect+json");
  EXPECT_EQ(stream.status, 200);
  EXPECT_THAT(stream.body, HasSubstr("DRAINING"));
}

TEST_F(GatewayTest, DrainEndsCallsWithAnAnswer) {
  HttpClient client = Connect();
  const std::string body = R"({"round":"rounds/wait"})";
  client.Send(absl::StrCat("POST ", kCoverage,
                           " HTTP/1.1\r\nHost: a\r\nContent-Type: "
                           "application/json\r\nContent-Length: ",
                           body.size(), "\r\n\r\n", body));
  reporting_.AwaitCalls(1);

  http_->StopListening();
  caller_->Stop();
  grpc_->Drain(absl::ZeroDuration(), [] {});

  const HttpResponse response = client.Receive();
  EXPECT_GE(response.status, 400);
  EXPECT_THAT(response.body, HasSubstr("\"code\""));
  EXPECT_EQ(response.fields.Find("connection"), "close");
}

}  // namespace
}  // namespace compendium::connect
