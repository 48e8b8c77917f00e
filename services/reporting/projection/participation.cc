// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/participation.h"

#include <tuple>
#include <utility>

#include "services/reporting/projection/id_map.h"
#include "services/reporting/projection/kept_list.h"

namespace compendium::reporting {
namespace {

using registry::v1::Participant;
using registry::v1::Questionnaire;

// Calls visit(place) for each participant of the questionnaire; for one that is
// listed twice, twice.
template <class Visit>
void ForEachPlace(const QuestionnaireName& name,
                  const Contribution& contribution, Visit visit) {
  if (contribution == nullptr) return;
  for (const Participant& participant : contribution->record.participants())
    visit(ParticipationPlace{KeyOf(participant), name.mechanism().id(),
                             name.round().id()});
}

}  // namespace

bool operator<(const ParticipationPlace& a, const ParticipationPlace& b) {
  return std::tie(a.participant, a.mechanism_id, a.round_id) <
         std::tie(b.participant, b.mechanism_id, b.round_id);
}

uint64_t ParticipationPlaceHash::operator()(
    const ParticipationPlace& place) const {
  const IdHash hash;
  return MixBits(hash(place.participant.country_code) +
                 3 * hash(place.participant.name_key) +
                 5 * hash(place.mechanism_id) + 7 * hash(place.round_id));
}

Participation Apply(Participation participation, const RecordEffect& effect) {
  const QuestionnaireName* name = effect.name.questionnaire();
  if (name == nullptr) return participation;
  const Contribution before = participation.contributions.Find(*name);
  Contribution after =
      KeepList(*name, effect, [](const Questionnaire& from, Questionnaire& to) {
        *to.mutable_participants() = from.participants();
      });
  if (SameContent(before, after)) return participation;
  ForEachPlace(*name, before, [&](const ParticipationPlace& place) {
    participation.index.Erase(place);
  });
  ForEachPlace(*name, after, [&](ParticipationPlace place) {
    participation.index.Set(std::move(place), after);
  });
  participation.contributions.Put(*name, std::move(after));
  return participation;
}

void ForEachSaved(const Participation& participation,
                  SavedRecordVisitor visit) {
  participation.contributions.ForEach([&](const Contribution& contribution) {
    visit(
        {SavedKind::kParticipants, contribution->record, contribution->sha256});
  });
}

}  // namespace compendium::reporting
