// SPDX-License-Identifier: Apache-2.0
#include "lib/connect/problem_of.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "lib/request/error_details.h"

namespace compendium::connect {
namespace {

nlohmann::json JsonOf(const http::Response& response) {
  return nlohmann::json::parse(*std::get<http::SharedText>(response.body));
}

TEST(ProblemOf, HasStatusReasonAndFields) {
  const http::Response response =
      ProblemOf(InvalidField("round", "got \"<b>\"\r\n, want rounds/{round}"));

  EXPECT_EQ(response.status, 400);
  EXPECT_EQ(response.reason, "INVALID_FIELD");
  EXPECT_EQ(response.fields.Find("content-type"), "application/problem+json");
  const nlohmann::json json = JsonOf(response);
  EXPECT_EQ(json.at("errors").at(0).at("field"), "round");
  EXPECT_EQ(json.at("errors").at(0).at("detail"),
            "got \"<b>\"\r\n, want rounds/{round}");
}

TEST(ProblemOf, CodeStandsForAReasonThatIsMissing) {
  const http::Response response =
      ProblemOf(absl::DeadlineExceededError("late"));

  EXPECT_EQ(response.status, 504);
  EXPECT_EQ(JsonOf(response).at("reason"), "DEADLINE_EXCEEDED");
  EXPECT_FALSE(JsonOf(response).contains("errors"));
  EXPECT_FALSE(response.fields.Has("retry-after"));
}

TEST(ProblemOf, SaysWhenToTryAgain) {
  const http::Response response =
      ProblemOf(TryAgainError("BUSY", "busy", absl::Milliseconds(1200)));

  EXPECT_EQ(response.status, 503);
  EXPECT_EQ(response.fields.Find("retry-after"), "2");
}

}  // namespace
}  // namespace compendium::connect
