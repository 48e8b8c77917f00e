// SPDX-License-Identifier: Apache-2.0
// What `compendium diff` says of two revisions is what the reports say at each,
// and it names the revisions, people and reasons of the registry's history.
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/e2e/round_fixture.h"

namespace compendium::tests {
namespace {

constexpr char kMidsa[] = "mechanisms/midsa/questionnaires/2016";

// The number of claims by node and questionnaire.
using ClaimCounts = std::map<std::pair<std::string, std::string>, size_t>;

class DiffOfARound : public Round {
 protected:
  // Imports the sample round, then without some of MIDSA's claims, then rejects
  // one more by hand.
  void SetUp() override {
    Round::SetUp();
    Import(SampleRound());
    first_ = Revision();
    Import(SampleWithoutClaims(3, folder_));
    second_ = Revision();
    const Json claims =
        JsonOf({"get", kMidsa}).at("questionnaire").at("claims");
    Command({"curate", kMidsa, "reject", claims.at(0).at("id"), "--author",
             "a.diallo", "--reason", "the letter of 3 May"});
    third_ = Revision();
  }

  Json Diff(int64_t from, int64_t to, std::vector<std::string> more = {}) {
    std::vector<std::string> words = {
        "diff", "--round",       "2016", "--from", absl::StrCat(from),
        "--to", absl::StrCat(to)};
    words.insert(words.end(), more.begin(), more.end());
    return JsonOf(std::move(words)).at("diff");
  }
  static Json Cells(const Json& diff) {
    return diff.value("cells", Json::array());
  }

  ClaimCounts ClaimsAt(int64_t revision) {
    ClaimCounts counts;
    const Json coverage = JsonOf({"coverage", "--round", "2016", "--as-of",
                                  absl::StrCat(revision)})
                              .at("coverage");
    for (const Json& node : coverage.at("nodes"))
      for (const Json& cell : node.at("cells"))
        counts[{node.at("code"),
                std::string(cell.at("mechanism")) + "/questionnaires/2016"}] =
            cell.at("claims").size();
    return counts;
  }

  int64_t first_ = 0;
  int64_t second_ = 0;
  int64_t third_ = 0;
};

TEST_F(DiffOfARound, CellsAreThoseInWhichTheReportsDiffer) {
  const ClaimCounts before = ClaimsAt(first_);
  ClaimCounts after = ClaimsAt(third_);

  const Json diff = Diff(first_, third_, {"--kind", "coverage"});

  EXPECT_EQ(diff.at("fromRevision"), absl::StrCat(first_));
  EXPECT_EQ(diff.at("toRevision"), absl::StrCat(third_));
  size_t gone_count = 0;
  for (const Json& cell : Cells(diff)) {
    const std::pair<std::string, std::string> key = {cell.at("subject"),
                                                     cell.at("questionnaire")};
    ASSERT_EQ(before.count(key), 1u) << cell;
    EXPECT_NE(before.at(key), after[key]);
    gone_count += before.at(key) - after[key];
    EXPECT_EQ(cell.at("evidence").size(), before.at(key) - after[key]);
  }
  EXPECT_EQ(gone_count, 4u);
}

TEST_F(DiffOfARound, EachCellSaysByWhomWhenAndWhy) {
  for (const Json& cell :
       Cells(Diff(first_, second_, {"--kind", "coverage"}))) {
    ASSERT_EQ(cell.at("revisions").size(), 1u);
    const Json& revision = cell.at("revisions").at(0);
    EXPECT_EQ(revision.at("author"), "test");
    EXPECT_EQ(revision.at("reason"), "end to end");
    EXPECT_EQ(revision.at("names").at(0), kMidsa);
  }
  const Json cells = Cells(Diff(second_, third_));
  ASSERT_EQ(cells.size(), 1u);
  const Json& revision = cells.at(0).at("revisions").at(0);
  EXPECT_EQ(revision.at("revision"), absl::StrCat(third_));
  EXPECT_EQ(revision.at("author"), "a.diallo");
  EXPECT_EQ(revision.at("reason"), "the letter of 3 May");
  EXPECT_FALSE(std::string(revision.at("commitTime")).empty());
  const std::string text =
      Command({"diff", "--round", "2016", "--from", absl::StrCat(second_)});
  EXPECT_NE(text.find("a.diallo: the letter of 3 May"), std::string::npos)
      << text;
}

TEST_F(DiffOfARound, EverythingCameWithTheRound) {
  const Json cells = Cells(Diff(1, first_));

  std::map<std::string, int> counts;
  for (const Json& cell : cells) {
    ++counts[cell.at("kind")];
    EXPECT_GE(cell.at("revisions").size(), 1u) << cell;
  }
  // The sample names neither projects nor publications.
  EXPECT_EQ(counts.size(), 5u);
  EXPECT_EQ(counts["DIFF_KIND_COMPLETION"], 112);
  EXPECT_EQ(counts["DIFF_KIND_CLASHES"], 65);
}

TEST_F(DiffOfARound, IsTheSameAfterARestart) {
  const Json before = Diff(first_, third_);

  ASSERT_EQ(reporting_->Stop(), 0);
  StartReporting();

  EXPECT_TRUE(Diff(first_, third_) == before);
}

TEST_F(DiffOfARound, WhatCannotBeComparedIsSaid) {
  const auto from = [&](int64_t revision, int wanted_status,
                        std::vector<std::string> more) {
    std::vector<std::string> words = {"diff", "--round", "2016", "--from",
                                      absl::StrCat(revision)};
    words.insert(words.end(), more.begin(), more.end());
    return Command(std::move(words), wanted_status);
  };

  EXPECT_NE(from(third_, 4, {"--to", absl::StrCat(first_)}).find("from: got"),
            std::string::npos);
  EXPECT_NE(from(first_, 2, {"--kind", "cover"}).find("want one of"),
            std::string::npos);
  EXPECT_NE(from(first_, 2, {"--to", "yesterday"}).find("--to: got"),
            std::string::npos);
  EXPECT_NE(from(third_, 0, {}).find("0 cells"), std::string::npos);
  EXPECT_NE(
      Command({"diff", "--round", "1999", "--from", "1"}, 4).find("round"),
      std::string::npos);
}

}  // namespace
}  // namespace compendium::tests
