// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/base/atomic_file.h"
#include "tests/support/process.h"

namespace compendium::tests {

using Json = nlohmann::json;

inline std::string SourceFolder() { return getenv("COMPENDIUM_SOURCE_DIR"); }

// The compendium of 2016; present where ../shared is.
inline std::string RealDocument() {
  return SourceFolder() + "/../shared/seeds/000_156af223e0624c09.txt";
}

inline std::string SampleRound() {
  return SourceFolder() + "/data/round-2016.json";
}

// The path of a copy of the sample round in which MIDSA claims fewer nodes.
inline std::string SampleWithoutClaims(size_t dropped,
                                       const std::string& folder) {
  Json round = Json::parse(*base::ReadFile(SampleRound(), 1 << 20));
  for (Json& entry : round.at("questionnaires")) {
    if (entry.at("mechanism") != "midsa") continue;
    Json& claims = entry.at("questionnaire").at("claims");
    for (size_t i = 0; i < dropped; ++i) claims.erase(claims.size() - 1);
  }
  const std::string path = folder + "/changed.json";
  EXPECT_TRUE(base::WriteFileAtomically(path, round.dump()).ok());
  return path;
}

// Both services as processes, empty at first, and the command.
class Round : public testing::Test {
 protected:
  void SetUp() override {
    StartRegistry();
    StartReporting();
  }

  // Both keep their addresses over restarts, as a client would expect.
  void StartRegistry() {
    registry_ =
        StartService("compendium-registry", folder_, {}, registry_address_);
  }
  void StartReporting() {
    reporting_ = StartService("compendium-reporting", folder_,
                              {"--registry_address=" + registry_address_},
                              reporting_address_);
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
  size_t VersionCount(const std::string& name) {
    return JsonOf({"history", name}).at("revisions").size();
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
  const std::string folder_ = NewFolder("round");
  std::string registry_address_ = "127.0.0.1:0";
  std::string reporting_address_ = "127.0.0.1:0";
  std::unique_ptr<Process> registry_;
  std::unique_ptr<Process> reporting_;
};

// The same for what needs the real document; says loudly when it is absent.
class RealRound : public Round {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(RealDocument()))
      GTEST_SKIP() << "NOT TESTED: the real document is absent: "
                   << RealDocument();
    Round::SetUp();
  }
};

}  // namespace compendium::tests
