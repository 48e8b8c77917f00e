// SPDX-License-Identifier: Apache-2.0
// What reports say may only change together with kRuleSet: the hashes of the
// sample round's reports stand in report_hashes.txt with the rule set that they
// are of.
//
//   list = "rule_set" SP number LF *line
//   line = kind SP form SP sha256 LF      ; form: CSV, JSON, ICALENDAR,
//   DOCUMENT
#include <gtest/gtest.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "lib/base/atomic_file.h"
#include "lib/base/sha256.h"
#include "lib/report/make_document.h"
#include "lib/report/rule_set.h"
#include "lib/report/write_data.h"
#include "tests/report/document_dump.h"
#include "tests/report/sample_reports.h"

namespace compendium::tests {
namespace {

namespace v1 = reporting::v1;

constexpr char kWriteVariable[] = "COMPENDIUM_WRITE_REPORT_HASHES";

std::string ListPath() {
  return absl::StrCat(getenv("COMPENDIUM_SOURCE_DIR"),
                      "/tests/report/report_hashes.txt");
}

std::string Line(const v1::ReportContent& content, absl::string_view form,
                 const std::string& bytes) {
  return absl::StrCat(ShortKind(content.spec().kind()), " ", form, " ",
                      base::Sha256Hex(bytes), "\n");
}

// The list as this program makes it.
std::string MakeList() {
  std::string list = absl::StrCat("rule_set ", kRuleSet, "\n");
  for (const v1::ReportContent& content : SampleReports()) {
    for (const v1::ReportFormat format : FormatsOf(content.spec().kind())) {
      const auto bytes = WriteData(content, format);
      if (absl::IsUnimplemented(bytes.status())) continue;  // of the Document
      EXPECT_TRUE(bytes.ok()) << bytes.status();
      const std::string form =
          v1::ReportFormat_Name(format).substr(sizeof("REPORT_FORMAT_") - 1);
      absl::StrAppend(&list, Line(content, form, bytes.value_or("")));
    }
    const auto document = MakeDocument(content);
    EXPECT_TRUE(document.ok()) << document.status();
    if (document.ok())
      absl::StrAppend(&list, Line(content, "DOCUMENT", Dump(*document)));
  }
  return list;
}

TEST(ReportRules, ReportsAreThoseOfTheirRuleSet) {
  const std::string made = MakeList();
  if (getenv(kWriteVariable) != nullptr) {
    ASSERT_TRUE(base::WriteFileAtomically(ListPath(), made).ok());
    GTEST_SKIP() << "NOT TESTED: wrote " << ListPath() << " anew";
  }

  const auto kept = base::ReadFile(ListPath(), 1 << 16);

  ASSERT_TRUE(kept.ok()) << kept.status();
  const std::vector<std::string> want = absl::StrSplit(*kept, '\n');
  const std::vector<std::string> got = absl::StrSplit(made, '\n');
  const bool same_rules = want[0] == got[0];
  for (const std::string& line : got) {
    if (absl::StrContains(*kept, line)) continue;
    ADD_FAILURE() << line << " is not in tests/report/report_hashes.txt: "
                  << (same_rules
                          ? "reports changed. If that is meant, raise kRuleSet "
                            "in lib/report/rule_set.h, "
                          : "kRuleSet was raised: ")
                  << "write the list anew with " << kWriteVariable
                  << "=1 and this test, and add a line to the table of rule "
                     "sets in docs/reports.md";
  }
  EXPECT_EQ(got.size(), want.size());
}

}  // namespace
}  // namespace compendium::tests
