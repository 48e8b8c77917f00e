// SPDX-License-Identifier: Apache-2.0
#include "cli/report/comparison_text.h"

#include "absl/strings/str_cat.h"
#include "cli/report/report_words.h"
#include "cli/text/beside_text.h"
#include "cli/text/diff_text.h"
#include "lib/words/display_width.h"
#include "lib/words/time_words.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

void AddReport(const std::string& label, const v1::Report& report, size_t width,
               std::string& out) {
  AppendBeside(
      label,
      absl::StrCat(report.name(), ", revision ", report.spec().revision(),
                   ", made ", TimeWords(report.create_time()), " for ",
                   report.author()),
      width, out);
}

// What the cells do not say; empty when that is nothing.
std::string Remark(const v1::ReportComparison& comparison) {
  const std::string& old_rules = comparison.old_report().spec().rule_set();
  const std::string& new_rules = comparison.new_report().spec().rule_set();
  if (comparison.says_the_same()) return "Both say the same.";
  if (old_rules != new_rules)
    return absl::StrCat("They were made by different rules, ", old_rules,
                        " and ", new_rules,
                        ": where no revision is told, the rules may have "
                        "changed a cell.");
  if (comparison.diff().cells().empty())
    return "They do not say the same, but differ in no cell: in a name or "
           "title, in who put an item into a record, or in what only JSON "
           "has.";
  return "";
}

}  // namespace

std::string ComparisonText(const v1::ReportComparison& comparison,
                           const ShortNames& names, size_t width) {
  const v1::ReportSpec& spec = comparison.new_report().spec();
  std::string out;
  AppendBeside("What  ", WhatWords(spec.kind(), spec.parameters()), width, out);
  AddReport("Old   ", comparison.old_report(), width, out);
  AddReport("New   ", comparison.new_report(), width, out);
  absl::StrAppend(&out, "\n", DiffText(comparison.diff(), names, width));
  const std::string remark = Remark(comparison);
  if (!remark.empty()) absl::StrAppend(&out, Paragraph(remark, width));
  return out;
}

}  // namespace compendium
