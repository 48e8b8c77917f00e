// SPDX-License-Identifier: Apache-2.0
#include "lib/publish/published_round.h"

#include <algorithm>
#include <map>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/time/time.h"
#include "lib/base/status_macros.h"
#include "lib/document/characters.h"
#include "lib/document/document_line.h"
#include "lib/domain/name_key.h"
#include "lib/domain/resource_name.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

// "2. Meetings:" without number and colon, which the label puts there itself.
std::string WithoutLabel(absl::string_view words, absl::string_view id) {
  words = TrimBlanks(words);
  const absl::string_view after =
      words.substr(std::min(id.size(), words.size()));
  // "2nd meeting" has no label.
  if (absl::StartsWith(words, id) &&
      (after.empty() ||
       !absl::ascii_isalnum(static_cast<unsigned char>(after[0])))) {
    words = after;
    while (!words.empty() && absl::StrContains(".):", words.substr(0, 1))) {
      words.remove_prefix(1);
    }
  }
  words = TrimBlanks(words);
  while (absl::EndsWith(words, ":")) words = words.substr(0, words.size() - 1);
  return std::string(TrimBlanks(words));
}

PublishedQuestion MakeQuestion(const std::string& id, const std::string& words,
                               const v1::Answer* answer) {
  PublishedQuestion question;
  question.id = id;
  question.words = WithoutLabel(words.empty() && answer != nullptr
                                    ? answer->question_as_written()
                                    : words,
                                id);
  if (answer != nullptr) question.text = answer->text();
  return question;
}

std::vector<PublishedQuestion> Questions(
    const v1::Form& form, const v1::Questionnaire& questionnaire) {
  std::map<std::string, const v1::Answer*> answers;
  for (const v1::Answer& answer : questionnaire.answers()) {
    answers.emplace(answer.question_id(), &answer);
  }
  std::vector<PublishedQuestion> questions;
  for (const v1::Question& asked : form.questions()) {
    const auto found = answers.find(asked.id());
    questions.push_back(
        MakeQuestion(asked.id(), asked.title(),
                     found == answers.end() ? nullptr : found->second));
    if (found != answers.end()) answers.erase(found);
  }
  for (const v1::Answer& answer : questionnaire.answers()) {
    if (answers.erase(answer.question_id()) == 0) continue;
    questions.push_back(MakeQuestion(answer.question_id(), "", &answer));
  }
  return questions;
}

std::vector<PublishedGroup> Groups(const v1::Questionnaire& questionnaire) {
  const auto role_of = [](const v1::Participant& participant) {
    // Most documents call all of them members.
    return participant.role() == v1::PARTICIPANT_ROLE_UNSPECIFIED
               ? v1::PARTICIPANT_ROLE_MEMBER
               : participant.role();
  };
  std::vector<PublishedGroup> groups;
  for (const v1::Participant& participant : questionnaire.participants()) {
    if (groups.empty() || groups.back().role != role_of(participant)) {
      groups.push_back({role_of(participant), {}});
    }
    groups.back().names.push_back(participant.as_written().empty()
                                      ? participant.country_code()
                                      : participant.as_written());
  }
  return groups;
}

std::vector<std::string> Notes(const v1::Questionnaire& questionnaire) {
  std::vector<std::string> notes;
  for (const v1::Remainder& remainder : questionnaire.remainders()) {
    for (absl::string_view line :
         absl::StrSplit(remainder.text(), absl::ByAnyChar("\r\n"))) {
      line = TrimBlanks(line);
      const bool is_number = line.find_first_not_of("0123456789") == line.npos;
      if (!is_number && IsFootnoteOrPageNumber(line)) notes.emplace_back(line);
    }
  }
  return notes;
}

}  // namespace

absl::StatusOr<PublishedRound> MakePublishedRound(
    const v1::Round& round, absl::Span<const v1::Mechanism> mechanisms,
    absl::Span<const v1::Questionnaire> questionnaires) {
  std::map<std::string, const v1::Mechanism*> by_name;
  for (const v1::Mechanism& mechanism : mechanisms) {
    by_name.emplace(mechanism.name(), &mechanism);
  }
  PublishedRound published;
  published.title = round.title();
  published.due_day = round.due_day();
  absl::Time written = absl::InfinitePast();
  for (const v1::Questionnaire& questionnaire : questionnaires) {
    ASSIGN_OR_RETURN(const QuestionnaireName name,
                     QuestionnaireName::Parse(questionnaire.name()));
    const auto mechanism = by_name.find(name.mechanism().ToString());
    if (mechanism == by_name.end()) {
      return absl::InvalidArgumentError(
          absl::StrCat(questionnaire.name(), ": got no mechanism with it"));
    }
    if (name.round().ToString() != round.name()) {
      return absl::InvalidArgumentError(
          absl::StrCat(questionnaire.name(),
                       ": got a questionnaire of another "
                       "round, want one of ",
                       round.name()));
    }
    PublishedSection& section = published.sections.emplace_back();
    section.mechanism_id = name.mechanism().id();
    section.title = HeadingOf(*mechanism->second, questionnaire);
    section.participants = Groups(questionnaire);
    for (const v1::FocusArea& area : questionnaire.focus_areas()) {
      section.focus_areas.push_back(area.as_written());
    }
    section.questions = Questions(round.form(), questionnaire);
    section.notes = Notes(questionnaire);
    if (questionnaire.has_update_time()) {
      written = std::max(written, absl::FromUnixSeconds(
                                      questionnaire.update_time().seconds()));
    }
  }
  if (written != absl::InfinitePast()) {
    published.written_time =
        absl::FormatTime("%Y-%m-%dT%H:%M:%SZ", written, absl::UTCTimeZone());
  }
  std::stable_sort(published.sections.begin(), published.sections.end(),
                   [](const PublishedSection& a, const PublishedSection& b) {
                     return NameKey(a.title) < NameKey(b.title);
                   });
  return published;
}

std::string HeadingOf(const v1::Mechanism& mechanism,
                      const v1::Questionnaire& questionnaire) {
  if (!TrimBlanks(questionnaire.title()).empty()) return questionnaire.title();
  return mechanism.acronym().empty()
             ? mechanism.display_name()
             : absl::StrCat(mechanism.display_name(), " (", mechanism.acronym(),
                            ")");
}

std::string GroupWords(v1::ParticipantRole role) {
  switch (role) {
    case v1::PARTICIPANT_ROLE_OBSERVER:
      return "Observers";
    case v1::PARTICIPANT_ROLE_PARTNER:
      return "Partners";
    default:
      return "Participants";
  }
}

std::string LabelOf(const PublishedQuestion& question) {
  return absl::StrCat(question.id, ".", question.words.empty() ? "" : " ",
                      question.words);
}

}  // namespace compendium
