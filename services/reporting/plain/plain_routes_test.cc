// SPDX-License-Identifier: Apache-2.0
// The plain routes, over HTTP, in front of services in the same process.
#include "services/reporting/plain/plain_routes.h"

#include <gmock/gmock.h>
#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "compendium/reporting/v1/report_service.grpc.pb.h"
#include "compendium/reporting/v1/reporting_service.grpc.pb.h"
#include "lib/base/clock.h"
#include "lib/http/cors.h"
#include "lib/http/server.h"
#include "lib/request/error_details.h"
#include "lib/rpc/grpc_status.h"
#include "lib/rpc/server.h"
#include "tests/support/http_client.h"

namespace compendium::reporting {
namespace {

using nlohmann::json;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;
using tests::HttpClient;
using tests::HttpResponse;

// What strangers may put into a record: a formula, markup, the ends of lines
// and cells, a mark that turns the direction of what follows.
constexpr char kHostile[] = "=cmd()|\"<script>\",\r\nx\ty\xe2\x80\xae";

// Says kHostile of the state that is published, or asked for.
class FakeReporting final : public v1::ReportingService::CallbackService {
 public:
  explicit FakeReporting(std::atomic<int64_t>& revision)
      : revision_(revision) {}

  grpc::ServerUnaryReactor* GetCoverage(
      grpc::CallbackServerContext* context,
      const v1::GetCoverageRequest* request,
      v1::GetCoverageResponse* response) override {
    ++calls_;
    if (publishes_) ++revision_;
    auto* reactor = context->DefaultReactor();
    if (request->round() != "rounds/2016") {
      reactor->Finish(ToGrpcStatus(InvalidField("round", "got none")));
      return reactor;
    }
    auto& coverage = *response->mutable_coverage();
    coverage.set_round(request->round());
    auto& cell = *coverage.add_nodes()->add_cells();
    cell.set_mechanism("mechanisms/midsa");
    cell.add_claims()->mutable_evidence()->set_quote(kHostile);
    response->set_computed_at_revision(request->has_as_of_revision()
                                           ? request->as_of_revision()
                                           : revision_ + advance_);
    reactor->Finish(grpc::Status::OK);
    return reactor;
  }

  int calls() const { return calls_; }
  // Answers are of so many revisions after the published one.
  void Advance(int64_t count) { advance_ = count; }
  // A revision is published while a call is answered.
  void PublishMeanwhile() { publishes_ = true; }

 private:
  std::atomic<int64_t>& revision_;
  std::atomic<int64_t> advance_ = 0;
  std::atomic<bool> publishes_ = false;
  std::atomic<int> calls_ = 0;
};

constexpr char kDamaged[] = "reports/damaged";

// Has one report of two files, and another whose file is damaged.
class FakeReports final : public v1::ReportService::CallbackService {
 public:
  grpc::ServerUnaryReactor* ListReports(
      grpc::CallbackServerContext* context,
      const v1::ListReportsRequest* request,
      v1::ListReportsResponse* response) override {
    response->add_reports()->set_name("reports/a");
    response->mutable_reports(0)->add_files()->set_file_name("a.html");
    if (request->page_token().empty()) response->set_next_page_token("7 a/b");
    auto* reactor = context->DefaultReactor();
    reactor->Finish(grpc::Status::OK);
    return reactor;
  }

  grpc::ServerUnaryReactor* GetReport(
      grpc::CallbackServerContext* context, const v1::GetReportRequest* request,
      v1::GetReportResponse* response) override {
    auto* reactor = context->DefaultReactor();
    if (request->name() != "reports/a" && request->name() != kDamaged) {
      reactor->Finish(ToGrpcStatus(ErrorWithReason(
          absl::StatusCode::kNotFound, "RECORD_NOT_FOUND", "no report")));
      return reactor;
    }
    v1::Report& report = *response->mutable_report();
    report.set_name(request->name());
    v1::ReportFile& file = *report.add_files();
    file.set_format(v1::REPORT_FORMAT_HTML);
    file.set_sha256("abcd");
    file.set_media_type("text/html; charset=utf-8");
    file.set_file_name("a.html");
    report.add_files()->set_format(v1::REPORT_FORMAT_CSV);
    reactor->Finish(grpc::Status::OK);
    return reactor;
  }

