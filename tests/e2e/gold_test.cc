// SPDX-License-Identifier: Apache-2.0
// The facts of the real document, through both services and the command,
// against the annotations made by hand: printed by their own score program, and
// never below the marks.
#include <gtest/gtest.h>

#include <filesystem>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "lib/base/atomic_file.h"
#include "tests/e2e/round_fixture.h"

namespace compendium::tests {
namespace {

std::string ScoreProgram() {
  return SourceFolder() + "/../shared/gold/score.py";
}

// A column of the score's last line, and what it must reach.
struct Mark {
  std::string column;
  double least;
};

// What the program prints: a heading, a row for each questionnaire and TOTAL.
std::map<std::string, double> TotalsOf(const std::string& table) {
  std::vector<std::string> names;
  std::map<std::string, double> totals;
  for (const absl::string_view line : absl::StrSplit(table, '\n')) {
    const std::vector<std::string> words =
        absl::StrSplit(line, ' ', absl::SkipEmpty());
    if (words.empty()) continue;
    if (words[0] == "questionnaire") names = words;
    if (words[0] != "TOTAL") continue;
    for (size_t i = 1; i < words.size() && i < names.size(); ++i) {
      double value = 0;
      if (absl::SimpleAtod(words[i], &value)) totals[names[i]] = value;
    }
  }
  return totals;
}

TEST_F(RealRound, FactsReachTheMarksOfTheAnnotations) {
  if (!std::filesystem::exists(ScoreProgram()))
    GTEST_SKIP() << "NOT TESTED: the annotations are absent: "
                 << ScoreProgram();
  Import(RealDocument());
  const std::string facts = folder_ + "/facts.json";
  ASSERT_TRUE(base::WriteFileAtomically(
                  facts, Command({"facts", "--round", "2016", "--json"}))
                  .ok());

  auto score =
      *Process::Start({.command = {"/usr/bin/python3", ScoreProgram(), facts},
                       .log_path = folder_ + "/score"});
  ASSERT_EQ(score->Wait(), 0) << score->Log();

  const std::string table = score->Log();
  std::cout << table;
  std::map<std::string, double> totals = TotalsOf(table);
  for (const Mark& mark : std::vector<Mark>{{"SDG", 1.0},
                                            {"dated", 0.97},
                                            {"undat.", 0.85},
                                            {"place", 0.97},
                                            {"level", 0.90},
                                            {"status", 0.90},
                                            {"partic", 1.0},
                                            {"answer", 1.0},
                                            {"proj", 0.97},
                                            {"publ", 0.97}}) {
    ASSERT_EQ(totals.count(mark.column), 1u) << mark.column;
    EXPECT_GE(totals[mark.column], mark.least) << mark.column;
  }
}

}  // namespace
}  // namespace compendium::tests
