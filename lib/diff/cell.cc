// SPDX-License-Identifier: Apache-2.0
#include "lib/diff/cell.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"

namespace compendium {

void AddCell(CellKey key, Cell cell, Cells& cells) {
  const std::string subject = key.subject;
  for (int number = 2; cells.count(key) != 0; ++number)
    key.subject = absl::StrCat(subject, " (", number, ")");
  cells.emplace(std::move(key), std::move(cell));
}

void AddCells(Cells more, Cells& cells) { cells.merge(more); }

std::string NaturalOrder(absl::string_view text) {
  constexpr size_t kDigits = 4;
  std::string order;
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    while (end < text.size() &&
           absl::ascii_isdigit(static_cast<unsigned char>(text[end])))
      ++end;
    if (end == at) {
      order.push_back(text[at++]);
      continue;
    }
    order.append(kDigits - std::min(kDigits, end - at), '0');
    absl::StrAppend(&order, text.substr(at, end - at));
    at = end;
  }
  return order;
}

std::string QuestionnaireOf(absl::string_view mechanism,
                            absl::string_view round) {
  return absl::StrCat(mechanism, "/questionnaires/",
                      absl::StripPrefix(round, "rounds/"));
}

void AddEvidence(absl::string_view questionnaire,
                 const registry::v1::Evidence& evidence, Cell& cell) {
  if (evidence.question_id().empty() && evidence.quote().empty()) return;
  registry::v1::FindingEvidence& quote = cell.evidence.emplace_back();
  quote.set_questionnaire(std::string(questionnaire));
  *quote.mutable_evidence() = evidence;
}

}  // namespace compendium
