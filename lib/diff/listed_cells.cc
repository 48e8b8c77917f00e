// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "lib/diff/cells_of.h"
#include "lib/diff/value_words.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

// Adds the cell of an item that is listed.
template <class Item>
void AddItem(v1::DiffKind kind, const std::string& questionnaire,
             const Item& item, std::string value, Cells& cells) {
  Cell cell;
  cell.title = item.title();
  cell.is_titled = true;
  // It is there, whatever is said of it.
  cell.value = value.empty() ? "listed" : std::move(value);
  AddEvidence(questionnaire, item.evidence(), cell);
  AddCell({kind, questionnaire, item.id().empty() ? item.title() : item.id()},
          std::move(cell), cells);
}

}  // namespace

Cells CellsOf(const v1::Projects& projects) {
  Cells cells;
  for (const v1::ListedProject& listed : projects.projects()) {
    const registry::v1::Project& project = listed.project();
    AddItem(
        v1::DIFF_KIND_PROJECTS, listed.questionnaire(), project,
        JoinParts({project.period().edtf(), project.website_uri(),
                   project.coverage(), project.funding(), project.objective()}),
        cells);
  }
  return cells;
}

Cells CellsOf(const v1::Publications& publications) {
  Cells cells;
  for (const v1::ListedPublication& listed : publications.publications()) {
    const registry::v1::Publication& publication = listed.publication();
    AddItem(
        v1::DIFF_KIND_PUBLICATIONS, listed.questionnaire(), publication,
        JoinParts({publication.date().edtf(), ValueWord(publication.status()),
                   publication.link_uri()}),
        cells);
  }
  return cells;
}

}  // namespace compendium
