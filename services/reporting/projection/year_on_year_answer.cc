// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/year_on_year_answer.h"

#include <map>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/request/error_details.h"
#include "services/reporting/limits.h"
#include "services/reporting/projection/answer_size.h"
#include "services/reporting/projection/calendar_answer.h"
#include "services/reporting/projection/claim_movements.h"
#include "services/reporting/projection/coverage_answer.h"
#include "services/reporting/projection/meeting_movements.h"
#include "services/reporting/projection/participant_movements.h"
#include "services/reporting/projection/participation_answer.h"
#include "services/reporting/projection/selection.h"

namespace compendium::reporting {
namespace {

// The round to compare with.
absl::StatusOr<RoundName> BaseRound(const Directory& directory,
                                    const YearOnYearQuery& query) {
  if (query.base_round.has_value()) {
    RETURN_IF_ERROR(CheckExists(directory, {.round = query.base_round}));
    return *query.base_round;
  }
  std::string before;
  directory.rounds.ForEach([&](const std::string& id, const auto&) {
    if (id < query.round.id()) before = id;  // in order: the last one stays
  });
  if (before.empty())
    return ErrorWithReason(
        absl::StatusCode::kNotFound, "NO_EARLIER_ROUND",
        absl::StrCat("base_round: got nothing, want the round to compare ",
                     query.round.ToString(), " with: there is none before it"));
  return RoundName::FromId(before);
}

// What one round says.
struct Year {
  NodesByMechanism nodes;
  ParticipantsByMechanism participants;
  EventsByMechanism events;
  // Mechanisms with a questionnaire, with their names for people.
  std::map<std::string, std::string> answered;
};

absl::StatusOr<Year> ReadYear(const Projections& state, const RoundName& round,
                              const YearOnYearQuery& query) {
  const Selection selection = {.round = round, .mechanism = query.mechanism};
  ASSIGN_OR_RETURN(
      const v1::Coverage coverage,
      AnswerCoverage(state.directory, state.answers,
                     CoverageQuery{round, query.framework, query.mechanism}));
  ASSIGN_OR_RETURN(const v1::Participation participation,
                   AnswerParticipation(state.directory, state.participation,
                                       {.selection = selection}));
  ASSIGN_OR_RETURN(const v1::Calendar calendar,
                   AnswerCalendar(state.directory, state.calendar,
                                  {.selection = selection}));
  Year year = {.nodes = ReadNodes(coverage),
               .participants = ReadParticipants(participation),
               .events = ReadEvents(calendar, round),
               .answered = {}};
  for (const v1::MechanismCoverage& mechanism : coverage.mechanisms())
    if (mechanism.verdict() != v1::COVERAGE_VERDICT_NO_QUESTIONNAIRE)
      year.answered[mechanism.mechanism()] = mechanism.display_name();
  return year;
}

// What a mechanism says in the only round in which it answered.
void AddMechanism(const std::string& mechanism, const Year& year,
                  v1::Movement movement, v1::YearOnYear& answer) {
  const auto count = [&](const auto& by_mechanism) {
    const auto found = by_mechanism.find(mechanism);
    return found == by_mechanism.end()
               ? 0
               : static_cast<int32_t>(found->second.size());
  };
  v1::MechanismMovement& told = *answer.add_mechanisms();
  told.set_mechanism(mechanism);
  told.set_display_name(year.answered.at(mechanism));
  told.set_movement(movement);
  told.set_node_count(count(year.nodes));
  told.set_participant_count(count(year.participants));
  told.set_event_count(count(year.events));
}

// What both rounds have of one mechanism; empty for none.
template <class ByMechanism>
const typename ByMechanism::mapped_type& Of(const ByMechanism& by_mechanism,
                                            const std::string& mechanism) {
  static const typename ByMechanism::mapped_type kNone;
  const auto found = by_mechanism.find(mechanism);
  return found == by_mechanism.end() ? kNone : found->second;
}

}  // namespace

absl::StatusOr<v1::YearOnYear> AnswerYearOnYear(const Projections& state,
                                                const YearOnYearQuery& query) {
  RETURN_IF_ERROR(CheckExists(
      state.directory, {.round = query.round, .mechanism = query.mechanism}));
  ASSIGN_OR_RETURN(const RoundName base_round,
                   BaseRound(state.directory, query));
  ASSIGN_OR_RETURN(const Year base, ReadYear(state, base_round, query));
  ASSIGN_OR_RETURN(const Year now, ReadYear(state, query.round, query));

  v1::YearOnYear answer;
  answer.set_round(query.round.ToString());
  answer.set_base_round(base_round.ToString());
  answer.set_framework(std::string(query.framework.id()));
  std::map<std::string, std::string> answered = base.answered;
  answered.insert(now.answered.begin(), now.answered.end());
  v1::YearOnYearCounts& counts = *answer.mutable_counts();
  for (const auto& [mechanism, display_name] : answered) {
    if (now.answered.count(mechanism) == 0) {
      AddMechanism(mechanism, base, v1::MOVEMENT_DISAPPEARED, answer);
    } else if (base.answered.count(mechanism) == 0) {
      AddMechanism(mechanism, now, v1::MOVEMENT_APPEARED, answer);
    } else {
      counts.set_compared_mechanism_count(counts.compared_mechanism_count() +
                                          1);
      AddClaimMovements(mechanism, Of(base.nodes, mechanism),
                        Of(now.nodes, mechanism), query.framework, answer);
      AddParticipantMovements(mechanism, Of(base.participants, mechanism),
                              Of(now.participants, mechanism), answer);
      AddMeetingMovements(mechanism, Of(base.events, mechanism),
                          Of(now.events, mechanism), answer);
    }
  }
  if (!AnswerSize().Add(answer))
    return AnswerTooLarge("year_on_year", kAnswerBytesMax, "bytes",
                          "a single mechanism");
  return answer;
}

}  // namespace compendium::reporting
