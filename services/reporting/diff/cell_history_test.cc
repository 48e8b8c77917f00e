// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/diff/cell_history.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/reporting/limits.h"
#include "services/reporting/testing/history.h"

namespace compendium::reporting {
namespace {

using registry::v1::Change;
using registry::v1::RecordChange;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr char kForm[] = "questions { id: '2C' asks_for_claims: true }";

// A questionnaire that claims the codes.
RecordChange Claims(const std::string& mechanism,
                    const std::vector<std::string>& codes,
                    const std::string& round = "2016") {
  std::string text =
      "answers { question_id: '2C' state: ANSWER_STATE_ANSWERED }";
  for (const std::string& code : codes)
    absl::StrAppend(&text, "claims { framework: 'sdg' code: '", code,
                    "' strength: CLAIM_STRENGTH_EXPLICIT evidence { "
                    "question_id: '2C' quote: 'q' } }");
  return PutQuestionnaire(mechanism, round, text);
}

// A questionnaire that tells of an event on this day of May 2016.
RecordChange Meets(const std::string& mechanism, const std::string& day,
                   const std::string& id = "m-1") {
  return PutQuestionnaire(
      mechanism, "2016",
      absl::StrCat("participants { country_code: 'ZMB' kind: "
                   "PARTICIPANT_KIND_STATE role: PARTICIPANT_ROLE_MEMBER } "
                   "meetings { id: '",
                   id, "' title: 'Forum on ", mechanism,
                   "' date { edtf: '2016-05-", day, "' earliest_day: '2016-05-",
                   day, "' latest_day: '2016-05-", day, "' } }"));
}

// Revisions 1, 2, 3 … by "u1", "u2" … after everything was created in the
// first.
class CellHistoryTest : public testing::Test {
 protected:
  CellHistoryTest() {
    Add({PutMechanism("midsa", "MIDSA"), PutMechanism("rcm", "RCM"),
         PutRound("2015", kForm), PutRound("2016", kForm)});
  }

  void Add(std::vector<RecordChange> records) {
    const int64_t revision = static_cast<int64_t>(changes_.size()) + 1;
    changes_.push_back(MakeChange(revision, std::move(records)));
    changes_.back().set_author(absl::StrCat("u", revision));
    changes_.back().set_reason(absl::StrCat("reason ", revision));
  }

  Projections At(int64_t revision) const {
    Projections state;
    for (const Change& change : changes_)
      if (change.revision() <= revision)
        state = *compendium::reporting::Apply(std::move(state), change);
    return state;
  }

  // What cells are made of at a revision.
  DiffState StateAt(int64_t revision) const {
    DiffState state{.projections = At(revision)};
    for (const Change& change : changes_)
      if (change.revision() <= revision)
        for (const RecordChange& record : change.records())
          state.texts = compendium::reporting::Apply(std::move(state.texts),
                                                     **ReadEffect(record));
    return state;
  }

  // The cells of a query that differ between the first revision and the last.
  std::vector<v1::ChangedCell> DiffFor(const DiffQuery& query) const {
    const auto last = static_cast<int64_t>(changes_.size());
    CellHistory history(StateAt(1), query,
                        CompareCells(*QueryCells(StateAt(1), query),
                                     *QueryCells(StateAt(last), query)));
    for (const Change& change : changes_) {
      if (change.revision() == 1) continue;
      const absl::Status status = history.Apply(change);
      EXPECT_TRUE(status.ok()) << status;
    }
    return history.Take();
  }

  // The same for 2016.
  std::vector<v1::ChangedCell> Diff(
      std::vector<v1::DiffKind> kinds,
      std::optional<MechanismName> mechanism = std::nullopt) const {
    return DiffFor({.selection = {.round = *RoundName::FromId("2016"),
                                  .mechanism = std::move(mechanism)},
                    .framework = *FindFramework("sdg"),
                    .kinds = std::move(kinds)});
  }

