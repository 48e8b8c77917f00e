// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/report/report_content.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/request/timestamp.h"
#include "services/reporting/limits.h"
#include "services/reporting/projection/answer_size.h"
#include "services/reporting/projection/calendar_answer.h"
#include "services/reporting/projection/clash_answer.h"
#include "services/reporting/projection/completion_answer.h"
#include "services/reporting/projection/coverage_answer.h"
#include "services/reporting/projection/participation_answer.h"
#include "services/reporting/projection/projects_answer.h"
#include "services/reporting/projection/publications_answer.h"
#include "services/reporting/report/report_query.h"

namespace compendium::reporting {
namespace {

static_assert(kReportBytesMax > kAnswerBytesMax,
              "a report of one answer can hold any answer");

// Which parts a kind has.
struct Parts {
  bool coverage = false;
  bool calendar = false;
  bool clashes = false;
  bool completion = false;
  bool participation = false;
  bool lists = false;    // projects and publications
  bool records = false;  // whole ones
};

Parts PartsOf(v1::ReportKind kind) {
  switch (kind) {
    case v1::REPORT_KIND_COVERAGE:
      return {.coverage = true};
    case v1::REPORT_KIND_CALENDAR:
      return {.calendar = true};
    case v1::REPORT_KIND_CLASHES:
      return {.clashes = true};
    case v1::REPORT_KIND_COMPLETION:
      return {.completion = true};
    case v1::REPORT_KIND_PARTICIPATION:
      return {.participation = true};
    case v1::REPORT_KIND_ROUND_OVERVIEW:
      return {.coverage = true,
              .calendar = true,
              .clashes = true,
              .completion = true,
              .participation = true,
              .lists = true};
    case v1::REPORT_KIND_MECHANISM_PROFILE:
      return {.coverage = true,
              .calendar = true,
              .clashes = true,
              .completion = true,
              .participation = true,
              .lists = true,
              .records = true};
    case v1::REPORT_KIND_COMPENDIUM:
      return {.records = true};
    default:
      return {};
  }
}

// Fills in the parts that are answers. Round and completion need a round, which
// the kinds that have them need, too.
absl::Status AddAnswers(const Projections& state, const ReportQuery& query,
                        const Parts& parts, v1::ReportContent& content) {
  const Selection& selection = query.selection;
  if (parts.coverage) {
    ASSIGN_OR_RETURN(
        *content.mutable_coverage(),
        AnswerCoverage(state.directory, state.answers,
                       CoverageQuery{*selection.round, query.framework,
                                     selection.mechanism}));
  }
  if (parts.calendar) {
    ASSIGN_OR_RETURN(
        *content.mutable_calendar(),
        AnswerCalendar(state.directory, state.calendar,
                       {.selection = selection, .days = query.days}));
  }
  if (parts.clashes) {
    ASSIGN_OR_RETURN(
        *content.mutable_clashes(),
        AnswerClashes(state.directory, state.calendar, state.participation,
                      {.selection = selection,
                       .country = query.country,
                       .days = query.days}));
  }
  if (parts.completion) {
    ASSIGN_OR_RETURN(*content.mutable_completion(),
                     AnswerCompletion(state.directory, state.answers,
                                      {.round = *selection.round,
                                       .mechanism = selection.mechanism}));
  }
  if (parts.participation) {
    ASSIGN_OR_RETURN(*content.mutable_participation(),
                     AnswerParticipation(
                         state.directory, state.participation,
                         {.selection = selection, .country = query.country}));
  }
  if (parts.lists) {
    ASSIGN_OR_RETURN(*content.mutable_projects(),
                     AnswerProjects(state.directory, state.projects,
                                    {.selection = selection}));
    ASSIGN_OR_RETURN(*content.mutable_publications(),
                     AnswerPublications(state.directory, state.publications,
                                        {.selection = selection}));
  }
  return absl::OkStatus();
}

// The id of the mechanism that a record is one of, or of.
absl::StatusOr<std::string> MechanismIdOf(
    const registry::v1::Mechanism& record) {
  ASSIGN_OR_RETURN(const MechanismName name,
                   MechanismName::Parse(record.name()));
  return name.id();
}
absl::StatusOr<std::string> MechanismIdOf(
    const registry::v1::Questionnaire& record) {
  ASSIGN_OR_RETURN(const QuestionnaireName name,
                   QuestionnaireName::Parse(record.name()));
  return name.mechanism().id();
}

// Adds the records of the mechanisms with these ids, in their order.
template <class Record>
absl::Status AddSorted(std::vector<Record> records,
                       const std::set<std::string>& wanted,
                       google::protobuf::RepeatedPtrField<Record>& sorted) {
  std::vector<std::pair<std::string, Record>> kept;
  for (Record& record : records) {
    ASSIGN_OR_RETURN(std::string id, MechanismIdOf(record));
    if (wanted.count(id) > 0)
      kept.emplace_back(std::move(id), std::move(record));
  }
  std::stable_sort(kept.begin(), kept.end(), [](const auto& a, const auto& b) {
    return a.first < b.first;
  });
  for (auto& [id, record] : kept) *sorted.Add() = std::move(record);
  return absl::OkStatus();
}

// Adds the records that count: the questionnaires whose mechanism is there, and
// these mechanisms, or the one that is asked for.
absl::Status AddRecords(const Directory& directory, RecordSource& source,
                        const Selection& selection, int64_t revision,
                        v1::ReportContent& content) {
  ASSIGN_OR_RETURN(
      RoundRecords records,
      source.Read(*selection.round, selection.mechanism, revision));
  std::set<std::string> wanted;
  if (selection.mechanism.has_value()) wanted.insert(selection.mechanism->id());
  for (const auto& questionnaire : records.questionnaires) {
    ASSIGN_OR_RETURN(const std::string id, MechanismIdOf(questionnaire));
    if (directory.mechanisms.Find(id) != nullptr) wanted.insert(id);
  }
  RETURN_IF_ERROR(AddSorted(std::move(records.mechanisms), wanted,
                            *content.mutable_mechanism_records()));
  return AddSorted(std::move(records.questionnaires), wanted,
                   *content.mutable_questionnaire_records());
}

// The ids of the mechanisms that the parts name.
std::set<std::string> NamedMechanisms(const v1::ReportContent& content) {
  std::set<std::string> ids;
  const auto add = [&](const std::string& mechanism) {
    const auto name = MechanismName::Parse(mechanism);
    if (name.ok()) ids.insert(name->id());
  };
  const auto add_questionnaire = [&](const std::string& questionnaire) {
    const auto name = QuestionnaireName::Parse(questionnaire);
    if (name.ok()) ids.insert(name->mechanism().id());
  };
  for (const auto& mechanism : content.coverage().mechanisms())
    add(mechanism.mechanism());
  for (const auto* events :
       {&content.calendar().events(), &content.clashes().events()})
    for (const auto& event : *events)
      for (const std::string& mechanism : event.mechanisms()) add(mechanism);
  for (const auto& mechanism : content.completion().mechanisms())
    add(mechanism.mechanism());
  for (const auto& mechanism : content.participation().mechanisms())
    add(mechanism.mechanism());
  for (const auto& listed : content.projects().projects())
    add_questionnaire(listed.questionnaire());
  for (const auto& listed : content.publications().publications())
    add_questionnaire(listed.questionnaire());
  for (const auto& mechanism : content.mechanism_records())
    add(mechanism.name());
  add(content.spec().parameters().mechanism());
  return ids;
}

void AddMechanisms(const Directory& directory, v1::ReportContent& content) {
  for (const std::string& id : NamedMechanisms(content)) {
    const auto* kept = directory.mechanisms.Find(id);
    if (kept == nullptr) continue;
    v1::ReportMechanism& mechanism = *content.add_mechanisms();
    mechanism.set_name((*kept)->record.name());
    mechanism.set_display_name((*kept)->record.display_name());
    mechanism.set_acronym((*kept)->record.acronym());
  }
}

}  // namespace

absl::StatusOr<v1::ReportContent> MakeReportContent(
    const Snapshot& snapshot, RecordSource& records,
    const v1::ReportSpec& spec) {
  RETURN_IF_ERROR(CheckReportSpec(spec));
  CHECK(snapshot.revision == spec.revision());
  ASSIGN_OR_RETURN(const ReportQuery query,
                   ParseReportParameters(spec.kind(), spec.parameters()));
  const Directory& directory = snapshot.projections.directory;
  RETURN_IF_ERROR(CheckExists(directory, query.selection));

  v1::ReportContent content;
  *content.mutable_spec() = spec;
  SetTimestamp(snapshot.commit_time, *content.mutable_revision_time());
  content.set_store_id(snapshot.store_id);
  content.set_revision_hash(absl::BytesToHexString(snapshot.hash));
  if (query.selection.round.has_value())
    *content.mutable_round() =
        (*directory.rounds.Find(query.selection.round->id()))->record;
  const Parts parts = PartsOf(spec.kind());
  RETURN_IF_ERROR(AddAnswers(snapshot.projections, query, parts, content));
  if (parts.records) {
    RETURN_IF_ERROR(AddRecords(directory, records, query.selection,
                               snapshot.revision, content));
  }
  AddMechanisms(directory, content);
  if (content.ByteSizeLong() > kReportBytesMax)
    return AnswerTooLarge("report", kReportBytesMax, "bytes",
                          "a report of one mechanism, or of one subject");
  return content;
}

}  // namespace compendium::reporting
