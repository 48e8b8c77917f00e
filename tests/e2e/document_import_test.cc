// SPDX-License-Identifier: Apache-2.0
// Documents and tables through the command into a real registry.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "absl/strings/str_cat.h"
#include "lib/base/atomic_file.h"
#include "tests/support/process.h"

namespace compendium::tests {
namespace {

using Json = nlohmann::json;

constexpr char kForm[] =
    "<h1>Elbe Dialogue (ELD)</h1><p>Member States: Peru, Chile</p>"
    "<table><tr><td>1. Brief update on main activities in 2016:</td>"
    "<td>Two studies.</td></tr>"
    "<tr><td>4. New publications in 2016:</td><td>N/A</td></tr></table>";

class DocumentImport : public testing::Test {
 protected:
  void SetUp() override {
    registry_ = StartService("compendium-registry", folder_, {}, address_);
    // The command's status asks both.
    reporting_ =
        StartService("compendium-reporting", folder_,
                     {"--registry_address=" + address_}, reporting_address_);
  }

  std::string Run(std::vector<std::string> words, int wanted_status = 0) {
    auto process =
        *Process::Start({.command = words, .log_path = folder_ + "/out"});
    const int status = process->Wait();
    EXPECT_EQ(status, wanted_status) << process->Log();
    return process->Log();
  }
  std::string Command(std::vector<std::string> words, int wanted_status = 0) {
    words.insert(words.begin(),
                 {BinaryPath("compendium"), "--registry=" + address_,
                  "--reporting=" + reporting_address_});
    return Run(std::move(words), wanted_status);
  }
  std::string Import(const std::string& file, int wanted_status = 0) {
    return Command({"import", file, "--round", "2016"}, wanted_status);
  }
  Json Get(const std::string& name) {
    const Json json = Json::parse(Command({"get", name, "--json"}), nullptr,
                                  /*allow_exceptions=*/false);
    EXPECT_FALSE(json.is_discarded()) << name;
    return json;
  }
  std::string File(const std::string& name, const std::string& content) {
    const std::string path = absl::StrCat(folder_, "/", name);
    EXPECT_TRUE(base::WriteFileAtomically(path, content).ok());
    return path;
  }
  std::string Revision() {
    return Json::parse(Command({"status", "--json"}))
        .at("registry")
        .value("revision", "0");
  }

  const std::string folder_ = NewFolder("documents");
  std::string address_ = "127.0.0.1:0";
  std::string reporting_address_ = "127.0.0.1:0";
  std::unique_ptr<Process> registry_;
  std::unique_ptr<Process> reporting_;
};

TEST_F(DocumentImport, AWordDocumentGoesInOnce) {
  // The name says nothing; the content does.
  const std::string form = folder_ + "/form.bin";
  Run({"/usr/bin/pandoc", "--from=html", "--to=docx", "--output=" + form,
       File("form.html", kForm)});

  Import(form);
  const std::string revision = Revision();
  Import(form);

  EXPECT_EQ(Revision(), revision);
  const Json record =
      Get("mechanisms/eld/questionnaires/2016").at("questionnaire");
  EXPECT_EQ(record.at("answers").at(0).at("text"), "Two studies.");
  EXPECT_EQ(record.at("participants").size(), 2u);
  EXPECT_EQ(record.at("source").at("format"), "DOCUMENT_FORMAT_DOCX");
  const Json source =
      Get("rounds/2016").at("round").at("documents").at(0).at("source");
  EXPECT_EQ(source.at("fileName"), "form.bin");
  EXPECT_EQ(std::string(source.at("derivedSha256")).size(), 64u);
}

TEST_F(DocumentImport, ATableChangesOnlyTheAnswersOfItsRows) {
  Import(File("form.html", absl::StrCat("<html>", kForm)));

  const std::string table = File(
      "late.csv", "mechanism;question;answer\nELD;4;A handbook; sold out\n");
  Import(table, 3);  // a separator that is not quoted
  Import(File("late.csv",
              "mechanism;question;answer\nELD;4;\"A handbook; sold out\"\n"));

  const Json record =
      Get("mechanisms/eld/questionnaires/2016").at("questionnaire");
  EXPECT_EQ(record.at("answers").at(0).at("text"), "Two studies.");
  EXPECT_EQ(record.at("answers").at(7).at("text"), "A handbook; sold out");
  EXPECT_EQ(record.at("participants").size(), 2u);
  EXPECT_EQ(Get("mechanisms/eld").at("mechanism").at("participants").size(),
            2u);
  const std::string revision = Revision();
  Import(folder_ + "/late.csv");
  EXPECT_EQ(Revision(), revision);
}

TEST_F(DocumentImport, WhatCannotBeReadWritesNothing) {
  const std::string broken =
      "round { title: 'x' }\nmechanisms { id: 'a' mechanism { nmae: 'x' } }";

  const std::string output = Import(File("broken.textproto", broken), 3);

  EXPECT_NE(output.find("broken.textproto:2:mechanisms[0]: column"),
            std::string::npos)
      << output;
  Import(File("a.pdf", "%PDF-1.4"), 3);
  EXPECT_EQ(Revision(), "0");
}

// More than one batch, of which the second import reads whole batches.
TEST_F(DocumentImport, BatchesOfHundredsAreWrittenOnce) {
  std::string text = "round { title: 'Many' }\n";
  for (int i = 0; i < 150; ++i)
    absl::StrAppend(&text, "mechanisms { id: 'm", i,
                    "' mechanism { display_name: 'M ", i, "' } }\n",
                    "questionnaires { mechanism: 'm", i,
                    "' questionnaire { title: 'T' } }\n");
  const std::string file = File("many.textproto", text);

  Import(file);
  EXPECT_EQ(Revision(), "301");
  Import(file);
  EXPECT_EQ(Revision(), "301");
  absl::StrAppend(&text,
                  "questionnaires { mechanism: 'unknown' "
                  "questionnaire { title: 'T' } }\n");
  Import(File("many.textproto", text), 4);  // it needs its mechanism
  EXPECT_EQ(Revision(), "301");
}

}  // namespace
}  // namespace compendium::tests
