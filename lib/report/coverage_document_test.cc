// SPDX-License-Identifier: Apache-2.0
#include "lib/report/coverage_document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lib/report/report_test.h"

namespace compendium {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

reporting::v1::ReportContent SomeContent() {
  return ContentOf(R"pb(
    spec {
      kind: REPORT_KIND_COVERAGE
      parameters { framework: "sdg" }
    }
    coverage {
      round: "rounds/2016"
      framework: "sdg"
      framework_version: "2015"
      nodes {
        code: "10"
        title: "Less inequality"
        level: NODE_LEVEL_GOAL
        cells {
          mechanism: "mechanisms/rcm"
          claims {
            question_id: "2C"
            strength: CLAIM_STRENGTH_POSSIBLE
            origin: ORIGIN_CURATED
            evidence { question_id: "2C" quote: "perhaps goal 10" end_byte: 15 }
          }
        }
        claim_count: 1
      }
      nodes {
        code: "10.7"
        title: "Orderly migration"
        level: NODE_LEVEL_TARGET
        parent_code: "10"
        cells {
          mechanism: "mechanisms/midsa"
          claims {
            question_id: "2C"
            strength: CLAIM_STRENGTH_EXPLICIT
            origin: ORIGIN_EXTRACTED
            evidence { question_id: "2C" quote: "SDG 10.7" end_byte: 8 }
          }
          claims {
            question_id: "3A"
            strength: CLAIM_STRENGTH_IMPLICIT
            origin: ORIGIN_EXTRACTED
            evidence { question_id: "3A" quote: "10.7 & more" end_byte: 11 }
          }
        }
        claim_count: 2
      }
      unclaimed_codes: "1"
      unclaimed_codes: "10.c"
      mechanisms {
        mechanism: "mechanisms/midsa"
        display_name: "MIDSA in full"
        verdict: COVERAGE_VERDICT_CLAIMED
        questions {
          question_id: "2C"
          state: ANSWER_STATE_ANSWERED
          verdict: COVERAGE_VERDICT_CLAIMED
          claim_count: 1
        }
        questions {
          question_id: "3A"
          state: ANSWER_STATE_NOT_APPLICABLE
          verdict: COVERAGE_VERDICT_ANSWERED_NONE
        }
        claim_count: 2
      }
      mechanisms {
        mechanism: "mechanisms/rcm"
        display_name: "RCM in full"
        verdict: COVERAGE_VERDICT_NO_ANSWER
      }
      claim_count: 3
    })pb");
}

TEST(CoverageDocument, LevelsStandApart) {
  const Document document = DocumentOf(SomeContent());

  EXPECT_THAT(RowsOf(document, "claimed-goals"),
              ElementsAre("10|Less inequality|1|1|RCM: 2C possible|1"));
  EXPECT_THAT(RowsOf(document, "claimed-targets"),
              ElementsAre("10.7|Orderly migration|1|2|"
                          "MIDSA: 2C, 3A implicit|2, 3"));
  EXPECT_THAT(RowsOf(document, "unclaimed-goals"),
              ElementsAre("1|An end to poverty"));
  EXPECT_THAT(RowsOf(document, "unclaimed-targets"),
              ElementsAre("10.c|Cheaper remittance transfers for migrants"));
  EXPECT_THAT(ProseOf(document, "gaps"),
              AllOf(HasSubstr("Goals that nobody claims: 1 of 2."),
                    HasSubstr("Targets that nobody claims: 1 of 2.")));
}

TEST(CoverageDocument, NoAnswerIsNotNone) {
  const Document document = DocumentOf(SomeContent());

  EXPECT_THAT(RowsOf(document, "verdicts"),
              ElementsAre("MIDSA in full|claimed|2|2C: 1 claim; 3A: not "
                          "applicable",
                          "RCM in full|no answer|0|"));
  EXPECT_THAT(ProseOf(document, "answers"), HasSubstr("“No answer” means"));
}

TEST(CoverageDocument, EachClaimLeadsToItsSentence) {
  const Document document = DocumentOf(SomeContent());

  EXPECT_THAT(RowsOf(document, "evidence-table"),
              ElementsAre("1|perhaps goal 10|2C|"
                          "mechanisms/rcm/questionnaires/2016|bytes 0–15|"
                          "curated",
                          "2|SDG 10.7|2C|mechanisms/midsa/questionnaires/2016|"
                          "bytes 0–8|extracted",
                          "3|10.7 & more|3A|"
                          "mechanisms/midsa/questionnaires/2016|bytes 0–11|"
                          "extracted"));
}

TEST(CoverageDocument, TitlePageSaysWhatItWasMadeOf) {
  const Document document = DocumentOf(SomeContent());

  std::vector<std::string> facts;
  for (const DocumentFact& fact : document.facts)
    facts.push_back(absl::StrCat(fact.name, ": ", fact.value));
  EXPECT_THAT(facts, Contains("Revision: 7, committed on 24 Nov 2016 at "
                              "15:06:40 UTC"));
  EXPECT_THAT(facts, Contains("Framework: Sustainable Development Goals "
                              "(sdg)"));
  EXPECT_THAT(facts, Contains("Round: Round of 2016 (rounds/2016)"));
  EXPECT_THAT(facts, Contains("Rule set: 1"));
  EXPECT_THAT(facts, Contains("Registry: store"));
  EXPECT_THAT(facts, Contains("Hash of the revision: 0a0b"));
  EXPECT_THAT(document.facts.back().name, "SHA-256 of the content");
  EXPECT_EQ(document.facts.back().value.size(), 64u);
  EXPECT_EQ(document.time, absl::FromUnixSeconds(1'480'000'000));
}

TEST(CoverageDocument, AnotherContentHasAnotherHash) {
  reporting::v1::ReportContent content = SomeContent();
  const std::string before = DocumentOf(content).facts.back().value;

  content.mutable_coverage()->set_claim_count(4);

  EXPECT_NE(DocumentOf(content).facts.back().value, before);
}

TEST(CoverageDocument, OneMechanismIsNamed) {
  reporting::v1::ReportContent content = SomeContent();
  content.mutable_spec()->mutable_parameters()->set_mechanism(
      "mechanisms/midsa");

  const Document document = DocumentOf(content);

  EXPECT_THAT(ProseOf(document, "gaps"),
              HasSubstr("Targets that MIDSA does not claim: 1 of 2."));
  EXPECT_THAT(
      ProseOf(document, "summary"),
      AllOf(HasSubstr("MIDSA: claimed."), Not(HasSubstr("2 mechanisms"))));
}

}  // namespace
}  // namespace compendium
