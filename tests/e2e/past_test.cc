// SPDX-License-Identifier: Apache-2.0
// Reports of the past: what the reporting worker answers for a past revision is
// what it answered then, also after it was started from a checkpoint.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "tests/e2e/round_fixture.h"

namespace compendium::tests {
namespace {

class Past : public Round {
 protected:
  // Imports the sample round with ever fewer claims and keeps what coverage and
  // calendar say after each import.
  void MakeHistory() {
    for (size_t dropped = 0; dropped < 4; ++dropped) {
      Import(dropped == 0 ? SampleRound()
                          : SampleWithoutClaims(dropped, folder_));
      const Json coverage = Coverage();
      const std::string revision = coverage.at("computedAtRevision");
      moments_.push_back({revision,
                          absl::FormatTime(absl::RFC3339_full, absl::Now(),
                                           absl::UTCTimeZone()),
                          coverage, CalendarAsOf(revision)});
    }
    EXPECT_FALSE(moments_.front().coverage == moments_.back().coverage);
  }

  Json CoverageAsOf(const std::string& moment) {
    return JsonOf({"coverage", "--round", "2016", "--as-of", moment});
  }
  Json CalendarAsOf(const std::string& moment) {
    return JsonOf({"calendar", "--round", "2016", "--as-of", moment});
  }

  void ExpectThePastAsItWas() {
    for (const auto& [revision, time, coverage, calendar] : moments_) {
      // Not EXPECT_EQ, which would print pages.
      EXPECT_TRUE(CoverageAsOf(revision) == coverage) << revision;
      EXPECT_TRUE(CoverageAsOf(time) == coverage) << time;
      EXPECT_TRUE(CalendarAsOf(revision) == calendar) << revision;
    }
  }

  struct Moment {
    std::string revision;
    std::string time;
    Json coverage;
    Json calendar;
  };
  std::vector<Moment> moments_;
};

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
  EXPECT_EQ(CoverageAsOf(early), moments_.front().coverage);
}

TEST_F(Past, BeforeTheRoundThereIsNone) {
  MakeHistory();

  const std::string output =
      Command({"coverage", "--round", "2016", "--as-of", "1970-01-01"}, 4);

  EXPECT_NE(output.find("rounds/2016"), std::string::npos) << output;
}

}  // namespace
}  // namespace compendium::tests
