// SPDX-License-Identifier: Apache-2.0
#include "services/registry/round_mentions.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "compendium/registry/v1/questionnaire.pb.h"
#include "lib/base/status_macros.h"
#include "lib/domain/resource_name.h"
#include "lib/extract/item_id.h"
#include "lib/request/error_details.h"
#include "lib/request/plain_text.h"
#include "services/registry/limits.h"
#include "services/registry/record_kind.h"

namespace compendium::registry {
namespace {

bool IsOfRound(const std::string& name, const std::string& round) {
  const auto parsed = QuestionnaireName::Parse(name);
  return parsed.ok() && parsed->round().ToString() == round;
}

}  // namespace

absl::StatusOr<const RoundMentions::Ids*> RoundMentions::MeetingsOf(
    const std::string& name) {
  if (!IsOfRound(name, round_)) return nullptr;
  if (const auto found = read_.find(name); found != read_.end())
    return &found->second;
  if (read_.size() >= kRoundRecordsMax)
    return ErrorWithReason(
        absl::StatusCode::kResourceExhausted, "TOO_MANY_RECORDS",
        absl::StrCat("steps: got mentions of more than ", kRoundRecordsMax,
                     " questionnaires, want fewer in one request"),
        {{"records_max", absl::StrCat(kRoundRecordsMax)}});
  absl::StatusOr<RecordVersion> version = reader_.Get(name, revision_);
  if (absl::IsNotFound(version.status())) return nullptr;
  if (!version.ok()) return std::move(version).status();
  if (version->head.deleted()) return nullptr;
  ASSIGN_OR_RETURN(const auto record,
                   ParseStored(RecordKind::kQuestionnaire, version->value));
  auto& questionnaire = static_cast<v1::Questionnaire&>(*record);
  FillItemIds(questionnaire);  // of a record from before items had ids
  Ids& ids = read_[name];
  for (const v1::Meeting& meeting : questionnaire.meetings())
    ids.insert(meeting.id());
  return &ids;
}

absl::Status RoundMentions::Check(const v1::MentionReference& mention,
                                  const std::string& path) {
  ASSIGN_OR_RETURN(const Ids* const ids, MeetingsOf(mention.questionnaire()));
  if (ids == nullptr)
    return InvalidField(
        absl::StrCat(path, ".questionnaire"),
        absl::StrCat("got ", QuotedForError(mention.questionnaire(), 192),
                     ", want a questionnaire of ", round_,
                     " that exists and is not deleted"));
  if (ids->count(mention.item_id()) == 0)
    return InvalidField(absl::StrCat(path, ".item_id"),
                        absl::StrCat("got ", QuotedForError(mention.item_id()),
                                     ", want the id of a meeting of ",
                                     mention.questionnaire()));
  return absl::OkStatus();
}

}  // namespace compendium::registry
