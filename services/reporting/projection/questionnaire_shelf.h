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

// One Link for each questionnaire, by round id, then mechanism id. A Link is a
// shared pointer to something constant. A value; copies share their content. No
// round on it is empty.
template <class Link>
class QuestionnaireShelf {
 public:
  bool empty() const { return rounds_.empty(); }

  // What stands there, or null.
  Link Find(const QuestionnaireName& name) const {
    const IdMap<Link>* round = Round(name.round());
    if (round == nullptr) return nullptr;
    const Link* found = round->Find(name.mechanism().id());
    return found == nullptr ? nullptr : *found;
  }

  // Those of a round by mechanism id, or null; valid as long as the shelf.
  const IdMap<Link>* Round(const RoundName& name) const {
    return rounds_.Find(name.id());
  }

  // Puts `link` in place of what stands there; null takes that out.
  void Put(const QuestionnaireName& name, Link link) {
    const IdMap<Link>* before = Round(name.round());
    IdMap<Link> round;
    if (before != nullptr) round = *before;
    if (link == nullptr) {
      round.Erase(name.mechanism().id());
    } else {
      round.Set(name.mechanism().id(), std::move(link));
    }
    if (round.empty()) {
      rounds_.Erase(name.round().id());
    } else {
      rounds_.Set(name.round().id(), std::move(round));
    }
  }

  // Calls visit(links by mechanism id) for each round, in order.
  template <class Visit>
  void ForEachRound(Visit visit) const {
    rounds_.ForEach(
        [&](const std::string&, const IdMap<Link>& round) { visit(round); });
  }

  // Calls visit(link) by round, then mechanism.
  template <class Visit>
  void ForEach(Visit visit) const {
    ForEachRound([&](const IdMap<Link>& round) {
      round.ForEach([&](const std::string&, const Link& link) { visit(link); });
    });
  }

 private:
  IdMap<IdMap<Link>> rounds_;
};

}  // namespace compendium::reporting
