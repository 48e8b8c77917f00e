// SPDX-License-Identifier: Apache-2.0
// Extraction against the real compendium of 2016: seven questionnaires by the
// annotations of others, the other seven by what their readers here found.
// Neither document nor annotations are part of this tree; without them every
// test here is skipped, loudly.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "lib/base/atomic_file.h"
#include "lib/document/compendium_text.h"
#include "lib/extract/extract_items.h"
#include "lib/extract/title_words.h"
#include "nlohmann/json.hpp"

namespace compendium {
namespace {

namespace v1 = registry::v1;
using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

constexpr size_t kFileBytesMax = 1 << 20;

std::string ReadShared(absl::string_view name) {
  const char* const root = std::getenv("COMPENDIUM_SOURCE_DIR");
  const std::string path =
      absl::StrCat(root == nullptr ? "." : root, "/../shared/", name);
  const auto text = base::ReadFile(path, kFileBytesMax);
  if (!text.ok()) std::cerr << "ABSENT, NOT TESTED: " << path << std::endl;
  return text.ok() ? *text : "";
}

// By mechanism id; empty when the document is not there.
std::map<std::string, v1::Questionnaire> ReadCompendium() {
  std::map<std::string, v1::Questionnaire> questionnaires;
  const std::string text = ReadShared("seeds/000_156af223e0624c09.txt");
  if (text.empty()) return questionnaires;
  const auto parsed = ParseCompendiumText(
      text, {.file_name = "compendium.txt", .round_id = "2016"});
  EXPECT_TRUE(parsed.ok()) << parsed.status();
  if (!parsed.ok()) return questionnaires;
  for (const ParsedQuestionnaire& entry : parsed->questionnaires) {
    v1::Questionnaire& questionnaire = questionnaires[entry.mechanism_id];
    questionnaire = entry.questionnaire;
    ExtractItems({.round_year = 2016}, questionnaire);
  }
  return questionnaires;
}

std::string Lower(absl::string_view text) {
  return absl::AsciiStrToLower(text);
}

// The name of an enumeration's value without its prefix, as in annotations.
std::string LevelName(v1::MeetingLevel level) {
  return Lower(v1::MeetingLevel_Name(level).substr(14));
}
std::string StatusName(v1::MeetingStatus status) {
  return Lower(v1::MeetingStatus_Name(status).substr(15));
}
std::string StrengthName(v1::ClaimStrength strength) {
  return Lower(v1::ClaimStrength_Name(strength).substr(15));
}
std::string PublicationStatusName(v1::PublicationStatus status) {
  return Lower(v1::PublicationStatus_Name(status).substr(19));
}
std::string StateName(v1::AnswerState state) {
  return Lower(v1::AnswerState_Name(state).substr(13));
}

// EDTF without its qualifiers, and "?" when there was one; empty for dates that
// are no more than a year.
std::string DateKey(absl::string_view edtf) {
  std::string bare;
  bool marked = false;
  for (const char c : edtf) {
    const bool mark = c == '?' || c == '~' || c == '%';
    marked |= mark;
    if (!mark) bare.push_back(c);
  }
  if (bare.size() <= 4) return "";
  return absl::StrCat(bare, marked ? "?" : "");
}

std::string TextOf(const json& value) {
  return value.is_string() ? value.get<std::string>() : std::string();
}

// What is counted, over all annotated questionnaires.
struct Score {
  int projects_both = 0, projects_found = 0, projects_wanted = 0;
  int publications_both = 0, publications_found = 0, publications_wanted = 0;
  int fields_right = 0, fields = 0;  // of projects and publications
  int claims_both = 0, claims_found = 0, claims_wanted = 0;
  int dated_both = 0, dated_found = 0, dated_wanted = 0;
  int places = 0, levels = 0, statuses = 0;
  int answers_right = 0, answers = 0;
  int events_found = 0, events_wanted = 0;
};

double F1(int both, int found, int wanted) {
  return 2.0 * both / std::max(1, found + wanted);
}

void ScoreClaims(const json& gold, const v1::Questionnaire& found,
                 Score& score) {
  std::multiset<std::string> wanted;
  for (const json& claim : gold["sdg_references"]) {
    wanted.insert(absl::StrCat(TextOf(claim["question"]), " ",
                               TextOf(claim["code"]), " ",
                               TextOf(claim["strength"])));
  }
  score.claims_wanted += static_cast<int>(wanted.size());
  score.claims_found += found.claims_size();
  for (const v1::Claim& claim : found.claims()) {
    const auto match = wanted.find(
        absl::StrCat(claim.evidence().question_id(), " ", claim.code(), " ",
                     StrengthName(claim.strength())));
    if (match == wanted.end()) continue;
    wanted.erase(match);
    ++score.claims_both;
  }
}

bool IsOptional(const json& meeting) {
  return meeting.value("optional", false);
}

// How well a found meeting fits an annotated one of the same question and day.
int Fit(const json& wanted, const v1::Meeting& meeting) {
  return (TextOf(wanted["level"]) == LevelName(meeting.level()) ? 2 : 0) +
         (Lower(TextOf(wanted["city"])) == Lower(meeting.city()) ? 1 : 0);
}

void ScoreMeetings(const json& gold, const v1::Questionnaire& found,
                   Score& score) {
  std::vector<v1::Meeting> left(found.meetings().begin(),
                                found.meetings().end());
  std::set<std::string> events;
  for (size_t i = 0; i < left.size(); ++i) {
    events.insert(left[i].event_key().empty() ? std::to_string(i)
                                              : left[i].event_key());
    if (!DateKey(left[i].date().edtf()).empty()) ++score.dated_found;
  }
  score.events_found += static_cast<int>(events.size());
  for (const json& wanted : gold["meetings"]) {
    if (IsOptional(wanted)) continue;
    if (wanted["same_as"].is_null()) ++score.events_wanted;
    const std::string day = DateKey(TextOf(wanted["edtf"]));
    if (day.empty()) continue;
    ++score.dated_wanted;
    auto best = left.end();
    for (auto it = left.begin(); it != left.end(); ++it) {
      if (it->evidence().question_id() != TextOf(wanted["question"]) ||
          DateKey(it->date().edtf()) != day) {
        continue;
      }
      if (best == left.end() || Fit(wanted, *it) > Fit(wanted, *best)) {
        best = it;
      }
    }
    if (best == left.end()) continue;
    ++score.dated_both;
    score.places += Lower(best->city()) == Lower(TextOf(wanted["city"])) &&
                    best->country_code() == TextOf(wanted["country_iso3"]);
    score.levels += LevelName(best->level()) == TextOf(wanted["level"]);
    score.statuses += StatusName(best->status()) == TextOf(wanted["status"]);
    left.erase(best);
  }
}

void ScoreAnswers(const json& gold, const v1::Questionnaire& found,
                  Score& score) {
  for (const auto& [question, answer] : gold["answers"].items()) {
    ++score.answers;
    for (const v1::Answer& other : found.answers()) {
      score.answers_right +=
          other.question_id() == question &&
          StateName(other.state()) == TextOf(answer["state"]);
    }
  }
}

// How much of the shorter title's words the other one has.
double Alike(const std::string& one, const std::string& other) {
  return Likeness(WordsOf(one), WordsOf(other));
}

// The item of `left` whose title is most like `title`; its end when none is.
template <typename Items>
auto MostAlike(Items& left, const std::string& title) {
  auto best = left.end();
  double most = 0.6;
  for (auto it = left.begin(); it != left.end(); ++it) {
    const double alike = Alike(it->title(), title);
    if (alike < most || (best != left.end() && alike == most)) continue;
    best = it;
    most = alike;
  }
  return best;
}

void ScoreField(const std::string& what, const std::string& wanted,
                const std::string& found, Score& score) {
  ++score.fields;
  score.fields_right += wanted == found;
  EXPECT_EQ(found, wanted) << what;
}

void ScoreProjects(const json& gold, const v1::Questionnaire& found,
                   Score& score) {
  std::vector<v1::Project> left(found.projects().begin(),
                                found.projects().end());
  score.projects_found += found.projects_size();
  for (const json& wanted : gold["projects"]) {
    ++score.projects_wanted;
    const std::string title = TextOf(wanted["title"]);
    const auto best = MostAlike(left, title);
    if (best == left.end()) continue;
    ++score.projects_both;
    ScoreField(title, TextOf(wanted["period_as_written"]),
               best->period().as_written(), score);
    ScoreField(title, TextOf(wanted["period_edtf"]), best->period().edtf(),
               score);
    ScoreField(title, TextOf(wanted["coverage"]), best->coverage(), score);
    ScoreField(title, TextOf(wanted["funding"]), best->funding(), score);
    ScoreField(title, TextOf(wanted["website"]), best->website_uri(), score);
    EXPECT_EQ(!best->objective().empty(), wanted["objective_present"]) << title;
    left.erase(best);
  }
}

void ScorePublications(const json& gold, const v1::Questionnaire& found,
                       Score& score) {
  std::vector<v1::Publication> left(found.publications().begin(),
                                    found.publications().end());
  score.publications_found += found.publications_size();
  for (const json& wanted : gold["publications"]) {
    ++score.publications_wanted;
    const std::string title = TextOf(wanted["title"]);
    const auto best = MostAlike(left, title);
    if (best == left.end()) continue;
    ++score.publications_both;
    const std::string year = wanted["year"].is_number()
                                 ? absl::StrCat(wanted["year"].get<int>())
                                 : "";
    ScoreField(title, year, best->date().edtf().substr(0, 4), score);
    ScoreField(title, TextOf(wanted["status"]),
               PublicationStatusName(best->status()), score);
    ScoreField(title, TextOf(wanted["url"]), best->link_uri(), score);
    EXPECT_EQ(best->date().year_inferred(),
              wanted.value("year_inferred", false))
        << title;
    left.erase(best);
  }
}

TEST(ExtractGold, AnnotatedQuestionnairesAreRead) {
  const auto compendium = ReadCompendium();
  Score score;
  for (const char* const slug :
       {"almaty-process", "bali-process", "budapest-process", "comesa-rcp",
        "midsa", "prague-process", "sacm"}) {
    const std::string text = ReadShared(absl::StrCat("gold/", slug, ".json"));
    if (text.empty() || compendium.empty()) {
      GTEST_SKIP() << "the compendium or its annotations are not here";
    }
    const json gold = json::parse(text, nullptr, false);
    ASSERT_TRUE(gold.is_object()) << slug;
    ASSERT_TRUE(compendium.contains(slug)) << slug;
    const v1::Questionnaire& found = compendium.at(slug);
    ScoreClaims(gold, found, score);
    ScoreMeetings(gold, found, score);
    ScoreAnswers(gold, found, score);
    ScoreProjects(gold, found, score);
    ScorePublications(gold, found, score);
  }

  EXPECT_EQ(score.answers_right, score.answers);
  EXPECT_GE(F1(score.claims_both, score.claims_found, score.claims_wanted),
            0.99);
  EXPECT_GE(F1(score.dated_both, score.dated_found, score.dated_wanted), 0.97);
  EXPECT_GE(score.places, 0.97 * score.dated_both);
  EXPECT_GE(score.levels, 0.97 * score.dated_both);
  EXPECT_GE(score.statuses, 0.95 * score.dated_both);
  EXPECT_NEAR(score.events_found, score.events_wanted, 2);
  EXPECT_GE(
      F1(score.projects_both, score.projects_found, score.projects_wanted),
      0.97);
  EXPECT_GE(F1(score.publications_both, score.publications_found,
               score.publications_wanted),
            0.97);
  EXPECT_EQ(score.fields_right, score.fields);
  EXPECT_GE(score.fields, 7 * 5 + 20 * 3);
}

TEST(ExtractGold, CompendiumHasThirtyNineClaims) {
  const auto compendium = ReadCompendium();
  if (compendium.empty()) GTEST_SKIP() << "the compendium is not here";
  std::map<std::string, int> counts;
  for (const auto& [slug, questionnaire] : compendium) {
    if (questionnaire.claims_size() > 0) {
      counts[slug] = questionnaire.claims_size();
    }
  }

  const std::map<std::string, int> wanted = {
      {"almaty-process", 6},    {"bali-process", 5},   {"budapest-process", 6},
      {"colombo-process", 5},   {"midsa", 6},          {"midwa", 3},
      {"pan-african-forum", 2}, {"prague-process", 4}, {"rcm", 2}};
  EXPECT_EQ(counts, wanted);
}

// The claims of a questionnaire as "question code strength".
std::vector<std::string> Claims(const v1::Questionnaire& questionnaire) {
  std::vector<std::string> shown;
  for (const v1::Claim& claim : questionnaire.claims()) {
    shown.push_back(absl::StrCat(claim.evidence().question_id(), " ",
                                 claim.code(), " ",
                                 StrengthName(claim.strength())));
  }
  return shown;
}

// Its dated meetings as "question date place level status".
std::vector<std::string> Dated(const v1::Questionnaire& questionnaire) {
  std::vector<std::string> shown;
  for (const v1::Meeting& meeting : questionnaire.meetings()) {
    if (DateKey(meeting.date().edtf()).empty()) continue;
    shown.push_back(absl::StrCat(
        meeting.evidence().question_id(), " ", meeting.date().edtf(), " ",
        meeting.city(), "/", meeting.country_code(), " ",
        LevelName(meeting.level()), " ", StatusName(meeting.status())));
  }
  return shown;
}

// The states of its answers that are not plainly answered.
std::vector<std::string> States(const v1::Questionnaire& questionnaire) {
  std::vector<std::string> shown;
  for (const v1::Answer& answer : questionnaire.answers()) {
    if (answer.state() == v1::ANSWER_STATE_ANSWERED) continue;
    shown.push_back(
        absl::StrCat(answer.question_id(), " ", StateName(answer.state())));
  }
  return shown;
}

// Its projects as "title | period | coverage | funding".
std::vector<std::string> Projects(const v1::Questionnaire& questionnaire) {
  std::vector<std::string> shown;
  for (const v1::Project& project : questionnaire.projects()) {
    shown.push_back(absl::StrCat(project.title(), " | ",
                                 project.period().edtf(), " | ",
                                 project.coverage(), " | ", project.funding()));
  }
  return shown;
}

// Its publications as "title | date status host of the link".
std::vector<std::string> Publications(const v1::Questionnaire& questionnaire) {
  std::vector<std::string> shown;
  for (const v1::Publication& publication : questionnaire.publications()) {
    const std::vector<std::string> parts =
        absl::StrSplit(publication.link_uri(), '/');
    shown.push_back(absl::StrCat(publication.title(), " | ",
                                 publication.date().edtf(), " ",
                                 PublicationStatusName(publication.status()),
                                 " ", parts.size() > 2 ? parts[2] : ""));
  }
  return shown;
}

// How many events its dated meetings are.
size_t DatedEvents(const v1::Questionnaire& questionnaire) {
  std::set<std::string> events;
  for (int i = 0; i < questionnaire.meetings_size(); ++i) {
    const v1::Meeting& meeting = questionnaire.meetings(i);
    if (DateKey(meeting.date().edtf()).empty()) continue;
    events.insert(meeting.event_key().empty() ? std::to_string(i)
                                              : meeting.event_key());
  }
  return events.size();
}

// The questionnaires without annotations, as they were read for this test.
class ExtractReadingTest : public ::testing::Test {
 protected:
  void SetUp() override {
    compendium_ = ReadCompendium();
    if (compendium_.empty()) GTEST_SKIP() << "the compendium is not here";
  }

