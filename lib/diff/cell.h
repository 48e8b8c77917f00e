// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <map>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "compendium/registry/v1/finding.pb.h"
#include "compendium/reporting/v1/diff.pb.h"

namespace compendium {

// Names a cell of an aggregate; see ChangedCell in diff.proto.
struct CellKey {
  reporting::v1::DiffKind kind;
  std::string questionnaire;
  std::string subject;

  // NOLINTNEXTLINE(modernize-use-nullptr): the check mistakes the operator's 0
  friend auto operator<=>(const CellKey&, const CellKey&) = default;
};

// What a cell says.
struct Cell {
  std::string title;  // of its subject, for people
  // In short words, however long: cells with equal ones say the same.
  std::string value;
  bool is_titled = false;  // whether the title is part of what it says
  std::vector<registry::v1::FindingEvidence> evidence;
  // Where the cell stands among those of its kind.
  std::string order;
  // By which a cell of another answer is known to be the same, though it may
  // have another key: one of them in common is enough. Empty: by the key.
  std::vector<std::string> ids;
};

// The cells of an answer.
using Cells = std::map<CellKey, Cell>;

// Puts a cell to the others. A key that is taken gets a number: " (2)".
void AddCell(CellKey key, Cell cell, Cells& cells);

// Adds all of `more`, which have other keys.
void AddCells(Cells more, Cells& cells);

// `text` so that digits in it order as numbers: "0010.0007" for "10.7".
std::string NaturalOrder(absl::string_view text);

// mechanisms/{mechanism}/questionnaires/{round}.
std::string QuestionnaireOf(absl::string_view mechanism,
                            absl::string_view round);

// The words that an item of a questionnaire rests on, added to the evidence of
// a cell unless there are none.
void AddEvidence(absl::string_view questionnaire,
                 const registry::v1::Evidence& evidence, Cell& cell);

}  // namespace compendium
