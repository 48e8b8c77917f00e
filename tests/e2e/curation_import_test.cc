// SPDX-License-Identifier: Apache-2.0
// What people decide with the command stays when a round is imported again, the
// same file or a changed one: both services as real processes, the command too.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/base/atomic_file.h"
#include "tests/support/process.h"

namespace compendium::tests {
namespace {

using Json = nlohmann::json;

constexpr char kMidsa[] = "mechanisms/midsa/questionnaires/2016";

class CurationImport : public testing::Test {
 protected:
  void SetUp() override {
    const std::string source = getenv("COMPENDIUM_SOURCE_DIR");
    document_ = source + "/../shared/seeds/000_156af223e0624c09.txt";
    sample_ = source + "/data/round-2016.json";
    registry_ = StartService("compendium-registry", folder_, {}, address_);
    reporting_ =
        StartService("compendium-reporting", folder_,
                     {"--registry_address=" + address_}, reporting_address_);
  }

  // Runs the command; its exit status must be `wanted_status`.
  std::string Command(std::vector<std::string> words, int wanted_status = 0) {
    words.insert(words.begin(),
                 {BinaryPath("compendium"), "--registry=" + address_,
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
    return Command({"import", file, "--round", "2016"});
  }
  std::string Curate(std::vector<std::string> words, int wanted_status = 0) {
    words.insert(words.begin(), "curate");
    words.insert(words.end(),
                 {"--author", "a.diallo", "--reason", "the letter of 3 May"});
    return Command(std::move(words), wanted_status);
  }
  Json Get(const std::string& name) {
    return JsonOf({"get", name}).at("questionnaire");
  }
  std::string Revision() {
    return JsonOf({"status"}).at("registry").at("revision");
  }
  static const Json* Find(const Json& items, const std::string& id) {
    for (const Json& item : items)
      if (item.at("id") == id) return &item;
    return nullptr;
  }
  static Json List(const Json& record, const char* name) {
    return record.value(name, Json::array());
  }

  const std::string folder_ = NewFolder("curation");
  std::string address_ = "127.0.0.1:0";
  std::string reporting_address_ = "127.0.0.1:0";
  std::string document_;
  std::string sample_;
  std::unique_ptr<Process> registry_;
  std::unique_ptr<Process> reporting_;
};

class CurationOfDocument : public CurationImport {
 protected:
  void SetUp() override {
    CurationImport::SetUp();
    if (!std::filesystem::exists(document_))
      GTEST_SKIP() << "NOT TESTED: the real document is absent: " << document_;
  }

  // Imports, decides in every way there is, and remembers what was decided on.
  void ImportAndDecide() {
    Import(document_);
    const Json record = Get(kMidsa);
    corrected_ = record.at("meetings").at(0).at("id");
    rejected_ = record.at("meetings").at(1).at("id");
    claim_ = record.at("claims").at(0).at("id");
    participant_ = record.at("participants").at(0).at("asWritten");
    Curate({kMidsa, "correct", corrected_, "--set", "title=Corrected title",
            "--set", "date=2016-11-30"});
    Curate({kMidsa, "reject", rejected_});
    Curate({kMidsa, "reject", claim_});
    Curate({kMidsa, "reject", participant_});
    Curate({kMidsa, "add", "claim", "--set", "framework=gcm", "--set",
            "code=23", "--set", "strength=explicit"});
    Curate({kMidsa, "state", "2B", "not applicable"});
    const Json findings =
        JsonOf({"findings", kMidsa, "--min-revision", Revision()})
            .at("findings");
    if (!List(findings, "findings").empty()) {
      resolved_ = findings.at("findings").at(0).at("id");
      Curate({kMidsa, "resolve", resolved_});
    }
    const Json suggestions = JsonOf({"suggestions", kMidsa});
    if (!List(suggestions, "suggestions").empty()) {
      accepted_ = suggestions.at("suggestions").at(0).at("id");
      accepted_code_ = suggestions.at("suggestions").at(0).at("code");
      Curate({kMidsa, "accept", accepted_});
    }
  }

  void ExpectNothingUndone() {
    const Json record = Get(kMidsa);
    const Json* const corrected = Find(record.at("meetings"), corrected_);
    ASSERT_NE(corrected, nullptr);
    EXPECT_EQ(corrected->at("title"), "Corrected title");
    EXPECT_EQ(corrected->at("date").at("edtf"), "2016-11-30");
    EXPECT_EQ(corrected->at("origin"), "ORIGIN_CURATED");
    EXPECT_EQ(Find(record.at("meetings"), rejected_), nullptr);
    EXPECT_EQ(Find(record.at("claims"), claim_), nullptr);
    int added = 0;
    int accepted = 0;
    for (const Json& claim : record.at("claims")) {
      added += claim.at("framework") == "gcm";
      accepted += claim.at("code") == accepted_code_ &&
                  claim.at("origin") == "ORIGIN_CURATED";
    }
    EXPECT_EQ(added, 1);
    EXPECT_EQ(accepted, accepted_.empty() ? 0 : 1);
    for (const Json& participant : record.at("participants"))
      EXPECT_NE(participant.at("asWritten"), participant_);
    for (const Json& answer : record.at("answers"))
      if (answer.at("questionId") == "2B") {
        EXPECT_EQ(answer.at("state"), "ANSWER_STATE_NOT_APPLICABLE");
        EXPECT_EQ(answer.at("stateOrigin"), "ORIGIN_CURATED");
      }
    EXPECT_EQ(record.at("rejections").size(), 3u);
    const size_t decided =
        (resolved_.empty() ? 0 : 1) + (accepted_.empty() ? 0 : 1);
    EXPECT_EQ(List(record, "decisions").size(), decided);
  }

  std::string corrected_;
  std::string rejected_;
  std::string claim_;
  std::string participant_;
  std::string resolved_;
  std::string accepted_;
  std::string accepted_code_;
};

TEST_F(CurationOfDocument, TheSameDocumentUndoesNothing) {
  ImportAndDecide();
  ExpectNothingUndone();
  const Json before = Get(kMidsa);

  Import(document_);

  ExpectNothingUndone();
  EXPECT_EQ(Get(kMidsa), before);
  // The profile follows the corrected list of members.
  const Json profile = JsonOf({"get", "mechanisms/midsa"}).at("mechanism");
  for (const Json& participant : profile.at("participants"))
    EXPECT_NE(participant.at("asWritten"), participant_);
  const Json revision = JsonOf({"get", "rounds/2016"}).at("revision");
  Import(document_);
  EXPECT_EQ(JsonOf({"get", "rounds/2016"}).at("revision"), revision);
}

TEST_F(CurationOfDocument, AChangedDocumentUndoesNothing) {
  ImportAndDecide();
  std::string text = *base::ReadFile(document_, 1 << 20);
  const std::string old_words = "Phase VII";
  text.replace(text.find(old_words), old_words.size(), "Phase VIII");
  const std::string changed = folder_ + "/000_156af223e0624c09.txt";
  ASSERT_TRUE(base::WriteFileAtomically(changed, text).ok());
  const Json before = Get(kMidsa).at("revision");

  Import(changed);

  EXPECT_NE(Get(kMidsa).at("revision"), before);
  ExpectNothingUndone();
}

TEST_F(CurationOfDocument, HistoryTellsWhoWhenAndWhy) {
  ImportAndDecide();

  const Json revisions = JsonOf({"history", kMidsa}).at("revisions");

  size_t decided = 0;
  for (const Json& revision : revisions) {
    if (revision.at("author") != "a.diallo") continue;
    ++decided;
    EXPECT_EQ(revision.at("reason"), "the letter of 3 May");
    EXPECT_FALSE(std::string(revision.at("version").at("updateTime")).empty());
  }
  EXPECT_GE(decided, 6u);
  EXPECT_EQ(decided + 1, revisions.size());
}

TEST_F(CurationImport, ARoundFileUndoesNothing) {
  Import(sample_);
  const Json record = Get(kMidsa);
  const std::string corrected = record.at("claims").at(0).at("id");
  const std::string rejected = record.at("claims").at(1).at("id");
  Curate({"midsa/2016", "correct", corrected, "--set", "code=1"});
  Curate({"midsa/2016", "reject", rejected});

  Import(sample_);

  const Json after = Get(kMidsa);
  EXPECT_EQ(after.at("claims").size(), record.at("claims").size() - 1);
  EXPECT_EQ(Find(after.at("claims"), corrected)->at("code"), "1");
  EXPECT_EQ(Find(after.at("claims"), rejected), nullptr);
}

TEST_F(CurationImport, MentionsOfTwoMechanismsAreJoined) {
  Import(sample_);
  const auto mention = [&](const std::string& mechanism) {
    return absl::StrCat(mechanism, ":",
                        std::string(Get(absl::StrCat("mechanisms/", mechanism,
                                                     "/questionnaires/2016"))
                                        .at("meetings")
                                        .at(0)
                                        .at("id")));
  };
  const std::string one = mention("midsa");
  const std::string other = mention("comesa-rcp");

  Curate({"rounds/2016", "join", one, other});
  Import(sample_);

  const Json round = JsonOf({"get", "rounds/2016"}).at("round");
  ASSERT_EQ(round.at("eventLinks").size(), 1u);
  EXPECT_EQ(round.at("eventLinks").at(0).at("kind"), "EVENT_LINK_KIND_JOIN");
  EXPECT_EQ(round.at("eventLinks").at(0).at("author"), "a.diallo");
  Curate({"rounds/2016", "unjoin", other, one});
  EXPECT_EQ(
      List(JsonOf({"get", "rounds/2016"}).at("round"), "eventLinks").size(),
      0u);
}

TEST_F(CurationImport, WhatDoesNotFitIsSaidWithItsExitCode) {
  Import(sample_);

  EXPECT_NE(Curate({"midsa/2016", "correct", "m-none", "--set", "title=x"}, 2)
                .find("ITEM: got m-none"),
            std::string::npos);
  EXPECT_NE(Curate({"midsa/2016", "reject", "m-none"}, 4)
                .find("steps[0].reject.item_id: got \"m-none\""),
            std::string::npos);
  EXPECT_NE(Curate({"rounds/2016", "reject", "m-none"}, 2).find("NAME: got"),
            std::string::npos);
  EXPECT_NE(Curate({"rounds/2016", "join", "midsa:m-none", "midsa:m-no"}, 4)
                .find("steps[0].add_event_link.mentions[0].item_id"),
            std::string::npos);
  EXPECT_NE(Command({"findings"}, 2).find("want one of them"),
            std::string::npos);
}

}  // namespace
}  // namespace compendium::tests
