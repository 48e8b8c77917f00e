// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "lib/base/persistent_map.h"
#include "services/reporting/projection/participant_key.h"
#include "services/reporting/projection/questionnaire_shelf.h"
#include "services/reporting/projection/record_effect.h"
#include "services/reporting/projection/saved_record.h"

namespace compendium::reporting {

// That a questionnaire lists a participant: by participant, mechanism, round.
struct ParticipationPlace {
  ParticipantKey participant;
  std::string mechanism_id;
  std::string round_id;

  friend bool operator<(const ParticipationPlace& a,
                        const ParticipationPlace& b);
};

// The same in every process.
struct ParticipationPlaceHash {
  uint64_t operator()(const ParticipationPlace& place) const;
};

// The questionnaire that lists the participant stands with its place.
using ParticipationIndex = base::PersistentMap<ParticipationPlace, Contribution,
                                               ParticipationPlaceHash>;

// The projection behind participation: the participants that each questionnaire
// lists, by round and mechanism and, the other way round, by participant. A
// value; copies share their content.
//
// A change replaces the contribution of one questionnaire and the places of its
// participants, and nothing else.
struct Participation {
  QuestionnaireShelf<Contribution> contributions;  // none without participants
  ParticipationIndex index;
};

// The participation after a change.
Participation Apply(Participation participation, const RecordEffect& effect);

// Visits the state's records by round, then mechanism.
void ForEachSaved(const Participation& participation, SavedRecordVisitor visit);

}  // namespace compendium::reporting
