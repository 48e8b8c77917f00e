// SPDX-License-Identifier: Apache-2.0
#include "lib/connect/call_request.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "compendium/reporting/v1/report_service.pb.h"
#include "compendium/reporting/v1/reporting_service.pb.h"
#include "lib/connect/envelope.h"
#include "lib/http/gzip.h"
#include "lib/http/percent.h"

namespace compendium::connect {
namespace {

using reporting::v1::GetCoverageRequest;
using reporting::v1::WatchReportsRequest;

const char kUnary[] = "/compendium.reporting.v1.ReportingService/GetCoverage";
const char kStream[] = "/compendium.reporting.v1.ReportService/WatchReports";
const char kWrite[] = "/compendium.reporting.v1.ReportService/CreateReport";

class CallRequestTest : public testing::Test {
 protected:
  const MethodTable table_{{"compendium.reporting.v1.ReportingService",
                            "compendium.reporting.v1.ReportService"}};
  const Method& unary_ = *table_.Find(kUnary);
  const Method& stream_ = *table_.Find(kStream);

  static http::Request Post(std::string type, std::string body,
                            http::Fields fields = {}) {
    fields.Add("Content-Type", type);
    return {.method = "POST",
            .target = *http::Target::Parse("/"),
            .fields = std::move(fields),
            .body = std::move(body)};
  }
  static http::Request Get(const std::string& query) {
    return {.method = "GET", .target = *http::Target::Parse("/?" + query)};
  }

  // The round that the call asks for; its error's message when it is none.
  std::string RoundOf(const http::Request& request) const {
    const auto codec = CodecOf(request, unary_);
    if (!codec.has_value()) return "no codec";
    const auto call = ReadCall(request, unary_, *codec);
    if (!call.ok()) return std::string(call.status().message());
    GetCoverageRequest message;
    EXPECT_TRUE(message.ParseFromString(call->message));
    return message.round();
  }

