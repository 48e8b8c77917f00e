// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/publications.h"

#include "services/reporting/projection/kept_list.h"

namespace compendium::reporting {

using registry::v1::Questionnaire;

Publications Apply(Publications publications, const RecordEffect& effect) {
  ApplyList(
      effect,
      [](const Questionnaire& from, Questionnaire& to) {
        *to.mutable_publications() = from.publications();
      },
      publications.contributions);
  return publications;
}

void ForEachSaved(const Publications& publications, SavedRecordVisitor visit) {
  publications.contributions.ForEach([&](const Contribution& contribution) {
    visit(
        {SavedKind::kPublications, contribution->record, contribution->sha256});
  });
}

}  // namespace compendium::reporting
