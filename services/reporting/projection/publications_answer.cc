// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/publications_answer.h"

#include "lib/base/status_macros.h"
#include "services/reporting/projection/date_value.h"
#include "services/reporting/projection/listed_items.h"

namespace compendium::reporting {
namespace {

bool Selects(const PublicationsQuery& query,
             const registry::v1::Publication& publication) {
  if (query.status.has_value() && publication.status() != *query.status)
    return false;
  return query.days.MaySelect(DateValue(publication.date()));
}

}  // namespace

absl::StatusOr<v1::Publications> AnswerPublications(
    const Directory& directory, const Publications& publications,
    const PublicationsQuery& query) {
  v1::Publications answer;
  ListedItems items("publications");
  const auto add = [&](const registry::v1::Questionnaire& questionnaire) {
    for (int i = 0; i < questionnaire.publications_size(); ++i) {
      const auto& publication = questionnaire.publications(i);
      if (!Selects(query, publication)) continue;
      v1::ListedPublication& listed = *answer.add_publications();
      listed.set_questionnaire(questionnaire.name());
      listed.set_publication_index(i);
      *listed.mutable_publication() = publication;
      RETURN_IF_ERROR(items.Add(listed));
    }
    return absl::OkStatus();
  };
  RETURN_IF_ERROR(ForEachCounted(directory, publications.contributions,
                                 query.selection, add));
  return answer;
}

}  // namespace compendium::reporting
