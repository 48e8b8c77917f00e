// SPDX-License-Identifier: Apache-2.0
#include "lib/diff/compare_cells.h"

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
using testing::IsEmpty;

template <class Answer>
Answer Parse(const std::string& text) {
  Answer answer;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &answer))
      << text;
  return answer;
}

// "subject: old -> new" of each cell.
std::vector<std::string> WordsOf(const std::vector<v1::ChangedCell>& cells) {
  std::vector<std::string> words;
  for (const v1::ChangedCell& cell : cells)
    words.push_back(absl::StrCat(cell.subject(), ": ", cell.old_value(), " -> ",
                                 cell.new_value()));
  return words;
}

// A coverage in which MIDSA claims the node with this strength and quote.
std::string Node(const std::string& code, const std::string& strength,
                 const std::string& quote, int begin = 0) {
  return absl::StrCat("nodes { code: '", code,
                      "' cells { mechanism: 'mechanisms/midsa' claims { "
                      "question_id: '2C' strength: CLAIM_STRENGTH_",
                      strength,
                      " evidence { question_id: '2C' begin_byte: ", begin,
                      " quote: '", quote, "' } } } }");
}

v1::Coverage CoverageOf(const std::string& nodes) {
  return Parse<v1::Coverage>("round: 'rounds/2016' " + nodes);
}

TEST(DiffOf, EqualAnswersDoNotDiffer) {
  const v1::Coverage coverage = CoverageOf(Node("5", "EXPLICIT", "SDG 5"));

  EXPECT_THAT(DiffOf(coverage, coverage), IsEmpty());
}

TEST(DiffOf, TellsWhatCameWentAndChangedInTheOrderOfTheAggregate) {
  const v1::Coverage before = CoverageOf(Node("5", "EXPLICIT", "SDG 5") +
                                         Node("10.7", "EXPLICIT", "SDG 10.7"));
  const v1::Coverage after = CoverageOf(Node("10.7", "POSSIBLE", "SDG 10.7") +
                                        Node("17.18", "IMPLICIT", "data"));

  const auto cells = DiffOf(before, after);

  EXPECT_THAT(WordsOf(cells), ElementsAre("5: 2C explicit -> ",
                                          "10.7: 2C explicit -> 2C possible",
                                          "17.18:  -> 2C implicit"));
  EXPECT_EQ(cells[0].questionnaire(), "mechanisms/midsa/questionnaires/2016");
  ASSERT_EQ(cells[0].evidence_size(), 1);
  EXPECT_EQ(cells[0].evidence(0).movement(), v1::EVIDENCE_MOVEMENT_WENT);
  EXPECT_EQ(cells[0].evidence(0).evidence().quote(), "SDG 5");
  EXPECT_EQ(cells[1].evidence_size(), 0);
  EXPECT_EQ(cells[2].evidence(0).movement(), v1::EVIDENCE_MOVEMENT_CAME);
}

TEST(DiffOf, QuoteThatOnlyMovedIsTheSame) {
  EXPECT_THAT(DiffOf(CoverageOf(Node("5", "EXPLICIT", "SDG 5", 0)),
                     CoverageOf(Node("5", "EXPLICIT", "SDG 5", 40))),
              IsEmpty());
}

TEST(DiffOf, OtherQuoteIsAChangeThoughTheValueStays) {
  const auto cells = DiffOf(CoverageOf(Node("5", "EXPLICIT", "SDG 5")),
                            CoverageOf(Node("5", "EXPLICIT", "goal 5")));

  EXPECT_THAT(WordsOf(cells), ElementsAre("5: 2C explicit -> 2C explicit"));
  ASSERT_EQ(cells[0].evidence_size(), 2);
  EXPECT_EQ(cells[0].evidence(0).evidence().quote(), "SDG 5");
  EXPECT_EQ(cells[0].evidence(1).evidence().quote(), "goal 5");
}

std::string Event(const std::string& key, const std::string& day,
                  const std::vector<std::string>& mentions) {
  std::string text =
      absl::StrCat("events { key: '", key, "' title: 'Forum' date { edtf: '",
                   day, "' earliest_day: '", day, "' }");
  for (const std::string& mechanism : mentions)
    absl::StrAppend(&text, "sources { questionnaire: 'mechanisms/", mechanism,
                    "/questionnaires/2016' meeting { id: 'm-1' } }");
  return text + "}";
}

TEST(DiffOf, EventIsTheSameAsLongAsItHasAMentionInCommon) {
  const auto before =
      Parse<v1::Calendar>(Event("rcm@0", "2016-05-04", {"rcm"}));
  const auto after =
      Parse<v1::Calendar>(Event("midsa@0", "2016-05-05", {"midsa", "rcm"}) +
                          Event("rcm@0", "2016-05-06", {"igc"}));

  EXPECT_THAT(WordsOf(DiffOf(before, after)),
              ElementsAre("midsa:m-1: 2016-05-04; 1 mention -> 2016-05-05; 2 "
                          "mentions",
                          "igc:m-1:  -> 2016-05-06; 1 mention"));
}

TEST(DiffOf, NewTitleIsAChange) {
  const auto before = Parse<v1::Calendar>(Event("a", "2016-05-04", {"rcm"}));
  auto after = before;
  after.mutable_events(0)->set_title("Summit");

  EXPECT_THAT(WordsOf(DiffOf(before, after)),
              ElementsAre("rcm:m-1: Forum; 2016-05-04; 1 mention -> Summit; "
                          "2016-05-04; 1 mention"));
}

TEST(DiffOf, LongValuesAreComparedWholeAndShownCut) {
  const auto list = [](const std::string& objective) {
    return Parse<v1::Projects>(
        absl::StrCat("projects { questionnaire: "
                     "'mechanisms/midsa/questionnaires/2016' project { id: "
                     "'p-1' objective: '",
                     objective, "' } }"));
  };
  const std::string begin(300, 'x');

  const auto cells = DiffOf(list(begin + "a"), list(begin + "b"));

  ASSERT_EQ(cells.size(), 1u);
  EXPECT_EQ(cells[0].old_value().size(), kCellValueBytesMax);
  EXPECT_EQ(cells[0].new_value(), cells[0].old_value());
}

}  // namespace
}  // namespace compendium
