// SPDX-License-Identifier: Apache-2.0
#include "lib/request/field_rules.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "compendium/registry/v1/questionnaire.pb.h"
#include "lib/base/status_macros.h"
#include "lib/request/error_details.h"
#include "lib/request/sample.pb.h"

namespace compendium {
namespace {

using google::protobuf::Message;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

// Tests on the messages of sample.proto, named without their package.
class FieldRulesTest : public testing::Test {
 protected:
  FieldRulesTest() {
    CHECK(sample::Limited::descriptor() != nullptr);  // links the proto
  }

  std::unique_ptr<Message> Make(const std::string& type,
                                const std::string& text) {
    const auto* descriptor =
        google::protobuf::DescriptorPool::generated_pool()
            ->FindMessageTypeByName("compendium.sample." + type);
    CHECK(descriptor != nullptr);
    std::unique_ptr<Message> message(
        google::protobuf::MessageFactory::generated_factory()
            ->GetPrototype(descriptor)
            ->New());
    CHECK(google::protobuf::TextFormat::ParseFromString(text, message.get()));
    return message;
  }

  // The status of checking a message written as text; the same with its bytes
  // at hand.
  absl::Status Check(const std::string& type, const std::string& text) {
    const std::unique_ptr<Message> message = Make(type, text);
    absl::Status status = CheckFields(*message);
    const FieldRules rules({message->GetDescriptor()});
    EXPECT_EQ(rules.CheckParsed(message->SerializeAsString(), *message),
              status);
    return status;
  }
  std::string Problem(const std::string& type, const std::string& text) {
    return std::string(Check(type, text).message());
  }
};

TEST_F(FieldRulesTest, EmptyMessageWithoutRequiredFieldsIsGood) {
  EXPECT_TRUE(Check("Limited", "").ok());
  EXPECT_TRUE(Check("Choice", "").ok());
  EXPECT_TRUE(Check("Given", "").ok());
}

TEST_F(FieldRulesTest, LongTextIsRefused) {
  EXPECT_TRUE(Check("Limited", "text: '12345'").ok());

  const absl::Status status = Check("Limited", "text: '123456'");

  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(ReasonOf(status), "INVALID_FIELD");
  EXPECT_EQ(status.message(), "text: got 6 bytes, want at most 5");
  EXPECT_THAT(FieldPathsOf(status), ElementsAre("text"));
}

TEST_F(FieldRulesTest, BytesAreLimitedButMayHoldAnything) {
  EXPECT_TRUE(Check("Limited", R"(raw: "\000\xff\n")").ok());
  EXPECT_EQ(Problem("Limited", "raw: '1234'"),
            "raw: got 4 bytes, want at most 3");
}

TEST_F(FieldRulesTest, ManyItemsAreRefused) {
  EXPECT_TRUE(Check("Limited", "texts: 'a' texts: 'b'").ok());
  EXPECT_EQ(Problem("Limited", "texts: 'a' texts: 'b' texts: 'c'"),
            "texts: got 3 items, want at most 2");
  EXPECT_EQ(Problem("Limited", "limited {} limited {} limited {}"),
            "limited: got 3 items, want at most 2");
}

TEST_F(FieldRulesTest, MapsAreLimitedToo) {
  EXPECT_TRUE(Check("Limited", "labels { key: 'a' value: 'b' }").ok());
  EXPECT_EQ(Problem("Limited", "labels { key: 'a' } labels { key: 'b' }"),
            "labels: got 2 items, want at most 1");
  EXPECT_EQ(Problem("Limited", R"(labels { key: 'a' value: "\001" })"),
            "labels[0].value: got a control character at byte 0, want plain "
            "text");
}

TEST_F(FieldRulesTest, LimitOfTextHoldsForEachItem) {
  EXPECT_EQ(Problem("Limited", "texts: 'abc' texts: 'abcd'"),
            "texts[1]: got 4 bytes, want at most 3");
}

TEST_F(FieldRulesTest, IntegerOutOfRangeIsRefused) {
  EXPECT_TRUE(Check("Limited", "small: -1 large: 1").ok());
  EXPECT_TRUE(Check("Limited", "small: 7 large: 9223372036854775807").ok());
  EXPECT_EQ(Problem("Limited", "small: 8"), "small: got 8, want -1 to 7");
  EXPECT_EQ(Problem("Limited", "small: -2"), "small: got -2, want -1 to 7");
  EXPECT_EQ(Problem("Limited", "large: -5"),
            "large: got -5, want 1 to 9223372036854775807");
  EXPECT_EQ(Problem("Limited", "numbers: 3 numbers: 10"),
            "numbers[1]: got 10, want 0 to 9");
}

TEST_F(FieldRulesTest, UnknownEnumValueIsRefused) {
  EXPECT_TRUE(Check("Limited", "color: COLOR_RED colors: COLOR_RED").ok());
  EXPECT_EQ(Problem("Limited", "color: 99"),
            "color: got 99, want a value of Color");
  EXPECT_EQ(Problem("Limited", "colors: 1 colors: -1"),
            "colors[1]: got -1, want a value of Color");
}

TEST_F(FieldRulesTest, GrammarHoldsForTextsThatAreNotEmpty) {
  EXPECT_TRUE(Check("Limited", "day: '' days: '' days: '2016-12-08'").ok());
  EXPECT_EQ(Problem("Limited", "day: '2016-02-30'"),
            "day: got \"2016-02-30\", want a calendar day YYYY-MM-DD");
  EXPECT_EQ(Problem("Limited", "days: '2016-02-01' days: 'x'"),
            "days[1]: got \"x\", want a calendar day YYYY-MM-DD");
}

TEST_F(FieldRulesTest, ControlCharactersAreRefusedAnywhere) {
  EXPECT_TRUE(Check("Limited", R"(text: "\t\n\r")").ok());
  EXPECT_EQ(Problem("Limited", R"(text: "a\000")"),
            "text: got a control character at byte 1, want plain text");
  EXPECT_EQ(Problem("Limited", R"(texts: "\x1b[m")"),
            "texts[0]: got a control character at byte 0, want plain text");
}

TEST_F(FieldRulesTest, TextThatIsNotUtf8IsRefused) {
  const auto message = Make("Limited", "");
  const auto* field = message->GetDescriptor()->FindFieldByName("text");
  message->GetReflection()->SetString(message.get(), field, "a\xFF");

  EXPECT_EQ(CheckFields(*message).message(),
            "text: got no UTF-8 at byte 1, want UTF-8 text");
}

TEST_F(FieldRulesTest, EveryMissingRequiredFieldIsNamed) {
  const absl::Status status = Check("Needy", "");

  EXPECT_THAT(FieldPathsOf(status),
              ElementsAre("text", "color", "child", "texts", "number", "chosen",
                          "mask"));
  EXPECT_THAT(std::string(status.message()),
              HasSubstr("texts: got no items, want at least one"));
}

TEST_F(FieldRulesTest, RequiredFieldsThatAreSetAreGood) {
  EXPECT_TRUE(Check("Needy", R"pb(
                text: 'a'
                color: COLOR_RED
                child { title: 'b' color: COLOR_RED }
                texts: 'c'
                number: 1
                chosen: 'd'
                mask { paths: 'e' }
              )pb")
                  .ok());
}

TEST_F(FieldRulesTest, RequiredTextMayNotBeSetToNothing) {
  EXPECT_THAT(Problem("Needy", "chosen: ''"),
              HasSubstr("chosen: got nothing, want a value"));
}

TEST_F(FieldRulesTest, RequiredFieldsOfPresentMessagesAreNeeded) {
  EXPECT_THAT(FieldPathsOf(Check("Choice", "child {}")),
              ElementsAre("child.title", "child.color"));
}

TEST_F(FieldRulesTest, OneofIsCheckedInTheMemberThatIsSet) {
  EXPECT_TRUE(Check("Choice", "number: 0").ok());
  EXPECT_EQ(Problem("Choice", "number: 10"), "number: got 10, want 0 to 9");
  EXPECT_EQ(Problem("Choice", "text: '123456'"),
            "text: got 6 bytes, want at most 5");
  EXPECT_EQ(Problem("Choice", "text: ''"), "text: got nothing, want a value");
}

TEST_F(FieldRulesTest, OfOutputOnlyTextsOnlyTheSizeIsLimited) {
  EXPECT_TRUE(Check("Given", "name: '2016'").ok());
  EXPECT_EQ(Problem("Given", "name: 'rounds/abcdefghijklmn'"),
            "name: got 21 bytes, want at most 20");
}

TEST_F(FieldRulesTest, OtherOutputOnlyFieldsAreIgnored) {
  EXPECT_TRUE(Check("Given", R"pb(
                revision: -1
                create_time { nanos: -1 }
                color: 99
                children {}
              )pb")
                  .ok());
}

TEST_F(FieldRulesTest, PathsNameEveryLevel) {
  EXPECT_THAT(FieldPathsOf(Check("Limited", R"pb(
                limited {}
                limited { limited { text: '123456' texts: '1234' } }
              )pb")),
              ElementsAre("limited[1].limited[0].text",
                          "limited[1].limited[0].texts[0]"));
}

TEST_F(FieldRulesTest, PathsBeginWithThePathGiven) {
  const auto message = Make("Choice", "child {}");
  const FieldRules rules({message->GetDescriptor()});

  EXPECT_THAT(FieldPathsOf(rules.Check(*message, "choice")),
              ElementsAre("choice.child.title", "choice.child.color"));
}

TEST_F(FieldRulesTest, NestedMessagesHaveAPlan) {
  const auto message = Make("Choice", "child {}");
  const auto nested = Make("Child", "title: 'x' color: COLOR_RED");
  const FieldRules rules({message->GetDescriptor()});

  EXPECT_TRUE(rules.Check(*nested).ok());
}

TEST_F(FieldRulesTest, DeepNestingIsRefused) {
  std::string text;
  for (int i = 0; i < 15; ++i) text = absl::StrCat("limited {", text, "}");
  EXPECT_TRUE(Check("Limited", text).ok());

  const absl::Status status =
      Check("Limited", absl::StrCat("limited {", text, "}"));

  EXPECT_THAT(FieldPathsOf(status), SizeIs(1));
  EXPECT_THAT(std::string(status.message()),
              HasSubstr("got more than 16 messages in each other"));
}

TEST_F(FieldRulesTest, NoMoreThanTwentyProblemsAreCollected) {
  std::string text;
  for (int i = 0; i < 9; ++i) absl::StrAppend(&text, "numbers: 99 ");
  text = absl::StrCat("limited {", text, "} limited {", text, "}", text);

  EXPECT_THAT(FieldPathsOf(Check("Limited", text)),
              SizeIs(FieldRules::kProblemCountMax));
}

TEST_F(FieldRulesTest, UnknownFieldsAreRefused) {
  const auto message = Make("Limited", "limited {}");
  const auto* field = message->GetDescriptor()->FindFieldByName("limited");
  Message* nested =
      message->GetReflection()->MutableRepeatedMessage(message.get(), field, 0);
  nested->GetReflection()->MutableUnknownFields(nested)->AddVarint(4711, 1);

  EXPECT_EQ(CheckFields(*message).message(),
            "limited[0]: got an unknown field with number 4711, want fields "
            "that this release knows");
}

TEST_F(FieldRulesTest, UnknownFieldOfTheRequestItselfHasItsPath) {
  const auto message = Make("Limited", "");
  message->GetReflection()
      ->MutableUnknownFields(message.get())
      ->AddVarint(9, 1);

  EXPECT_THAT(FieldPathsOf(CheckFields(*message)), SizeIs(1));
}

TEST_F(FieldRulesTest, DurationMustBeOne) {
  for (const char* good :
       {"", "seconds: 5 nanos: 999999999", "seconds: -5 nanos: -1",
        "nanos: -999999999", "seconds: 315576000000"})
    EXPECT_TRUE(Check("Times", absl::StrCat("duration {", good, "}")).ok())
        << good;
  for (const char* bad : {"seconds: 5 nanos: -1", "seconds: -5 nanos: 1",
                          "nanos: 1000000000", "nanos: -1000000000",
                          "seconds: 315576000001", "seconds: -315576000001"})
    EXPECT_THAT(
        FieldPathsOf(Check("Times", absl::StrCat("duration {", bad, "}"))),
        ElementsAre("duration"))
        << bad;
}

TEST_F(FieldRulesTest, TimestampMustBeOne) {
  for (const char* good :
       {"", "seconds: 253402300799 nanos: 999999999", "seconds: -62135596800"})
    EXPECT_TRUE(Check("Times", absl::StrCat("timestamp {", good, "}")).ok())
        << good;
  for (const char* bad : {"nanos: -1", "nanos: 1000000000",
                          "seconds: 253402300800", "seconds: -62135596801"})
    EXPECT_THAT(
        FieldPathsOf(Check("Times", absl::StrCat("timestamp {", bad, "}"))),
        ElementsAre("timestamp"))
        << bad;
}

TEST_F(FieldRulesTest, MaskMustHoldPaths) {
  EXPECT_TRUE(
      Check("Times", "mask { paths: '*' paths: 'a_b.c2' paths: 'd' }").ok());
  for (const char* bad : {"", ".", "a.", ".a", "a..b", "A", "a b", "a.*", "ä"})
    EXPECT_THAT(FieldPathsOf(Check(
                    "Times", absl::StrCat("mask { paths: '", bad, "' }"))),
                ElementsAre("mask.paths[0]"))
        << bad;
}

TEST_F(FieldRulesTest, MaskIsLimited) {
  std::string many;
  for (int i = 0; i < 101; ++i) absl::StrAppend(&many, "paths: 'a' ");
  EXPECT_EQ(Problem("Times", absl::StrCat("mask {", many, "}")),
            "mask.paths: got 101 items, want at most 100");
  EXPECT_EQ(Problem("Times", absl::StrCat("mask { paths: '",
                                          std::string(257, 'a'), "' }")),
            "mask.paths[0]: got 257 bytes, want at most 256");
}

TEST_F(FieldRulesTest, UpdateNeedsOnlyTheFieldsOfItsMask) {
  EXPECT_TRUE(Check("Update", "child { note: 'x' }").ok());
  EXPECT_TRUE(
      Check("Update", "child { note: 'x' } update_mask { paths: 'note' }")
          .ok());
  EXPECT_THAT(
      FieldPathsOf(Check("Update", "child {} update_mask { paths: 'title' }")),
      ElementsAre("child.title"));
  EXPECT_THAT(
      FieldPathsOf(Check("Update", "child {} update_mask { paths: '*' }")),
      ElementsAre("child.title", "child.color"));
  EXPECT_THAT(FieldPathsOf(Check("Update", "update_mask { paths: 'note' }")),
              ElementsAre("child"));
}

TEST(FieldRules, QuestionnaireIsCheckedToItsLastLeaf) {
  registry::v1::Questionnaire questionnaire;
  ASSERT_TRUE(google::protobuf::TextFormat::ParseFromString(
      R"pb(
        name: "mechanisms/midsa/questionnaires/2016"
        answers { question_id: "2A" state: ANSWER_STATE_ANSWERED }
        answers { question_id: "2b" }
        meetings {
          date { edtf: "8 Dec" }
          country_code: "ch"
        }
        claims {
          framework: "sdg"
          code: "10.7"
          evidence { begin_byte: -1 }
        }
      )pb",
      &questionnaire));
  const FieldRules rules({registry::v1::Questionnaire::descriptor()});

  EXPECT_THAT(FieldPathsOf(rules.Check(questionnaire, "questionnaire")),
              ElementsAre("questionnaire.answers[1].question_id",
                          "questionnaire.answers[1].state",
                          "questionnaire.meetings[0].date.edtf",
                          "questionnaire.meetings[0].country_code",
                          "questionnaire.claims[0].strength",
                          "questionnaire.claims[0].evidence.begin_byte"));
}

using FieldRulesDeathTest = FieldRulesTest;

TEST_F(FieldRulesDeathTest, ForeignMessageEndsTheProgram) {
  const auto message = Make("Choice", "");
  const auto foreign = Make("Times", "");
  const FieldRules rules({message->GetDescriptor()});

  EXPECT_DEATH(rules.Check(*foreign).IgnoreError(), "CHECK failed");
}

TEST_F(FieldRulesDeathTest, UnknownServiceEndsTheProgram) {
  EXPECT_DEATH(FieldRules::ForService("sample.Nothing"), "CHECK failed");
}

}  // namespace
}  // namespace compendium
