// SPDX-License-Identifier: Apache-2.0
// Curating steps as the heart makes them: of records in a store.
#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "compendium/registry/v1/questionnaire.pb.h"
#include "compendium/registry/v1/round.pb.h"
#include "lib/request/error_details.h"
#include "services/registry/curation.h"
#include "tests/support/outcome.h"
#include "tests/support/registry_heart.h"

namespace compendium::registry {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr char kName[] = "mechanisms/midsa/questionnaires/2016";

template <class Message>
Message FromText(const std::string& text) {
  Message message;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &message))
      << text;
  return message;
}

class Curate : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(heart_.CreateMechanism("mechanisms/midsa").ok());
    ASSERT_TRUE(heart_.CreateRound("rounds/2016").ok());
    ASSERT_TRUE(heart_.CreateRound("rounds/2017").ok());
    ASSERT_TRUE(
        heart_
            .Create(
                kName, FromText<v1::Questionnaire>(R"pb(
                  answers {
                    question_id: "2"
                    state: ANSWER_STATE_ANSWERED
                    text: "Forum in Lima"
                  }
                  meetings { id: "m-1" title: "Forum" origin: ORIGIN_EXTRACTED }
                  meetings {
                    id: "m-2"
                    title: "Dinner"
                    origin: ORIGIN_EXTRACTED
                  }
                )pb"))
            .ok());
  }

  // Makes steps, each a CurationStep in text format.
  tests::RegistryHeart::Answer Questionnaire(
      const std::vector<std::string>& texts, const std::string& etag = "",
      WriteContext context = tests::RegistryHeart::By("a.diallo")) {
    google::protobuf::RepeatedPtrField<v1::CurationStep> steps;
    for (const std::string& text : texts)
      *steps.Add() = FromText<v1::CurationStep>(text);
    return Edit(kName, etag, std::move(context),
                [steps](google::protobuf::Message& record) {
                  return CurateQuestionnaire(
                      steps, {.author = "a.diallo", .reason = "read"},
                      static_cast<v1::Questionnaire&>(record));
                });
  }
  tests::RegistryHeart::Answer Round(const std::string& step) {
    google::protobuf::RepeatedPtrField<v1::RoundCurationStep> steps;
    *steps.Add() = FromText<v1::RoundCurationStep>(step);
    return Edit("rounds/2016", "", tests::RegistryHeart::By("a.diallo"),
                [this, steps](google::protobuf::Message& record) {
                  return CurateRound(
                      steps, {.author = "a.diallo", .reason = "read"},
                      heart_.reader, static_cast<v1::Round&>(record));
                });
  }
  v1::Questionnaire Stored() {
    v1::Questionnaire questionnaire;
    EXPECT_TRUE(questionnaire.ParseFromString(std::string(
        heart_.store.Get(kName, heart_.store.LastRevision())->value.view())));
    return questionnaire;
  }

  tests::RegistryHeart heart_;

 private:
  tests::RegistryHeart::Answer Edit(
      const std::string& name, const std::string& etag, WriteContext context,
      std::function<absl::Status(google::protobuf::Message&)> edit) {
    tests::Outcome<tests::RegistryHeart::Answer> outcome;
    heart_.registry.Edit({.name = name,
                          .etag = etag,
                          .edit = std::move(edit),
                          .context = std::move(context)},
                         outcome.Done());
    return outcome.Wait();
  }
};

TEST_F(Curate, AllStepsAreOneRevision) {
  const int64_t before = heart_.store.LastRevision();

  const auto answer = Questionnaire(
      {"reject { item_id: 'm-2' }",
       "put { item_id: 'm-1' meeting { title: 'Port forum' date { edtf: "
       "'2016-05' } } }",
       "set_answer_state { question_id: '2' state: "
       "ANSWER_STATE_CROSS_REFERENCE }"});

  ASSERT_TRUE(answer.ok()) << answer.status();
  EXPECT_EQ(answer->revision, before + 1);
  const v1::Questionnaire stored = Stored();
  ASSERT_EQ(stored.meetings_size(), 1);
  EXPECT_EQ(stored.meetings(0).title(), "Port forum");
  EXPECT_EQ(stored.meetings(0).date().latest_day(), "2016-05-31");
  EXPECT_EQ(stored.rejections_size(), 1);
  EXPECT_EQ(stored.answers(0).state_origin(), v1::ORIGIN_CURATED);
}

TEST_F(Curate, OneWrongStepAndNothingHappens) {
  const int64_t before = heart_.store.LastRevision();

  const auto answer =
      Questionnaire({"reject { item_id: 'm-2' }", "reject { item_id: 'm-1' }",
                     "reject { item_id: 'm-2' }"});

  EXPECT_THAT(FieldPathsOf(answer.status()),
              ElementsAre("steps[2].reject.item_id"));
  EXPECT_EQ(heart_.store.LastRevision(), before);
}

