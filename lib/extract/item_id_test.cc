// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/item_id.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>
#include <string>

#include "lib/domain/resource_name.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;
using ::testing::MatchesRegex;

v1::Questionnaire Parse(const std::string& text) {
  v1::Questionnaire questionnaire;
  EXPECT_TRUE(
      google::protobuf::TextFormat::ParseFromString(text, &questionnaire));
  return questionnaire;
}

v1::Questionnaire Filled(const std::string& text) {
  v1::Questionnaire questionnaire = Parse(text);
  FillItemIds(questionnaire);
  return questionnaire;
}

TEST(ItemId, SaysKindAndQuestion) {
  const v1::Questionnaire filled = Filled(R"pb(
    meetings {
      title: "Talks"
      evidence { question_id: "2A" quote: "Talks" }
    }
    claims {
      framework: "sdg"
      code: "8.7"
      evidence { question_id: "3A" }
    }
    projects {
      title: "Ports"
      evidence { question_id: "3" quote: "Ports" }
    }
    publications {
      title: "Atlas"
      evidence { question_id: "4" }
    }
    publications { title: "Entered without evidence" }
  )pb");

  EXPECT_THAT(filled.meetings(0).id(), MatchesRegex("m-2a-[0-9a-f]{10}"));
  EXPECT_THAT(filled.claims(0).id(), MatchesRegex("c-3a-[0-9a-f]{10}"));
  EXPECT_THAT(filled.projects(0).id(), MatchesRegex("p-3-[0-9a-f]{10}"));
  EXPECT_THAT(filled.publications(0).id(), MatchesRegex("b-4-[0-9a-f]{10}"));
  EXPECT_THAT(filled.publications(1).id(), MatchesRegex("b-0-[0-9a-f]{10}"));
  // What GRAMMAR_RESOURCE_ID asks for.
  EXPECT_TRUE(MechanismName::FromId(filled.meetings(0).id()).ok());
}

// Ids are stored and rejected by: another way to make them loses decisions.
TEST(ItemId, IsFrozen) {
  const v1::Questionnaire filled = Filled(R"pb(
    claims {
      framework: "sdg"
      code: "8.7"
      evidence { question_id: "3A" quote: "It supports target 8.7." }
    }
  )pb");

  EXPECT_EQ(filled.claims(0).id(), "c-3a-3e9e0ca191");
}

TEST(ItemId, PlaceAndWhiteSpaceMakeNoDifference) {
  const v1::Questionnaire one = Filled(R"pb(
    projects {
      title: "Safe ports"
      evidence {
        question_id: "3"
        begin_byte: 0
        end_byte: 18
        quote: "Title:  Safe ports"
      }
    }
  )pb");
  const v1::Questionnaire other = Filled(
      "projects { title: 'Safe\u00a0ports' evidence { question_id: '3' "
      "begin_byte: 70 quote: '\\nTitle:\\tSafe\u00a0ports ' } }");

  EXPECT_EQ(one.projects(0).id(), other.projects(0).id());
}

TEST(ItemId, ItemsOfOneQuoteAreToldApart) {
  const v1::Questionnaire filled = Filled(R"pb(
    claims {
      framework: "sdg"
      code: "8.7"
      evidence { question_id: "3A" quote: "8.7, 8.8" }
    }
    claims {
      framework: "sdg"
      code: "8.8"
      evidence { question_id: "3A" quote: "8.7, 8.8" }
    }
    meetings {
      date { as_written: "3 May" }
      evidence { question_id: "2" quote: "Talks, Lima, 3 May, Quito, 4 May" }
    }
    meetings {
      date { as_written: "4 May" }
      evidence { question_id: "2" quote: "Talks, Lima, 3 May, Quito, 4 May" }
    }
  )pb");

  EXPECT_NE(filled.claims(0).id(), filled.claims(1).id());
  EXPECT_NE(filled.meetings(0).id(), filled.meetings(1).id());
}

TEST(ItemId, CorrectedTitleOfAMeetingMakesNoDifference) {
  const v1::Questionnaire one = Filled(R"pb(
    meetings {
      title: "Talks"
      evidence { question_id: "2" quote: "Talks" }
    }
  )pb");
  const v1::Questionnaire other = Filled(R"pb(
    meetings {
      title: "Second"
      evidence { question_id: "2" quote: "Talks" }
    }
  )pb");

  EXPECT_EQ(one.meetings(0).id(), other.meetings(0).id());
}

TEST(ItemId, EqualItemsAreNumbered) {
  const v1::Questionnaire filled = Filled(R"pb(
    publications {
      title: "Atlas"
      evidence { question_id: "4" quote: "Atlas" }
    }
    publications {
      title: "Atlas"
      evidence { question_id: "4" quote: "Atlas" }
    }
    publications {
      title: "Atlas"
      evidence { question_id: "4" quote: "Atlas" }
    }
  )pb");

  const std::string& first = filled.publications(0).id();
  EXPECT_EQ(filled.publications(1).id(), first + "-2");
  EXPECT_EQ(filled.publications(2).id(), first + "-3");
}

TEST(ItemId, GivenIdsStayAndAreNotGivenAgain) {
  v1::Questionnaire filled = Filled(R"pb(
    projects {
      title: "Ports"
      evidence { question_id: "3" quote: "Ports" }
    }
  )pb");
  const std::string given = filled.projects(0).id();
  filled.mutable_projects(0)->set_title("Ports, corrected");
  v1::Project& again = *filled.add_projects();
  again.set_title("Ports");
  again.mutable_evidence()->set_question_id("3");
  again.mutable_evidence()->set_quote("Ports");

  FillItemIds(filled);

  EXPECT_EQ(filled.projects(0).id(), given);
  EXPECT_EQ(filled.projects(1).id(), given + "-2");
}

TEST(ItemId, FillingAgainChangesNothing) {
  v1::Questionnaire filled = Filled(R"pb(
    meetings { title: "Talks" }
    meetings { title: "Talks" }
    meetings { id: "mine" title: "Talks" origin: ORIGIN_SUBMITTED }
  )pb");
  const std::string before = filled.SerializeAsString();

  FillItemIds(filled);

  EXPECT_EQ(filled.SerializeAsString(), before);
  EXPECT_EQ(filled.meetings(2).id(), "mine");
}

}  // namespace
}  // namespace compendium
