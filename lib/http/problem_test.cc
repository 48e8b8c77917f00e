// SPDX-License-Identifier: Apache-2.0
#include "lib/http/problem.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <variant>

namespace compendium::http {
namespace {

std::string TextOf(const Response& response) {
  return *std::get<SharedText>(response.body);
}

TEST(Problem, HasItsMembers) {
  const Response response = ProblemResponse(404, "NOT_FOUND", "no \"x\"");

  EXPECT_EQ(response.status, 404);
  EXPECT_EQ(response.reason, "NOT_FOUND");
  EXPECT_EQ(response.fields.Find("content-type"), "application/problem+json");
  EXPECT_EQ(TextOf(response),
            R"({"title":"Not Found","status":404,"detail":"no \"x\"",)"
            R"("reason":"NOT_FOUND"})");
}

TEST(Problem, IsJsonWhateverTheDetail) {
  const Response response = ProblemResponse(400, "X", "\xff\x01\n");

  EXPECT_FALSE(
      nlohmann::json::parse(TextOf(response), nullptr, false).is_discarded());
}

TEST(Problem, ListsWrongFields) {
  const Response response = ProblemResponse(400, "INVALID_FIELD", "two",
                                            {{"a", "got \"1\""}, {"b", ""}});

  const auto json = nlohmann::json::parse(*std::get<SharedText>(response.body));
  EXPECT_EQ(
      json.at("errors"),
      nlohmann::json::parse(
          R"([{"field":"a","detail":"got \"1\""},{"field":"b","detail":""}])"));
}

}  // namespace
}  // namespace compendium::http
