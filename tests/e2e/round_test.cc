// SPDX-License-Identifier: Apache-2.0
// Both services and the command as real processes, with the real document: it
// goes in, coverage and calendar come out, restarts lose nothing.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "absl/strings/str_cat.h"
#include "lib/base/atomic_file.h"
#include "tests/support/process.h"

namespace compendium::tests {
namespace {

using Json = nlohmann::json;

std::string SourceFolder() { return getenv("COMPENDIUM_SOURCE_DIR"); }

std::string RealDocument() {
  return SourceFolder() + "/../shared/seeds/000_156af223e0624c09.txt";
}

class Round : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(RealDocument()))
      GTEST_SKIP() << "NOT TESTED: the real document is absent: "
                   << RealDocument();
    StartRegistry();
    StartReporting();
  }

  void StartRegistry() {
    registry_ = Start("compendium-registry", registry_address_, {});
  }
  void StartReporting() {
    reporting_ = Start("compendium-reporting", reporting_address_,
                       {"--registry_address=" + registry_address_});
  }

  // Runs the command; its exit status must be `wanted_status`.
  std::string Command(std::vector<std::string> words, int wanted_status = 0) {
    words.insert(words.begin(),
                 {BinaryPath("compendium"), "--registry=" + registry_address_,
                  "--reporting=" + reporting_address_});
    auto process =
        *Process::Start({.command = words, .log_path = folder_ + "/out"});
    const int status = process->Wait();
    EXPECT_EQ(status, wanted_status) << process->Log();
    return process->Log();
  }
  Json JsonOf(std::vector<std::string> words) {
    words.push_back("--json");
    const std::string output = Command(std::move(words));
    const Json json = Json::parse(output, nullptr, false);
    EXPECT_FALSE(json.is_discarded()) << output;
    return json;
  }
  std::string Import(const std::string& file) {
    return Command({"import", file, "--round", "2016", "--author", "test",
                    "--reason", "end to end"});
  }
  int64_t Revision() {
    const Json status = JsonOf({"status"});
    return std::stoll(
        status.at("registry").value("revision", std::string("0")));
  }
  Json Coverage() {
    return JsonOf({"coverage", "--round", "2016", "--min-revision",
                   absl::StrCat(Revision())});
  }
  // The short ids of the mechanisms that claim the node.
  static std::set<std::string> MechanismsOf(const Json& coverage,
                                            const std::string& code) {
    std::set<std::string> ids;
    for (const Json& node : coverage.at("coverage").at("nodes")) {
      if (node.at("code") != code) continue;
      for (const Json& cell : node.at("cells"))
        ids.insert(std::string(cell.at("mechanism")).substr(11));
    }
    return ids;
  }

  const std::string folder_ = NewFolder("round");
  std::string registry_address_ = "127.0.0.1:0";
  std::string reporting_address_ = "127.0.0.1:0";
  std::unique_ptr<Process> registry_;
  std::unique_ptr<Process> reporting_;

 private:
  // Keeps the address over restarts, as a client would expect.
  std::unique_ptr<Process> Start(const std::string& program,
                                 std::string& address,
                                 std::vector<std::string> options) {
    std::vector<std::string> command = {
        BinaryPath(program), "--listen_address=" + address,
        absl::StrCat("--data_dir=", folder_, "/", program)};
    command.insert(command.end(), options.begin(), options.end());
    auto process = *Process::Start(
        {.command = command, .log_path = folder_ + "/" + program + ".log"});
    const auto served = process->WaitUntilServing();
    EXPECT_TRUE(served.ok()) << served.status();
    if (served.ok()) address = *served;
    return process;
  }
};

TEST_F(Round, RealDocumentGivesItsCoverageAndCalendar) {
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

TEST_F(Round, SameFileTwiceChangesNothing) {
  Import(RealDocument());
  const int64_t revision = Revision();

  Import(RealDocument());

  EXPECT_EQ(Revision(), revision);
}

TEST_F(Round, ChangedFileWritesOnlyWhatChanged) {
  Import(RealDocument());
  const int64_t revision = Revision();
  std::string text = *base::ReadFile(RealDocument(), 1 << 20);
  const std::string old_words = "Phase VII";
  text.replace(text.find(old_words), old_words.size(), "Phase VIII");
  const std::string changed = folder_ + "/000_156af223e0624c09.txt";
  ASSERT_TRUE(base::WriteFileAtomically(changed, text).ok());

  Import(changed);

  // MIDSA's questionnaire, the document's entry in the round, and the spans of
  // the questionnaires that stand behind the changed place, but no mechanism.
  const Json history =
      JsonOf({"history", "mechanisms/midsa/questionnaires/2016"});
  EXPECT_EQ(history.at("revisions").size(), 2u);
  EXPECT_EQ(JsonOf({"history", "mechanisms/midsa"}).at("revisions").size(), 1u);
  EXPECT_EQ(JsonOf({"history", "mechanisms/bali-process/questionnaires/2016"})
                .at("revisions")
                .size(),
            1u);
  EXPECT_GT(Revision(), revision);
}

TEST_F(Round, RestartsLoseNothing) {
  Import(RealDocument());
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

TEST_F(Round, SampleRoundSaysTheSameAsTheDocument) {
  Import(SourceFolder() + "/data/round-2016.json");
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
