// SPDX-License-Identifier: Apache-2.0
#include "lib/document/questionnaire_reader.h"

#include <optional>
#include <string>
#include <utility>

#include "lib/document/answer_reader.h"
#include "lib/document/known_mechanism.h"
#include "lib/document/preamble.h"
#include "lib/domain/participant.h"
#include "lib/domain/theme.h"

namespace compendium {
namespace {

using registry::v1::Mechanism;
using registry::v1::Participant;
using registry::v1::Questionnaire;

registry::v1::ParticipantKind ToProto(ParticipantKind kind) {
  switch (kind) {
    case ParticipantKind::kUnknown:
      return registry::v1::PARTICIPANT_KIND_UNSPECIFIED;
    case ParticipantKind::kState:
      return registry::v1::PARTICIPANT_KIND_STATE;
    case ParticipantKind::kTerritory:
      return registry::v1::PARTICIPANT_KIND_TERRITORY;
    case ParticipantKind::kOrganisation:
      return registry::v1::PARTICIPANT_KIND_ORGANISATION;
    case ParticipantKind::kOtherEntity:
      return registry::v1::PARTICIPANT_KIND_OTHER_ENTITY;
  }
  return registry::v1::PARTICIPANT_KIND_UNSPECIFIED;
}

void FillProfile(const Section& section, const PreambleReader& preamble,
                 ParsedQuestionnaire& parsed) {
  Questionnaire& questionnaire = parsed.questionnaire;
  questionnaire.set_title(section.heading);
  for (const std::string& name : preamble.Participants()) {
    *questionnaire.add_participants() = MakeParticipant(name);
  }
  for (const std::string& area : preamble.FocusAreas()) {
    registry::v1::FocusArea& focus = *questionnaire.add_focus_areas();
    focus.set_as_written(area);
    for (std::string& theme : ThemesOf(area)) {
      *focus.add_themes() = std::move(theme);
    }
    focus.set_origin(registry::v1::ORIGIN_EXTRACTED);
  }
  FillMechanism(parsed);
}

void FillAnswers(std::vector<AnswerDraft>& drafts,
                 Questionnaire& questionnaire) {
  for (AnswerDraft& draft : drafts) {
    registry::v1::Answer& answer = *questionnaire.add_answers();
    answer.set_question_id(draft.question_id);
    answer.set_question_as_written(std::move(draft.question_as_written));
    answer.set_verbatim(std::move(draft.verbatim));
    answer.set_text(draft.text.Finish());
    answer.set_state(answer.text().empty()
                         ? registry::v1::ANSWER_STATE_BLANK
                         : registry::v1::ANSWER_STATE_ANSWERED);
  }
}

// For each line of the section, which known question the next label below it
// asks.
std::vector<std::optional<size_t>> NextQuestions(
    const std::vector<DocumentLine>& lines, const Section& section) {
  std::vector<std::optional<size_t>> next(section.end_line -
                                          section.begin_line);
  std::optional<size_t> question;
  for (size_t i = section.end_line; i-- > section.begin_line;) {
    next[i - section.begin_line] = question;
    if (IsQuestionLabel(lines[i])) question = lines[i].label->known();
  }
  return next;
}

}  // namespace

Participant MakeParticipant(const std::string& name) {
  const ParticipantMatch match = LookUpLossyParticipant(name);
  Participant participant;
  participant.set_as_written(name);
  if (match.country.has_value()) {
    participant.set_country_code(match.country->ToString());
  }
  participant.set_kind(ToProto(match.kind));
  participant.set_role(registry::v1::PARTICIPANT_ROLE_MEMBER);
  participant.set_origin(registry::v1::ORIGIN_EXTRACTED);
  return participant;
}

void FillMechanism(ParsedQuestionnaire& parsed) {
  const Questionnaire& questionnaire = parsed.questionnaire;
  const KnownMechanism* known = FindKnownMechanism(questionnaire.title());
  const KnownMechanism mechanism =
      known != nullptr ? *known : MakeMechanism(questionnaire.title());
  if (parsed.mechanism_id.empty()) parsed.mechanism_id = mechanism.id;
  Mechanism& profile = parsed.mechanism;
  profile.set_display_name(mechanism.display_name);
  profile.set_acronym(mechanism.acronym);
  profile.set_level(mechanism.level);
  if (questionnaire.title() != mechanism.display_name) {
    profile.add_aliases(questionnaire.title());
  }
  *profile.mutable_participants() = questionnaire.participants();
  *profile.mutable_focus_areas() = questionnaire.focus_areas();
}

ParsedQuestionnaire ReadQuestionnaire(const std::vector<DocumentLine>& lines,
                                      const Section& section, size_t index,
                                      std::vector<LineOwner>& owners) {
  PreambleReader preamble;
  AnswerReader answers;
  const std::vector<std::optional<size_t>> next = NextQuestions(lines, section);
  bool in_preamble = true;
  for (size_t i = section.begin_line; i < section.end_line; ++i) {
    LineOwner& owner = owners[i];
    owner.questionnaire = index;
    in_preamble = in_preamble && !IsQuestionLabel(lines[i]);
    if (i < section.body_line) {
      owner.part = LineOwner::Part::kProfile;
    } else if (in_preamble) {
      owner.part = preamble.Read(lines[i]) ? LineOwner::Part::kProfile
                                           : LineOwner::Part::kRemainder;
    } else if (const auto answer =
                   answers.Read(lines[i], next[i - section.begin_line])) {
      owner.part = LineOwner::Part::kAnswer;
      owner.answer = *answer;
    } else {
      owner.part = LineOwner::Part::kRemainder;
    }
  }
  ParsedQuestionnaire parsed;
  FillProfile(section, preamble, parsed);
  FillAnswers(answers.drafts(), parsed.questionnaire);
  return parsed;
}

}  // namespace compendium
