// SPDX-License-Identifier: Apache-2.0
// `compendium report compare` of reports that were made before and after people
// corrected a questionnaire: it names them, and both reports stay as they were.
#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "lib/words/display_width.h"
#include "tests/e2e/round_fixture.h"

namespace compendium::tests {
namespace {

constexpr char kMidsa[] = "mechanisms/midsa/questionnaires/2016";

using Words = std::vector<std::string>;

// What is reported, and in cells of which kinds it differs after the
// correction.
struct Compared {
  Words what;
  std::vector<std::string> kinds;
};

const std::vector<Compared> kCompared = {
    {{"coverage", "--round", "2016"}, {"COVERAGE"}},
    {{"calendar"}, {"CALENDAR"}},
    {{"calendar", "--from", "2016-08-20", "--to", "2016-08-31"}, {"CALENDAR"}},
    {{"clashes", "--country", "ZMB"}, {"CLASHES"}},
    {{"completion", "--round", "2016"}, {"COMPLETION"}},
    {{"participation"}, {}},
    {{"round-overview", "--round", "2016"},
     {"CALENDAR", "CLASHES", "COMPLETION", "COVERAGE"}},
    {{"mechanism-profile", "--round", "2016", "--mechanism", "midsa"},
     {"ANSWERS", "CALENDAR", "CLASHES", "COMPLETION", "COVERAGE"}},
    {{"compendium", "--round", "2016"}, {"ANSWERS"}},
};

class ReportCompare : public Round {
 protected:
  // Imports the sample round, makes the reports, has MIDSA corrected, and makes
  // them again.
  void SetUp() override {
    Round::SetUp();
    Import(SampleRound());
    for (const Compared& compared : kCompared)
      before_.push_back(Create(compared.what));
    const Json record = JsonOf({"get", kMidsa}).at("questionnaire");
    Curate({"reject", record.at("claims").at(0).at("id")}, "a.diallo",
           "the letter of 3 May");
    for (const Json& meeting : record.at("meetings"))
      if (meeting.at("date").at("edtf") == "2016-08-16/2016-08-18")
        Curate({"correct", meeting.at("id"), "--set",
                "date=2016-08-22/2016-08-26"},
               "a.diallo", "the letter of 4 May");
    Curate({"state", "4", "nothing to report"}, "b.okafor",
           "telephone, 12 May");
    for (const Compared& compared : kCompared)
      after_.push_back(Create(compared.what));
  }

  // Makes a report of the latest revision; its name.
  std::string Create(const Words& what) {
    Words words = {"report", "create"};
    words.insert(words.end(), what.begin(), what.end());
    words.insert(words.end(), {"--format", "json", "--author", "test",
                               "--min-revision", absl::StrCat(Revision())});
    return JsonOf(words).at("report").at("name");
  }

  void Curate(const Words& step, const std::string& author,
              const std::string& reason) {
    Words words = {"curate", kMidsa};
    words.insert(words.end(), step.begin(), step.end());
    words.insert(words.end(), {"--author", author, "--reason", reason});
    Command(words);
  }

  Json Compare(const std::string& old_report, const std::string& new_report) {
    return JsonOf({"report", "compare", old_report, new_report})
        .at("comparison");
  }
  static Json Cells(const Json& comparison) {
    return comparison.at("diff").value("cells", Json::array());
  }

