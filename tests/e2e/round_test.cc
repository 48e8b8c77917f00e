// SPDX-License-Identifier: Apache-2.0
// Both services and the command as real processes: a round goes in, coverage
// and calendar come out, restarts lose nothing. What the real document is not
// needed for uses the sample round, which every checkout has.
#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>

#include "absl/strings/str_cat.h"
#include "lib/base/atomic_file.h"
#include "tests/e2e/round_fixture.h"

namespace compendium::tests {
namespace {

// The short ids of the mechanisms that claim the node.
std::set<std::string> MechanismsOf(const Json& coverage,
                                   const std::string& code) {
  std::set<std::string> ids;
  for (const Json& node : coverage.at("coverage").at("nodes")) {
    if (node.at("code") != code) continue;
    for (const Json& cell : node.at("cells"))
      ids.insert(std::string(cell.at("mechanism")).substr(11));
  }
  return ids;
}

TEST_F(RealRound, RealDocumentGivesItsCoverageAndCalendar) {
  Import(RealDocument());

  const Json coverage = Coverage();
  EXPECT_EQ(coverage.at("coverage").at("claimCount"), 39);
  EXPECT_EQ(
      MechanismsOf(coverage, "10.7"),
      (std::set<std::string>{"almaty-process", "bali-process",
                             "budapest-process", "colombo-process", "midsa",
                             "pan-african-forum", "prague-process"}));
  EXPECT_EQ(MechanismsOf(coverage, "17.18"),
            (std::set<std::string>{"almaty-process", "bali-process",
                                   "budapest-process", "rcm"}));
  const Json calendar = JsonOf({"calendar", "--round", "2016"});
  bool lusaka_told_by_two = false;
  for (const Json& event : calendar.at("calendar").at("events"))
    lusaka_told_by_two |= event.value("city", "") == "Lusaka" &&
                          event.at("mechanisms").size() == 2;
  EXPECT_TRUE(lusaka_told_by_two);
  const Json almaty =
      JsonOf({"get", "mechanisms/almaty-process/questionnaires/2016"});
  EXPECT_EQ(almaty.at("questionnaire").at("participants").size(), 7u);
}

TEST_F(RealRound, RealDocumentTwiceChangesNothing) {
  Import(RealDocument());
  const int64_t revision = Revision();

  Import(RealDocument());

  EXPECT_EQ(Revision(), revision);
}

TEST_F(RealRound, ChangedDocumentWritesOnlyWhatChanged) {
  Import(RealDocument());
  const int64_t revision = Revision();
  std::string text = *base::ReadFile(RealDocument(), 1 << 20);
  const std::string old_words = "Phase VII";
  text.replace(text.find(old_words), old_words.size(), "Phase VIII");
  const std::string changed = folder_ + "/000_156af223e0624c09.txt";
  ASSERT_TRUE(base::WriteFileAtomically(changed, text).ok());

  Import(changed);

  // The document's entry in the round, which has its digest and the places of
  // the sections, and MIDSA's questionnaire, in which the words stand. Those
  // behind it have moved in the document but count from their own sections.
  EXPECT_EQ(Revision(), revision + 2);
  EXPECT_EQ(VersionCount("rounds/2016"), 2u);
  EXPECT_EQ(VersionCount("mechanisms/midsa/questionnaires/2016"), 2u);
}

TEST_F(Round, SameFileTwiceChangesNothing) {
  Import(SampleRound());
  const int64_t revision = Revision();

  Import(SampleRound());

  EXPECT_EQ(Revision(), revision);
}

TEST_F(Round, ChangedFileWritesOnlyWhatChanged) {
  Import(SampleRound());
  const int64_t revision = Revision();

  Import(SampleWithoutClaims(1, folder_));

  EXPECT_EQ(Revision(), revision + 1);
  EXPECT_EQ(VersionCount("mechanisms/midsa/questionnaires/2016"), 2u);
  EXPECT_EQ(Coverage().at("coverage").at("claimCount"), 38);
}

// Through the history that the registry keeps: the second time the profile is
// not what the first version of the questionnaire said.
TEST_F(Round, ProfileFollowsTheFile) {
  Import(SampleRound());
  Json round = Json::parse(*base::ReadFile(SampleRound(), 1 << 20));
  const std::string path = folder_ + "/changed.json";
  const size_t count = JsonOf({"get", "mechanisms/midsa"})
                           .at("mechanism")
                           .at("participants")
                           .size();
  for (size_t dropped = 1; dropped <= 2; ++dropped) {
    for (Json& entry : round.at("mechanisms"))
      if (entry.at("id") == "midsa")
        entry.at("mechanism").at("participants").erase(0);
    for (Json& entry : round.at("questionnaires"))
      if (entry.at("mechanism") == "midsa")
        entry.at("questionnaire").at("participants").erase(0);
    ASSERT_TRUE(base::WriteFileAtomically(path, round.dump()).ok());

    Import(path);

    EXPECT_EQ(JsonOf({"get", "mechanisms/midsa"})
                  .at("mechanism")
                  .at("participants")
                  .size(),
              count - dropped);
  }
}

TEST_F(Round, RestartsLoseNothing) {
  Import(SampleRound());
  const Json before = Coverage();
  const Json state = JsonOf({"status"}).at("reporting").at("stateSha256");

  EXPECT_EQ(registry_->Stop(), 0) << registry_->Log();
  StartRegistry();
  EXPECT_EQ(Coverage(), before);
  EXPECT_EQ(reporting_->Stop(), 0) << reporting_->Log();
  StartReporting();

  EXPECT_EQ(Coverage(), before);
  EXPECT_EQ(JsonOf({"status"}).at("reporting").at("stateSha256"), state);
  Command({"verify"});
}

TEST_F(Round, ReportingFollowsARegistryThatWasRestarted) {
  Import(SampleRound());
  const int64_t revision = Revision();

  EXPECT_EQ(registry_->Stop(), 0) << registry_->Log();
  StartRegistry();
  Import(SampleWithoutClaims(1, folder_));
  EXPECT_EQ(Revision(), revision + 1);
  EXPECT_EQ(Coverage().at("coverage").at("claimCount"), 38);

  registry_->Kill();
  StartRegistry();
  Import(SampleWithoutClaims(2, folder_));
  EXPECT_EQ(Revision(), revision + 2);
  EXPECT_EQ(Coverage().at("coverage").at("claimCount"), 37);
  Command({"verify"});
}

TEST_F(Round, RevisionThatNeverComesIsNoAnswerInTime) {
  const std::string output =
      Command({"coverage", "--round", "2016", "--min-revision",
               absl::StrCat(Revision() + 1), "--timeout", "0.5"},
              5);

  EXPECT_NE(output.find("compendium: "), std::string::npos) << output;
}

TEST_F(RealRound, SampleRoundSaysTheSameAsTheDocument) {
  Import(SampleRound());
  const Json sample = Coverage();
  registry_->Stop();
  reporting_->Stop();
  std::filesystem::remove_all(folder_ + "/compendium-registry");
  std::filesystem::remove_all(folder_ + "/compendium-reporting");
  StartRegistry();
  StartReporting();

  Import(RealDocument());

  const Json real = Coverage();
  EXPECT_EQ(sample.at("coverage").at("claimCount"), 39);
  for (const Json& node : real.at("coverage").at("nodes"))
    EXPECT_EQ(MechanismsOf(sample, node.at("code")),
              MechanismsOf(real, node.at("code")))
        << node.at("code");
}

TEST_F(Round, MissingRecordIsNotFoundWithItsName) {
  const std::string output = Command({"get", "mechanisms/nobody"}, 4);

  EXPECT_NE(output.find("mechanisms/nobody"), std::string::npos) << output;
}

}  // namespace
}  // namespace compendium::tests