  grpc::ServerWriteReactor<v1::DownloadReportResponse>* DownloadReport(
      grpc::CallbackServerContext* /*context*/,
      const v1::DownloadReportRequest* request) override {
    return new Download(request->name());
  }

 private:
  // "<p>", then the end.
  class Download final
      : public grpc::ServerWriteReactor<v1::DownloadReportResponse> {
   public:
    explicit Download(const std::string& name) {
      if (name == kDamaged) {
        Finish(ToGrpcStatus(absl::DataLossError("damaged")));
        return;
      }
      part_.set_content("<p>");
      StartWrite(&part_);
    }
    void OnWriteDone(bool /*ok*/) override {
      if (++written_ < 3) return StartWrite(&part_);
      Finish(grpc::Status::OK);
    }
    void OnDone() override { delete this; }

   private:
    v1::DownloadReportResponse part_;
    int written_ = 0;
  };
};

class Silent final : public http::Observer {
 public:
  void OnOutcome(const http::Outcome& outcome) override {
    EXPECT_NE(outcome.route, "") << outcome.reason;
  }
  void OnRefusal(http::Refusal /*refusal*/) override {}
  void OnConnectionCount(int /*count*/) override {}
};

class PlainRoutesTest : public testing::Test {
 protected:
  PlainRoutesTest() {
    grpc_ = *Server::Start(
        {.address = "127.0.0.1:0"},
        {{v1::ReportingService::service_full_name(), &reporting_},
         {v1::ReportService::service_full_name(), &reports_}});
    caller_ =
        std::make_unique<connect::Caller>(grpc_->InProcessChannel(), clock_);
    routes_ = std::make_unique<PlainRoutes>(
        methods_, *caller_,
        PlainRoute::Options{.release = "test", .state = [this] {
                              return StateId{revision_, "store", "hash"};
                            }});
    routes_->AddTo(router_);
    http_ = *http::Server::Start({.address = "127.0.0.1:0"}, router_, silent_,
                                 clock_);
  }
  ~PlainRoutesTest() override {
    http_->StopListening();
    caller_->Stop();
    grpc_->Drain(absl::ZeroDuration(), [] {});
    http_->Drain(absl::ZeroDuration());
    routes_.reset();
  }

  HttpResponse Get(
      const std::string& target,
      std::initializer_list<std::pair<std::string, std::string>> fields = {},
      const std::string& method = "GET") const {
    return HttpClient(http_->port()).Ask(method, target, "", fields);
  }
  static std::string Field(const HttpResponse& response,
                           const std::string& name) {
    return response.fields.Find(name).value_or("");
  }

