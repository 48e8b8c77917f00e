// SPDX-License-Identifier: Apache-2.0
#include "lib/document/round_file.h"

#include <string>

#include <gmock/gmock.h>
#include <google/protobuf/util/message_differencer.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "lib/document/limits.h"

namespace compendium {
namespace {

using ::google::protobuf::util::MessageDifferencer;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr RoundFileSyntax kJson = RoundFileSyntax::kJson;
constexpr RoundFileSyntax kTextproto = RoundFileSyntax::kTextproto;

constexpr char kSmallJson[] = R"json({
  "round": {"name": "rounds/2016", "title": "Round 2016",
            "form": {"questions": [{"id": "2C", "asksForClaims": true}]}},
  "mechanisms": [
    {"id": "midsa",
     "mechanism": {"displayName": "Dialogue }", "acronym": "MIDSA"}}
  ],
  "questionnaires": [
    {"mechanism": "midsa", "questionnaire": {
      "answers": [{"questionId": "2C", "state": "ANSWER_STATE_ANSWERED",
                   "text": "SDG 10.7 \"[\""}]}}
  ]
})json";

constexpr char kSmallTextproto[] = R"pb(
  # by hand
  round {
    name: "rounds/2016"
    title: 'Round 2016'
    form { questions { id: "2C" asks_for_claims: true } }
  }
  mechanisms:
  [ <
    id: "midsa"  # }
    mechanism { display_name: "Dialogue }" acronym: "MIDSA" }
  >]
  questionnaires {
    mechanism: "midsa"
    questionnaire {
      answers {
        question_id: "2C"
        state: ANSWER_STATE_ANSWERED
        text: "SDG 10.7 \"[\""
      }
    }
  }
)pb";

std::string JsonError(absl::string_view text) {
  return std::string(ParseRoundFile(text, kJson, "x.json").status().message());
}

std::string TextprotoError(absl::string_view text) {
  return std::string(
      ParseRoundFile(text, kTextproto, "x.textproto").status().message());
}

TEST(RoundFile, JsonAndTextFormatAreTheSame) {
  const auto json = ParseRoundFile(kSmallJson, kJson, "x.json");
  const auto textproto =
      ParseRoundFile(kSmallTextproto, kTextproto, "x.textproto");

  ASSERT_TRUE(json.ok()) << json.status();
  ASSERT_TRUE(textproto.ok()) << textproto.status();
  EXPECT_EQ(json->round().title(), "Round 2016");
  EXPECT_EQ(json->mechanisms(0).mechanism().display_name(), "Dialogue }");
  EXPECT_EQ(json->questionnaires(0).questionnaire().answers(0).text(),
            "SDG 10.7 \"[\"");
  EXPECT_TRUE(MessageDifferencer::Equals(*json, *textproto));
}

TEST(RoundFile, EntriesAreMadeOneByOne) {
  const auto reader = RoundFileReader::Read(kSmallJson, kJson, "x.json");

  ASSERT_TRUE(reader.ok()) << reader.status();
  EXPECT_THAT(reader->mechanism_ids(), ElementsAre("midsa"));
  EXPECT_THAT(reader->questionnaire_ids(), ElementsAre("midsa"));
  EXPECT_EQ(reader->Mechanism(0).mechanism().acronym(), "MIDSA");
  EXPECT_EQ(reader->Questionnaire(0).questionnaire().answers_size(), 1);
}

TEST(RoundFile, WhatIsWrittenIsReadAgain) {
  const auto file = ParseRoundFile(kSmallJson, kJson, "x.json");
  ASSERT_TRUE(file.ok());
  for (const RoundFileSyntax syntax : {kJson, kTextproto}) {
    const auto written = WriteRoundFile(*file, syntax);
    ASSERT_TRUE(written.ok());
    const auto again = ParseRoundFile(*written, syntax, "y");

    ASSERT_TRUE(again.ok()) << again.status();
    EXPECT_TRUE(MessageDifferencer::Equals(*again, *file));
  }
}

TEST(RoundFile, TextThatIsNotJsonIsNamedByItsLine) {
  EXPECT_THAT(JsonError("{\n  \"round\": {},\n  oops }"),
              HasSubstr("x.json: line 3: got what is not JSON"));
  for (const char* text :
       {"", "{\"a\": \"\xff\"}", "[1e999]", "{\"round\": {},}", "{'round': {}}",
        "{\"round\": {}} x"}) {
    EXPECT_FALSE(ParseRoundFile(text, kJson, "x.json").ok()) << text;
  }
}

