// SPDX-License-Identifier: Apache-2.0
#include "cli/report/comparison_text.h"

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"

namespace compendium {
namespace {

// Two reports about participation that differ as `text` says.
std::string TextOf(const std::string& text) {
  using google::protobuf::TextFormat;
  reporting::v1::ReportComparison comparison;
  EXPECT_TRUE(TextFormat::ParseFromString(
      R"pb(
        old_report {
          name: "reports/0123456789abcdef0123456789abcdef"
          spec {
            kind: REPORT_KIND_PARTICIPATION
            parameters { country_code: "ZMB" }
            revision: 29
            rule_set: "1"
          }
          create_time { seconds: 1480000000 }
          author: "a.diallo"
        }
        new_report {
          name: "reports/abcdef0123456789abcdef0123456789"
          spec {
            kind: REPORT_KIND_PARTICIPATION
            parameters { country_code: "ZMB" }
            revision: 31
            rule_set: "1"
          }
          create_time { seconds: 1480000060 }
          author: "b.okafor"
        }
        diff { from_revision: 29 to_revision: 31 })pb",
      &comparison));
  EXPECT_TRUE(TextFormat::MergeFromString(text, &comparison)) << text;
  return ComparisonText(comparison, {}, 80);
}

constexpr char kHead[] =
    "What  participation: ZMB\n"
    "Old   reports/0123456789abcdef0123456789abcdef, revision 29, made "
    "2016-11-24\n"
    "      15:06:40Z for a.diallo\n"
    "New   reports/abcdef0123456789abcdef0123456789, revision 31, made "
    "2016-11-24\n"
    "      15:07:40Z for b.okafor\n\n";

TEST(ComparisonText, SaysWhichReportsDifferInWhat) {
  EXPECT_EQ(
      TextOf(R"pb(
        diff {
          cells {
            kind: DIFF_KIND_PARTICIPATION
            questionnaire: "mechanisms/midsa/questionnaires/2016"
            subject: "ZMB"
            new_value: "member “Zambia”"
            revision_count: 1
            revisions {
              revision: 30
              commit_time { seconds: 1480000000 }
              author: "a.diallo"
              reason: "the letter"
              value: "member “Zambia”"
            }
          }
        })pb"),
      absl::StrCat(kHead,
                   "Participation\n"
                   "  MIDSA 2016 ZMB\n"
                   "    (nothing) → member “Zambia”\n"
                   "    rev. 30  2016-11-24 15:06:40Z, a.diallo: the letter\n"
                   "\n"
                   "1 cell differs between revision 29 and 31: participation "
                   "1.\n"));
}

TEST(ComparisonText, SaysWhatCellsDoNotTell) {
  const std::string no_cells = "0 cells differ between revision 29 and 31.\n";
  EXPECT_EQ(TextOf("says_the_same: true"),
            absl::StrCat(kHead, no_cells, "Both say the same.\n"));
  EXPECT_EQ(TextOf(""),
            absl::StrCat(kHead, no_cells,
                         "They do not say the same, but differ in no cell: in "
                         "a name or title, in who put\n"
                         "an item into a record, or in what only JSON has.\n"));
  EXPECT_EQ(
      TextOf("new_report { spec { rule_set: '2' } }"),
      absl::StrCat(kHead, no_cells,
                   "They were made by different rules, 1 and 2: where no "
                   "revision is told, the rules\nmay have changed a cell.\n"));
}

}  // namespace
}  // namespace compendium
