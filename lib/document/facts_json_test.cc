// SPDX-License-Identifier: Apache-2.0
#include "lib/document/facts_json.h"

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "google/protobuf/text_format.h"
#include "gtest/gtest.h"
#include "nlohmann/json.hpp"

namespace compendium {
namespace {

using nlohmann::json;
using registry::v1::Questionnaire;

Questionnaire FromText(const std::string& text) {
  Questionnaire questionnaire;
  EXPECT_TRUE(
      google::protobuf::TextFormat::ParseFromString(text, &questionnaire));
  return questionnaire;
}

json FactsOf(const Questionnaire& questionnaire) {
  return json::parse(FactsJson({questionnaire})).at(0);
}

TEST(FactsJson, NoQuestionnairesAreAnEmptyArray) {
  EXPECT_EQ(FactsJson({}), "[]\n");
}

TEST(FactsJson, ParticipantsHaveCodeOrNull) {
  const json facts = FactsOf(FromText(R"pb(
    name: "mechanisms/isfo/questionnaires/2016"
    participants {
      as_written: "Fiji"
      country_code: "FJI"
      kind: PARTICIPANT_KIND_STATE
    }
    participants { as_written: "A Body" kind: PARTICIPANT_KIND_ORGANISATION }
    focus_areas { as_written: "work" }
  )pb"));

  EXPECT_EQ(facts["slug"], "isfo");
  EXPECT_EQ(facts["participants"][0], json::parse(R"({"as_written": "Fiji",
      "iso3166_alpha3": "FJI", "kind": "country"})"));
  EXPECT_EQ(facts["participants"][1], json::parse(R"({"as_written": "A Body",
      "iso3166_alpha3": null, "kind": "organisation"})"));
  EXPECT_EQ(facts["focus"], json::parse(R"(["work"])"));
}

TEST(FactsJson, AnswersAreKeyedByQuestion) {
  const json facts = FactsOf(FromText(R"pb(
    answers {
      question_id: "2A"
      state: ANSWER_STATE_NOTHING_TO_REPORT
      text: "NTR"
    }
    answers { question_id: "3" state: ANSWER_STATE_BLANK }
  )pb"));

  EXPECT_EQ(facts["answers"], json::parse(R"({
      "2A": {"state": "nothing_to_report", "text": "NTR"},
      "3": {"state": "blank", "text": null}})"));
}

TEST(FactsJson, MeetingsKeepWhatTheTextSays) {
  const json facts = FactsOf(FromText(R"pb(
    meetings {
      title: "Talks"
      date { as_written: "May" edtf: "2016-05" year_inferred: true }
      city: "Suva"
      country_code: "FJI"
      level: MEETING_LEVEL_SENIOR_OFFICIALS
      status: MEETING_STATUS_HELD
      evidence { question_id: "2A" quote: "Talks in May" }
      event_key: "talks"
    }
    meetings { title: "More" }
  )pb"));

  EXPECT_EQ(facts["meetings"][0], json::parse(R"({"title": "Talks",
      "question": "2A", "date_as_written": "May", "edtf": "2016-05",
      "city": "Suva", "country_iso3": "FJI", "level": "senior_officials",
      "status": "held", "evidence": "Talks in May", "event": "talks",
      "year_inferred": true})"));
  EXPECT_EQ(facts["meetings"][1]["edtf"], nullptr);
  EXPECT_EQ(facts["meetings"][1]["level"], nullptr);
  EXPECT_EQ(facts["meetings"][1]["status"], "unspecified");
}

TEST(FactsJson, MentionsWithoutKeyAreDifferentEvents) {
  const json facts = FactsOf(FromText(R"pb(
    meetings { title: "A" }
    meetings { title: "A" }
    meetings { event_key: "x" }
    meetings { event_key: "x" }
  )pb"));

  EXPECT_NE(facts["meetings"][0]["event"], facts["meetings"][1]["event"]);
  EXPECT_EQ(facts["meetings"][2]["event"], facts["meetings"][3]["event"]);
}

TEST(FactsJson, OnlySdgClaimsAreReferences) {
  const json facts = FactsOf(FromText(R"pb(
    claims {
      framework: "sdg"
      code: "10"
      strength: CLAIM_STRENGTH_IMPLICIT
      evidence { question_id: "3A" quote: "Goal 10" }
    }
    claims { framework: "gcm" code: "2" strength: CLAIM_STRENGTH_EXPLICIT }
    claims { framework: "sdg" code: "10.c" strength: CLAIM_STRENGTH_POSSIBLE }
  )pb"));

  ASSERT_EQ(facts["sdg_references"].size(), 2u);
  EXPECT_EQ(facts["sdg_references"][0], json::parse(R"({"code": "10",
      "level": "goal", "question": "3A", "strength": "implicit",
      "evidence": "Goal 10"})"));
  EXPECT_EQ(facts["sdg_references"][1]["level"], "target");
  EXPECT_EQ(facts["sdg_references"][1]["strength"], "possible");
}

TEST(FactsJson, ProjectsAreAsInAnnotations) {
  const json facts = FactsOf(FromText(R"pb(
    projects {
      title: "Safe Harbours"
      period { as_written: "2016 to May 2018" edtf: "2016/2018-05" }
      objective: "To help."
      coverage: "Peru"
      funding: "Reef Trust"
      website_uri: "http://a.example"
    }
    projects { title: "Wells" }
  )pb"));

  ASSERT_EQ(facts["projects"].size(), 2u);
  EXPECT_EQ(facts["projects"][0], json::parse(R"({"title": "Safe Harbours",
      "period_as_written": "2016 to May 2018", "period_edtf": "2016/2018-05",
      "objective_present": true, "coverage": "Peru", "funding": "Reef Trust",
      "website": "http://a.example"})"));
  EXPECT_EQ(facts["projects"][1],
            json::parse(R"({"title": "Wells", "period_as_written": null,
      "period_edtf": null, "objective_present": false, "coverage": null,
      "funding": null, "website": null})"));
}

TEST(FactsJson, PublicationsAreAsInAnnotations) {
  const json facts = FactsOf(FromText(R"pb(
    publications {
      title: "Atlas"
      date { edtf: "2016-12~" year_inferred: true }
      status: PUBLICATION_STATUS_IN_PREPARATION
      link_uri: "http://a.example"
    }
    publications { title: "Guide" }
  )pb"));

  ASSERT_EQ(facts["publications"].size(), 2u);
  EXPECT_EQ(facts["publications"][0],
            json::parse(R"({"title": "Atlas", "year": 2016,
      "status": "in_preparation", "url": "http://a.example",
      "year_inferred": true})"));
  EXPECT_EQ(facts["publications"][1],
            json::parse(R"({"title": "Guide", "year": null, "status": null,
      "url": null, "year_inferred": false})"));
}

TEST(FactsJson, OrderOfNamesIsFixed) {
  const std::string text = FactsJson({Questionnaire()});

  size_t at = 0;
  for (const absl::string_view name :
       {"\"slug\"", "\"name\"", "\"participants\"", "\"focus\"", "\"answers\"",
        "\"meetings\"", "\"sdg_references\"", "\"projects\"",
        "\"publications\""}) {
    const size_t found = text.find(std::string(name), at);
    ASSERT_NE(found, text.npos) << name;
    at = found;
  }
}

TEST(FactsJson, TextOutsideAsciiStaysAsItIs) {
  const std::string text =
      FactsJson({FromText(R"pb(focus_areas { as_written: "santé" })pb")});

  EXPECT_NE(text.find("santé"), text.npos);
}

}  // namespace
}  // namespace compendium
