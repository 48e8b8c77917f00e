// SPDX-License-Identifier: Apache-2.0
#include "cli/text/gaps_text.h"

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include "lib/base/status_macros.h"

namespace compendium {
namespace {

reporting::v1::Coverage SomeCoverage(const std::string& rest) {
  reporting::v1::Coverage coverage;
  CHECK(google::protobuf::TextFormat::ParseFromString(
      R"pb(framework: "sdg"
           framework_version: "2015"
           nodes { code: "10" level: NODE_LEVEL_GOAL }
           unclaimed_codes: "1"
           unclaimed_codes: "10.c"
           unclaimed_codes: "10.7"
           mechanisms { verdict: COVERAGE_VERDICT_CLAIMED }
           mechanisms { verdict: COVERAGE_VERDICT_ANSWERED_NONE }
           mechanisms { verdict: COVERAGE_VERDICT_NO_ANSWER })pb" +
          rest,
      &coverage));
  return coverage;
}

TEST(GapsText, GoalsStandApartFromTargets) {
  EXPECT_EQ(GapsText(SomeCoverage(""), "", {}, 80),
            "Goals of sdg 2015 that nobody claims: 1 of 2.\n"
            "\n"
            "Code   Title\n"
            "─────  ─────────────────\n"
            "1      An end to poverty\n"
            "\n"
            "Targets of sdg 2015 that nobody claims: 2 of 2.\n"
            "\n"
            "Code   Title\n"
            "─────  ──────────────────────────────────────────────\n"
            "10.c   Cheaper remittance transfers for migrants\n"
            "10.7   Safe, orderly migration through sound policies\n"
            "\n"
            "3 mechanisms: 1 claimed, 1 answered: none, 1 no answer.\n");
}

TEST(GapsText, OfOneMechanismSaysWhatItSaid) {
  auto coverage = SomeCoverage("");
  coverage.mutable_mechanisms()->DeleteSubrange(0, 1);
  coverage.mutable_mechanisms()->DeleteSubrange(1, 1);

  const std::string text = GapsText(coverage, "mechanisms/midsa", {}, 80);

  EXPECT_NE(text.find("Goals of sdg 2015 that MIDSA does not claim: 1 of 2.\n"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("\nMIDSA – answered: none.\n"), std::string::npos)
      << text;
}

TEST(GapsText, ALevelWithoutGapsIsALine) {
  auto coverage = SomeCoverage("");
  coverage.clear_unclaimed_codes();

  EXPECT_EQ(GapsText(coverage, "", {}, 80),
            "Goals of sdg 2015 that nobody claims: 0 of 1.\n"
            "\n"
            "3 mechanisms: 1 claimed, 1 answered: none, 1 no answer.\n");
}

TEST(GapsText, CodesThatThisReleaseDoesNotKnowAreListed) {
  const std::string text =
      GapsText(SomeCoverage("unclaimed_codes: '99.9'"), "", {}, 80);

  EXPECT_NE(text.find("Nodes of sdg 2015 that nobody claims: 1 of 1.\n"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("99.9"), std::string::npos) << text;
}

}  // namespace
}  // namespace compendium
