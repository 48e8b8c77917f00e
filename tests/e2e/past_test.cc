// SPDX-License-Identifier: Apache-2.0
// Reports of the past: what the reporting worker answers for a past revision is
// what it answered then, also after it was started from a checkpoint.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "tests/e2e/round_fixture.h"

namespace compendium::tests {
namespace {

// Every report of the round, as words of the command.
const std::vector<std::vector<std::string>>& Reports() {
  static const auto& reports = *new std::vector<std::vector<std::string>>{
      {"coverage", "--round", "2016"},
      {"gaps", "--round", "2016", "--mechanism", "midsa"},
      {"calendar", "--round", "2016"},
      {"completion", "--round", "2016"},
      {"participation"},
      {"clashes", "--round", "2016"},
      {"projects", "--round", "2016"},
      {"publications", "--round", "2016"},
      {"clashes", "--country", "TUR"},
      {"projects", "--mechanism", "midsa"},
      {"gaps", "--round", "2016", "--framework", "sdg"}};
  return reports;
}

// The path of a copy of the sample round that no report answers alike for two
// steps: with each, MIDSA has a claim less and a project and a publication
// more, Prague a meeting and a participant less, ARCP an answer less.
std::string SampleAt(size_t step, const std::string& folder) {
  Json round = Json::parse(*base::ReadFile(SampleRound(), 1 << 20));
  for (Json& entry : round.at("questionnaires")) {
    Json& questionnaire = entry.at("questionnaire");
    for (size_t i = 0; i < step; ++i) {
      if (entry.at("mechanism") == "midsa") {
        Json& claims = questionnaire.at("claims");
        claims.erase(claims.size() - 1);
        const Json item = {{"title", absl::StrCat("Item ", i)},
                           {"origin", "ORIGIN_SUBMITTED"}};
        questionnaire["projects"].push_back(item);
        questionnaire["publications"].push_back(item);
      } else if (entry.at("mechanism") == "prague-process") {
        for (const char* list : {"meetings", "participants"})
          questionnaire.at(list).erase(questionnaire.at(list).size() - 1);
      } else if (entry.at("mechanism") == "arcp") {
        // What nothing else refers to.
        Json& answers = questionnaire.at("answers");
        answers.erase(answers.size() - 1);
      }
    }
  }
  const std::string path = folder + "/changed.json";
  EXPECT_TRUE(base::WriteFileAtomically(path, round.dump()).ok());
  return path;
}

class Past : public Round {
 protected:
  // Imports the sample round step by step and keeps what every report says
  // after each import.
  void MakeHistory() {
    for (size_t step = 0; step < 4; ++step) {
      Import(SampleAt(step, folder_));
      const std::string revision = absl::StrCat(Revision());
      std::vector<Json> answers;
      for (std::vector<std::string> words : Reports()) {
        words.insert(words.end(), {"--min-revision", revision});
        answers.push_back(JsonOf(std::move(words)));
      }
      moments_.push_back({revision,
                          absl::FormatTime(absl::RFC3339_full, absl::Now(),
                                           absl::UTCTimeZone()),
                          std::move(answers)});
    }
  }

  Json AsOf(const std::string& moment, std::vector<std::string> words) {
    words.insert(words.end(), {"--as-of", moment});
    return JsonOf(std::move(words));
  }
  Json CoverageAsOf(const std::string& moment) {
    return AsOf(moment, {"coverage", "--round", "2016"});
  }

  void ExpectThePastAsItWas() {
    for (const auto& [revision, time, answers] : moments_) {
      for (size_t i = 0; i < answers.size(); ++i) {
        const std::vector<std::string>& words = Reports()[i];
        // Not EXPECT_EQ, which would print pages.
        EXPECT_TRUE(AsOf(revision, words) == answers[i])
            << words[0] << " " << revision;
        EXPECT_TRUE(AsOf(time, words) == answers[i]) << words[0] << " " << time;
      }
    }
  }

  struct Moment {
    std::string revision;
    std::string time;
    std::vector<Json> answers;  // to Reports()
  };
  std::vector<Moment> moments_;
};

TEST_F(Past, EveryReportChangesWithTheRecords) {
  MakeHistory();

  for (size_t i = 0; i < Reports().size(); ++i) {
    Json first = moments_.front().answers[i];
    Json last = moments_.back().answers[i];
    first.erase("computedAtRevision");
    last.erase("computedAtRevision");
    EXPECT_FALSE(first == last) << Reports()[i][0];
  }
}

TEST_F(Past, IsAnsweredAsItWas) {
  MakeHistory();

  ExpectThePastAsItWas();
}

TEST_F(Past, IsTheSameAfterARestartFromACheckpoint) {
  MakeHistory();

  EXPECT_EQ(reporting_->Stop(), 0) << reporting_->Log();
  StartReporting();

  ExpectThePastAsItWas();
}

TEST_F(Past, CannotBeReadWithoutTheRegistry) {
  MakeHistory();
  const std::string& early = moments_.front().revision;
  EXPECT_EQ(registry_->Stop(), 0) << registry_->Log();
  EXPECT_EQ(reporting_->Stop(), 0) << reporting_->Log();
  StartReporting();

  const std::string output =
      Command({"coverage", "--round", "2016", "--as-of", early, "--json"}, 5);

  EXPECT_NE(output.find("history cannot be read"), std::string::npos) << output;
  StartRegistry();
  EXPECT_TRUE(CoverageAsOf(early) == moments_.front().answers[0]);
}

TEST_F(Past, BeforeTheRoundThereIsNone) {
  MakeHistory();

  for (std::vector<std::string> words : Reports()) {
    if (std::find(words.begin(), words.end(), "--round") == words.end())
      continue;  // of no round there is nothing, which is no error
    words.insert(words.end(), {"--as-of", "1970-01-01"});
    const std::string output = Command(std::move(words), 4);
    EXPECT_NE(output.find("rounds/2016"), std::string::npos) << output;
  }
}

}  // namespace
}  // namespace compendium::tests
