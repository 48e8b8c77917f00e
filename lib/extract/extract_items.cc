// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/extract_items.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "lib/extract/answer_state.h"
#include "lib/extract/claim_finder.h"
#include "lib/extract/counted_meeting.h"
#include "lib/extract/event_linker.h"
#include "lib/extract/held_reference.h"
#include "lib/extract/item_id.h"
#include "lib/extract/item_order.h"
#include "lib/extract/limits.h"
#include "lib/extract/mechanism_names.h"
#include "lib/extract/meeting_finder.h"
#include "lib/extract/meeting_mention.h"
#include "lib/extract/meeting_status.h"
#include "lib/extract/opening_reference.h"
#include "lib/extract/project_finder.h"
#include "lib/extract/publication_finder.h"
#include "lib/extract/question_topic.h"
#include "lib/extract/text_lines.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

v1::AnswerState ToProto(AnswerState state) {
  switch (state) {
    case AnswerState::kAnswered:
      return v1::ANSWER_STATE_ANSWERED;
    case AnswerState::kNotApplicable:
      return v1::ANSWER_STATE_NOT_APPLICABLE;
    case AnswerState::kNothingToReport:
      return v1::ANSWER_STATE_NOTHING_TO_REPORT;
    case AnswerState::kBlank:
      return v1::ANSWER_STATE_BLANK;
    case AnswerState::kCrossReference:
      return v1::ANSWER_STATE_CROSS_REFERENCE;
    case AnswerState::kNegativeStatement:
      return v1::ANSWER_STATE_NEGATIVE_STATEMENT;
  }
  return v1::ANSWER_STATE_UNSPECIFIED;
}

void SetEvidence(const v1::Answer& answer, size_t begin, size_t end,
                 v1::Evidence& evidence) {
  evidence.set_question_id(answer.question_id());
  evidence.set_begin_byte(static_cast<int32_t>(begin));
  evidence.set_end_byte(static_cast<int32_t>(end));
  evidence.mutable_quote()->assign(answer.text(), begin, end - begin);
}

void SetDate(absl::string_view as_written, std::string edtf, bool year_inferred,
             v1::UncertainDate& date) {
  if (!as_written.empty())
    date.set_as_written(as_written.data(), as_written.size());
  date.set_edtf(std::move(edtf));
  date.set_year_inferred(year_inferred);
}

// Empty texts are not set: a field that was touched costs an allocation, and
// of a meeting most are empty.
void AddMeeting(MeetingMention&& mention, const v1::Answer& answer,
                v1::Questionnaire& questionnaire) {
  v1::Meeting& meeting = *questionnaire.add_meetings();
  meeting.set_title(std::move(mention.title));
  if (!mention.edtf.empty()) {
    SetDate(mention.date_as_written, std::move(mention.edtf),
            mention.year_inferred, *meeting.mutable_date());
  }
  if (!mention.city.empty()) {
    meeting.set_city(mention.city.data(), mention.city.size());
  }
  if (!mention.country_code.empty()) {
    meeting.set_country_code(mention.country_code.data(),
                             mention.country_code.size());
  }
  if (!mention.place_as_written.empty()) {
    meeting.set_place_as_written(mention.place_as_written.data(),
                                 mention.place_as_written.size());
  }
  meeting.set_level(mention.level);
  meeting.set_status(mention.status);
  if (!mention.event_key.empty()) {
    meeting.set_event_key(std::move(mention.event_key));
  }
  if (mention.event_count > 1) meeting.set_event_count(mention.event_count);
  meeting.set_place_uncertain(mention.place_uncertain);
  if (!mention.match_reason.empty()) {
    v1::EventMatch& match = *meeting.mutable_event_match();
    match.set_reason(std::move(mention.match_reason));
    match.set_confidence_percent(mention.match_percent);
  }
  SetEvidence(answer, mention.evidence_begin, mention.evidence_end,
              *meeting.mutable_evidence());
  meeting.set_origin(v1::ORIGIN_EXTRACTED);
}

void AddClaim(const FoundClaim& found, const v1::Answer& answer,
              v1::Questionnaire& questionnaire) {
  v1::Claim& claim = *questionnaire.add_claims();
  claim.set_framework("sdg");
  claim.set_code(found.code);
  claim.set_strength(found.strength);
  SetEvidence(answer, found.evidence_begin, found.evidence_end,
              *claim.mutable_evidence());
  claim.set_origin(v1::ORIGIN_EXTRACTED);
}

void AddProject(FoundProject&& found, const v1::Answer& answer,
                v1::Questionnaire& questionnaire) {
  v1::Project& project = *questionnaire.add_projects();
  project.set_title(std::move(found.title));
  if (!found.period_as_written.empty()) {
    SetDate(found.period_as_written, std::move(found.period_edtf),
            found.period_year_inferred, *project.mutable_period());
  }
  if (!found.objective.empty())
    project.set_objective(std::move(found.objective));
  if (!found.coverage.empty()) project.set_coverage(std::move(found.coverage));
  if (!found.funding.empty()) project.set_funding(std::move(found.funding));
  if (!found.website_uri.empty())
    project.set_website_uri(std::move(found.website_uri));
  SetEvidence(answer, found.evidence_begin, found.evidence_end,
              *project.mutable_evidence());
  project.set_origin(v1::ORIGIN_EXTRACTED);
}

void AddProjects(const AnswerText& text, int round_year,
                 const v1::Answer& answer, v1::Questionnaire& questionnaire) {
  for (FoundProject& project : FindProjects(text, round_year)) {
    if (questionnaire.projects_size() >= static_cast<int>(kProjectsMax)) break;
    AddProject(std::move(project), answer, questionnaire);
  }
}

