// SPDX-License-Identifier: Apache-2.0
#include "cli/text/finding_text.h"

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <string>

namespace compendium {
namespace {

namespace v1 = registry::v1;

template <class Message>
Message Parse(const std::string& text) {
  Message message;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &message));
  return message;
}

FindingItems Findings() {
  FindingItems findings;
  *findings.Add() = Parse<v1::Finding>(R"pb(
    id: "stated-count-0123456789ab"
    severity: FINDING_SEVERITY_ERROR
    subject: "mechanisms/midsa/questionnaires/2016"
    message: "The text counts 4 goals, and 5 are listed."
    resolution: "Ask which of them are meant."
    evidence {
      questionnaire: "mechanisms/midsa/questionnaires/2016"
      evidence { question_id: "3A" quote: "4 out of\nthe 17" }
    }
  )pb");
  *findings.Add() = Parse<v1::Finding>(R"pb(
    id: "round-event-dates-0123456789ab"
    severity: FINDING_SEVERITY_WARNING
    subject: "rounds/2016"
    message: "Two mechanisms give different days for one event, and nobody has "
             "said which of them is right."
    decision {
      verdict: VERDICT_DISMISSED
      author: "a.diallo"
      reason: "two days"
    }
  )pb");
  return findings;
}

TEST(FindingsText, SaysWhatWhyAndWhere) {
  const std::string text = FindingsText(Findings(), {}, 80);

  EXPECT_EQ(text,
            "MIDSA\n"
            "  error    The text counts 4 goals, and 5 are listed.\n"
            "           MIDSA 3A: “4 out of the 17”\n"
            "           → Ask which of them are meant.\n"
            "           stated-count-0123456789ab\n"
            "\n"
            "rounds/2016\n"
            "  warning  Two mechanisms give different days for one event, and "
            "nobody has said\n"
            "           which of them is right.\n"
            "           round-event-dates-0123456789ab\n"
            "           dismissed by a.diallo: two days\n"
            "\n"
            "2 findings: 1 error, 1 warning, 0 notes.\n");
}

TEST(FindingsText, NothingDoubtfulIsSaid) {
  EXPECT_EQ(FindingsText({}, {}, 80), "0 findings.\n");
}

TEST(SuggestionsText, NamesNodesAndWords) {
  SuggestionItems suggestions;
  *suggestions.Add() = Parse<v1::Suggestion>(R"pb(
    id: "suggestion-0123456789ab"
    questionnaire: "mechanisms/midsa/questionnaires/2016"
    framework: "sdg"
    code: "8.7"
    rule: "forced labour"
    evidence { question_id: "1" quote: "a workshop on forced labour in ports" }
  )pb");

  const std::string text = SuggestionsText(suggestions, {}, 80);

  EXPECT_EQ(text,
            "MIDSA\n"
            "  sdg 8.7  No forced labour, trafficking, child labour\n"
            "           MIDSA 1: “a workshop on forced labour in ports”\n"
            "           suggestion-0123456789ab\n"
            "\n"
            "1 suggestion.\n");
}

}  // namespace
}  // namespace compendium