  std::atomic<int64_t> revision_ = 29;
  base::RealClock clock_;
  FakeReporting reporting_{revision_};
  FakeReports reports_;
  Silent silent_;
  std::unique_ptr<Server> grpc_;
  const connect::MethodTable methods_{
      {v1::ReportingService::service_full_name(),
       v1::ReportService::service_full_name()}};
  std::unique_ptr<connect::Caller> caller_;
  std::unique_ptr<PlainRoutes> routes_;
  http::Router router_{http::CorsPolicy({"https://a.example"})};
  std::unique_ptr<http::Server> http_;
};

constexpr char kCoverage[] = "/v1/coverage?round=rounds/2016";

TEST_F(PlainRoutesTest, AnswersAsJson) {
  const HttpResponse response = Get(kCoverage);

  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(Field(response, "content-type"), "application/json");
  EXPECT_EQ(Field(response, "cache-control"), "no-cache");
  EXPECT_EQ(Field(response, "vary"), "Accept, Accept-Encoding, Origin");
  EXPECT_EQ(Field(response, "x-content-type-options"), "nosniff");
  EXPECT_THAT(Field(response, "etag"), StartsWith("W/\"29-"));
  const json answer = json::parse(response.body);
  EXPECT_EQ(answer.at("computedAtRevision"), "29");
  EXPECT_EQ(answer.at("coverage")
                .at("nodes")[0]
                .at("cells")[0]
                .at("claims")[0]
                .at("evidence")
                .at("quote"),
            kHostile);
  // Nothing that a page could take for markup.
  EXPECT_THAT(response.body, testing::Not(HasSubstr("<script>")));

  const HttpResponse head = Get(kCoverage, {}, "HEAD");
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(Field(head, "content-length"), absl::StrCat(response.body.size()));
}

TEST_F(PlainRoutesTest, AnswersAsCsv) {
  const std::string guarded = "'=cmd()|\"\"<script>\"\",\r\nx\ty\xe2\x80\xae";
  for (const HttpResponse& response :
       {Get(absl::StrCat(kCoverage, "&format=csv")),
        Get(kCoverage, {{"Accept", "text/csv, application/json;q=0.9"}})}) {
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(Field(response, "content-type"),
              "text/csv; charset=utf-8; header=present");
    EXPECT_EQ(Field(response, "content-disposition"),
              "attachment; filename=\"coverage.csv\"");
    EXPECT_THAT(response.body, StartsWith("round,framework,"));
    EXPECT_THAT(response.body,
                EndsWith(absl::StrCat(",\"", guarded, "\",29\r\n")));
  }

  EXPECT_THAT(Get(absl::StrCat(kCoverage, "&format=csv&raw=1")).body,
              EndsWith(absl::StrCat(",\"", guarded.substr(1), "\",29\r\n")));
  EXPECT_THAT(Get(absl::StrCat(kCoverage, "&format=csv&bom=1")).body,
              StartsWith("\xef\xbb\xbfround,"));
}

TEST_F(PlainRoutesTest, OtherTypesAreNotThere) {
  const HttpResponse html = Get(kCoverage, {{"Accept", "text/html"}});
  EXPECT_EQ(html.status, 406);
  EXPECT_EQ(json::parse(html.body).at("reason"), "NOT_ACCEPTABLE");
  EXPECT_EQ(Get("/v1/reports/a", {{"Accept", "text/csv"}}).status, 406);
  // What the query says counts more.
  EXPECT_EQ(
      Get(absl::StrCat(kCoverage, "&format=json"), {{"Accept", "text/html"}})
          .status,
      200);
}

TEST_F(PlainRoutesTest, ErrorsAreProblems) {
  const HttpResponse unknown = Get("/v1/coverage?rond=rounds/2016");
  EXPECT_EQ(unknown.status, 400);
  EXPECT_EQ(Field(unknown, "content-type"), "application/problem+json");
  EXPECT_EQ(json::parse(unknown.body).at("errors")[0].at("field"), "rond");
  EXPECT_EQ(reporting_.calls(), 0);

  const HttpResponse refused = Get("/v1/coverage?format=csv");
  EXPECT_EQ(refused.status, 400);
  EXPECT_EQ(Field(refused, "cache-control"), "no-store");
  EXPECT_EQ(json::parse(refused.body).at("errors")[0],
            json({{"field", "round"}, {"detail", "got none"}}));
  EXPECT_EQ(json::parse(refused.body).at("reason"), "INVALID_FIELD");

  const HttpResponse written = Get(kCoverage, {}, "POST");
  EXPECT_EQ(written.status, 405);
  EXPECT_EQ(Field(written, "allow"), "GET, HEAD");
}

TEST_F(PlainRoutesTest, WhoHasTheLatestAnswerIsToldSoWithoutACall) {
  const std::string tag = Field(Get(kCoverage), "etag");
  ASSERT_EQ(reporting_.calls(), 1);

  // However the same is asked.
  for (const std::string query :
       {"round=rounds/2016", "min_revision=29&round=rounds%2F2016",
        "format=json&round=rounds/2016"}) {
    const HttpResponse known =
        Get("/v1/coverage?" + query, {{"If-None-Match", tag}});
    EXPECT_EQ(known.status, 304) << query;
    EXPECT_EQ(Field(known, "etag"), tag);
    EXPECT_EQ(Field(known, "vary"), "Accept, Accept-Encoding, Origin");
    EXPECT_EQ(known.body, "");
  }
  EXPECT_EQ(Get(kCoverage).status, 200);
  EXPECT_EQ(reporting_.calls(), 1);

  for (const std::string query : {"round=rounds/2016&format=csv",
                                  "round=rounds/2016&mechanism=mechanisms/a",
                                  "round=rounds/2016&as_of=29"})
    EXPECT_EQ(Get("/v1/coverage?" + query, {{"If-None-Match", tag}}).status,
              200)
        << query;
  ++revision_;
  const HttpResponse later = Get(kCoverage, {{"If-None-Match", tag}});
  EXPECT_EQ(later.status, 200);
  EXPECT_EQ(json::parse(later.body).at("computedAtRevision"), "30");
}

TEST_F(PlainRoutesTest, CompressedAnswersHaveTheirOwnTag) {
  const std::string query = absl::StrCat(kCoverage, "&format=csv");
  const std::string plain = Field(Get(query), "etag");
  const std::string packed = plain.substr(0, plain.size() - 1) + "-gzip\"";

  const HttpResponse known =
      Get(query, {{"If-None-Match", packed}, {"Accept-Encoding", "gzip"}});

  EXPECT_EQ(known.status, 304);
  EXPECT_EQ(Field(known, "etag"), packed);
}

TEST_F(PlainRoutesTest, AnyTagNeedsAnAnswer) {
  EXPECT_EQ(Get(kCoverage, {{"If-None-Match", "*"}}).status, 304);
  EXPECT_EQ(reporting_.calls(), 1);
  EXPECT_EQ(Get("/v1/coverage?round=x", {{"If-None-Match", "*"}}).status, 400);
}

TEST_F(PlainRoutesTest, AnAnswerOfAStateThatPassedHasNoTag) {
  reporting_.Advance(1);

  const HttpResponse response = Get(kCoverage);

  EXPECT_EQ(response.status, 200);
  EXPECT_FALSE(response.fields.Has("etag"));
  EXPECT_EQ(Get(kCoverage).status, 200);
  EXPECT_EQ(reporting_.calls(), 2) << "nobody knows whether it is the same";
}

TEST_F(PlainRoutesTest, WhoWaitsGetsTheTagOfTheRevisionThatCame) {
  reporting_.PublishMeanwhile();

  const HttpResponse response =
      Get(absl::StrCat(kCoverage, "&min_revision=30"));

  EXPECT_THAT(Field(response, "etag"), StartsWith("W/\"30-"));
  EXPECT_EQ(Field(Get(kCoverage), "etag"), Field(response, "etag"));
  EXPECT_EQ(reporting_.calls(), 1);
}

TEST_F(PlainRoutesTest, WhatARevisionWasIsTheSameForEver) {
  const std::string query = absl::StrCat(kCoverage, "&as_of=7");
  const HttpResponse response = Get(query);
  EXPECT_EQ(Field(response, "cache-control"),
            "public, max-age=31536000, immutable");
  const std::string tag = Field(response, "etag");
  EXPECT_THAT(tag, StartsWith("\""));

  ++revision_;
  EXPECT_TRUE(Get(query).body == response.body);
  EXPECT_EQ(Get(query, {{"If-None-Match", tag}}).status, 304);
  EXPECT_EQ(reporting_.calls(), 1);

  const HttpResponse day = Get(absl::StrCat(kCoverage, "&as_of=2026-11-25"));
  EXPECT_EQ(Field(day, "cache-control"), "no-cache");
  EXPECT_THAT(Field(day, "etag"), StartsWith("\""));
}

TEST_F(PlainRoutesTest, NegativeMinRevisionIsForTheMethodToRefuse) {
  Get(kCoverage);
  Get(absl::StrCat(kCoverage, "&min_revision=-1"));
  EXPECT_EQ(reporting_.calls(), 2);
}

TEST_F(PlainRoutesTest, ReportsAreListedAndRead) {
  const HttpResponse list = Get("/v1/reports?page_size=7");
  EXPECT_EQ(list.status, 200);
  EXPECT_EQ(json::parse(list.body).at("reports")[0].at("name"), "reports/a");
  const std::string tag = Field(list, "etag");
  EXPECT_EQ(Get("/v1/reports", {{"If-None-Match", tag}}).status, 304);

  const HttpResponse csv = Get("/v1/reports?format=csv&page_size=7");
  EXPECT_THAT(csv.body, HasSubstr("\r\na,"));
  EXPECT_EQ(Field(csv, "link"),
            "</v1/reports?format=csv&page_size=7&page_token=7%20a%2Fb>; "
            "rel=\"next\"");
  EXPECT_FALSE(Get("/v1/reports?page_token=7%20a%2Fb").fields.Has("link"));

  EXPECT_EQ(json::parse(Get("/v1/reports/a").body).at("report").at("name"),
            "reports/a");
  EXPECT_EQ(Get("/v1/reports/b").status, 404);
}

TEST_F(PlainRoutesTest, FilesOfReportsAreGivenOut) {
  const HttpResponse file = Get("/v1/reports/a/html");
  EXPECT_EQ(file.status, 200);
  EXPECT_TRUE(file.whole);
  EXPECT_EQ(file.body, "<p><p><p>");
  EXPECT_EQ(Field(file, "content-type"), "text/html; charset=utf-8");
  EXPECT_EQ(Field(file, "content-disposition"), "inline; filename=\"a.html\"");
  EXPECT_EQ(Field(file, "etag"), "\"abcd\"");
  EXPECT_EQ(Field(file, "cache-control"),
            "public, max-age=31536000, immutable");

  EXPECT_EQ(Get("/v1/reports/a/html", {{"If-None-Match", "\"abcd\""}}).status,
            304);
  EXPECT_EQ(Get("/v1/reports/a/html", {}, "HEAD").status, 200);
  const HttpResponse none = Get("/v1/reports/a/pdf");
  EXPECT_EQ(none.status, 404);
  EXPECT_THAT(none.body, HasSubstr("want one of html, csv"));
  EXPECT_EQ(Get("/v1/reports/b/html").status, 404);
  EXPECT_EQ(Get("/v1/reports/a/html?x=1").status, 400);
}

TEST_F(PlainRoutesTest, DescribeThemselves) {
  const HttpResponse response = Get("/openapi.json");
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(json::parse(response.body).at("openapi"), "3.1.0");
  EXPECT_EQ(
      Get("/openapi.json", {{"If-None-Match", Field(response, "etag")}}).status,
      304);
  EXPECT_EQ(Get("/openapi.json", {}, "POST").status, 405);
}

TEST_F(PlainRoutesTest, ADamagedFileIsAnErrorAndNoBody) {
  const HttpResponse response = Get("/v1/reports/damaged/html");

  EXPECT_EQ(response.status, 500);
  EXPECT_EQ(json::parse(response.body).at("reason"), "DATA_LOSS");
}

TEST_F(PlainRoutesTest, PagesOfAllowedOriginsMayRead) {
  const auto leave = [this](const std::string& origin) {
    return Field(Get(kCoverage, {{"Origin", origin}}),
                 "access-control-allow-origin");
  };
  EXPECT_EQ(leave("https://a.example"), "https://a.example");
  EXPECT_EQ(leave("https://b.example"), "");
}

TEST_F(PlainRoutesTest, AfterStopTheyAreUnavailable) {
  caller_->Stop();

  const HttpResponse response = Get(kCoverage);

  EXPECT_EQ(response.status, 503);
  EXPECT_EQ(Field(response, "retry-after"), "0");
  EXPECT_EQ(json::parse(response.body).at("reason"), "DRAINING");
}

}  // namespace
}  // namespace compendium::reporting
