// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "absl/strings/string_view.h"
#include "compendium/reporting/v1/report.pb.h"
#include "lib/report/document.h"
#include "lib/report/evidence_list.h"
#include "lib/words/short_name.h"

namespace compendium {

// What all parts of one document share while it is built. Borrows the content.
struct ReportContext {
  explicit ReportContext(const reporting::v1::ReportContent& its_content);

  // The full name of a mechanism, mechanisms/{mechanism}; the name itself when
  // the content does not say.
  std::string DisplayName(absl::string_view mechanism) const;

  // The short names of mechanisms, ", " between them.
  template <class Names>
  std::string ShortNamesOf(const Names& mechanisms) const {
    std::string words;
    for (const auto& mechanism : mechanisms) {
      if (!words.empty()) words += ", ";
      words += names.Of(mechanism);
    }
    return words;
  }

  const reporting::v1::ReportContent& content;
  ShortNames names;
  EvidenceList evidence;
};

// "Calendar of meetings", or what else a report of this kind is called.
std::string ReportKindWords(reporting::v1::ReportKind kind);

// What the content's round is called; "All rounds" for a report of no round.
std::string RoundWords(const reporting::v1::ReportContent& content);

// A document without sections. Its facts are what the title page says of the
// report: its kind, its parameters in words, the revision and when that was
// committed, the rule set, the store, the revision's hash and the SHA-256 of
// the content.
Document MakeFrame(const ReportContext& context);

}  // namespace compendium
