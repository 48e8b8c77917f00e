// SPDX-License-Identifier: Apache-2.0
// Completion and participation of a round that went in through the command:
// the sample round's figures, and the real document's against the annotations.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "lib/base/atomic_file.h"
#include "tests/e2e/round_fixture.h"

namespace compendium::tests {
namespace {

std::string AnnotationsFolder() { return SourceFolder() + "/../shared/gold"; }

// The annotations of seven questionnaires.
std::vector<Json> Annotations() {
  std::vector<Json> all;
  for (const auto& entry :
       std::filesystem::directory_iterator(AnnotationsFolder()))
    if (entry.path().extension() == ".json")
      all.push_back(
          Json::parse(*base::ReadFile(entry.path().string(), 1 << 20)));
  return all;
}

// "not_applicable" for "COMPLETION_STATE_NOT_APPLICABLE".
std::string StateWord(const Json& state) {
  return absl::AsciiStrToLower(
      std::string(state).substr(sizeof("COMPLETION_STATE_") - 1));
}

class Aggregates : public RealRound {
 protected:
  Json Completion(std::vector<std::string> words = {}) {
    words.insert(words.begin(), {"completion", "--round", "2016",
                                 "--min-revision", absl::StrCat(Revision())});
    return JsonOf(std::move(words)).at("completion");
  }
  Json Participation(std::vector<std::string> words = {}) {
    words.insert(words.begin(),
                 {"participation", "--min-revision", absl::StrCat(Revision())});
    return JsonOf(std::move(words)).at("participation");
  }
  size_t LineCount(const std::string& csv) {
    return std::vector<std::string>(absl::StrSplit(csv, "\r\n")).size() - 1;
  }
};

// What needs the sample round alone.
class SampleAggregates : public Aggregates {
 protected:
  void SetUp() override { Round::SetUp(); }
};

TEST_F(SampleAggregates, CompletionOfTheSampleRound) {
  Import(SampleRound());

  const Json completion = Completion();

  EXPECT_EQ(completion.at("questionnaireCount"), 14);
  EXPECT_EQ(completion.at("questions").size(), 8u);
  EXPECT_EQ(completion.at("mechanisms").size(), 14u);
  EXPECT_EQ(completion.at("counts"),
            Json::parse(R"({"answeredCount": 75, "notApplicableCount": 18,
                            "nothingToReportCount": 3, "blankCount": 10,
                            "crossReferenceCount": 1,
                            "negativeStatementCount": 5})"));
  EXPECT_EQ(completion.count("absentMechanisms"), 0u);
  EXPECT_EQ(Completion({"--mechanism", "sacm"}).at("counts").at("blankCount"),
            5);
}

TEST_F(SampleAggregates, WhoHasNoQuestionnaireIsNamed) {
  Json round = Json::parse(*base::ReadFile(SampleRound(), 1 << 20));
  Json& questionnaires = round.at("questionnaires");
  for (size_t i = questionnaires.size(); i-- > 0;)
    if (questionnaires[i].at("mechanism") == "igc") questionnaires.erase(i);
  const std::string path = folder_ + "/fewer.json";
  ASSERT_TRUE(base::WriteFileAtomically(path, round.dump()).ok());
  Import(path);

  const Json completion = Completion();

  EXPECT_EQ(completion.at("absentMechanisms"), Json({"mechanisms/igc"}));
  EXPECT_EQ(completion.at("counts").at("noQuestionnaireCount"), 8);
}

TEST_F(SampleAggregates, ParticipationOfTheSampleRound) {
  Import(SampleRound());

  const Json all = Participation();
  const Json eswatini = Participation({"--state", "SWZ"});
  const Json bali = Participation({"--mechanism", "bali-process"});

  EXPECT_EQ(all.at("rounds").at(0).at("mechanismCount"), 14);
  EXPECT_EQ(all.at("counts").at("territoryCount"), 3);
  EXPECT_EQ(all.at("counts").at("organisationCount"), 5);
  EXPECT_EQ(all.at("counts").at("otherEntityCount"), 1);
  ASSERT_EQ(eswatini.at("participants").size(), 1u);
  EXPECT_EQ(eswatini.at("participants").at(0).at("name"), "Eswatini");
  EXPECT_EQ(eswatini.at("participants").at(0).at("namesAsWritten"),
            Json({"Swaziland"}));
  EXPECT_EQ(eswatini.at("participants").at(0).at("mechanismCount"), 2);
  EXPECT_EQ(bali.at("mechanisms").at(0).at("counts").at("stateCount"), 42);
  EXPECT_EQ(Participation({"--role", "observer"}).count("participants"), 0u);
}

TEST_F(SampleAggregates, CsvHasARowForEachFact) {
  Import(SampleRound());
  const std::string revision = absl::StrCat(Revision());

  const std::string completion = Command(
      {"completion", "--round", "2016", "--csv", "--min-revision", revision});
  const std::string participation = Command({"participation", "--csv"});
  const std::string table = Command({"completion", "--round", "2016"});

  EXPECT_EQ(LineCount(completion), 1u + 14 * 8);
  EXPECT_EQ(LineCount(participation), 1u + 279);
  EXPECT_TRUE(absl::StrContains(
      completion,
      "2016,igc,\"Intergovernmental Consultations on Migration, Asylum and "
      "Refugees\",3A,"))
      << completion;
  EXPECT_TRUE(absl::StrContains(table, "14 of 14 mechanisms have"));
}

TEST_F(SampleAggregates, CsvOfListsHasARowForEachItem) {
  Import(SampleRound());
  const std::string revision = absl::StrCat(Revision());
  const Json clashes =
      JsonOf({"clashes", "--round", "2016", "--min-revision", revision})
          .at("clashes");
  const Json calendar = JsonOf({"calendar", "--round", "2016"}).at("calendar");
  size_t state_count = 0;
  for (const Json& clash : clashes.at("clashes"))
    state_count += clash.at("states").size();
  size_t source_count = 0;
  for (const Json& event : calendar.at("events"))
    source_count += event.at("sources").size();

  EXPECT_EQ(LineCount(Command({"clashes", "--round", "2016", "--csv"})),
            1 + state_count);
  EXPECT_EQ(LineCount(Command({"calendar", "--round", "2016", "--csv"})),
            1 + source_count);
  EXPECT_EQ(LineCount(Command({"coverage", "--round", "2016", "--csv"})),
            1u + 39);
  EXPECT_EQ(LineCount(Command({"projects", "--csv"})), 1u);
  EXPECT_EQ(LineCount(Command({"publications", "--csv"})), 1u);
}

TEST_F(SampleAggregates, GapsOfTheSampleRound) {
  Import(SampleRound());
  const std::string revision = absl::StrCat(Revision());

  const Json core =
      JsonOf({"gaps", "--round", "2016", "--min-revision", revision});
  const Json almaty =
      JsonOf({"gaps", "--round", "2016", "--mechanism", "almaty-process"});
  const std::string sdg =
      Command({"gaps", "--round", "2016", "--framework", "sdg"});
  const std::string rows =
      Command({"gaps", "--round", "2016", "--framework", "sdg", "--csv"});

  // Somebody claims each target that names migration; no mechanism claims all.
  EXPECT_EQ(core.at("gaps"), Json::array());
  EXPECT_EQ(core.at("claimedCount"), 8);
  EXPECT_EQ(core.at("computedAtRevision"), revision);
  std::vector<std::string> codes;
  for (const Json& gap : almaty.at("gaps"))
    codes.push_back(std::string(gap.at("code")));
  EXPECT_EQ(codes, (std::vector<std::string>{"4.b", "5.2", "8.8", "10.c"}));
  EXPECT_TRUE(
      absl::StrContains(sdg, "Goals of sdg 2015 that nobody claims: 13 of 17."))
      << sdg;
  EXPECT_TRUE(absl::StrContains(
      sdg, "Targets of sdg 2015 that nobody claims: 155 of 169."))
      << sdg;
  EXPECT_EQ(LineCount(rows), 1u + 13 + 155);
}

TEST_F(SampleAggregates, ErrorsNameTheField) {
  Import(SampleRound());

  EXPECT_TRUE(absl::StrContains(Command({"participation", "--state", "XXX"}, 4),
                                "country_code"));
  EXPECT_TRUE(absl::StrContains(Command({"completion", "--round", "1999"}, 4),
                                "rounds/1999"));
}

TEST_F(SampleAggregates, RestartsLoseNothing) {
  Import(SampleRound());
  const Json completion = Completion();
  const Json participation = Participation();

  EXPECT_EQ(reporting_->Stop(), 0) << reporting_->Log();
  StartReporting();

  EXPECT_EQ(Completion(), completion);
  EXPECT_EQ(Participation(), participation);
}

TEST_F(Aggregates, CompletionIsThatOfTheAnnotations) {
  if (!std::filesystem::exists(AnnotationsFolder()))
    GTEST_SKIP() << "NOT TESTED: the annotations are absent: "
                 << AnnotationsFolder();
  Import(RealDocument());
  std::map<std::string, Json> by_name;
  const Json completion = Completion();
  for (const Json& mechanism : completion.at("mechanisms"))
    by_name[mechanism.at("mechanism")] = mechanism;

  const std::vector<Json> annotations = Annotations();

  ASSERT_EQ(annotations.size(), 7u);
  for (const Json& annotation : annotations) {
    const std::string slug = annotation.at("slug");
    std::map<std::string, std::string> want, got;
    for (const auto& [id, answer] : annotation.at("answers").items())
      want[id] = answer.at("state");
    for (const Json& cell : by_name.at("mechanisms/" + slug).at("cells"))
      got[cell.at("questionId")] = StateWord(cell.at("state"));
    EXPECT_EQ(got, want) << slug;
  }
}

TEST_F(Aggregates, ParticipationIsThatOfTheAnnotations) {
  if (!std::filesystem::exists(AnnotationsFolder()))
    GTEST_SKIP() << "NOT TESTED: the annotations are absent: "
                 << AnnotationsFolder();
  Import(RealDocument());

  for (const Json& annotation : Annotations()) {
    const std::string slug = annotation.at("slug");
    // Position in the list → code, or the name of what has none.
    std::map<int, std::string> want, got;
    for (const Json& participant : annotation.at("participants")) {
      const Json& code = participant.at("iso3166_alpha3");
      want.emplace(static_cast<int>(want.size()),
                   code.is_null() ? participant.at("as_written") : code);
    }
    const Json mine = Participation({"--mechanism", slug, "--round", "2016"});
    for (const Json& participant : mine.at("participants"))
      for (const Json& entry : participant.at("entries"))
        got[entry.value("participantIndex", 0)] = participant.value(
            "countryCode", std::string(entry.at("asWritten")));
    EXPECT_EQ(got, want) << slug;
    EXPECT_EQ(mine.at("counts").at("participantCount"), want.size()) << slug;
  }
}

}  // namespace
}  // namespace compendium::tests
