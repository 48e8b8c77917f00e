// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>

#include "compendium/registry/v1/questionnaire.pb.h"
#include "lib/domain/resource_name.h"
#include "services/reporting/projection/id_map.h"
#include "services/reporting/projection/kept_record.h"

namespace compendium::reporting {

// What a projection keeps of one questionnaire.
using Contribution = KeptLink<registry::v1::Questionnaire>;

// One contribution for each questionnaire, by round id, then mechanism id. A
// value; copies share their content. No round on it is empty.
class QuestionnaireShelf {
 public:
  // The contribution that stands there, or null.
  Contribution Find(const QuestionnaireName& name) const {
    const IdMap<Contribution>* round = Round(name.round());
    if (round == nullptr) return nullptr;
    const Contribution* found = round->Find(name.mechanism().id());
    return found == nullptr ? nullptr : *found;
  }

  // Those of a round by mechanism id, or null; valid as long as the shelf.
  const IdMap<Contribution>* Round(const RoundName& name) const {
    return rounds_.Find(name.id());
  }

  // Puts `contribution` in place of what stands there; null takes that out.
  void Put(const QuestionnaireName& name, Contribution contribution) {
    const IdMap<Contribution>* before = Round(name.round());
    IdMap<Contribution> round;
    if (before != nullptr) round = *before;
    if (contribution == nullptr) {
      round.Erase(name.mechanism().id());
    } else {
      round.Set(name.mechanism().id(), std::move(contribution));
    }
    if (round.empty()) {
      rounds_.Erase(name.round().id());
    } else {
      rounds_.Set(name.round().id(), std::move(round));
    }
  }

  // Calls visit(contribution) by round, then mechanism.
  template <class Visit>
  void ForEach(Visit visit) const {
    rounds_.ForEach([&](const std::string&, const IdMap<Contribution>& round) {
      round.ForEach([&](const std::string&, const Contribution& contribution) {
        visit(contribution);
      });
    });
  }

 private:
  IdMap<IdMap<Contribution>> rounds_;
};

}  // namespace compendium::reporting
