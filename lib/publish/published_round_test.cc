// SPDX-License-Identifier: Apache-2.0
#include "lib/publish/published_round.h"

#include <string>

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include "lib/base/status_macros.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

using ::testing::ElementsAre;
using ::testing::HasSubstr;

template <class Message>
Message FromText(const std::string& text) {
  Message message;
  CHECK(google::protobuf::TextFormat::ParseFromString(text, &message));
  return message;
}

v1::Round Round() {
  return FromText<v1::Round>(R"pb(
    name: "rounds/2016"
    title: "Round 2016"
    form {
      questions { id: "1" title: "Activities" }
      questions { id: "2A" title: "Officials" }
    })pb");
}

v1::Mechanism Mechanism(const std::string& id) {
  v1::Mechanism mechanism;
  mechanism.set_name("mechanisms/" + id);
  mechanism.set_display_name("Dialogue of " + id);
  mechanism.set_acronym("D");
  return mechanism;
}

v1::Questionnaire Questionnaire(const std::string& id) {
  v1::Questionnaire made = FromText<v1::Questionnaire>(R"pb(
    participants { as_written: "Angola" }
    participants { as_written: "Chad" role: PARTICIPANT_ROLE_MEMBER }
    participants { country_code: "FRA" role: PARTICIPANT_ROLE_OBSERVER }
    answers {
      question_id: "5"
      question_as_written: "5. Anything else?:"
      text: "No"
    }
    answers { question_id: "2A" question_as_written: "x" text: "In Lima" }
    remainders { text: "¹ A note\n17\nother words\n[2] Another\r\n" }
    update_time { seconds: 1462320000 })pb");
  made.set_name("mechanisms/" + id + "/questionnaires/2016");
  return made;
}

TEST(MakePublishedRound, HasTheFormsQuestionsThenOthers) {
  const auto round =
      MakePublishedRound(Round(), {Mechanism("a")}, {Questionnaire("a")});
  ASSERT_TRUE(round.ok()) << round.status();

  const PublishedSection& section = round->sections.at(0);
  EXPECT_EQ(section.title, "Dialogue of a (D)");
  ASSERT_EQ(section.questions.size(), 3U);
  EXPECT_EQ(LabelOf(section.questions[0]), "1. Activities");
  EXPECT_EQ(section.questions[0].text, "");
  EXPECT_EQ(LabelOf(section.questions[1]), "2A. Officials");
  EXPECT_EQ(section.questions[1].text, "In Lima");
  EXPECT_EQ(LabelOf(section.questions[2]), "5. Anything else?");
}

TEST(MakePublishedRound, GroupsParticipantsByCapacity) {
  const auto round =
      MakePublishedRound(Round(), {Mechanism("a")}, {Questionnaire("a")});
  ASSERT_TRUE(round.ok()) << round.status();

  const auto& groups = round->sections.at(0).participants;
  ASSERT_EQ(groups.size(), 2U);
  EXPECT_THAT(groups[0].names, ElementsAre("Angola", "Chad"));
  EXPECT_THAT(groups[1].names, ElementsAre("FRA"));
  EXPECT_EQ(GroupWords(groups[1].role), "Observers");
}

TEST(MakePublishedRound, KeepsFootnotesAndTheNewestTime) {
  const auto round =
      MakePublishedRound(Round(), {Mechanism("a")}, {Questionnaire("a")});
  ASSERT_TRUE(round.ok()) << round.status();

  EXPECT_THAT(round->sections.at(0).notes,
              ElementsAre("¹ A note", "[2] Another"));
  EXPECT_EQ(round->written_time, "2016-05-04T00:00:00Z");
}

TEST(MakePublishedRound, IsInTheOrderOfTitles) {
  v1::Questionnaire last = Questionnaire("a");
  last.set_title("Zonal");
  const auto round = MakePublishedRound(
      Round(), {Mechanism("a"), Mechanism("b")}, {last, Questionnaire("b")});
  ASSERT_TRUE(round.ok()) << round.status();

  EXPECT_EQ(round->sections.at(0).mechanism_id, "b");
  EXPECT_EQ(round->sections.at(1).title, "Zonal");
}

TEST(MakePublishedRound, RefusesWhatDoesNotBelongTogether) {
  EXPECT_THAT(
      MakePublishedRound(Round(), {}, {Questionnaire("a")}).status().message(),
      HasSubstr("mechanisms/a/questionnaires/2016: got no mechanism"));
  v1::Round other = Round();
  other.set_name("rounds/2017");
  EXPECT_THAT(MakePublishedRound(other, {Mechanism("a")}, {Questionnaire("a")})
                  .status()
                  .message(),
              HasSubstr("want one of rounds/2017"));
}

TEST(LabelOf, HasItsNumberOnce) {
  v1::Round round = Round();
  round.mutable_form()->mutable_questions(0)->set_title("1) Activities:");
  round.mutable_form()->mutable_questions(1)->set_title("2Amazing");
  const auto made =
      MakePublishedRound(round, {Mechanism("a")}, {Questionnaire("a")});
  ASSERT_TRUE(made.ok()) << made.status();

  EXPECT_EQ(LabelOf(made->sections[0].questions[0]), "1. Activities");
  EXPECT_EQ(LabelOf(made->sections[0].questions[1]), "2A. 2Amazing");
}

}  // namespace
}  // namespace compendium
