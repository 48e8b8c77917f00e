// SPDX-License-Identifier: Apache-2.0
#include "cli/import/round_file.h"

#include <string>

#include <gmock/gmock.h>
#include <google/protobuf/util/message_differencer.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "cli/import/limits.h"

namespace compendium {
namespace {

using ::google::protobuf::util::MessageDifferencer;
using ::testing::HasSubstr;

constexpr char kSmall[] = R"json({
  "round": {"name": "rounds/2016", "title": "Round 2016",
            "form": {"questions": [{"id": "2C", "asksForClaims": true}]}},
  "mechanisms": [
    {"id": "midsa",
     "mechanism": {"displayName": "Dialogue", "acronym": "MIDSA"}}
  ],
  "questionnaires": [
    {"mechanism": "midsa", "questionnaire": {
      "answers": [{"questionId": "2C", "state": "ANSWER_STATE_ANSWERED",
                   "text": "SDG 10.7"}]}}
  ]
})json";

std::string MessageOf(absl::string_view text) {
  return std::string(ParseRoundFile(text, "x.json").status().message());
}

TEST(RoundFile, RecordsAreRead) {
  const auto file = ParseRoundFile(kSmall, "x.json");

  ASSERT_TRUE(file.ok()) << file.status();
  EXPECT_EQ(file->round.title(), "Round 2016");
  ASSERT_EQ(file->mechanisms.size(), 1u);
  EXPECT_EQ(file->mechanisms[0].id, "midsa");
  EXPECT_EQ(file->mechanisms[0].mechanism.acronym(), "MIDSA");
  ASSERT_EQ(file->questionnaires.size(), 1u);
  EXPECT_EQ(file->questionnaires[0].questionnaire.answers(0).text(),
            "SDG 10.7");
}

TEST(RoundFile, WhatIsWrittenIsReadAgain) {
  const auto file = ParseRoundFile(kSmall, "x.json");
  ASSERT_TRUE(file.ok());

  const auto written = WriteRoundFile(*file);
  ASSERT_TRUE(written.ok());
  const auto again = ParseRoundFile(*written, "y.json");

  ASSERT_TRUE(again.ok()) << again.status();
  EXPECT_TRUE(MessageDifferencer::Equals(again->round, file->round));
  EXPECT_TRUE(MessageDifferencer::Equals(again->mechanisms[0].mechanism,
                                         file->mechanisms[0].mechanism));
  EXPECT_TRUE(
      MessageDifferencer::Equals(again->questionnaires[0].questionnaire,
                                 file->questionnaires[0].questionnaire));
}

TEST(RoundFile, TextThatIsNotJsonIsNamedByItsLine) {
  EXPECT_THAT(MessageOf("{\n  \"round\": {},\n  oops }"),
              HasSubstr("x.json:3: got what is not JSON"));
  EXPECT_FALSE(ParseRoundFile("", "x.json").ok());
  EXPECT_FALSE(ParseRoundFile("{\"a\": \"\xff\"}", "x.json").ok());
  EXPECT_FALSE(ParseRoundFile("[1e999]", "x.json").ok());
}

TEST(RoundFile, MissingAndUnknownMembersAreNamed) {
  EXPECT_THAT(MessageOf(R"({"round": {}, "mechanisms": []})"),
              HasSubstr("x.json:questionnaires: got nothing"));
  EXPECT_THAT(MessageOf(R"({"rounds": {}})"), HasSubstr("x.json:rounds: "));
  EXPECT_THAT(MessageOf("[]"), HasSubstr("got array, want an object"));
}

TEST(RoundFile, AnUnknownFieldOfARecordIsRefused) {
  const std::string message = MessageOf(
      R"({"round": {}, "mechanisms": [
           {"id": "midsa", "mechanism": {"dispayName": "x"}}],
          "questionnaires": []})");

  EXPECT_THAT(message, HasSubstr("x.json:mechanisms[0].mechanism: "));
  EXPECT_THAT(message, HasSubstr("dispayName"));
}

TEST(RoundFile, WrongIdsAreRefused) {
  constexpr char kPattern[] =
      R"({"round": {}, "mechanisms": [%s], "questionnaires": []})";
  const auto with = [&](absl::string_view item) {
    std::string text(kPattern);
    return MessageOf(text.replace(text.find("%s"), 2, std::string(item)));
  };

  EXPECT_THAT(with(R"({"id": 7, "mechanism": {}})"),
              HasSubstr("x.json:mechanisms[0].id: got number, want a string"));
  EXPECT_THAT(with(R"({"id": "MIDSA", "mechanism": {}})"),
              HasSubstr("x.json:mechanisms[0].id: "));
  EXPECT_THAT(with(R"({"id": "a1", "mechanism": {}},
                      {"id": "a1", "mechanism": {}})"),
              HasSubstr("x.json:mechanisms[1].id: got a1 a second time"));
}

TEST(RoundFile, DeepNestingIsRefused) {
  const std::string deep(kRoundFileDepthMax + 1, '[');

  EXPECT_TRUE(
      absl::IsResourceExhausted(ParseRoundFile(deep, "x.json").status()));
  // Brackets in a string do not nest.
  EXPECT_TRUE(absl::IsInvalidArgument(
      ParseRoundFile(absl::StrCat("[\"\\\"", deep, "\"]"), "x.json").status()));
}

TEST(RoundFile, TooManyMechanismsAreRefused) {
  std::string items = "1";
  for (size_t i = 0; i < kImportMechanismsMax; ++i) items += ",1";

  const auto file =
      ParseRoundFile(absl::StrCat(R"({"round": {}, "mechanisms": [)", items,
                                  R"(], "questionnaires": []})"),
                     "x.json");

  EXPECT_TRUE(absl::IsResourceExhausted(file.status())) << file.status();
}

}  // namespace
}  // namespace compendium
