// SPDX-License-Identifier: Apache-2.0
// Reports from the command to the archive: the same bytes whoever makes them,
// and nobody changes one unnoticed.
#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "tests/e2e/round_fixture.h"

namespace compendium::tests {
namespace {

// Each kind with its parameters and the formats that only some kinds have.
struct Kind {
  std::vector<std::string> words;
  std::string formats;
};

const std::vector<Kind> kKinds = {
    {{"coverage", "--round", "2016"}, ",csv"},
    {{"coverage", "--round", "2016", "--framework", "iom-core"}, ",csv"},
    {{"calendar", "--round", "2016"}, ",csv,icalendar"},
    {{"clashes", "--round", "2016"}, ",csv"},
    {{"completion", "--round", "2016"}, ",csv"},
    {{"participation"}, ",csv"},
    {{"round-overview", "--round", "2016"}, ""},
    {{"mechanism-profile", "--round", "2016", "--mechanism", "midsa"}, ""},
    {{"compendium", "--round", "2016"}, ""},
};

class Reports : public Round {
 protected:
  // Makes a report of the latest revision; its description.
  Json Create(const Kind& kind) {
    std::vector<std::string> words = {"report", "create"};
    words.insert(words.end(), kind.words.begin(), kind.words.end());
    words.insert(
        words.end(),
        {"--format", "html,pdf,docx,xlsx,markdown,json" + kind.formats,
         "--author", "test", "--min-revision", absl::StrCat(Revision())});
    return JsonOf(words).at("report");
  }

  // Makes one of every kind: the hash of each file by its name.
  std::map<std::string, std::string> CreateAll() {
    std::map<std::string, std::string> hashes;
    for (const Kind& kind : kKinds) {
      const Json report = Create(kind);
      for (const Json& file : report.at("files"))
        EXPECT_TRUE(
            hashes.emplace(file.at("fileName"), file.at("sha256")).second)
            << file;
    }
    return hashes;
  }

  static std::string HashOf(const Json& report, const std::string& format) {
    for (const Json& file : report.at("files"))
      if (file.at("format") == "REPORT_FORMAT_" + format)
        return file.at("sha256");
    return "";
  }

  std::string ObjectPath(const std::string& sha256) const {
    return absl::StrCat(folder_, "/compendium-reporting/archive/objects/",
                        sha256.substr(0, 2), "/", sha256.substr(2));
  }
};

TEST_F(Reports, HaveTheSameBytesAfterARebuildAndVerify) {
  Import(SampleRound());
  const std::map<std::string, std::string> made = CreateAll();
  EXPECT_EQ(made.size(), 6 * kKinds.size() + 7);
  // Equal requests have the report that is there.
  EXPECT_EQ(CreateAll(), made);
  EXPECT_EQ(JsonOf({"report", "list"}).at("reports").size(), kKinds.size());

  // A worker that knows nothing follows the registry from revision 1.
  const std::string first = std::exchange(reporting_address_, "127.0.0.1:0");
  const auto rebuilt = StartService(
      "compendium-reporting", NewFolder("rebuilt"),
      {"--registry_address=" + registry_address_}, reporting_address_);
  EXPECT_EQ(CreateAll(), made);

  reporting_address_ = first;
  const std::string verified = Command({"report", "verify"});
  EXPECT_TRUE(absl::StrContains(
      verified, absl::StrCat(kKinds.size(), " verified, 0 not what they were")))
      << verified;
}

TEST_F(Reports, AChangedByteIsCaught) {
  Import(SampleRound());
  const Json report = Create(kKinds[0]);
  const std::string path = ObjectPath(HashOf(report, "CSV"));
  std::string bytes = *base::ReadFile(path, 1 << 20);
  bytes[bytes.size() / 2] ^= 1;
  ASSERT_TRUE(base::WriteFileAtomically(path, bytes).ok());
  const std::string found =
      Command({"report", "verify", report.at("name")}, /*wanted_status=*/1);
  EXPECT_TRUE(absl::StrContains(found, "damaged")) << found;
  // What is damaged is not given out.
  Command({"report", "get", report.at("name"), "--format", "csv", "--out", "-"},
          /*wanted_status=*/4);
}

TEST_F(Reports, AreWhatTheCommandsSayAndStayWhenRecordsChange) {
  Import(SampleRound());
  const int64_t revision = Revision();
  const Json before = Create(kKinds[0]);
  Import(SampleWithoutClaims(2, folder_));
  const Json after = Create(kKinds[0]);
  EXPECT_NE(after.at("contentSha256"), before.at("contentSha256"));
  const auto csv_of = [this](const Json& report) {
    return Command(
        {"report", "get", report.at("name"), "--format", "csv", "--out", "-"});
  };
  EXPECT_TRUE(csv_of(before) == Command({"coverage", "--round", "2016", "--csv",
                                         "--as-of", absl::StrCat(revision)}));
  EXPECT_TRUE(csv_of(after) ==
              Command({"coverage", "--round", "2016", "--csv"}));
  const std::string verified = Command({"report", "verify", before.at("name")});
  EXPECT_TRUE(absl::StrContains(verified, "reproduced")) << verified;
}

TEST_F(Reports, SayWhatTheyCannotBe) {
  Import(SampleRound());
  const std::string refused =
      Command({"report", "create", "coverage", "--format", "icalendar",
               "--author", "test"},
              /*wanted_status=*/4);
  EXPECT_TRUE(absl::StrContains(refused, "parameters.round")) << refused;
  EXPECT_TRUE(absl::StrContains(refused, "formats[0]")) << refused;
  Command({"report", "create", "coverage", "--round", "1900", "--format", "csv",
           "--author", "test"},
          /*wanted_status=*/4);
  Command({"report", "create", "weather", "--format", "csv", "--author", "x"},
          /*wanted_status=*/2);
}

}  // namespace
}  // namespace compendium::tests