  std::vector<Change> changes_;
};

// "10.7: old -> new (2 u2 value; 5 u5 value)".
std::vector<std::string> WordsOf(const std::vector<v1::ChangedCell>& cells) {
  std::vector<std::string> words;
  for (const v1::ChangedCell& cell : cells) {
    std::vector<std::string> revisions;
    for (const v1::CellRevision& revision : cell.revisions())
      revisions.push_back(absl::StrCat(
          revision.revision(), " ", revision.author(), " ", revision.value()));
    EXPECT_EQ(cell.revision_count(), cell.revisions_size());
    words.push_back(absl::StrCat(cell.subject(), ": ", cell.old_value(), " -> ",
                                 cell.new_value(), " (",
                                 absl::StrJoin(revisions, "; "), ")"));
  }
  return words;
}

TEST_F(CellHistoryTest, EachCellHasTheRevisionsThatChangedIt) {
  Add({Claims("midsa", {"5", "10.7"})});
  Add({Claims("rcm", {"10.7"})});
  Add({Claims("midsa", {"5"})});
  Add({Claims("midsa", {"5", "8.7", "10.7"})});

  EXPECT_THAT(
      WordsOf(Diff({v1::DIFF_KIND_COVERAGE},
                   MechanismName::FromId("midsa").value())),
      ElementsAre(
          ": no questionnaire -> claimed (2 u2 claimed)",
          "5:  -> 2C explicit (2 u2 2C explicit)",
          "8.7:  -> 2C explicit (5 u5 2C explicit)",
          "10.7:  -> 2C explicit (2 u2 2C explicit; 4 u4 ; 5 u5 2C explicit)"));
  const auto cells = Diff({v1::DIFF_KIND_COVERAGE});
  ASSERT_EQ(cells.size(), 6u);
  EXPECT_EQ(cells[5].questionnaire(), "mechanisms/rcm/questionnaires/2016");
  EXPECT_EQ(cells[5].revisions(0).reason(), "reason 3");
  EXPECT_EQ(cells[5].revisions(0).names(0),
            "mechanisms/rcm/questionnaires/2016");
}

TEST_F(CellHistoryTest, WhatChangedAndChangedBackIsNoDifference) {
  Add({Claims("midsa", {"5"})});
  Add({Deleted(Claims("midsa", {"5"}))});

  EXPECT_THAT(Diff(AggregateKinds()), IsEmpty());
}

TEST_F(CellHistoryTest, ChangesThatSayNothingToTheAggregateAreNotTold) {
  Add({Claims("midsa", {"5"})});
  auto more = Claims("midsa", {"5"});
  more.mutable_record()->mutable_questionnaire()->set_title("New title");
  more.mutable_record()->mutable_questionnaire()->add_projects()->set_title(
      "P");
  Add({more});
  Add({Claims("midsa", {"1"}, "2015")});

  EXPECT_THAT(WordsOf(Diff({v1::DIFF_KIND_COVERAGE, v1::DIFF_KIND_PROJECTS})),
              ElementsAre(": no questionnaire -> claimed (2 u2 claimed)",
                          "5:  -> 2C explicit (2 u2 2C explicit)",
                          "P:  -> listed (3 u3 listed)"));
}

TEST_F(CellHistoryTest, RoundAndMechanismAreAmongTheCauses) {
  Add({PutRound("2016", "questions { id: '1' }")});
  Add({PutMechanism("igc", "IGC")});
  Add({Deleted(PutMechanism("rcm", "RCM"))});

  EXPECT_THAT(WordsOf(Diff({v1::DIFF_KIND_COMPLETION})),
              ElementsAre("1:  -> no questionnaire (3 u3 no questionnaire)",
                          "1:  -> no questionnaire (2 u2 no questionnaire)",
                          "2C: no questionnaire ->  (2 u2 )",
                          "2C: no questionnaire ->  (2 u2 )"));
}

TEST_F(CellHistoryTest, EventsAndClashesOfTwoMechanismsAreFollowed) {
  Add({Meets("midsa", "04"), Meets("rcm", "05")});
  Add({Meets("rcm", "04")});
  Add({Meets("midsa", "04", "m-2")});

  EXPECT_THAT(
      WordsOf(Diff({v1::DIFF_KIND_CALENDAR, v1::DIFF_KIND_CLASHES})),
      ElementsAre("midsa:m-2:  -> 2016-05-04; 1 mention (4 u4 2016-05-04; 1 "
                  "mention)",
                  "rcm:m-1:  -> 2016-05-04; 1 mention (2 u2 2016-05-05; 1 "
                  "mention; 3 u3 2016-05-04; 1 mention)",
                  "midsa:m-2 and rcm:m-1:  -> certain 2016-05-04; ZMB (4 u4 "
                  "certain 2016-05-04; ZMB)"));
}

// A questionnaire that lists these participants, by code.
RecordChange Lists(const std::string& mechanism, const std::string& round,
                   const std::vector<std::string>& codes) {
  std::string text;
  for (const std::string& code : codes)
    absl::StrAppend(&text, "participants { as_written: '", code,
                    "' country_code: '", code, "' }");
  return PutQuestionnaire(mechanism, round, text);
}

TEST_F(CellHistoryTest, WithoutARoundTheCellsOfAllRoundsAreFollowed) {
  Add({Lists("midsa", "2015", {"ZMB"}), Lists("midsa", "2016", {"ZMB"})});
  Add({Lists("midsa", "2015", {"ZMB", "KEN"}), PutMechanism("midsa", "M.")});
  Add({Deleted(PutRound("2016", kForm))});
  DiffQuery query{.selection = {},
                  .framework = *FindFramework("sdg"),
                  .kinds = {v1::DIFF_KIND_PARTICIPATION}};

  EXPECT_THAT(WordsOf(DiffFor(query)),
              ElementsAre("KEN:  -> listed “KEN” (3 u3 listed “KEN”)",
                          "ZMB:  -> listed “ZMB” (2 u2 listed “ZMB”)"));
  query.country = *CountryCode::Parse("KEN");
  EXPECT_THAT(WordsOf(DiffFor(query)),
              ElementsAre("KEN:  -> listed “KEN” (3 u3 listed “KEN”)"));
  query.selection.mechanism = *MechanismName::FromId("rcm");
  EXPECT_THAT(WordsOf(DiffFor(query)), IsEmpty());
}

// Round and mechanism are two places in which the cell stands.
TEST_F(CellHistoryTest, ARevisionThatIsSeenAtTwoPlacesIsToldOnce) {
  Add({Lists("midsa", "2017", {"ZMB"})});
  Add({PutRound("2017", kForm), PutMechanism("midsa", "M.")});
  const DiffQuery query{.selection = {},
                        .framework = *FindFramework("sdg"),
                        .kinds = {v1::DIFF_KIND_PARTICIPATION}};

  EXPECT_THAT(WordsOf(DiffFor(query)),
              ElementsAre("ZMB:  -> listed “ZMB” (3 u3 listed “ZMB”)"));
}

TEST_F(CellHistoryTest, EventsThatLeaveTheDaysThatAreAskedForAreGone) {
  Add({Meets("midsa", "04")});
  Add({Meets("midsa", "20")});
  Add({Meets("midsa", "05")});
  DiffQuery query{.selection = {},
                  .framework = *FindFramework("sdg"),
                  .kinds = {v1::DIFF_KIND_CALENDAR},
                  .country = std::nullopt,
                  .days = {.to_day = absl::CivilDay(2016, 5, 10)}};

  EXPECT_THAT(WordsOf(DiffFor(query)),
              ElementsAre("midsa:m-1:  -> 2016-05-05; 1 mention (2 u2 "
                          "2016-05-04; 1 mention; 3 u3 ; 4 u4 2016-05-05; 1 "
                          "mention)"));
}

TEST_F(CellHistoryTest, TheDueDayIsTheRoundsAlsoOfOneMechanism) {
  auto round = PutRound("2016", kForm);
  round.mutable_record()->mutable_round()->set_due_day("2016-10-01");
  Add({round});
  Add({Deleted(PutMechanism("rcm", "RCM"))});
  Add({PutMechanism("rcm", "RCM")});
  const std::string due_day = ":  -> 2016-10-01 (2 u2 2016-10-01)";

  EXPECT_THAT(WordsOf(Diff({v1::DIFF_KIND_COMPLETION})), ElementsAre(due_day));
  EXPECT_THAT(WordsOf(Diff({v1::DIFF_KIND_COMPLETION},
                           MechanismName::FromId("midsa").value())),
              ElementsAre(due_day));
  EXPECT_THAT(
      DiffFor({.selection = {.round = *RoundName::FromId("2016"),
                             .mechanism = *MechanismName::FromId("midsa")},
               .framework = *FindFramework("sdg"),
               .kinds = {v1::DIFF_KIND_COMPLETION},
               .has_due_day = false}),
      IsEmpty());
}

// A questionnaire that answers question 2C with this text.
RecordChange Answers(const std::string& mechanism, const std::string& text,
                     const std::string& round = "2016") {
  return PutQuestionnaire(
      mechanism, round,
      absl::StrCat("answers { question_id: '2C' state: ANSWER_STATE_ANSWERED "
                   "text: '",
                   text, "' }"));
}

TEST_F(CellHistoryTest, AnswersAreFollowedWordForWord) {
  Add({Answers("midsa", "one"), Answers("rcm", "x")});
  Add({Answers("midsa", "one", "2015")});
  auto more = Answers("midsa", "one");
  more.mutable_record()->mutable_questionnaire()->add_meetings()->set_id("m");
  Add({more});
  Add({Answers("midsa", "two")});
  Add({Deleted(Answers("rcm", "x"))});

  EXPECT_THAT(WordsOf(Diff({v1::DIFF_KIND_ANSWERS})),
              ElementsAre("2C:  -> two (2 u2 one; 5 u5 two)"));
}

TEST_F(CellHistoryTest, ACellThatChangedVeryOftenKeepsTheLastRevisions) {
  for (int i = 0; i < kCellRevisionsMax + 5; ++i)
    Add({Claims("midsa", i % 2 == 0 ? std::vector<std::string>{"5"}
                                    : std::vector<std::string>{})});

  const auto cells = Diff({v1::DIFF_KIND_COVERAGE});

  ASSERT_EQ(cells.size(), 2u);
  EXPECT_EQ(cells[1].revision_count(), kCellRevisionsMax + 5);
  EXPECT_EQ(cells[1].revisions_size(), kCellRevisionsMax);
  EXPECT_EQ(cells[1].revisions(kCellRevisionsMax - 1).revision(),
            kCellRevisionsMax + 6);
}

}  // namespace
}  // namespace compendium::reporting
