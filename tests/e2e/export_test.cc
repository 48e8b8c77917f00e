// SPDX-License-Identifier: Apache-2.0
// The export command against a real registry: documents out, and what comes in
// again changes nothing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "absl/strings/str_cat.h"
#include "lib/base/atomic_file.h"
#include "tests/support/process.h"

namespace compendium::tests {
namespace {

using Json = nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::string SourceFolder() { return getenv("COMPENDIUM_SOURCE_DIR"); }

std::string RealDocument() {
  return SourceFolder() + "/../shared/seeds/000_156af223e0624c09.txt";
}

class Export : public testing::Test {
 protected:
  void SetUp() override {
    registry_ = StartService("compendium-registry", folder_, {}, address_);
  }

  // Runs the command; its exit status must be `wanted_status`.
  std::string Command(std::vector<std::string> words, int wanted_status = 0) {
    words.insert(words.begin(),
                 {BinaryPath("compendium"), "--registry=" + address_});
    auto process =
        *Process::Start({.command = words, .log_path = folder_ + "/log"});
    const int status = process->Wait();
    EXPECT_EQ(status, wanted_status) << process->Log();
    return process->Log();
  }
  void Import(const std::string& file) {
    Command({"import", file, "--round", "2016"});
  }
  std::string Path(const std::string& name) { return folder_ + "/" + name; }
  std::string Contents(const std::string& name) {
    const auto contents = base::ReadFile(Path(name), 64 << 20);
    EXPECT_TRUE(contents.ok()) << contents.status();
    return contents.value_or("");
  }
  void ExportTo(const std::string& name, const std::string& format) {
    Command(
        {"export", "--round", "2016", "--format", format, "--out", Path(name)});
  }
  // The last revision of the registry, as `list` tells it.
  std::string Revision() {
    return Json::parse(Command({"list", "rounds", "--json"})).at("revision");
  }
  // Imports a round that has a form and nothing else.
  void AddRound2017() {
    const Json round = {
        {"round",
         {{"title", "Round 2017"},
          {"dueDay", "2017-03-01"},
          {"form", {{"questions", {{{"id", "9"}, {"title", "News"}}}}}}}},
        {"mechanisms", Json::array()},
        {"questionnaires", Json::array()}};
    ASSERT_TRUE(
        base::WriteFileAtomically(Path("2017.json"), round.dump()).ok());
    Command({"import", Path("2017.json"), "--round", "2017"});
  }