TEST_F(Curate, WhatOnlyTheWholeRecordTellsIsNamedInItsStep) {
  const auto code =
      Questionnaire({"reject { item_id: 'm-2' }",
                     "put { claim { framework: 'sdg' code: '99' strength: "
                     "CLAIM_STRENGTH_EXPLICIT } }"});
  const auto quote = Questionnaire(
      {"put { meeting { title: 'x' evidence { question_id: '2' begin_byte: 0 "
       "end_byte: 5 quote: 'Dance' } } }"});
  const auto country = Questionnaire(
      {"put { participant { as_written: 'Aruba' country_code: 'ABW' kind: "
       "PARTICIPANT_KIND_STATE } }"});

  EXPECT_THAT(FieldPathsOf(code.status()),
              ElementsAre("steps[1].put.claim.code"));
  EXPECT_THAT(FieldPathsOf(quote.status()),
              ElementsAre("steps[0].put.meeting.evidence.quote"));
  EXPECT_THAT(FieldPathsOf(country.status()),
              ElementsAre("steps[0].put.participant.country_code"));
}

TEST_F(Curate, StaleEtagIsAborted) {
  const std::string etag =
      absl::StrCat("\"", heart_.store.LastRevision(), "\"");
  ASSERT_TRUE(Questionnaire({"reject { item_id: 'm-2' }"}, etag).ok());

  const auto stale = Questionnaire({"reject { item_id: 'm-1' }"}, etag);

  EXPECT_TRUE(absl::IsAborted(stale.status()));
  EXPECT_EQ(Stored().meetings_size(), 1);
}

TEST_F(Curate, RepeatedRequestIsMadeOnce) {
  const auto context = tests::RegistryHeart::Repeatable(1, "reject");

  const auto first = Questionnaire({"reject { item_id: 'm-2' }"}, "", context);
  const auto again = Questionnaire({"reject { item_id: 'm-2' }"}, "", context);

  ASSERT_TRUE(first.ok() && again.ok()) << first.status() << again.status();
  EXPECT_EQ(first->revision, again->revision);
}

TEST_F(Curate, StepsThatChangeNothingWriteNothing) {
  const int64_t before = heart_.store.LastRevision();

  const auto answer = Questionnaire(
      {"reject { item_id: 'm-2' }", "restore { item_id: 'm-2' }"});

  ASSERT_TRUE(answer.ok()) << answer.status();
  EXPECT_EQ(heart_.store.LastRevision(), before);
}

TEST_F(Curate, MissingRecordIsNotFound) {
  ASSERT_TRUE(heart_.Delete(kName).ok());

  EXPECT_TRUE(absl::IsFailedPrecondition(
      Questionnaire({"reject { item_id: 'm-2' }"}).status()));
}

std::string Mention(const std::string& name, const std::string& id) {
  return absl::StrCat("mentions { questionnaire: '", name, "' item_id: '", id,
                      "' }");
}

TEST_F(Curate, MentionsAreJoinedAndParted) {
  const std::string both = Mention(kName, "m-1") + Mention(kName, "m-2");

  const auto join =
      Round("add_event_link { kind: EVENT_LINK_KIND_JOIN reason: 'one' " +
            both + "}");
  const auto part =
      Round("remove_event_link { kind: EVENT_LINK_KIND_JOIN " + both + "}");

  ASSERT_TRUE(join.ok()) << join.status();
  ASSERT_TRUE(part.ok()) << part.status();
  EXPECT_GT(part->revision, join->revision);
}

TEST_F(Curate, MentionsMustExistInTheRound) {
  const auto add = [&](const std::string& mention) {
    return FieldPathsOf(Round("add_event_link { kind: EVENT_LINK_KIND_JOIN "
                              "reason: 'one' " +
                              Mention(kName, "m-1") + mention + "}")
                            .status());
  };

  EXPECT_THAT(add(Mention(kName, "m-9")),
              ElementsAre("steps[0].add_event_link.mentions[1].item_id"));
  EXPECT_THAT(add(Mention("mechanisms/none/questionnaires/2016", "m-1")),
              ElementsAre("steps[0].add_event_link.mentions[1].questionnaire"));
  EXPECT_THAT(add(Mention("mechanisms/midsa/questionnaires/2017", "m-1")),
              ElementsAre("steps[0].add_event_link.mentions[1].questionnaire"));
  EXPECT_THAT(add(""), ElementsAre("steps[0].add_event_link.mentions"));
  ASSERT_TRUE(heart_.Delete(kName).ok());
  EXPECT_THAT(add(Mention(kName, "m-2")),
              ElementsAre("steps[0].add_event_link.mentions[0].questionnaire"));
}

TEST_F(Curate, RoundStepsSayWhatTheyLack) {
  EXPECT_THAT(FieldPathsOf(Round("").status()), ElementsAre("steps[0].step"));
  EXPECT_THAT(FieldPathsOf(Round("reopen { id: 'f-1' }").status()),
              ElementsAre("steps[0].reopen.id"));
  EXPECT_THAT(FieldPathsOf(Round("decide { id: 'f-1' verdict: "
                                 "VERDICT_ACCEPTED reason: 'x' }")
                               .status()),
              ElementsAre("steps[0].decide.id"));
}

}  // namespace
}  // namespace compendium::registry
