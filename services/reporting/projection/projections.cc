// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/projections.h"

#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/base/sha256.h"
#include "lib/base/status_macros.h"

namespace compendium::reporting {
namespace {

using registry::v1::Mechanism;
using registry::v1::Questionnaire;
using registry::v1::Round;

// Parses a saved record and names it after its field `name`.
template <class Message, class Name>
absl::StatusOr<std::pair<Message, Name>> ParseSaved(absl::string_view bytes) {
  Message message;
  if (!message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
    return absl::DataLossError("record: got bytes that are not its message");
  absl::StatusOr<Name> name = Name::Parse(message.name());
  if (!name.ok())
    return absl::DataLossError(
        absl::StrCat("record.name: ", name.status().message()));
  return std::pair<Message, Name>(std::move(message), *std::move(name));
}

// Gives a saved questionnaire to the projection that saved it.
void RestoreQuestionnaire(SavedKind kind, const RecordEffect& effect,
                          Projections& projections) {
  const auto apply = [&effect](auto& projection) {
    projection = Apply(std::move(projection), effect);
  };
  switch (kind) {
    case SavedKind::kAnswers:
      return apply(projections.answers);
    case SavedKind::kMeetings:
      return apply(projections.calendar);
    case SavedKind::kParticipants:
      return apply(projections.participation);
    case SavedKind::kProjects:
      return apply(projections.projects);
    case SavedKind::kPublications:
      return apply(projections.publications);
    case SavedKind::kMechanism:
    case SavedKind::kRound:
    case SavedKind::kFindings:
      break;
  }
}

}  // namespace

absl::StatusOr<Projections> Apply(Projections projections,
                                  const registry::v1::Change& change) {
  for (const auto& record : change.records()) {
    ASSIGN_OR_RETURN(const std::optional<RecordEffect> effect,
                     ReadEffect(record));
    if (!effect.has_value()) continue;
    projections.directory = Apply(std::move(projections.directory), *effect);
    projections.answers = Apply(std::move(projections.answers), *effect);
    projections.calendar = Apply(std::move(projections.calendar), *effect);
    projections.participation =
        Apply(std::move(projections.participation), *effect);
    projections.projects = Apply(std::move(projections.projects), *effect);
    projections.publications =
        Apply(std::move(projections.publications), *effect);
    projections.findings = Apply(std::move(projections.findings), *effect);
  }
  return projections;
}

void ForEachSaved(const Projections& projections, SavedRecordVisitor visit) {
  ForEachSaved(projections.directory, visit);
  ForEachSaved(projections.answers, visit);
  ForEachSaved(projections.calendar, visit);
  ForEachSaved(projections.participation, visit);
  ForEachSaved(projections.projects, visit);
  ForEachSaved(projections.publications, visit);
  ForEachSaved(projections.findings, visit);
}

absl::Status Restore(SavedKind kind, absl::string_view bytes,
                     Projections& projections) {
  switch (kind) {
    case SavedKind::kMechanism: {
      ASSIGN_OR_RETURN(const auto saved,
                       (ParseSaved<Mechanism, MechanismName>(bytes)));
      RecordEffect effect{saved.second};
      effect.mechanism = &saved.first;
      projections.directory = Apply(std::move(projections.directory), effect);
      return absl::OkStatus();
    }
    case SavedKind::kRound: {
      ASSIGN_OR_RETURN(const auto saved, (ParseSaved<Round, RoundName>(bytes)));
      RecordEffect effect{saved.second};
      effect.round = &saved.first;
      projections.directory = Apply(std::move(projections.directory), effect);
      projections.calendar = Apply(std::move(projections.calendar), effect);
      return absl::OkStatus();
    }
    case SavedKind::kAnswers:
    case SavedKind::kMeetings:
    case SavedKind::kParticipants:
    case SavedKind::kProjects:
    case SavedKind::kPublications: {
      ASSIGN_OR_RETURN(const auto saved,
                       (ParseSaved<Questionnaire, QuestionnaireName>(bytes)));
      RecordEffect effect{saved.second};
      effect.questionnaire = &saved.first;
      RestoreQuestionnaire(kind, effect, projections);
      return absl::OkStatus();
    }
    case SavedKind::kFindings: {
      ASSIGN_OR_RETURN(
          auto saved, (ParseSaved<v1::KeptFindings, QuestionnaireName>(bytes)));
      projections.findings.contributions.Put(saved.second,
                                             Keep(std::move(saved.first)));
      return absl::OkStatus();
    }
  }
  return absl::DataLossError(absl::StrCat(
      "record.kind: got ", static_cast<int>(kind), ", want 1 to 8"));
}

std::string Sha256Of(const Projections& projections) {
  std::string digests;
  ForEachSaved(projections, [&](const SavedRecord& saved) {
    digests.push_back(static_cast<char>(saved.kind));
    absl::StrAppend(&digests, saved.sha256);
  });
  return base::Sha256({digests});
}

}  // namespace compendium::reporting
