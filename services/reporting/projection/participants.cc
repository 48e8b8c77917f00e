// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/participants.h"

#include "services/reporting/projection/kept_list.h"

namespace compendium::reporting {

using registry::v1::Questionnaire;

Participants Apply(Participants participants, const RecordEffect& effect) {
  ApplyList(
      effect,
      [](const Questionnaire& from, Questionnaire& to) {
        *to.mutable_participants() = from.participants();
      },
      participants.contributions);
  return participants;
}

void ForEachSaved(const Participants& participants, SavedRecordVisitor visit) {
  participants.contributions.ForEach([&](const Contribution& contribution) {
    visit(
        {SavedKind::kParticipants, contribution->record, contribution->sha256});
  });
}

}  // namespace compendium::reporting