  const std::string folder_ = NewFolder("export");
  std::string address_ = "127.0.0.1:0";
  std::unique_ptr<Process> registry_;
};

class SampleExport : public Export {
 protected:
  void SetUp() override {
    Export::SetUp();
    Import(SourceFolder() + "/data/round-2016.json");
  }
};

TEST_F(SampleExport, WritesEachFormat) {
  ExportTo("a.docx", "docx");
  ExportTo("a.html", "html");
  ExportTo("a.md", "markdown");
  ExportTo("a.txt", "text");

  EXPECT_THAT(Contents("a.docx"), StartsWith("PK"));
  EXPECT_THAT(Contents("a.html"), HasSubstr("id=\"mechanism-midsa\""));
  EXPECT_THAT(Contents("a.md"), HasSubstr("\n## "));
  EXPECT_THAT(Contents("a.txt"), HasSubstr("<h1 id=\"mechanism-midsa\">"));

  ExportTo("b.docx", "docx");
  EXPECT_EQ(Contents("a.docx"), Contents("b.docx"));
}

TEST_F(SampleExport, WhatIsImportedAgainChangesNothing) {
  ExportTo("a.txt", "text");
  const std::string before = Revision();

  Import(Path("a.txt"));

  EXPECT_EQ(Revision(), before);
}

TEST_F(SampleExport, AFileThatExistsIsReplacedOnlyWithForce) {
  ASSERT_TRUE(base::WriteFileAtomically(Path("a.txt"), "precious").ok());
  const std::vector<std::string> words = {
      "export", "--round", "2016", "--format", "text", "--out", Path("a.txt")};

  EXPECT_THAT(Command(words, 1), HasSubstr("--force"));
  EXPECT_EQ(Contents("a.txt"), "precious");

  std::vector<std::string> forced = words;
  forced.push_back("--force");
  Command(forced);
  EXPECT_THAT(Contents("a.txt"), HasSubstr("mechanism-midsa"));
}

TEST_F(SampleExport, OneMechanismAsOfAnEarlierRevision) {
  const std::string revision = Revision();
  ExportTo("before.txt", "text");
  std::string changed = Contents("before.txt");
  const size_t at = changed.find("<h1 id=\"mechanism-midsa\">");
  ASSERT_NE(at, std::string::npos);
  changed.insert(changed.find("</h1>", at), " changed");
  ASSERT_TRUE(base::WriteFileAtomically(Path("c.txt"), changed).ok());
  Import(Path("c.txt"));

  const auto export_midsa = [&](const std::string& name,
                                const std::string& as_of) {
    Command({"export", "--round", "2016", "--mechanism", "midsa", "--format",
             "text", "--revision", as_of, "--out", Path(name)});
    return Contents(name);
  };
  const std::string then = export_midsa("then.txt", revision);
  const std::string now = export_midsa("now.txt", "0");

  EXPECT_THAT(then, Not(HasSubstr(" changed</h1>")));
  EXPECT_THAT(now, HasSubstr(" changed</h1>"));
  EXPECT_THAT(now, Not(HasSubstr("mechanism-bali-process")));
}

TEST_F(SampleExport, FormsAreOnePerMechanism) {
  const std::vector<std::string> words = {"export", "--prefill",  "--round",
                                          "2017",   "--from",     "2016",
                                          "--out",  Path("forms")};
  EXPECT_THAT(Command(words, 4), HasSubstr("rounds/2017"));
  AddRound2017();
  Command(words);

  size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(Path("forms"))) {
    EXPECT_THAT(entry.path().filename().string(),
                ::testing::EndsWith("-2017.docx"));
    ++count;
  }
  EXPECT_EQ(count, 14U);
  // Parts are stored, so their words can be looked for.
  const std::string form = Contents("forms/midsa-2017.docx");
  EXPECT_THAT(form, HasSubstr("1 March 2017"));
  EXPECT_THAT(form, HasSubstr("9. News"));
  EXPECT_THAT(Command(words, 1), HasSubstr("--force"));
}

TEST_F(SampleExport, WrongCommandLinesAreNamed) {
  EXPECT_THAT(Command({"export", "--round", "2016", "--out", "x"}, 2),
              HasSubstr("--format"));
  EXPECT_THAT(
      Command({"export", "--round", "2016", "--prefill", "--out", "x"}, 2),
      HasSubstr("--from"));
  EXPECT_THAT(Command({"export", "--round", "2016", "--format", "text",
                       "--from", "2015", "--out", "x"},
                      2),
              HasSubstr("--prefill"));
  EXPECT_THAT(Command({"export", "--round", "2016", "--format", "text",
                       "--mechanism", "nobody", "--out", Path("x")},
                      4),
              HasSubstr("mechanisms/nobody"));
  EXPECT_FALSE(std::filesystem::exists(Path("x")));
}

TEST_F(Export, TheRealRoundComesBackAsItIs) {
  if (!std::filesystem::exists(RealDocument()))
    GTEST_SKIP() << "NOT TESTED: the real document is absent: "
                 << RealDocument();
  Import(RealDocument());
  ExportTo("a.txt", "text");
  const std::string before = Revision();

  Import(Path("a.txt"));
  EXPECT_EQ(Revision(), before);

  // A document that no registry holds is written the same way.
  Command({"export", "--round", "2016", "--file", RealDocument(), "--format",
           "text", "--out", Path("b.txt")});
  const std::string text = Contents("a.txt");
  EXPECT_THAT(Contents("b.txt"), HasSubstr(text.substr(text.find("<h1 id="))));
}

}  // namespace
}  // namespace compendium::tests
