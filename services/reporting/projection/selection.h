// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "absl/status/status.h"
#include "lib/base/status_macros.h"
#include "lib/domain/resource_name.h"
#include "services/reporting/projection/directory.h"
#include "services/reporting/projection/not_found.h"
#include "services/reporting/projection/questionnaire_shelf.h"

namespace compendium::reporting {

// Which questionnaires are asked for; an absent field does not limit.
struct Selection {
  std::optional<RoundName> round = std::nullopt;
  std::optional<MechanismName> mechanism = std::nullopt;
};

// NOT_FOUND when the directory has not the selected round or mechanism.
inline absl::Status CheckExists(const Directory& directory,
                                const Selection& selection) {
  if (selection.round.has_value() &&
      directory.rounds.Find(selection.round->id()) == nullptr)
    return NotFound("round", selection.round->ToString());
  if (selection.mechanism.has_value() &&
      directory.mechanisms.Find(selection.mechanism->id()) == nullptr)
    return NotFound("mechanism", selection.mechanism->ToString());
  return absl::OkStatus();
}

// Calls visit(link) for what the shelf holds of each selected questionnaire, by
// round, then mechanism. Ends with the first status that is not OK.
template <class Link, class Visit>
absl::Status ForEachSelected(const QuestionnaireShelf<Link>& shelf,
                             const Selection& selection, Visit visit) {
  absl::Status status;
  const auto of_round = [&](const IdMap<Link>& round) {
    if (!status.ok()) return;
    if (selection.mechanism.has_value()) {
      const Link* link = round.Find(selection.mechanism->id());
      if (link != nullptr) status = visit(*link);
      return;
    }
    round.ForEachFrom(std::string(), [&](const std::string&, const Link& link) {
      status = visit(link);
      return status.ok();
    });
  };
  if (!selection.round.has_value()) {
    shelf.ForEachRound(of_round);
  } else if (const auto* round = shelf.Round(*selection.round)) {
    of_round(*round);
  }
  return status;
}

}  // namespace compendium::reporting
