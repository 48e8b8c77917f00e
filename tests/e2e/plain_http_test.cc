// SPDX-License-Identifier: Apache-2.0
// The plain routes of a worker that follows a registry, as processes.
#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "lib/base/sha256.h"
#include "tests/e2e/round_fixture.h"
#include "tests/support/http_client.h"

namespace compendium::tests {
namespace {

class PlainHttp : public Round {
 protected:
  HttpResponse Get(
      const std::string& target,
      std::initializer_list<std::pair<std::string, std::string>> fields = {}) {
    return HttpClient(PortOf(reporting_->HttpAddress()))
        .Ask("GET", target, "", fields);
  }
  static std::string Field(const HttpResponse& response,
                           const std::string& name) {
    return response.fields.Find(name).value_or("");
  }
  // The path with the round of 2016, once all of it is there.
  std::string Query(const std::string& name) {
    return absl::StrCat("/v1/", name,
                        "?round=rounds/2016&min_revision=", Revision());
  }
  // Makes a report of the coverage; its id.
  std::string MakeReport() {
    const HttpResponse made =
        HttpClient(PortOf(reporting_->HttpAddress()))
            .Ask("POST", "/compendium.reporting.v1.ReportService/CreateReport",
                 Json({{"kind", "REPORT_KIND_COVERAGE"},
                       {"parameters", {{"round", "rounds/2016"}}},
                       {"author", "test"},
                       {"formats", {"REPORT_FORMAT_CSV", "REPORT_FORMAT_HTML"}},
                       {"minRevision", absl::StrCat(Revision())}})
                     .dump(),
                 {{"Content-Type", "application/json"}});
    EXPECT_EQ(made.status, 200) << made.body;
    return Json::parse(made.body)
        .at("report")
        .at("name")
        .get<std::string>()
        .substr(std::string("reports/").size());
  }
};

TEST_F(PlainHttp, SaysWhatTheCommandSays) {
  Import(SampleRound());
  for (const std::string name :
       {"coverage", "calendar", "clashes", "completion", "participation",
        "projects", "publications", "findings"}) {
    const HttpResponse json = Get(Query(name));
    ASSERT_EQ(json.status, 200) << name << json.body;
    EXPECT_TRUE(Json::parse(json.body) == JsonOf({name, "--round", "2016"}))
        << name;
    const HttpResponse csv = Get(absl::StrCat(Query(name), "&format=csv"));
    ASSERT_EQ(csv.status, 200) << name << csv.body;
    EXPECT_TRUE(csv.body == Command({name, "--round", "2016", "--csv"}))
        << name;
  }
}

TEST_F(PlainHttp, RecordsOfStrangersAreHarmless) {
  const std::string hostile = "=cmd()|\"<script>\"\r\n\t\xe2\x80\xaex";
  Json round = Json::parse(*base::ReadFile(SampleRound(), 1 << 20));
  for (Json& entry : round.at("questionnaires"))
    if (entry.at("mechanism") == "midsa")
      entry.at("questionnaire").at("participants")[0]["asWritten"] = hostile;
  const std::string path = folder_ + "/hostile.json";
  ASSERT_TRUE(base::WriteFileAtomically(path, round.dump()).ok());
  Import(path);

  const HttpResponse json = Get(Query("participation"));
  ASSERT_EQ(json.status, 200) << json.body;
  const Json values = Json::parse(json.body).flatten();
  EXPECT_TRUE(std::find(values.begin(), values.end(), hostile) != values.end());
  EXPECT_FALSE(absl::StrContains(json.body, "<script>"));
  EXPECT_EQ(Field(json, "x-content-type-options"), "nosniff");

  const std::string cell = "=cmd()|\"\"<script>\"\"\r\n\t\xe2\x80\xaex\"";
  const std::string query = absl::StrCat(Query("participation"), "&format=csv");
  const HttpResponse csv = Get(query);
  EXPECT_TRUE(absl::StrContains(csv.body, absl::StrCat(",\"'", cell)));
  EXPECT_FALSE(absl::StrContains(csv.body, absl::StrCat("\"", cell)));
  const HttpResponse raw = Get(absl::StrCat(query, "&raw=1"));
  EXPECT_TRUE(absl::StrContains(raw.body, absl::StrCat(",\"", cell)));
}

TEST_F(PlainHttp, ThePastIsTheSameForEver) {
  Import(SampleRound());
  const int64_t revision = Revision();
  const std::string latest = Query("coverage");
  const HttpResponse before = Get(latest);
  const std::string past =
      absl::StrCat("/v1/coverage?round=rounds/2016&as_of=", revision);
  Import(SampleWithoutClaims(2, folder_));

  const HttpResponse after =
      Get(Query("coverage"), {{"If-None-Match", Field(before, "etag")}});
  EXPECT_EQ(after.status, 200);
  EXPECT_EQ(
      Get(Query("coverage"), {{"If-None-Match", Field(after, "etag")}}).status,
      304);
  const HttpResponse then = Get(past);
  EXPECT_TRUE(then.body == before.body);
  EXPECT_TRUE(absl::StrContains(Field(then, "cache-control"), "immutable"));

  const HttpResponse future =
      Get("/v1/coverage?round=rounds/2016&as_of=2999-01-01");
  EXPECT_EQ(future.status, 400);
  EXPECT_EQ(Json::parse(future.body).at("errors")[0].at("field"), "as_of_time");
  EXPECT_EQ(Get("/v1/coverage?round=rounds/1900").status, 404);
}

TEST_F(PlainHttp, ReportsAndTheirFiles) {
  Import(SampleRound());
  const std::string id = MakeReport();

  EXPECT_TRUE(absl::StrContains(Get("/v1/reports").body, id));
  const HttpResponse report = Get(absl::StrCat("/v1/reports/", id));
  ASSERT_EQ(report.status, 200) << report.body;
  const Json answer = Json::parse(report.body);
  EXPECT_EQ(answer.at("report").at("files").size(), 2u);
  for (const Json& file : answer.at("report").at("files")) {
    const bool is_csv = file.at("format") == "REPORT_FORMAT_CSV";
    const std::string path =
        absl::StrCat("/v1/reports/", id, is_csv ? "/csv" : "/html");
    const HttpResponse response = Get(path);
    EXPECT_EQ(response.status, 200);
    EXPECT_TRUE(response.whole);
    EXPECT_EQ(base::Sha256Hex(response.body), file.at("sha256"));
    EXPECT_EQ(Field(response, "content-type"), file.at("mediaType"));
    EXPECT_EQ(Field(response, "etag"),
              absl::StrCat("\"", file.at("sha256").get<std::string>(), "\""));
  }
  EXPECT_EQ(Get(absl::StrCat("/v1/reports/", id, "/pdf")).status, 404);
}

// Never for timing.
TEST_F(PlainHttp, BenchmarkRuns) {
  Import(SampleRound());
  reporting_.reset();
  reporting_ = StartService("compendium-reporting", folder_,
                            {"--registry_address=" + registry_address_,
                             "--http_requests_per_second=0"},
                            reporting_address_);
  Get(Query("coverage"));

  auto process = *Process::Start(
      {.command = {BinaryPath("http_benchmark"),
                   absl::StrCat("--http=", reporting_->HttpAddress()),
                   "--seconds=0.05", "--turns=1", "--connections=2"},
       .log_path = folder_ + "/benchmark"});
  EXPECT_EQ(process->Wait(), 0) << process->Log();
  EXPECT_TRUE(absl::StrContains(process->Log(), "http_json_of_bare_beast"));
}

// A program that was not written here checks the description, and what is
// answered to its examples.
TEST_F(PlainHttp, AreAsTheirDescriptionSays) {
  const std::string contract = SourceFolder() + "/tests/contract";
  if (!std::filesystem::exists(contract + "/node_modules/ajv"))
    GTEST_SKIP() << "NOT TESTED: run `npm ci` in tests/contract first";
  Import(SampleRound());
  const std::string id = MakeReport();

  auto process = *Process::Start(
      {.command = {"/usr/bin/env", "node", contract + "/check_openapi.js",
                   absl::StrCat("http://", reporting_->HttpAddress()), id},
       .log_path = folder_ + "/openapi"});
  EXPECT_EQ(process->Wait(), 0) << process->Log();
}

}  // namespace
}  // namespace compendium::tests
