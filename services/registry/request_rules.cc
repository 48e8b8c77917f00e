// SPDX-License-Identifier: Apache-2.0
#include "services/registry/request_rules.h"

#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "lib/domain/country.h"
#include "lib/domain/edtf_date.h"
#include "lib/domain/framework.h"
#include "lib/domain/resource_name.h"
#include "lib/request/error_details.h"
#include "lib/request/plain_text.h"
#include "services/registry/field_problems.h"
#include "services/registry/item_ids.h"
#include "services/registry/limits.h"

namespace compendium::registry {
namespace {

// The answers' texts by question id.
using AnswerTexts = absl::flat_hash_map<absl::string_view, absl::string_view>;

// An item of a repeated field. Its path is put together only for a problem:
// most records have hundreds of items and no problem.
struct Item {
  std::string Path(absl::string_view rest) const {
    return absl::StrCat(record, ".", field, "[", index, "]", rest);
  }

  absl::string_view record;
  absl::string_view field;
  int index;
};

void CheckOrigin(v1::Origin origin, const Item& item, FieldProblems& problems) {
  if (origin == v1::ORIGIN_UNSPECIFIED)
    problems.Add(item.Path(".origin"),
                 "got none, want who put the item into the record");
}

// `rest` leads from the item to the span.
void CheckSpan(const v1::SourceSpan& span, const Item& item,
               const std::string& rest, FieldProblems& problems) {
  if (span.begin_byte() > span.end_byte())
    problems.Add(item.Path(rest + ".end_byte"),
                 absl::StrCat("got ", span.end_byte(), ", want at least ",
                              span.begin_byte(), ", the begin_byte"));
}

// Whether a participant of `kind` may carry `code`, and if not, what to want.
std::string CountryCodeProblem(v1::ParticipantKind kind, CountryCode code) {
  const bool is_state = code.kind() == CountryCode::Kind::kState;
  switch (kind) {
    case v1::PARTICIPANT_KIND_STATE:
      if (is_state) return "";
      return absl::StrCat("got ", code.alpha3(),
                          " for a State, want the code of a State; that is a "
                          "territory's");
    case v1::PARTICIPANT_KIND_TERRITORY:
      if (!is_state) return "";
      return absl::StrCat("got ", code.alpha3(),
                          " for a territory, want a territory's code; that is "
                          "a State's");
    case v1::PARTICIPANT_KIND_ORGANISATION:
    case v1::PARTICIPANT_KIND_OTHER_ENTITY:
      return absl::StrCat("got ", code.alpha3(),
                          ", want none for what is neither State nor "
                          "territory");
    default:
      return "";
  }
}

void CheckParticipant(const v1::Participant& participant, const Item& item,
                      FieldProblems& problems) {
  CheckOrigin(participant.origin(), item, problems);
  if (participant.country_code().empty()) {
    if (participant.as_written().empty())
      problems.Add(item.Path(".as_written"),
                   "got nothing, want a name where there is no country_code");
    return;
  }
  const auto code = CountryCode::Parse(participant.country_code());
  if (!code.ok()) {
    problems.Add(item.Path(".country_code"),
                 std::string(code.status().message()));
    return;
  }
  std::string problem = CountryCodeProblem(participant.kind(), *code);
  if (!problem.empty())
    problems.Add(item.Path(".country_code"), std::move(problem));
}

void CheckFocusArea(const v1::FocusArea& area, const Item& item,
                    FieldProblems& problems) {
  const Framework* const themes = FindFramework("themes");
  for (int i = 0; i < area.themes_size(); ++i) {
    if (themes->Find(area.themes(i)) == nullptr)
      problems.Add(item.Path(absl::StrCat(".themes[", i, "]")),
                   absl::StrCat("got ", QuotedForError(area.themes(i)),
                                ", want a code of themes ", themes->version()));
  }
  CheckOrigin(area.origin(), item, problems);
}

// What Mechanism and Questionnaire have in common.
template <class Record>
void CheckProfile(const Record& record, absl::string_view path,
                  FieldProblems& problems) {
  for (int i = 0; i < record.participants_size(); ++i)
    CheckParticipant(record.participants(i), {path, "participants", i},
                     problems);
  for (int i = 0; i < record.focus_areas_size(); ++i)
    CheckFocusArea(record.focus_areas(i), {path, "focus_areas", i}, problems);
}

// Whether a character of the UTF-8 text begins at `byte`, or the text ends.
bool IsBoundary(absl::string_view text, size_t byte) {
  return byte == text.size() ||
         (static_cast<unsigned char>(text[byte]) & 0xC0) != 0x80;
}

void CheckEvidence(const v1::Evidence& evidence, const AnswerTexts& texts,
                   const Item& item, FieldProblems& problems) {
  const auto found = texts.find(evidence.question_id());
  if (found == texts.end()) {
    problems.Add(item.Path(".evidence.question_id"),
                 absl::StrCat("got ", QuotedForError(evidence.question_id()),
                              ", want the question_id of an answer of this "
                              "questionnaire"));
    return;
  }
  const absl::string_view text = found->second;
  if (evidence.begin_byte() < 0 ||
      evidence.end_byte() < evidence.begin_byte() ||
      static_cast<size_t>(evidence.end_byte()) > text.size()) {
    problems.Add(item.Path(".evidence.end_byte"),
                 absl::StrCat("got bytes ", evidence.begin_byte(), " to ",
                              evidence.end_byte(), ", want a stretch of the ",
                              text.size(), " bytes of the answer's text"));
    return;
  }
  const auto begin = static_cast<size_t>(evidence.begin_byte());
  const auto end = static_cast<size_t>(evidence.end_byte());
  if (!IsBoundary(text, begin))
    problems.Add(item.Path(".evidence.begin_byte"),
                 absl::StrCat("got ", begin,
                              ", inside of a character, want its first byte"));
  if (!IsBoundary(text, end))
    problems.Add(item.Path(".evidence.end_byte"),
                 absl::StrCat("got ", end,
                              ", inside of a character, want the byte after "
                              "its last"));
  if (text.substr(begin, end - begin) != evidence.quote())
    problems.Add(item.Path(".evidence.quote"),
                 absl::StrCat("got ", QuotedForError(evidence.quote()),
                              ", want the answer's text from byte ", begin,
                              " to ", end));
}

// The bound as records hold it: a day of four digits' year, or nothing.
std::string DayText(const DayBound& bound) {
  if (!bound.is_day() || bound.day().year() < 0) return "";
  return IsoDay(bound.day());
}

// `rest` leads from the item to the date.
void CompleteDate(v1::UncertainDate& date, const Item& item,
                  absl::string_view rest, FieldProblems& problems) {
  date.clear_earliest_day();
  date.clear_latest_day();
  if (date.edtf().empty()) return;
  const auto parsed = EdtfDate::Parse(date.edtf());
  if (!parsed.ok()) {
    problems.Add(item.Path(absl::StrCat(rest, ".edtf")),
                 std::string(parsed.status().message()));
    return;
  }
  date.set_earliest_day(DayText(parsed->earliest_day()));
  date.set_latest_day(DayText(parsed->latest_day()));
}

void CompleteMeeting(v1::Meeting& meeting, const AnswerTexts& texts,
                     const Item& item, FieldProblems& problems) {
  if (meeting.has_date())
    CompleteDate(*meeting.mutable_date(), item, ".date", problems);
  if (meeting.has_evidence())
    CheckEvidence(meeting.evidence(), texts, item, problems);
  CheckOrigin(meeting.origin(), item, problems);
}

void CheckClaim(const v1::Claim& claim, const AnswerTexts& texts,
                const Item& item, FieldProblems& problems) {
  const Framework* const framework = FindFramework(claim.framework());
  if (framework != nullptr && framework->takes_claims()) {
    const auto code = framework->NormaliseCode(claim.code());
    if (!code.ok()) {
      problems.Add(item.Path(".code"), std::string(code.status().message()));
    } else if (*code != claim.code()) {
      problems.Add(item.Path(".code"),
                   absl::StrCat("got ", QuotedForError(claim.code()),
                                ", want its normal form \"", *code, "\""));
    }
  } else {
    problems.Add(
        item.Path(".framework"),
        absl::StrCat("got ", QuotedForError(claim.framework()),
                     ", want a framework of goals, targets or objectives"));
  }
  if (claim.has_evidence())
    CheckEvidence(claim.evidence(), texts, item, problems);
  CheckOrigin(claim.origin(), item, problems);
}

void CompleteProject(v1::Project& project, const AnswerTexts& texts,
                     const Item& item, FieldProblems& problems) {
  if (project.has_period())
    CompleteDate(*project.mutable_period(), item, ".period", problems);
  if (project.has_evidence())
    CheckEvidence(project.evidence(), texts, item, problems);
  CheckOrigin(project.origin(), item, problems);
}

void CompletePublication(v1::Publication& publication, const AnswerTexts& texts,
                         const Item& item, FieldProblems& problems) {
  if (publication.has_date())
    CompleteDate(*publication.mutable_date(), item, ".date", problems);
  if (publication.has_evidence())
    CheckEvidence(publication.evidence(), texts, item, problems);
  CheckOrigin(publication.origin(), item, problems);
}

AnswerTexts CheckAnswers(const v1::Questionnaire& questionnaire,
                         absl::string_view path, FieldProblems& problems) {
  AnswerTexts texts;
  for (int i = 0; i < questionnaire.answers_size(); ++i) {
    const v1::Answer& answer = questionnaire.answers(i);
    const Item item = {path, "answers", i};
    if (!texts.emplace(answer.question_id(), answer.text()).second)
      problems.Add(item.Path(".question_id"),
                   absl::StrCat("got ", QuotedForError(answer.question_id()),
                                " a second time, want one answer for each "
                                "question"));
    for (int j = 0; j < answer.source_spans_size(); ++j)
      CheckSpan(answer.source_spans(j), item,
                absl::StrCat(".source_spans[", j, "]"), problems);
  }
  return texts;
}

}  // namespace

absl::Status CompleteMechanism(v1::Mechanism& mechanism,
                               absl::string_view path) {
  FieldProblems problems;
  CheckProfile(mechanism, path, problems);
  return problems.ToStatus();
}

absl::Status CompleteRound(v1::Round& round, absl::string_view path) {
  FieldProblems problems;
  absl::flat_hash_set<absl::string_view> question_ids;
  for (int i = 0; i < round.form().questions_size(); ++i) {
    const std::string& id = round.form().questions(i).id();
    if (!question_ids.insert(id).second)
      problems.Add(Item{path, "form.questions", i}.Path(".id"),
                   absl::StrCat("got ", QuotedForError(id),
                                " a second time, want each id once"));
  }
  for (int i = 0; i < round.documents_size(); ++i) {
    const v1::RoundDocument& document = round.documents(i);
    for (int j = 0; j < document.remainders_size(); ++j)
      CheckSpan(document.remainders(j).span(), {path, "documents", i},
                absl::StrCat(".remainders[", j, "].span"), problems);
  }
  for (int i = 0; i < round.event_links_size(); ++i)
    if (const int count = round.event_links(i).mentions_size(); count < 2)
      problems.Add(Item{path, "event_links", i}.Path(".mentions"),
                   absl::StrCat("got ", count, ", want at least 2"));
  return problems.ToStatus();
}

absl::Status CompleteQuestionnaire(v1::Questionnaire& questionnaire,
                                   absl::string_view path) {
  FieldProblems problems;
  const AnswerTexts texts = CheckAnswers(questionnaire, path, problems);
  CheckProfile(questionnaire, path, problems);
  for (int i = 0; i < questionnaire.meetings_size(); ++i)
    CompleteMeeting(*questionnaire.mutable_meetings(i), texts,
                    {path, "meetings", i}, problems);
  for (int i = 0; i < questionnaire.claims_size(); ++i)
    CheckClaim(questionnaire.claims(i), texts, {path, "claims", i}, problems);
  for (int i = 0; i < questionnaire.projects_size(); ++i)
    CompleteProject(*questionnaire.mutable_projects(i), texts,
                    {path, "projects", i}, problems);
  for (int i = 0; i < questionnaire.publications_size(); ++i)
    CompletePublication(*questionnaire.mutable_publications(i), texts,
                        {path, "publications", i}, problems);
  CompleteItemIds(questionnaire, path, problems);
  for (int i = 0; i < questionnaire.source_spans_size(); ++i)
    CheckSpan(questionnaire.source_spans(i), {path, "source_spans", i}, "",
              problems);
  for (int i = 0; i < questionnaire.remainders_size(); ++i)
    CheckSpan(questionnaire.remainders(i).span(), {path, "remainders", i},
              ".span", problems);
  return problems.ToStatus();
}

absl::Status CompleteRecord(RecordKind kind, google::protobuf::Message& record,
                            absl::string_view path) {
  switch (kind) {
    case RecordKind::kMechanism:
      return CompleteMechanism(static_cast<v1::Mechanism&>(record), path);
    case RecordKind::kRound:
      return CompleteRound(static_cast<v1::Round&>(record), path);
    case RecordKind::kQuestionnaire:
      break;
  }
  return CompleteQuestionnaire(static_cast<v1::Questionnaire&>(record), path);
}

absl::Status CheckRecordSize(size_t size) {
  if (size <= kRecordBytesMax) return absl::OkStatus();
  return ErrorWithReason(absl::StatusCode::kResourceExhausted,
                         "RECORD_TOO_LARGE",
                         absl::StrCat("record: got ", size,
                                      " bytes, want at most ", kRecordBytesMax),
                         {{"size_bytes", absl::StrCat(size)},
                          {"size_bytes_max", absl::StrCat(kRecordBytesMax)}});
}

absl::Status CheckUpdateName(RecordKind kind, absl::string_view name) {
  if (ResourceName::Parse(name).ok() && KindOfName(name) == kind)
    return absl::OkStatus();
  return InvalidField(absl::StrCat(FieldOfKind(kind), ".name"),
                      absl::StrCat("got ", QuotedForError(name),
                                   ", want the name of a ", FieldOfKind(kind)));
}

absl::Status CheckListParent(absl::string_view parent) {
  if (parent == "mechanisms/-" || MechanismName::Parse(parent).ok())
    return absl::OkStatus();
  return InvalidField("parent", absl::StrCat("got ", QuotedForError(parent),
                                             ", want mechanisms/{mechanism} or "
                                             "mechanisms/- for all"));
}

}  // namespace compendium::registry
