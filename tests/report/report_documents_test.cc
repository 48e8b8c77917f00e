// SPDX-License-Identifier: Apache-2.0
// What every document of the sample round holds to, whatever its kind.
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "lib/report/make_document.h"
#include "tests/report/document_dump.h"
#include "tests/report/sample_reports.h"

namespace compendium::tests {
namespace {

namespace v1 = reporting::v1;

// Every id of a document, and every target within it.
class Links {
 public:
  explicit Links(const Document& document) {
    for (const DocumentSection& section : document.sections) {
      AddId(section.id);
      for (const DocumentBlock& block : section.blocks)
        std::visit([this](const auto& one) { Add(one); }, block);
    }
  }

  std::map<std::string, int> ids;
  std::vector<std::string> targets;
  int row_count = 0;

 private:
  void AddId(const std::string& id) {
    if (!id.empty()) ++ids[id];
  }
  void Add(const std::vector<DocumentText>& parts) {
    for (const DocumentText& part : parts) {
      EXPECT_FALSE(part.text.empty());
      if (!part.target.empty()) targets.push_back(part.target);
    }
  }
  void Add(const DocumentParagraph& paragraph) {
    AddId(paragraph.id);
    EXPECT_FALSE(paragraph.parts.empty());
    Add(paragraph.parts);
  }
  void Add(const DocumentList& list) {
    EXPECT_FALSE(list.items.empty());
    for (const auto& item : list.items) Add(item);
  }
  void Add(const DocumentTable& table) {
    EXPECT_FALSE(table.id.empty());
    EXPECT_FALSE(table.caption.empty());
    EXPECT_FALSE(table.rows.empty()) << table.id;
    AddId(table.id);
    for (const DocumentRow& row : table.rows) {
      ++row_count;
      AddId(row.id);
      EXPECT_EQ(row.cells.size(), table.columns.size()) << table.id;
      for (const DocumentCell& cell : row.cells) Add(cell.parts);
    }
  }
  void Add(const DocumentChart& chart) {
    EXPECT_FALSE(chart.description.empty());
    AddId(chart.id);
    AddId(chart.id + "-title");
    AddId(chart.id + "-desc");
    EXPECT_TRUE(absl::StrContains(chart.svg, "role=\"img\""));
  }
};

bool IsXmlId(const std::string& id) {
  return !id.empty() &&
         absl::ascii_isalpha(static_cast<unsigned char>(id[0])) &&
         id.find_first_not_of(
             "abcdefghijklmnopqrstuvwxyz"
             "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.") == std::string::npos;
}

class ReportDocuments : public testing::TestWithParam<int> {
 protected:
  // Made once: reading the sample round takes a while.
  static const std::vector<v1::ReportContent>& Contents() {
    static const auto& contents =
        *new std::vector<v1::ReportContent>(SampleReports());
    return contents;
  }
  const v1::ReportContent& content() const {
    return Contents()[static_cast<size_t>(GetParam() - 1)];
  }
};

TEST_P(ReportDocuments, IdsAreDifferentAndTargetsAreThere) {
  const auto document = MakeDocument(content());
  ASSERT_TRUE(document.ok()) << document.status();

  const Links links(*document);

  for (const auto& [id, count] : links.ids) {
    EXPECT_EQ(count, 1) << id;
    EXPECT_TRUE(IsXmlId(id)) << id;
  }
  for (const std::string& target : links.targets) {
    if (absl::StartsWith(target, "#")) {
      EXPECT_EQ(links.ids.count(target.substr(1)), 1u) << target;
    } else {
      EXPECT_TRUE(absl::StartsWith(target, "http://") ||
                  absl::StartsWith(target, "https://"))
          << target;
    }
  }
  EXPECT_GT(links.row_count, 10);
}

TEST_P(ReportDocuments, LevelsRiseByOneAtMost) {
  const auto document = MakeDocument(content());
  ASSERT_TRUE(document.ok()) << document.status();

  int before = 0;
  for (const DocumentSection& section : document->sections) {
    EXPECT_GE(section.level, 1);
    EXPECT_LE(section.level, before + 1);
    EXPECT_FALSE(section.title.empty());
    EXPECT_FALSE(section.blocks.empty()) << section.id;
    before = section.level;
  }
}

TEST_P(ReportDocuments, SayWhatTheyWereMadeOf) {
  const auto document = MakeDocument(content());
  ASSERT_TRUE(document.ok()) << document.status();

  std::set<std::string> names;
  for (const DocumentFact& fact : document->facts) {
    EXPECT_FALSE(fact.value.empty()) << fact.name;
    EXPECT_TRUE(names.insert(fact.name).second) << fact.name;
  }
  for (const char* name :
       {"Report", "Round", "Revision", "Rule set", "Registry",
        "Hash of the revision", "SHA-256 of the content"})
    EXPECT_EQ(names.count(name), 1u) << name;
  EXPECT_FALSE(document->title.empty());
  EXPECT_FALSE(document->running_title.empty());
}

TEST_P(ReportDocuments, EqualContentsGiveEqualDocuments) {
  const auto first = MakeDocument(content());
  const v1::ReportContent copy = content();
  const auto second = MakeDocument(copy);

  ASSERT_TRUE(first.ok() && second.ok());
  EXPECT_TRUE(Dump(*first) == Dump(*second));
}

INSTANTIATE_TEST_SUITE_P(Kinds, ReportDocuments,
                         testing::Range(1, v1::ReportKind_MAX + 1),
                         [](const testing::TestParamInfo<int>& kind) {
                           return ShortKind(
                               static_cast<v1::ReportKind>(kind.param));
                         });

}  // namespace
}  // namespace compendium::tests
