// SPDX-License-Identifier: Apache-2.0
// The worker over HTTP, as processes and clients that were not written for it.
#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "lib/http/gzip.h"
#include "lib/http/limits.h"
#include "lib/http/percent.h"
#include "tests/e2e/round_fixture.h"
#include "tests/support/http_client.h"

namespace compendium::tests {
namespace {

constexpr char kReporting[] = "/compendium.reporting.v1.ReportingService/";
constexpr char kReports[] = "/compendium.reporting.v1.ReportService/";

// An envelope around a message, and the JSON in each of a stream's.
std::string Enveloped(const std::string& json) {
  std::string head(5, '\0');
  head[4] = static_cast<char>(json.size());
  return head + json;
}

class Http : public Round {
 protected:
  int port() const { return PortOf(reporting_->HttpAddress()); }
  HttpClient Connect() const { return HttpClient(port()); }
  HttpResponse Get(const std::string& target) const {
    return Connect().Ask("GET", target);
  }
  HttpResponse Call(const std::string& method, const Json& request) const {
    return Connect().Ask("POST", method, request.dump(),
                         {{"Content-Type", "application/json"}});
  }
  // A read of the coverage of 2016, as a query.
  std::string CoverageQuery() {
    return absl::StrCat(
        kReporting, "GetCoverage?connect=v1&encoding=json&message=",
        http::PercentEncode(Json({{"round", "rounds/2016"},
                                  {"minRevision", absl::StrCat(Revision())}})
                                .dump()));
  }

  // The worker again, with other options.
  void Restart(std::vector<std::string> options) {
    reporting_.reset();
    options.push_back("--registry_address=" + registry_address_);
    reporting_ = StartService("compendium-reporting", folder_, options,
                              reporting_address_);
  }

