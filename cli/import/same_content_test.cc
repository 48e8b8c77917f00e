// SPDX-License-Identifier: Apache-2.0
#include "cli/import/same_content.h"

#include <functional>
#include <string>

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include "lib/base/status_macros.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

v1::Questionnaire Recorded() {
  v1::Questionnaire questionnaire;
  CHECK(google::protobuf::TextFormat::ParseFromString(
      R"pb(
        title: "Dialogue (D)"
        participants { as_written: "Angola" role: PARTICIPANT_ROLE_MEMBER }
        participants { as_written: "Chad" role: PARTICIPANT_ROLE_OBSERVER }
        focus_areas { as_written: "labour migration" }
        answers {
          question_id: "1"
          state: ANSWER_STATE_ANSWERED
          text: "Two meetings:\n• Lima\n• Quito"
        }
        answers { question_id: "2" state: ANSWER_STATE_BLANK }
        remainders { text: "¹ A note\n" }
      )pb",
      &questionnaire));
  return questionnaire;
}

// Whether the record still says the same after `change`.
bool SameAfter(const std::function<void(v1::Questionnaire&)>& change) {
  v1::Questionnaire fresh = Recorded();
  change(fresh);
  return SaysTheSame(fresh, Recorded(), nullptr);
}

TEST(SaysTheSame, WhereverItWasTakenFrom) {
  EXPECT_TRUE(SameAfter([](v1::Questionnaire& fresh) {
    fresh.mutable_source()->set_sha256("other");
    fresh.clear_remainders();
    fresh.mutable_answers(0)->set_verbatim("<p>…");
    fresh.mutable_answers(0)->set_question_as_written("Otherwise worded");
    fresh.mutable_participants(0)->set_country_code("AGO");
    fresh.mutable_participants(0)->clear_role();
  }));
}

TEST(SaysTheSame, LayoutDoesNotCount) {
  EXPECT_TRUE(SameAfter([](v1::Questionnaire& fresh) {
    fresh.set_title(" Dialogue\u00a0\n (D)");
    fresh.mutable_answers(0)->set_text(
        "Two\tmeetings: \n\n- Lima\r\n⇒  Quito\n• \n");
    fresh.mutable_answers()->RemoveLast();  // a blank one
    fresh.add_answers()->set_question_id("3");
  }));
}

TEST(SaysTheSame, EveryLetterCounts) {
  for (const char* const text :
       {"Two meetings:\n• Lima\n• Quito.", "Two meetings:\n• Quito\n• Lima",
        "Two meetings:\n• Lima", "two meetings:\n• Lima\n• Quito",
        "Two meetings: • Lima\n• Quito", "Two meetings:\nLima\n• Quito",
        "Twomeetings:\n• Lima\n• Quito", "Two meetings:\n• Lima\n• *Quito", ""})
    EXPECT_FALSE(SameAfter([&](v1::Questionnaire& fresh) {
      fresh.mutable_answers(0)->set_text(text);
    })) << text;
}

TEST(SaysTheSame, EachPartCounts) {
  EXPECT_FALSE(SameAfter([](auto& fresh) { fresh.set_title("Dialogue"); }));
  EXPECT_FALSE(SameAfter(
      [](auto& fresh) { fresh.mutable_participants()->RemoveLast(); }));
  EXPECT_FALSE(SameAfter(
      [](auto& fresh) { fresh.mutable_participants()->SwapElements(0, 1); }));
  EXPECT_FALSE(SameAfter([](auto& fresh) {
    fresh.mutable_participants(1)->set_role(v1::PARTICIPANT_ROLE_PARTNER);
  }));
  EXPECT_FALSE(SameAfter([](auto& fresh) { fresh.clear_focus_areas(); }));
  EXPECT_FALSE(SameAfter(
      [](auto& fresh) { fresh.add_focus_areas()->set_as_written("health"); }));
  EXPECT_FALSE(SameAfter(
      [](auto& fresh) { fresh.mutable_answers(1)->set_text("N/A"); }));
  EXPECT_FALSE(SameAfter([](auto& fresh) {
    v1::Answer& answer = *fresh.add_answers();
    answer.set_question_id("9");
    answer.set_text("new");
  }));
  EXPECT_FALSE(SameAfter(
      [](auto& fresh) { fresh.add_remainders()->set_text("Provisional\n"); }));
}

TEST(SaysTheSame, AStateCountsWhereTheDocumentStatesIt) {
  const auto set_state = [](v1::Origin origin) {
    return [origin](v1::Questionnaire& fresh) {
      fresh.mutable_answers(0)->set_state(v1::ANSWER_STATE_NOT_APPLICABLE);
      fresh.mutable_answers(0)->set_state_origin(origin);
    };
  };
  EXPECT_TRUE(SameAfter(set_state(v1::ORIGIN_EXTRACTED)));
  EXPECT_FALSE(SameAfter(set_state(v1::ORIGIN_SUBMITTED)));
}

TEST(SaysTheSame, TheFrameOfAnExportIsNoRemainder) {
  EXPECT_TRUE(SameAfter([](auto& fresh) {
    fresh.mutable_remainders(0)->set_text(
        "Answers\nQuestions and answers of Dialogue (D)\nQuestion\nAnswer\n"
        "Notes\n¹ A note\n");
  }));
  EXPECT_FALSE(SameAfter([](auto& fresh) {
    fresh.add_remainders()->set_text("Answers of somebody else\n");
  }));
}

TEST(SaysTheSame, WithoutTitleTheMechanismsNameIsIt) {
  v1::Questionnaire recorded = Recorded();
  recorded.clear_title();
  v1::Mechanism mechanism;
  mechanism.set_display_name("Dialogue");
  mechanism.set_acronym("D");

  EXPECT_TRUE(SaysTheSame(Recorded(), recorded, &mechanism));
  mechanism.set_acronym("E");
  EXPECT_FALSE(SaysTheSame(Recorded(), recorded, &mechanism));
}

}  // namespace
}  // namespace compendium
