// SPDX-License-Identifier: Apache-2.0
#include "lib/document/facts_json.h"

#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "lib/domain/resource_name.h"
#include "nlohmann/json.hpp"

namespace compendium {
namespace {

using Json = nlohmann::ordered_json;
using registry::v1::Answer;
using registry::v1::Claim;
using registry::v1::Meeting;
using registry::v1::Participant;
using registry::v1::Project;
using registry::v1::Publication;
using registry::v1::Questionnaire;

Json OrNull(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

// "MEETING_LEVEL_EXPERT" without "MEETING_LEVEL_" as "expert".
Json Word(absl::string_view value_name, absl::string_view prefix) {
  return absl::AsciiStrToLower(absl::StripPrefix(value_name, prefix));
}

// The same, but null for the value 0, which says nothing.
Json WordOrNull(int value, absl::string_view value_name,
                absl::string_view prefix) {
  return value == 0 ? Json(nullptr) : Word(value_name, prefix);
}

std::string SlugOf(const Questionnaire& questionnaire) {
  const auto name = QuestionnaireName::Parse(questionnaire.name());
  return name.ok() ? name->mechanism().id() : "";
}

Json KindOf(const Participant& participant) {
  if (participant.kind() == registry::v1::PARTICIPANT_KIND_STATE) {
    return "country";
  }
  return WordOrNull(participant.kind(),
                    registry::v1::ParticipantKind_Name(participant.kind()),
                    "PARTICIPANT_KIND_");
}

Json ParticipantFacts(const Participant& participant) {
  return {{"as_written", participant.as_written()},
          {"iso3166_alpha3", OrNull(participant.country_code())},
          {"kind", KindOf(participant)}};
}

Json AnswerFacts(const Answer& answer) {
  return {{"state", WordOrNull(answer.state(),
                               registry::v1::AnswerState_Name(answer.state()),
                               "ANSWER_STATE_")},
          {"text", OrNull(answer.text())}};
}

Json MeetingFacts(const Meeting& meeting, int index) {
  const std::string event = meeting.event_key().empty()
                                ? absl::StrCat("single mention ", index)
                                : meeting.event_key();
  return {{"title", OrNull(meeting.title())},
          {"question", OrNull(meeting.evidence().question_id())},
          {"date_as_written", OrNull(meeting.date().as_written())},
          {"edtf", OrNull(meeting.date().edtf())},
          {"city", OrNull(meeting.city())},
          {"country_iso3", OrNull(meeting.country_code())},
          {"level", WordOrNull(meeting.level(),
                               registry::v1::MeetingLevel_Name(meeting.level()),
                               "MEETING_LEVEL_")},
          {"status", Word(registry::v1::MeetingStatus_Name(meeting.status()),
                          "MEETING_STATUS_")},
          {"evidence", OrNull(meeting.evidence().quote())},
          {"event", event},
          {"year_inferred", meeting.date().year_inferred()}};
}

Json ClaimFacts(const Claim& claim) {
  return {{"code", claim.code()},
          {"level", absl::StrContains(claim.code(), '.') ? "target" : "goal"},
          {"question", OrNull(claim.evidence().question_id())},
          {"strength",
           WordOrNull(claim.strength(),
                      registry::v1::ClaimStrength_Name(claim.strength()),
                      "CLAIM_STRENGTH_")},
          {"evidence", OrNull(claim.evidence().quote())}};
}

Json ProjectFacts(const Project& project) {
  return {{"title", OrNull(project.title())},
          {"period_as_written", OrNull(project.period().as_written())},
          {"period_edtf", OrNull(project.period().edtf())},
          {"objective_present", !project.objective().empty()},
          {"coverage", OrNull(project.coverage())},
          {"funding", OrNull(project.funding())},
          {"website", OrNull(project.website_uri())}};
}

// The year that an EDTF date begins in; null when it has none.
Json YearOf(const std::string& edtf) {
  int year = 0;
  const bool read =
      edtf.size() >= 4 && absl::SimpleAtoi(edtf.substr(0, 4), &year);
  return read ? Json(year) : Json(nullptr);
}

Json PublicationFacts(const Publication& publication) {
  return {
      {"title", OrNull(publication.title())},
      {"year", YearOf(publication.date().edtf())},
      {"status",
       WordOrNull(publication.status(),
                  registry::v1::PublicationStatus_Name(publication.status()),
                  "PUBLICATION_STATUS_")},
      {"url", OrNull(publication.link_uri())},
      {"year_inferred", publication.date().year_inferred()}};
}

Json QuestionnaireFacts(const Questionnaire& questionnaire) {
  Json participants = Json::array();
  for (const Participant& participant : questionnaire.participants()) {
    participants.push_back(ParticipantFacts(participant));
  }
  Json focus = Json::array();
  for (const auto& area : questionnaire.focus_areas()) {
    focus.push_back(area.as_written());
  }
  Json answers = Json::object();
  for (const Answer& answer : questionnaire.answers()) {
    answers[answer.question_id()] = AnswerFacts(answer);
  }
  Json meetings = Json::array();
  for (int i = 0; i < questionnaire.meetings_size(); ++i) {
    meetings.push_back(MeetingFacts(questionnaire.meetings(i), i));
  }
  Json references = Json::array();
  for (const Claim& claim : questionnaire.claims()) {
    if (claim.framework() == "sdg") references.push_back(ClaimFacts(claim));
  }
  Json projects = Json::array();
  for (const Project& project : questionnaire.projects()) {
    projects.push_back(ProjectFacts(project));
  }
  Json publications = Json::array();
  for (const Publication& publication : questionnaire.publications()) {
    publications.push_back(PublicationFacts(publication));
  }
  return {{"slug", SlugOf(questionnaire)},
          {"name", OrNull(questionnaire.title())},
          {"participants", std::move(participants)},
          {"focus", std::move(focus)},
          {"answers", std::move(answers)},
          {"meetings", std::move(meetings)},
          {"sdg_references", std::move(references)},
          {"projects", std::move(projects)},
          {"publications", std::move(publications)}};
}

}  // namespace

std::string FactsJson(
    absl::Span<const registry::v1::Questionnaire> questionnaires) {
  Json facts = Json::array();
  for (const Questionnaire& questionnaire : questionnaires) {
    facts.push_back(QuestionnaireFacts(questionnaire));
  }
  // Records hold UTF-8, but a stray byte must not end the program.
  return facts.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace compendium
