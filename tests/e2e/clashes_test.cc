// SPDX-License-Identifier: Apache-2.0
// Both services and the command as real processes: a round goes in; clashes,
// projects and publications come out.
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "tests/e2e/round_fixture.h"

namespace compendium::tests {
namespace {

constexpr char kAlmaty[] = "mechanisms/almaty-process";
constexpr char kPrague[] = "mechanisms/prague-process";

// The clash of the two mechanisms on that day; null when there is none.
Json ClashOn(const Json& clashes, const std::string& day) {
  for (const Json& clash : clashes.value("clashes", Json::array())) {
    const std::set<Json> mechanisms = {clash.at("first").at("mechanisms"),
                                       clash.at("second").at("mechanisms")};
    if (mechanisms !=
        std::set<Json>{Json::array({kAlmaty}), Json::array({kPrague})})
      continue;
    for (const Json& days : clash.value("certainDays", Json::array()))
      if (days.at("firstDay") <= day && days.at("lastDay") >= day) return clash;
  }
  return nullptr;
}

std::set<std::string> StatesOf(const Json& clash) {
  std::set<std::string> codes;
  for (const Json& state : clash.at("states"))
    codes.insert(std::string(state.at("countryCode")));
  return codes;
}

void ExpectPragueAndAlmaty(const Json& clashes) {
  const Json clash = ClashOn(clashes, "2016-09-19");
  ASSERT_FALSE(clash.is_null()) << clashes;
  EXPECT_EQ(clash.at("certainty"), "CLASH_CERTAINTY_CERTAIN");
  // The States of the Almaty Process that are in the Prague Process, too.
  EXPECT_EQ(StatesOf(clash),
            (std::set<std::string>{"AZE", "KAZ", "KGZ", "TJK", "TKM", "TUR"}));
}

TEST_F(RealRound, PragueAndAlmatyClash) {
  Import(RealDocument());
  const std::string revision = absl::StrCat(Revision());

  const Json clashes =
      JsonOf({"clashes", "--round", "2016", "--min-revision", revision});

  EXPECT_EQ(clashes.at("computedAtRevision"), revision);
  ExpectPragueAndAlmaty(clashes.at("clashes"));
}

TEST_F(Round, PragueAndAlmatyClashInTheSampleToo) {
  Import(SampleRound());
  const std::string revision = absl::StrCat(Revision());

  const Json of_turkey =
      JsonOf({"clashes", "--round", "2016", "--country", "TUR", "--certain",
              "--mechanism", "prague-process", "--from", "2016-09-19", "--to",
              "2016-09-19", "--min-revision", revision});
  const Json of_cuba = JsonOf({"clashes", "--country", "CUB"});

  ExpectPragueAndAlmaty(of_turkey.at("clashes"));
  EXPECT_TRUE(ClashOn(of_cuba.at("clashes"), "2016-09-19").is_null());
  for (const Json& event : of_turkey.at("clashes").at("events"))
    for (const Json& source : event.at("sources"))
      EXPECT_FALSE(source.at("meeting").at("title").empty());
}

TEST_F(Round, ClashesSurviveARestart) {
  Import(SampleRound());
  const std::string revision = absl::StrCat(Revision());
  const Json before = JsonOf({"clashes", "--min-revision", revision});

  EXPECT_EQ(reporting_->Stop(), 0) << reporting_->Log();
  StartReporting();

  EXPECT_EQ(JsonOf({"clashes", "--min-revision", revision}), before);
}

TEST_F(RealRound, ProjectsAndPublicationsAreListedWithTheirEvidence) {
  Import(RealDocument());
  const std::string revision = absl::StrCat(Revision());

  const Json projects = JsonOf({"projects", "--round", "2016", "--mechanism",
                                "midsa", "--min-revision", revision});
  const Json drafts = JsonOf(
      {"publications", "--status", "draft", "--mechanism", "prague-process"});

  const Json& listed = projects.at("projects").at("projects");
  ASSERT_EQ(listed.size(), 1u);
  EXPECT_EQ(listed[0].at("questionnaire"),
            "mechanisms/midsa/questionnaires/2016");
  EXPECT_EQ(listed[0].at("project").at("period").at("edtf"), "2016-10/2017-09");
  EXPECT_FALSE(listed[0].at("project").at("evidence").at("quote").empty());
  EXPECT_EQ(drafts.at("publications").at("publications").size(), 5u);
}

// Lines that end in CR LF; a quote may have line feeds of its own.
size_t RowCount(const std::string& csv) {
  return std::vector<std::string>(absl::StrSplit(csv, "\r\n")).size() - 2;
}

TEST_F(RealRound, EachProjectAndPublicationIsARowOfATable) {
  Import(RealDocument());
  const std::string revision = absl::StrCat(Revision());
  const Json projects = JsonOf({"projects", "--min-revision", revision});
  const Json publications = JsonOf({"publications"});

  EXPECT_EQ(RowCount(Command({"projects", "--csv"})),
            projects.at("projects").at("projects").size());
  EXPECT_EQ(RowCount(Command({"publications", "--csv"})),
            publications.at("publications").at("publications").size());
}

TEST_F(Round, WrongFieldsAreNamed) {
  EXPECT_NE(Command({"clashes", "--country", "Turkey"}, 4).find("country_code"),
            std::string::npos);
  EXPECT_NE(Command({"projects", "--from", "2016"}, 4).find("from_day"),
            std::string::npos);
  EXPECT_NE(Command({"publications", "--round", "1999"}, 4).find("rounds/1999"),
            std::string::npos);
  Command({"publications", "--status", "lost"}, 2);
}

}  // namespace
}  // namespace compendium::tests
