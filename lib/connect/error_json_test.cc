// SPDX-License-Identifier: Apache-2.0
#include "lib/connect/error_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "absl/strings/escaping.h"
#include "google/rpc/error_details.pb.h"
#include "lib/connect/connect_code.h"
#include "lib/request/error_details.h"

namespace compendium::connect {
namespace {

using nlohmann::json;

TEST(ErrorJson, HasCodeMessageAndDetails) {
  const absl::Status error =
      ErrorWithReason(absl::StatusCode::kNotFound, "NO_ROUND", "no \"2016\"");

  const json object = json::parse(ErrorJson(error));

  EXPECT_EQ(object.at("code"), "not_found");
  EXPECT_EQ(object.at("message"), "no \"2016\"");
  ASSERT_EQ(object.at("details").size(), 1u);
  const json& detail = object.at("details").at(0);
  EXPECT_EQ(detail.at("type"), "google.rpc.ErrorInfo");
  EXPECT_EQ(detail.at("debug").at("reason"), "NO_ROUND");
  const std::string base64 = detail.at("value");
  EXPECT_EQ(base64.find('='), std::string::npos);
  std::string bytes;
  google::rpc::ErrorInfo info;
  ASSERT_TRUE(absl::Base64Unescape(base64, &bytes));
  ASSERT_TRUE(info.ParseFromString(bytes));
  EXPECT_EQ(info.reason(), "NO_ROUND");
}

TEST(ErrorJson, IsJsonWhateverTheMessage) {
  EXPECT_FALSE(
      json::parse(ErrorJson(absl::InternalError("\xff\x01\n")), nullptr, false)
          .is_discarded());
}

TEST(EndStreamJson, SaysHowTheStreamEnded) {
  EXPECT_EQ(EndStreamJson(absl::OkStatus()), "{}");
  EXPECT_EQ(EndStreamJson(absl::AbortedError("x")),
            R"({"error":{"code":"aborted","message":"x"}})");
}

TEST(ConnectCode, EveryCodeHasNameAndStatus) {
  for (int code = 1; code <= 16; ++code) {
    EXPECT_FALSE(CodeName(static_cast<absl::StatusCode>(code)).empty());
    EXPECT_GE(HttpStatusOf(static_cast<absl::StatusCode>(code)), 400);
  }
  EXPECT_EQ(CodeName(absl::StatusCode::kCancelled), "canceled");
  EXPECT_EQ(HttpStatusOf(absl::StatusCode::kUnauthenticated), 401);
}

}  // namespace
}  // namespace compendium::connect