  const v1::Questionnaire& Get(const std::string& slug) {
    return compendium_[slug];
  }

  std::map<std::string, v1::Questionnaire> compendium_;
};

TEST_F(ExtractReadingTest, FivePlusFive) {
  const v1::Questionnaire& found = Get("5-5-dialogue");

  EXPECT_THAT(States(found),
              ElementsAre("2A blank", "2B cross_reference", "2C not_applicable",
                          "3 not_applicable", "4 not_applicable"));
  EXPECT_THAT(Dated(found), IsEmpty());
  ASSERT_EQ(found.meetings_size(), 3);
  EXPECT_EQ(found.meetings(0).city(), "Rabat");
  EXPECT_EQ(found.meetings(2).status(), v1::MEETING_STATUS_POSTPONED);
  EXPECT_EQ(found.meetings(2).level(), v1::MEETING_LEVEL_MINISTERIAL);
}

TEST_F(ExtractReadingTest, Arcp) {
  const v1::Questionnaire& found = Get("arcp");

  EXPECT_THAT(States(found),
              ElementsAre("2B not_applicable", "3 not_applicable",
                          "3A not_applicable"));
  EXPECT_THAT(Dated(found),
              ElementsAre("2A 2016-05 / senior_officials held",
                          "2A 2016-08 / senior_officials held",
                          "2C 2016-05-24/2016-05-25 / senior_officials held"));
  EXPECT_EQ(DatedEvents(found), 2u);
}

TEST_F(ExtractReadingTest, Colombo) {
  const v1::Questionnaire& found = Get("colombo-process");

  EXPECT_THAT(States(found), IsEmpty());
  EXPECT_THAT(Claims(found), ElementsAre("2C 3.8 explicit", "2C 10.c explicit",
                                         "3A 10.7 explicit", "3A 8.8 explicit",
                                         "3A 10.c explicit"));
  EXPECT_THAT(Dated(found),
              UnorderedElementsAre(
                  "1 2015-11 / senior_officials held",
                  "1 2016-06-01 Colombo/LKA workshop_training held",
                  "1 2016-08-23 Colombo/LKA summit_conference held",
                  "1 2016-08-24/2016-08-25 Colombo/LKA senior_officials held",
                  "1 2016-08-24/2016-08-25 Colombo/LKA ministerial held",
                  "2 2016-05-31 Colombo/LKA working_group held",
                  "2 2016-05-31 Colombo/LKA working_group held",
                  "2 2016-07-21 Bangkok/THA working_group held",
                  "2 2016-07-21 Bangkok/THA working_group held",
                  "2 2016-08-04 Bangkok/THA working_group held",
                  "2 2016-03-15 Geneva/CHE other held",
                  "2 2016-08-11 Geneva/CHE other held",
                  "2 2016-02-24 Geneva/CHE expert held",
                  "2 2016-07-26 Geneva/CHE expert held",
                  "2A 2016-08-24 Colombo/LKA senior_officials held",
                  "2B 2016-08-25 Colombo/LKA ministerial held"));
  EXPECT_EQ(DatedEvents(found), 14u);
}

TEST_F(ExtractReadingTest, ProjectsOfTheOthers) {
  EXPECT_THAT(
      Projects(Get("colombo-process")),
      ElementsAre("Strengthening Labour Migration Governance through Regional "
                  "Cooperation in Colombo Process countries | 2015-06/2019-05 "
                  "| Colombo Process Member States | Swiss Agency for "
                  "Development and Cooperation"));
  EXPECT_THAT(
      Projects(Get("rcm")),
      ElementsAre(
          "Ad-hoc working group on extra-regional migration |  |  | ",
          "Establishment of the Liaison Officer Network for the "
          "Protection of Migrant Girls, Boys, and Adolescents |  |  | "));
  EXPECT_THAT(Projects(Get("pan-african-forum")),
              ElementsAre("Planning for the 3 rd Pan African Forum on "
                          "Migration in 2017 |  |  | "));
  for (const char* const slug : {"5-5-dialogue", "arcp", "igc", "midwa"}) {
    EXPECT_THAT(Projects(Get(slug)), IsEmpty()) << slug;
  }
}

TEST_F(ExtractReadingTest, PublicationsOfTheOthers) {
  EXPECT_THAT(
      Publications(Get("arcp")),
      ElementsAre("Irregular Migration in North Africa | 2016-12 forthcoming ",
                  "Arab Response to the Displacement Crisis in the Region | "
                  "2017~ forthcoming "));
  EXPECT_THAT(
      Publications(Get("colombo-process")),
      ElementsAre("Final report of the 3rd Senior Officials’ Meeting | 2016 "
                  "published colomboprocess.org",
                  "Recruitment Monitoring & Migrant Welfare Assistance: what "
                  "works? | 2015 published www.colomboprocess.org"));
  EXPECT_THAT(Publications(Get("igc")),
              ElementsAre("2015 Report on Asylum Procedures | 2015 published "
                          "publications.iom.int"));
  EXPECT_THAT(Publications(Get("pan-african-forum")),
              ElementsAre("Review of the Status of Implementation of the AU "
                          "Instruments on Migration and Development in Africa "
                          "| 2016 published "));
  for (const char* const slug : {"5-5-dialogue", "midwa", "rcm"}) {
    EXPECT_THAT(Publications(Get(slug)), IsEmpty()) << slug;
  }
}

TEST_F(ExtractReadingTest, Igc) {
  const v1::Questionnaire& found = Get("igc");

  EXPECT_THAT(States(found),
              ElementsAre("2B not_applicable", "2C negative_statement",
                          "3 negative_statement", "3A not_applicable"));
  EXPECT_THAT(Dated(found),
              ElementsAre("2 2016-05 / senior_officials unspecified",
                          "2 2016-12 / senior_officials unspecified",
                          "2A 2016-05 / senior_officials unspecified",
                          "2A 2016-12 / senior_officials unspecified"));
  EXPECT_EQ(DatedEvents(found), 2u);
}

TEST_F(ExtractReadingTest, Midwa) {
  const v1::Questionnaire& found = Get("midwa");

  EXPECT_THAT(States(found),
              ElementsAre("3 nothing_to_report", "3A nothing_to_report",
                          "4 nothing_to_report"));
  EXPECT_THAT(Claims(found),
              ElementsAre("2C 8 implicit", "2C 13 implicit", "2C 16 implicit"));
  EXPECT_THAT(
      Dated(found),
      ElementsAre("1 2016-08-23/2016-08-25 Abidjan/CIV expert held",
                  "1 2016-08-23/2016-08-25 Abidjan/CIV ministerial held",
                  "2 2016-08-23/2016-08-24 Abidjan/CIV expert held",
                  "2 2016-08-25 Abidjan/CIV ministerial held",
                  "2A 2016-08-23/2016-08-24 Abidjan/CIV expert held",
                  "2B 2016-08-23/2016-08-24 Abidjan/CIV expert held"));
  EXPECT_EQ(DatedEvents(found), 2u);
}

TEST_F(ExtractReadingTest, Rcm) {
  const v1::Questionnaire& found = Get("rcm");

  EXPECT_THAT(States(found),
              ElementsAre("2C negative_statement", "4 negative_statement"));
  EXPECT_THAT(Claims(found),
              ElementsAre("3A 17.18 implicit", "3A 16.3 implicit"));
  EXPECT_THAT(Dated(found),
              ElementsAre("2 2016-01 /MEX working_group held",
                          "2 2016-03 /SLV working_group held",
                          "2 2016-06 /HND working_group held",
                          "2 2016-07 /PAN working_group held",
                          "2 2016-08 /GTM working_group held",
                          "2 2016-09 /CRI working_group planned",
                          "2 2016-10 /HND working_group planned",
                          "2A 2016-11-15/2016-11-16 /HND working_group planned",
                          "2B 2016-11-17/2016-11-18 /HND ministerial planned"));
}

TEST_F(ExtractReadingTest, PanAfricanForum) {
  const v1::Questionnaire& found = Get("pan-african-forum");

  EXPECT_THAT(States(found), ElementsAre("2B not_applicable"));
  EXPECT_THAT(Claims(found),
              ElementsAre("3A 10.7 explicit", "3A 17.17 explicit"));
  EXPECT_THAT(
      Dated(found),
      ElementsAre("2 2015-03-23/2015-03-25 Kigali/RWA other held",
                  "2 2015-09-16/2015-09-18 Accra/GHA summit_conference held",
                  "2 2016-05-04/2016-05-06 Lusaka/ZMB senior_officials held",
                  "2A 2016-05-04/2016-05-06 Lusaka/ZMB senior_officials held"));
  EXPECT_EQ(DatedEvents(found), 3u);
}

}  // namespace
}  // namespace compendium