  Words before_;  // names, in the order of kCompared
  Words after_;
};

TEST_F(ReportCompare, EachKindSaysWhatTheCorrectionsChangedAndWhoMadeThem) {
  for (size_t i = 0; i < kCompared.size(); ++i) {
    SCOPED_TRACE(kCompared[i].what[0]);
    const Json comparison = Compare(before_[i], after_[i]);

    EXPECT_EQ(comparison.at("oldReport").at("name"), before_[i]);
    EXPECT_EQ(comparison.at("newReport").at("name"), after_[i]);
    EXPECT_EQ(comparison.value("saysTheSame", false),
              kCompared[i].kinds.empty());
    std::map<std::string, int> kinds;
    for (const Json& cell : Cells(comparison)) {
      ++kinds[std::string(cell.at("kind")).substr(sizeof("DIFF_KIND_") - 1)];
      ASSERT_EQ(cell.at("revisions").size(), 1u) << cell;
      const Json& revision = cell.at("revisions").at(0);
      const bool is_state = cell.at("kind") == "DIFF_KIND_COMPLETION" ||
                            cell.at("kind") == "DIFF_KIND_ANSWERS";
      EXPECT_EQ(revision.at("author"), is_state ? "b.okafor" : "a.diallo");
      EXPECT_EQ(revision.at("names").at(0), kMidsa);
      EXPECT_FALSE(std::string(revision.at("commitTime")).empty());
    }
    Words seen;
    for (const auto& [kind, count] : kinds) seen.push_back(kind);
    EXPECT_EQ(seen, kCompared[i].kinds) << comparison.dump(1);
  }
  // What was made before is what it was.
  const std::string verified = Command({"report", "verify"});
  EXPECT_TRUE(absl::StrContains(
      verified,
      absl::StrCat(2 * kCompared.size(), " verified, 0 not what they were")))
      << verified;
}

TEST_F(ReportCompare, AgreesWithTheDiffOfTheirRevisions) {
  const Json comparison = Compare(before_[6], after_[6]);
  const Json& from = comparison.at("diff").at("fromRevision");
  const Json& to = comparison.at("diff").at("toRevision");
  EXPECT_EQ(JsonOf({"diff", "--round", "2016", "--from", from, "--to", to})
                .at("diff"),
            comparison.at("diff"));
}

TEST_F(ReportCompare, IsForPeopleAndSpreadsheets) {
  const std::string text =
      Command({"report", "compare", before_[0].substr(8), after_[0].substr(8)});
  EXPECT_TRUE(absl::StrContains(text, "a.diallo: the letter of 3 May")) << text;
  EXPECT_TRUE(absl::StrContains(text, "1 cell of rounds/2016 differs")) << text;
  for (const absl::string_view line : absl::StrSplit(text, '\n'))
    EXPECT_LE(DisplayWidth(line), 80u) << line;
  const std::string csv =
      Command({"report", "compare", before_[8], after_[8], "--csv"});
  EXPECT_TRUE(absl::StrContains(csv, "\r\nanswers,2016,midsa,4,")) << csv;
  EXPECT_TRUE(absl::StrContains(csv, ",b.okafor,\"telephone, 12 May\","))
      << csv;
}

TEST_F(ReportCompare, WhatCannotBeComparedIsSaid) {
  const auto compare = [this](const std::string& a, const std::string& b,
                              int wanted_status) {
    return Command({"report", "compare", a, b}, wanted_status);
  };
  EXPECT_TRUE(absl::StrContains(compare(before_[0], after_[4], 4),
                                "new_report.spec.kind"));
  EXPECT_TRUE(absl::StrContains(compare(before_[1], after_[2], 4),
                                "new_report.spec.parameters.from_day"));
  EXPECT_TRUE(absl::StrContains(compare(after_[0], before_[0], 4),
                                "new_report.spec.revision"));
  EXPECT_TRUE(absl::StrContains(compare(before_[0], "none", 4), "new_report"));
  Command({"report", "compare", before_[0]}, 2);
  Command({"report", "compare", before_[0], after_[0], "--csv", "--json"}, 2);

  // Without the registry nobody knows who it was.
  ASSERT_EQ(registry_->Stop(), 0);
  compare(before_[0], after_[0], 5);
  compare(before_[5], after_[5], 0);
  StartRegistry();
  compare(before_[0], after_[0], 0);

  const std::string sha256 =
      JsonOf({"report", "show", before_[0]}).at("report").at("contentSha256");
  const std::string path =
      absl::StrCat(folder_, "/compendium-reporting/archive/objects/",
                   sha256.substr(0, 2), "/", sha256.substr(2));
  ASSERT_TRUE(std::filesystem::exists(path));
  ASSERT_TRUE(base::WriteFileAtomically(path, "something else").ok());
  compare(before_[0], after_[0], 4);
}

TEST_F(ReportCompare, AnotherWorkerOfTheArchiveSaysTheSame) {
  const Json before = Compare(before_[7], after_[7]);

  ASSERT_EQ(reporting_->Stop(), 0);
  std::filesystem::remove(folder_ + "/compendium-reporting/checkpoint");
  StartReporting();

  EXPECT_TRUE(Compare(before_[7], after_[7]) == before);
}

}  // namespace
}  // namespace compendium::tests