void AddPublications(const AnswerText& text, int round_year,
                     const v1::Answer& answer,
                     v1::Questionnaire& questionnaire) {
  for (FoundPublication& found : FindPublications(text, round_year)) {
    if (questionnaire.publications_size() >=
        static_cast<int>(kPublicationsMax)) {
      break;
    }
    v1::Publication& publication = *questionnaire.add_publications();
    publication.set_title(std::move(found.title));
    if (!found.date_edtf.empty()) {
      SetDate(found.date_as_written, std::move(found.date_edtf),
              found.year_inferred, *publication.mutable_date());
    }
    publication.set_status(found.status);
    if (!found.link_uri.empty())
      publication.set_link_uri(std::move(found.link_uri));
    SetEvidence(answer, found.evidence_begin, found.evidence_end,
                *publication.mutable_evidence());
    publication.set_origin(v1::ORIGIN_EXTRACTED);
  }
}

// Whether the answer's state is for programs to set.
bool FollowsText(const v1::Answer& answer) {
  return answer.state_origin() == v1::ORIGIN_UNSPECIFIED ||
         answer.state_origin() == v1::ORIGIN_EXTRACTED;
}

struct AnswerMentions {
  int answer = 0;
  std::vector<MeetingMention> mentions;
};

// Puts the mentions of all answers into one list, as many as there may be.
std::vector<MeetingMention> Gather(std::vector<AnswerMentions>& mentioned,
                                   std::vector<int>& answer_of) {
  size_t count = 0;
  for (const AnswerMentions& of_answer : mentioned) {
    count += of_answer.mentions.size();
  }
  count = std::min(count, kMeetingsMax);
  std::vector<MeetingMention> mentions;
  mentions.reserve(count);
  for (AnswerMentions& of_answer : mentioned) {
    for (MeetingMention& mention : of_answer.mentions) {
      if (mentions.size() >= count) return mentions;
      mentions.push_back(std::move(mention));
      answer_of.push_back(of_answer.answer);
    }
  }
  return mentions;
}

// The work on one questionnaire.
void ExtractFresh(int round_year, v1::Questionnaire& questionnaire) {
  const MechanismNames names = ParseMechanismNames(questionnaire.title());
  std::vector<AnswerMentions> mentioned;
  std::vector<MeetingCount> counts;
  std::vector<int> count_answer_of;  // by count
  std::vector<TitleWords> references;
  std::vector<OpeningReference> openings;
  for (int i = 0; i < questionnaire.answers_size(); ++i) {
    v1::Answer& answer = *questionnaire.mutable_answers(i);
    const AnswerText text(answer.text());
    const AnswerState state = ClassifyAnswer(text);
    if (FollowsText(answer)) answer.set_state(ToProto(state));
    // "None at present, but a manual is being written" tells of something.
    const bool told = state == AnswerState::kAnswered ||
                      state == AnswerState::kNegativeStatement;
    if (!told) continue;
    const QuestionTopic topic =
        TopicOf(answer.question_id(), answer.question_as_written());
    if (topic == QuestionTopic::kProjects) {
      AddProjects(text, round_year, answer, questionnaire);
    }
    if (topic == QuestionTopic::kPublications) {
      AddPublications(text, round_year, answer, questionnaire);
    }
    if (state != AnswerState::kAnswered) continue;
    if (!AsksForMeetings(topic)) {
      for (TitleWords& reference : FindHeldReferences(text)) {
        references.push_back(std::move(reference));
      }
    }
    for (const OpeningReference& opening : FindOpenings(text)) {
      openings.push_back(opening);
    }
    for (const FoundClaim& claim : FindClaims(text, topic)) {
      if (questionnaire.claims_size() >= static_cast<int>(kClaimsMax)) break;
      AddClaim(claim, answer, questionnaire);
    }
    const MeetingSource source{answer.question_id(), topic, names, round_year};
    MeetingsFound found = FindMeetings(text, source);
    mentioned.push_back({i, std::move(found.mentions)});
    for (MeetingCount& counted : found.counts) {
      counts.push_back(std::move(counted));
      count_answer_of.push_back(i);
    }
  }
  std::vector<int> answer_of;  // by mention
  std::vector<MeetingMention> mentions = Gather(mentioned, answer_of);
  HoldReferenced(references, mentions);
  HoldOpened(openings, mentions);
  LinkEvents(mentions);
  InferStatuses(round_year, counts, mentions);
  for (size_t i = 0; i < counts.size(); ++i) {
    if (mentions.size() >= kMeetingsMax) break;
    if (counts[i].mention.event_count < 2) continue;
    if (IsTold(counts[i], mentions)) continue;
    mentions.push_back(std::move(counts[i].mention));
    answer_of.push_back(count_answer_of[i]);
  }
  questionnaire.mutable_meetings()->Reserve(static_cast<int>(mentions.size()));
  for (size_t i = 0; i < mentions.size(); ++i) {
    AddMeeting(std::move(mentions[i]), questionnaire.answers(answer_of[i]),
               questionnaire);
  }
}

}  // namespace

void ExtractItems(const ExtractOptions& options,
                  v1::Questionnaire& questionnaire) {
  questionnaire.clear_meetings();
  questionnaire.clear_claims();
  questionnaire.clear_projects();
  questionnaire.clear_publications();
  ExtractFresh(options.round_year, questionnaire);
  FillItemIds(questionnaire);
  SortItems(questionnaire);
}

}  // namespace compendium
