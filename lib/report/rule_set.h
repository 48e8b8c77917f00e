// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "absl/strings/string_view.h"

namespace compendium {

// The rules by which this release makes reports: which figures, in which words,
// in which layout. Two releases with one rule set write the same bytes for the
// same ReportSpec in every format but those that say otherwise in
// docs/reports.md.
//
// Raise it in the same change that alters any byte of any report: a figure is
// counted otherwise, a word, a column, a colour or the order of two rows
// changes, a table of the domain (frameworks, countries, regions) gets another
// title, a library that writes files writes them otherwise. It is a number and
// nothing else; it only grows. tests/report/report_rules_test holds the
// hashes of the sample round's reports against it: when they differ, raise the
// number here, write the list anew as the failure says, and add a line to the
// table in docs/reports.md.
inline constexpr absl::string_view kRuleSet = "2";

}  // namespace compendium