  // Whether it comes to that within some seconds.
  static bool Becomes(const std::function<bool()>& condition) {
    const absl::Time end = absl::Now() + absl::Seconds(30);
    while (!condition()) {
      if (absl::Now() > end) return false;
      absl::SleepFor(absl::Milliseconds(20));
    }
    return true;
  }
  bool BecomesReady(int status) {
    return Becomes([&] { return Get("/readyz").status == status; });
  }
  void Succeeds(const std::vector<std::string>& command) {
    auto process =
        *Process::Start({.command = command, .log_path = folder_ + "/tool"});
    EXPECT_EQ(process->Wait(), 0) << process->Log();
  }
};

TEST_F(Http, HealthFollowsTheFeed) {
  EXPECT_EQ(Get("/livez").status, 200);
  EXPECT_TRUE(BecomesReady(200));

  registry_->Kill();
  EXPECT_TRUE(BecomesReady(503));
  const HttpResponse response = Get("/readyz");
  EXPECT_EQ(response.fields.Find("content-type"), "application/problem+json");
  EXPECT_EQ(Json::parse(response.body).at("reason"), "NOT_READY");
  EXPECT_EQ(Get("/livez").status, 200);

  StartRegistry();
  EXPECT_TRUE(BecomesReady(200));
}

TEST_F(Http, MetricsAreAsPrometheusWantsThem) {
  Import(SampleRound());
  Call(absl::StrCat(kReporting, "GetCoverage"), {{"round", "rounds/1900"}});
  Coverage();
  const std::string text = Get("/metrics").body;
  for (const std::string line :
       {"compendium_reporting_feed_connected 1",
        "compendium_reporting_records{kind=\"questionnaire\"} 14",
        "compendium_http_errors_total{reason=\"RECORD_NOT_FOUND\",route=\"/"
        "compendium.reporting.v1.ReportingService/GetCoverage\"} 1",
        // One of them over HTTP, the other over gRPC.
        "compendium_rpc_call_duration_seconds_count{method=\"/"
        "compendium.reporting.v1.ReportingService/GetCoverage\"} 2"})
    EXPECT_TRUE(absl::StrContains(text, line + "\n")) << line << "\n" << text;

  if (system("command -v promtool >/dev/null") != 0)
    GTEST_SKIP() << "NOT TESTED: promtool is absent (package prometheus)";
  ASSERT_TRUE(base::WriteFileAtomically(folder_ + "/metrics", text).ok());
  Succeeds({"/bin/sh", "-c",
            absl::StrCat("promtool check metrics < ", folder_, "/metrics")});
}

TEST_F(Http, MethodsAnswerAsOverGrpc) {
  Import(SampleRound());
  const std::string revision = absl::StrCat(Revision());
  const HttpResponse response =
      Call(absl::StrCat(kReporting, "GetCoverage"),
           {{"round", "rounds/2016"}, {"minRevision", revision}});

  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(Json::parse(response.body), Coverage());
}

TEST_F(Http, ReadsByGetAreCachedAndCompressed) {
  Import(SampleRound());
  HttpClient client = Connect();
  const std::string query = CoverageQuery();

  const HttpResponse plain = client.Ask("GET", query);
  ASSERT_EQ(plain.status, 200);
  const HttpResponse packed =
      client.Ask("GET", query, "", {{"Accept-Encoding", "br, gzip;q=0.5"}});
  EXPECT_EQ(packed.fields.Find("content-encoding"), "gzip");
  EXPECT_LT(packed.body.size(), plain.body.size());
  EXPECT_TRUE(http::Gunzip(packed.body, 10 << 20).value_or("") == plain.body);

  for (const HttpResponse* known : {&plain, &packed}) {
    const std::string tag = known->fields.Find("etag").value_or("");
    const HttpResponse again =
        client.Ask("GET", query, "", {{"If-None-Match", tag}});
    EXPECT_EQ(again.status, 304);
    EXPECT_EQ(again.fields.Find("etag"), tag);
  }
  EXPECT_EQ(client.Ask("HEAD", query).fields.Find("content-length"),
            absl::StrCat(plain.body.size()));

  const std::string tag = plain.fields.Find("etag").value_or("");
  Import(SampleWithoutClaims(2, folder_));
  EXPECT_EQ(
      client.Ask("GET", CoverageQuery(), "", {{"If-None-Match", tag}}).status,
      200)
      << "another answer under the tag of the one before";
}

TEST_F(Http, ErrorsSayWhatIsWrong) {
  const HttpResponse missing =
      Call(absl::StrCat(kReporting, "GetCoverage"), {{"round", "rounds/1900"}});
  EXPECT_EQ(missing.status, 404);
  EXPECT_EQ(Json::parse(missing.body).at("code"), "not_found");

  const HttpResponse wrong =
      Call(absl::StrCat(kReporting, "GetCoverage"), {{"round", "1900"}});
  EXPECT_EQ(wrong.status, 400);
  const Json details = Json::parse(wrong.body).at("details");
  EXPECT_TRUE(std::any_of(
      details.begin(), details.end(),
      [](const Json& detail) {
        return detail.at("type") == "google.rpc.BadRequest" &&
               detail.at("debug").at("fieldViolations").at(0).at("field") ==
                   "round";
      }))
      << details;

  EXPECT_EQ(Get("/nowhere").status, 404);
  EXPECT_EQ(Get(absl::StrCat(kReports, "CreateReport")).status, 405);
}

TEST_F(Http, StreamsComeAsTheyAreMadeAndEndWithTheWorker) {
  Import(SampleRound());
  HttpClient watcher = Connect();
  const std::string watch = Enveloped("{}");
  watcher.Send(absl::StrCat("POST ", kReports,
                            "WatchReports HTTP/1.1\r\nHost: a\r\nContent-Type: "
                            "application/connect+json\r\nContent-Length: ",
                            watch.size(), "\r\n\r\n", watch));
  EXPECT_EQ(watcher.ReceiveLine(), "HTTP/1.1 200 OK");
  while (!watcher.ReceiveLine().empty()) {
  }

  const HttpResponse made = Call(absl::StrCat(kReports, "CreateReport"),
                                 {{"kind", "REPORT_KIND_COVERAGE"},
                                  {"parameters", {{"round", "rounds/2016"}}},
                                  {"author", "test"},
                                  {"formats", {"REPORT_FORMAT_CSV"}},
                                  {"minRevision", absl::StrCat(Revision())}});
  ASSERT_EQ(made.status, 200) << made.body;
  const std::string name = Json::parse(made.body).at("report").at("name");
  EXPECT_TRUE(absl::StrContains(watcher.ReceiveChunk(), name));

  const HttpResponse file = Connect().Ask(
      "POST", absl::StrCat(kReports, "DownloadReport"),
      Enveloped(Json({{"name", name}, {"format", "REPORT_FORMAT_CSV"}}).dump()),
      {{"Content-Type", "application/connect+json"}});
  EXPECT_EQ(file.status, 200);
  EXPECT_TRUE(file.whole);
  EXPECT_TRUE(absl::EndsWith(file.body, std::string("\x02\0\0\0\2{}", 7)));

  EXPECT_EQ(reporting_->Stop(), 0) << reporting_->Log();
  const std::string end = watcher.ReceiveChunk();
  EXPECT_EQ(end[0], 2) << end;
  EXPECT_TRUE(absl::StrContains(end, "unavailable")) << end;
  EXPECT_EQ(watcher.ReceiveChunk(), "");
  EXPECT_TRUE(watcher.IsClosed());
}

TEST_F(Http, TracesAreLoggedWithTheRequestAndItsCall) {
  Connect().Ask("POST", absl::StrCat(kReporting, "GetReportingStatus"), "{}",
                {{"Content-Type", "application/json"},
                 {"traceparent",
                  "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"}});
  const auto is_logged = [this](const std::string& event) {
    const std::string log = reporting_->Log();
    const size_t line = log.find("{\"event\":\"" + event);
    return line != std::string::npos &&
           absl::StrContains(
               log.substr(line, log.find('\n', line) - line),
               "\"trace_id\":\"4bf92f3577b34da6a3ce929d0e0e4736\"");
  };
  EXPECT_TRUE(Becomes([&] { return is_logged("request"); }));
  EXPECT_TRUE(Becomes([&] { return is_logged("call"); }));
}

TEST_F(Http, SlowAndIdleClientsStarveNobody) {
  std::vector<HttpClient> clients;
  for (int i = 0; i < 500; ++i) {
    clients.push_back(Connect());
    if (i % 2 == 0) clients.back().Send("GET / HTTP/1.1\r\nA: ");
  }
  for (int i = 0; i < 20; ++i) EXPECT_EQ(Get("/livez").status, 200);

  // Those that had begun are given up after ten seconds, idle ones later.
  EXPECT_TRUE(Becomes([&] {
    return absl::StrContains(Get("/metrics").body,
                             "compendium_http_refusals_total{reason=\"header_"
                             "timeout\"} 250\n");
  }));
}

TEST_F(Http, SizesHaveLimits) {
  const std::string method = absl::StrCat(kReporting, "GetCoverage");
  const HttpResponse header = Connect().Ask(
      "GET", "/livez", "", {{"A", std::string(http::kHeaderBytesMax, 'a')}});
  EXPECT_EQ(header.status, 431);
  EXPECT_EQ(Call(method, std::string(http::kBodyBytesMax, 'a')).status, 413);
  EXPECT_EQ(Call(method, std::string(http::kBodyBytesMax / 2, 'a')).status,
            400);
}

TEST_F(Http, ConnectionsOfAnAddressHaveALimit) {
  Restart({"--http_connections_per_address=3"});
  HttpClient first = Connect(), second = Connect(), third = Connect();
  for (HttpClient* one : {&first, &second, &third})
    EXPECT_EQ(one->Ask("GET", "/livez").status, 200);

  EXPECT_EQ(Get("/livez").status, 503);

  first.Close();
  EXPECT_TRUE(Becomes([this] { return Get("/livez").status == 200; }));
}

TEST_F(Http, RequestsOfAnAddressHaveARate) {
  Restart({"--http_requests_per_second=5"});
  EXPECT_TRUE(Becomes([this] {
    const HttpResponse response = Get("/livez");
    return response.status == 429 && response.fields.Has("retry-after");
  }));
}

TEST_F(Http, PagesOfAllowedOriginsMayRead) {
  Restart({"--http_cors_origins=https://a.example,https://b.example"});
  HttpClient client = Connect();
  const HttpResponse asked =
      client.Ask("OPTIONS", absl::StrCat(kReporting, "GetCoverage"), "",
                 {{"Origin", "https://b.example"},
                  {"Access-Control-Request-Method", "POST"},
                  {"Access-Control-Request-Headers", "content-type"}});
  EXPECT_EQ(asked.status, 204);
  EXPECT_EQ(asked.fields.Find("access-control-allow-origin"),
            "https://b.example");
  const HttpResponse other =
      client.Ask("GET", "/livez", "", {{"Origin", "https://c.example"}});
  EXPECT_FALSE(other.fields.Has("access-control-allow-origin"));
}

TEST_F(Http, IsEncryptedWithACertificate) {
  const std::string certificate = folder_ + "/cert.pem";
  const std::string key = folder_ + "/key.pem";
  Succeeds({"/usr/bin/openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
            "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1", "-subj",
            "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-out",
            certificate, "-keyout", key});
  Restart({"--http_tls_certificate=" + certificate, "--http_tls_key=" + key});

  // Twice on one connection.
  const std::string script = absl::StrCat(
      "import http.client, ssl\n"
      "context = ssl.create_default_context(cafile='",
      certificate,
      "')\n"
      "c = http.client.HTTPSConnection('localhost', ",
      port(),
      ", context=context, timeout=10)\n"
      "for _ in range(2):\n"
      "    c.request('GET', '/livez')\n"
      "    r = c.getresponse()\n"
      "    assert (r.status, r.read()) == (200, b'alive\\n')\n");
  Succeeds({"/usr/bin/python3", "-c", script});
}

TEST_F(Http, CanBeTurnedOff) {
  Restart({"--http_address="});
  EXPECT_EQ(reporting_->HttpAddress(), "");
  Command({"status"});
}

}  // namespace
}  // namespace compendium::tests