TEST(RoundFile, MissingRepeatedAndUnknownMembersAreNamed) {
  EXPECT_THAT(JsonError(R"({"mechanisms": []})"),
              HasSubstr("round: got nothing"));
  EXPECT_THAT(JsonError("{\n\"rounds\": {}}"), HasSubstr("x.json:2:rounds: "));
  EXPECT_THAT(JsonError("[]"), HasSubstr("want an object"));
  EXPECT_THAT(JsonError(R"({"round": {}, "round": {}})"),
              HasSubstr("round: got it a second time"));
  EXPECT_THAT(TextprotoError("round {} round {}"), HasSubstr("second time"));
  EXPECT_THAT(TextprotoError("mechanisms {}\nrounds {}"), HasSubstr("x.text"));
}

TEST(RoundFile, AnUnknownFieldOfARecordIsRefused) {
  EXPECT_THAT(
      JsonError(R"({"round": {}, "mechanisms": [
           {"id": "midsa", "mechanism": {"dispayName": "x"}}]})"),
      AllOf(StartsWith("x.json:2:mechanisms[0]: "), HasSubstr("dispayName")));
  EXPECT_THAT(TextprotoError("round {}\nmechanisms {\n  id: 'midsa'\n"
                             "  mechanism { dispay_name: 'x' } }"),
              AllOf(StartsWith("x.textproto:4:mechanisms[0]: column 26"),
                    HasSubstr("dispay_name")));
}

TEST(RoundFile, ErrorsInTextFormatHaveTheirPlace) {
  EXPECT_THAT(TextprotoError("round {\n  title: 7\n}"),
              StartsWith("x.textproto:2:round: column 10"));
  EXPECT_THAT(TextprotoError("round { title: 7 }"),
              StartsWith("x.textproto:1:round: column 16"));
  EXPECT_THAT(TextprotoError("round {"), HasSubstr("closing bracket"));
  EXPECT_THAT(TextprotoError("round: 7"), HasSubstr("plain value"));
  EXPECT_THAT(TextprotoError("round {}\n}"), HasSubstr("line 2: got '}'"));
}

TEST(RoundFile, WrongIdsAreRefused) {
  const auto with = [&](absl::string_view items) {
    return JsonError(
        absl::StrCat(R"({"round": {}, "mechanisms": [)", items, "]}"));
  };

  EXPECT_THAT(with(R"({"id": "MIDSA", "mechanism": {}})"),
              HasSubstr("x.json:1:mechanisms[0].id: "));
  EXPECT_THAT(with(R"({"mechanism": {}})"),
              HasSubstr("x.json:1:mechanisms[0].id: "));
  EXPECT_THAT(with(R"({"id": "a1", "mechanism": {}},
                      {"id": "a1", "mechanism": {}})"),
              HasSubstr("x.json:2:mechanisms[1].id: got a1 a second time"));
}

TEST(RoundFile, DeepNestingIsRefused) {
  const std::string deep(kRoundFileDepthMax + 1, '[');

  EXPECT_TRUE(absl::IsResourceExhausted(
      ParseRoundFile(deep, kJson, "x.json").status()));
  // Brackets in a string do not nest.
  EXPECT_TRUE(absl::IsInvalidArgument(
      ParseRoundFile(absl::StrCat("[\"\\\"", deep, "\"]"), kJson, "x.json")
          .status()));
  std::string messages = "round {";
  for (int i = 0; i < 100'000; ++i) messages += "form {";
  EXPECT_FALSE(ParseRoundFile(messages, kTextproto, "x").ok());
}

TEST(RoundFile, TooManyMechanismsAreRefused) {
  std::string items = R"({"id": "m", "mechanism": {}})";
  for (size_t i = 0; i < kRoundFileEntriesMax; ++i)
    absl::StrAppend(&items, R"(,{"id": "m)", i, R"(", "mechanism": {}})");

  const auto file = ParseRoundFile(
      absl::StrCat(R"({"round": {}, "mechanisms": [)", items, "]}"), kJson,
      "x.json");

  EXPECT_TRUE(absl::IsResourceExhausted(file.status())) << file.status();
}

}  // namespace
}  // namespace compendium
