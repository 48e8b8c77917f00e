// SPDX-License-Identifier: Apache-2.0
#include "lib/http/accept.h"

#include <gtest/gtest.h>

#include <string>

namespace compendium::http {
namespace {

// "json", "csv" or "none".
std::string Chosen(absl::string_view accept) {
  const auto chosen = ChooseType(accept, {"application/json", "text/csv"});
  return chosen.has_value() ? (*chosen == 0 ? "json" : "csv") : "none";
}

TEST(Accept, FirstIsForThoseWhoTakeAnything) {
  for (const char* accept :
       {"", " ", "*/*", "application/json", "Application/JSON;charset=utf-8",
        "text/html,application/xhtml+xml,*/*;q=0.8",
        "text/csv;q=0.5, application/json;q=0.5"})
    EXPECT_EQ(Chosen(accept), "json") << accept;
}

TEST(Accept, WeightsDecide) {
  for (const char* accept :
       {"text/csv", "text/*", "application/json;q=0.9, text/csv",
        "application/json;q=0, */*", "text/csv ; header=present ; q=0.2"})
    EXPECT_EQ(Chosen(accept), "csv") << accept;
}

TEST(Accept, TheMoreExactRangeCounts) {
  EXPECT_EQ(Chosen("text/*;q=1, text/csv;q=0.1, application/json;q=0.5"),
            "json");
  EXPECT_EQ(Chosen("*/*;q=0.9, application/*;q=0.1"), "csv");
}

TEST(Accept, MayTakeNone) {
  for (const char* accept : {"text/html", "*/*;q=0", "text/csv;q=0.000", ",",
                             "text", "application/jsonx", "*"})
    EXPECT_EQ(Chosen(accept), "none") << accept;
}

TEST(Accept, OldClientsAreUnderstood) {
  EXPECT_EQ(Chosen("text/html, image/gif, *; q=.2, */*; q=.2"), "json");
}

}  // namespace
}  // namespace compendium::http