  absl::StatusCode CodeOf(const http::Request& request,
                          const Method& method) const {
    return ReadCall(request, method, *CodecOf(request, method)).status().code();
  }
};

std::string ProtoOf(const std::string& round) {
  GetCoverageRequest message;
  message.set_round(round);
  return message.SerializeAsString();
}

TEST_F(CallRequestTest, MethodsAreKnownByTheirPaths) {
  EXPECT_EQ(table_.Find("/compendium.reporting.v1.ReportService/No"), nullptr);
  EXPECT_FALSE(unary_.streams);
  EXPECT_TRUE(unary_.has_no_effects);
  EXPECT_TRUE(stream_.streams);
  EXPECT_FALSE(table_.Find(kWrite)->has_no_effects);
}

TEST_F(CallRequestTest, BodiesAreRead) {
  const std::string json = R"({"round":"rounds/2016"})";

  for (const std::string type :
       {"application/json", "Application/JSON; charset=utf-8"})
    EXPECT_EQ(RoundOf(Post(type, json)), "rounds/2016");
  EXPECT_EQ(RoundOf(Post("application/proto", ProtoOf("rounds/2016"))),
            "rounds/2016");
  EXPECT_EQ(RoundOf(Post("application/json", http::Gzip(json),
                         {{"Content-Encoding", "gzip"}})),
            "rounds/2016");
}

TEST_F(CallRequestTest, QueriesAreRead) {
  const std::string json = http::PercentEncode(R"({"round":"rounds/2016"})");
  const std::string base64 = absl::WebSafeBase64Escape(ProtoOf("rounds/2016"));

  for (const std::string& query :
       {"encoding=json&message=" + json,
        "x=y&message=" + json + "&connect=v1&encoding=json",
        "encoding=proto&base64=1&message=" + base64,
        "encoding=proto&base64=1&message=" + base64 + "==",
        "encoding=json&compression=gzip&base64=1&message=" +
            absl::WebSafeBase64Escape(
                http::Gzip(R"({"round":"rounds/2016"})"))})
    EXPECT_EQ(RoundOf(Get(query)), "rounds/2016") << query;
}

TEST_F(CallRequestTest, OtherTypesHaveNoCodec) {
  for (const std::string type :
       {"", "text/plain", "application/xml", "application/connect+json",
        "application/grpc", "json"})
    EXPECT_EQ(CodecOf(Post(type, ""), unary_), std::nullopt) << type;
  EXPECT_EQ(CodecOf(Post("application/json", ""), stream_), std::nullopt);
  EXPECT_EQ(CodecOf(Get("message={}"), unary_), std::nullopt);
  EXPECT_EQ(CodecOf(Get("encoding=xml"), unary_), std::nullopt);
  EXPECT_EQ(ContentTypeOf(Codec::kProto, stream_), "application/connect+proto");
}

TEST_F(CallRequestTest, TimeoutIsInMilliseconds) {
  const auto timeout_of = [this](const std::string& text) {
    const auto call =
        ReadCall(Post("application/json", "{}", {{"Connect-Timeout-Ms", text}}),
                 unary_, Codec::kJson);
    return call.ok() ? call->timeout : -absl::InfiniteDuration();
  };
  EXPECT_EQ(timeout_of("0"), absl::ZeroDuration());
  EXPECT_EQ(timeout_of("9999999999"), absl::Milliseconds(9999999999));
  for (const std::string text : {"", "-1", "1.5", "10000000000", "x", " 1"})
    EXPECT_EQ(timeout_of(text), -absl::InfiniteDuration()) << text;
}

TEST_F(CallRequestTest, WhatIsNoCallIsRefused) {
  const auto invalid = absl::StatusCode::kInvalidArgument;
  EXPECT_EQ(CodeOf(Post("application/json", ""), unary_), invalid);
  EXPECT_EQ(CodeOf(Post("application/json", "{\"no\":1}"), unary_), invalid);
  EXPECT_EQ(CodeOf(Post("application/json", "{}",
                        {{"Connect-Protocol-Version", "2"}}),
                   unary_),
            invalid);
  EXPECT_EQ(CodeOf(Post("application/json", "{}", {{"Content-Encoding", "br"}}),
                   unary_),
            absl::StatusCode::kUnimplemented);
  EXPECT_EQ(CodeOf(Post("application/json", "no gzip",
                        {{"Content-Encoding", "gzip"}}),
                   unary_),
            invalid);
  EXPECT_EQ(
      CodeOf(Post("application/json", http::Gzip(std::string(5 << 20, ' ')),
                  {{"Content-Encoding", "gzip"}}),
             unary_),
      absl::StatusCode::kResourceExhausted);
  for (const std::string query :
       {"encoding=json", "encoding=json&message={}&connect=v2",
        "encoding=json&message=%25&base64=1",
        "encoding=json&message={}&base64=true"})
    EXPECT_EQ(CodeOf(Get(query), unary_), invalid) << query;
}

TEST_F(CallRequestTest, StreamsHaveOneEnvelope) {
  const std::string json = R"({"afterSequence":"7"})";
  const auto sequence_of = [this](const http::Request& request) -> int64_t {
    const auto call = ReadCall(request, stream_, Codec::kJson);
    WatchReportsRequest message;
    if (!call.ok() || !message.ParseFromString(call->message)) return -1;
    return message.after_sequence();
  };
  const std::string type = "application/connect+json";
  const http::Fields gzip = {{"Connect-Content-Encoding", "gzip"}};
  const std::string compressed =
      MakeEnvelope(kCompressedFlag, http::Gzip(json));

  EXPECT_EQ(sequence_of(Post(type, MakeEnvelope(0, json))), 7);
  EXPECT_EQ(sequence_of(Post(type, MakeEnvelope(0, json), gzip)), 7);
  EXPECT_EQ(sequence_of(Post(type, compressed, gzip)), 7);
  EXPECT_EQ(sequence_of(Post(type, compressed)), -1);
  EXPECT_EQ(sequence_of(Post(type, json)), -1);
  EXPECT_EQ(CodeOf(Post(type, MakeEnvelope(0, json),
                        {{"Connect-Content-Encoding", "br"}}),
                   stream_),
            absl::StatusCode::kUnimplemented);
}

}  // namespace
}  // namespace compendium::connect
