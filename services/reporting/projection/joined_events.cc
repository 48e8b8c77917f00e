// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/joined_events.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "lib/base/status_macros.h"
#include "services/reporting/projection/event_runs.h"

namespace compendium::reporting {

std::vector<const ToldEvent*> JoinedEvents::TakeWith(
    std::vector<const ToldEvent*> told) {
  if (told.empty() || taken_.contains(told.front())) return {};
  const bool named =
      std::any_of(told.begin(), told.end(),
                  [](const ToldEvent* event) { return !event->sets.empty(); });
  if (!named) return told;
  taken_.insert(told.begin(), told.end());
  // Grows while it is walked.
  for (size_t i = 0; i < told.size(); ++i) {
    for (const ToldEvent* partner : PartnersOf(*told[i])) {
      if (taken_.contains(partner)) continue;
      std::vector<const ToldEvent*> run = {partner};
      if (partner->comparable)
        run = EventRuns(calendar_.comparable).Take(*partner);
      taken_.insert(run.begin(), run.end());
      told.insert(told.end(), run.begin(), run.end());
    }
  }
  return told;
}

std::vector<const ToldEvent*> JoinedEvents::PartnersOf(
    const ToldEvent& told) const {
  std::vector<const ToldEvent*> partners;
  for (const int set : told.sets) {
    for (const std::string& mechanism : told.links->MechanismsOf(set)) {
      auto name = MechanismName::FromId(mechanism);
      auto round = RoundName::FromId(told.round_id);
      CHECK(name.ok() && round.ok());  // they are those of told events
      const CalendarLink link = calendar_.contributions.Find(
          QuestionnaireName(*std::move(name), *std::move(round)));
      if (link == nullptr) continue;
      for (const ToldEvent& other : link->told_events)
        if (AreJoined(told, other)) partners.push_back(&other);
    }
  }
  return partners;
}

}  // namespace compendium::reporting
