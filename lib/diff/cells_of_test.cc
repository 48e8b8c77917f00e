// SPDX-License-Identifier: Apache-2.0
#include "lib/diff/cells_of.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;
using testing::ElementsAre;

// "questionnaire|subject: value" of each cell, in the order of the keys.
template <class Answer>
std::vector<std::string> WordsOf(const std::string& text) {
  Answer answer;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &answer));
  std::vector<std::string> words;
  for (const auto& [key, cell] : CellsOf(answer))
    words.push_back(
        absl::StrCat(key.questionnaire, "|", key.subject, ": ", cell.value));
  return words;
}

TEST(CellsOf, CoverageHasACellForEachClaimedNodeAndMechanism) {
  EXPECT_THAT(
      WordsOf<v1::Coverage>(R"pb(
        round: "rounds/2016"
        nodes {
          code: "10.7"
          cells {
            mechanism: "mechanisms/midsa"
            claims { question_id: "3A" strength: CLAIM_STRENGTH_POSSIBLE }
            claims { question_id: "2C" strength: CLAIM_STRENGTH_EXPLICIT }
            claims { question_id: "3A" strength: CLAIM_STRENGTH_POSSIBLE }
          }
        }
        mechanisms {
          mechanism: "mechanisms/midsa"
          verdict: COVERAGE_VERDICT_CLAIMED
        }
        mechanisms {
          mechanism: "mechanisms/rcm"
          verdict: COVERAGE_VERDICT_NO_QUESTIONNAIRE
        }
      )pb"),
      ElementsAre("mechanisms/midsa/questionnaires/2016|: claimed",
                  "mechanisms/midsa/questionnaires/2016|10.7: 2C explicit; 3A "
                  "possible ×2",
                  "mechanisms/rcm/questionnaires/2016|: no questionnaire"));
}

TEST(CellsOf, CompletionKeepsStatesApartByTheirWords) {
  EXPECT_THAT(
      WordsOf<v1::Completion>(R"pb(
        round: "rounds/2016"
        due_day: "2016-10-01"
        mechanisms {
          mechanism: "mechanisms/midsa"
          cells {
            question_id: "2"
            state: COMPLETION_STATE_NOT_APPLICABLE
            text: "N/A"
          }
          cells { question_id: "2A" state: COMPLETION_STATE_BLANK }
          cells { question_id: "3" state: COMPLETION_STATE_UNSPECIFIED }
        }
      )pb"),
      ElementsAre(
          "|: 2016-10-01",
          "mechanisms/midsa/questionnaires/2016|2: not applicable “N/A”",
          "mechanisms/midsa/questionnaires/2016|2A: blank",
          "mechanisms/midsa/questionnaires/2016|3: unknown"));
}

TEST(CellsOf, ParticipationHasOneCellForAParticipantOfAList) {
  EXPECT_THAT(
      WordsOf<v1::Participation>(R"pb(
        participants {
          country_code: "TUR"
          name: "Türkiye"
          entries {
            mechanism: "mechanisms/midsa"
            round: "rounds/2016"
            role: PARTICIPANT_ROLE_MEMBER
            kind: PARTICIPANT_KIND_STATE
            as_written: "Turkey"
          }
          entries {
            mechanism: "mechanisms/midsa"
            round: "rounds/2016"
            as_written: "Türkiye"
          }
        }
        participants {
          name: "African Union"
          entries {
            mechanism: "mechanisms/rcm"
            round: "rounds/2017"
            as_written: "AU"
          }
        }
      )pb"),
      ElementsAre("mechanisms/midsa/questionnaires/2016|TUR: member, state "
                  "“Turkey”; listed “Türkiye”",
                  "mechanisms/rcm/questionnaires/2017|AU: listed "
                  "“AU”"));
}

constexpr char kEvents[] = R"pb(
  events {
    key: "k1"
    title: "Forum"
    date { edtf: "2016-05-04/2016-05-05" earliest_day: "2016-05-04" }
    city: "Lusaka"
    country_code: "ZMB"
    level: MEETING_LEVEL_SENIOR_OFFICIALS
    status: MEETING_STATUS_HELD
    disagreements: DISAGREEMENT_DATE
    count: 1
    sources {
      questionnaire: "mechanisms/midsa/questionnaires/2016"
      meeting { id: "m-1" }
    }
    sources {
      questionnaire: "mechanisms/rcm/questionnaires/2016"
      meeting { id: "m-2" }
    }
  }
  events {
    key: "k2"
    count: 3
    sources {
      questionnaire: "mechanisms/igc/questionnaires/2016"
      meeting_index: 4
    }
  }
)pb";

TEST(CellsOf, CalendarHasACellForEachEvent) {
  EXPECT_THAT(WordsOf<v1::Calendar>(kEvents),
              ElementsAre("|igc:@4: no date; 3 meetings; 1 mention",
                          "|midsa:m-1: 2016-05-04/2016-05-05; Lusaka, ZMB; "
                          "senior officials; held; 2 mentions; sources differ "
                          "in date"));
}

TEST(CellsOf, ClashesHaveACellForEachPairOfEvents) {
  EXPECT_THAT(
      WordsOf<v1::Clashes>(absl::StrCat(
          R"pb(
            clashes {
              certain_days { first_day: "2016-05-04" last_day: "2016-05-04" }
              possible_days { first_day: "2016-05-05" last_day: "2016-05-07" }
              first { key: "k1" title: "Forum" }
              second { key: "k2" title: "Workshop" }
              states { country_code: "GEO" }
              states { country_code: "ZMB" }
            })pb",
          kEvents)),
      ElementsAre("|igc:@4 and midsa:m-1: certain 2016-05-04; possible "
                  "2016-05-05/2016-05-07; GEO, ZMB"));
}

TEST(CellsOf, ListsHaveACellForEachItem) {
  EXPECT_THAT(
      WordsOf<v1::Projects>(R"pb(
        projects {
          questionnaire: "mechanisms/midsa/questionnaires/2016"
          project {
            id: "p-1"
            title: "Ports"
            period { edtf: "2016/2018" }
            funding: "a fund"
          }
        }
        projects {
          questionnaire: "mechanisms/midsa/questionnaires/2016"
          project { title: "Piers" }
        }
        projects {
          questionnaire: "mechanisms/midsa/questionnaires/2016"
          project { title: "Piers" }
        }
      )pb"),
      ElementsAre(
          "mechanisms/midsa/questionnaires/2016|Piers: listed",
          "mechanisms/midsa/questionnaires/2016|Piers (2): listed",
          "mechanisms/midsa/questionnaires/2016|p-1: 2016/2018; a fund"));
  EXPECT_THAT(WordsOf<v1::Publications>(R"pb(
                publications {
                  questionnaire: "mechanisms/midsa/questionnaires/2016"
                  publication {
                    id: "b-1"
                    date { edtf: "2016" }
                    status: PUBLICATION_STATUS_IN_PREPARATION
                    link_uri: "https://ports.example.org"
                  }
                }
              )pb"),
              ElementsAre("mechanisms/midsa/questionnaires/2016|b-1: 2016; in "
                          "preparation; https://ports.example.org"));
}

TEST(NaturalOrder, DigitsOrderAsNumbers) {
  EXPECT_LT(NaturalOrder("5.2"), NaturalOrder("10.7"));
  EXPECT_LT(NaturalOrder("10"), NaturalOrder("10.7"));
  EXPECT_LT(NaturalOrder("4.7"), NaturalOrder("4.b"));
  EXPECT_LT(NaturalOrder("2"), NaturalOrder("2A"));
}

}  // namespace
}  // namespace compendium
