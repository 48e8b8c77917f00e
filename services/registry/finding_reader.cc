// SPDX-License-Identifier: Apache-2.0
#include "services/registry/finding_reader.h"

#include <iterator>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/domain/resource_name.h"
#include "lib/findings/find_findings.h"
#include "lib/findings/find_suggestions.h"
#include "lib/request/error_details.h"
#include "lib/request/plain_text.h"
#include "services/registry/limits.h"
#include "services/registry/record_kind.h"
#include "services/registry/store/read_limiter.h"

namespace compendium::registry {
namespace {

template <class Record>
absl::StatusOr<Record> Parse(RecordKind kind, const RecordVersion& version) {
  ASSIGN_OR_RETURN(const auto record, ParseStored(kind, version.value));
  return std::move(static_cast<Record&>(*record));
}

absl::Status CheckParent(const std::string& parent) {
  const RecordKind kind = KindOfName(parent);
  if (kind != RecordKind::kMechanism) return absl::OkStatus();
  return InvalidField("parent",
                      absl::StrCat("got ", QuotedForError(parent, 128),
                                   ", want the name of a questionnaire or of "
                                   "a round"));
}

absl::Status TooLarge(const std::string& round) {
  return ErrorWithReason(
      absl::StatusCode::kResourceExhausted, "ROUND_TOO_LARGE",
      absl::StrCat("parent: got ", round, " with more than ", kRoundRecordsMax,
                   " questionnaires or ", kRoundRecordsBytesMax,
                   " bytes of them, want one questionnaire at a time"),
      {{"records_max", absl::StrCat(kRoundRecordsMax)},
       {"bytes_max", absl::StrCat(kRoundRecordsBytesMax)}});
}

// The page of those that the call wants.
template <class Item>
ItemPage<Item> PageOf(std::vector<Item> items, const FindingCall& call,
                      int64_t revision) {
  ItemPage<Item> page{.revision = revision, .items = {}};
  ReadLimiter limiter(
      {static_cast<size_t>(PageCount(call.page_size, kPageCountDefault)),
       kPageBytesMax});
  size_t count = 0;
  for (Item& item : items) {
    if (item.has_decision() && !call.show_decided) continue;
    if (count++ < call.after_count) continue;
    if (!limiter.Take(item.ByteSizeLong())) {
      page.continue_after = call.after_count + page.items.size();
      break;
    }
    page.items.push_back(std::move(item));
  }
  return page;
}

template <class Item>
void Append(std::vector<Item> more, std::vector<Item>& items) {
  items.insert(items.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

}  // namespace

absl::StatusOr<FindingOptions> FindingReader::OptionsFor(
    const std::string& questionnaire, int64_t revision) const {
  ASSIGN_OR_RETURN(const QuestionnaireName name,
                   QuestionnaireName::Parse(questionnaire));
  ASSIGN_OR_RETURN(const RecordVersion version,
                   reader_.Get(name.round().ToString(), revision));
  ASSIGN_OR_RETURN(const v1::Round round,
                   Parse<v1::Round>(RecordKind::kRound, version));
  return OptionsOf(round);
}

absl::StatusOr<std::vector<v1::Questionnaire>>
FindingReader::ReadQuestionnaires(const std::string& parent,
                                  int64_t revision) const {
  std::vector<v1::Questionnaire> questionnaires;
  if (KindOfName(parent) == RecordKind::kQuestionnaire) {
    ASSIGN_OR_RETURN(const RecordVersion version,
                     reader_.Get(parent, revision));
    ASSIGN_OR_RETURN(
        questionnaires.emplace_back(),
        Parse<v1::Questionnaire>(RecordKind::kQuestionnaire, version));
    return questionnaires;
  }
  ListCall call{.kind = RecordKind::kQuestionnaire,
                .parent = "mechanisms/-",
                .round = parent,
                .read_revision = revision,
                .page_size = kPageCountMax};
  size_t bytes = 0;
  do {
    ASSIGN_OR_RETURN(RecordPage page, reader_.List(call));
    for (const RecordVersion& version : page.records) {
      bytes += version.value.size();
      if (questionnaires.size() >= kRoundRecordsMax ||
          bytes > kRoundRecordsBytesMax)
        return TooLarge(parent);
      ASSIGN_OR_RETURN(
          questionnaires.emplace_back(),
          Parse<v1::Questionnaire>(RecordKind::kQuestionnaire, version));
    }
    call.after_name = std::move(page.continue_after);
  } while (!call.after_name.empty());
  return questionnaires;
}

absl::StatusOr<FindingReader::WholeRound> FindingReader::ReadRound(
    const std::string& name, int64_t revision) const {
  ASSIGN_OR_RETURN(const RecordVersion version, reader_.Get(name, revision));
  WholeRound whole;
  ASSIGN_OR_RETURN(whole.round, Parse<v1::Round>(RecordKind::kRound, version));
  ASSIGN_OR_RETURN(whole.questionnaires, ReadQuestionnaires(name, revision));
  return whole;
}

absl::StatusOr<ItemPage<v1::Finding>> FindingReader::ListFindings(
    const FindingCall& call) const {
  RETURN_IF_ERROR(CheckParent(call.parent));
  ASSIGN_OR_RETURN(const int64_t revision, reader_.Resolve(call.read_revision));
  if (KindOfName(call.parent) == RecordKind::kQuestionnaire) {
    ASSIGN_OR_RETURN(const auto questionnaires,
                     ReadQuestionnaires(call.parent, revision));
    ASSIGN_OR_RETURN(const FindingOptions options,
                     OptionsFor(call.parent, revision));
    return PageOf(FindFindings(questionnaires[0], options), call, revision);
  }
  ASSIGN_OR_RETURN(const WholeRound whole, ReadRound(call.parent, revision));
  const FindingOptions options = OptionsOf(whole.round);
  std::vector<v1::Finding> findings;
  for (const v1::Questionnaire& questionnaire : whole.questionnaires)
    Append(FindFindings(questionnaire, options), findings);
  Append(FindRoundFindings(whole.questionnaires, whole.round), findings);
  return PageOf(std::move(findings), call, revision);
}

absl::StatusOr<ItemPage<v1::Suggestion>> FindingReader::ListSuggestions(
    const FindingCall& call) const {
  RETURN_IF_ERROR(CheckParent(call.parent));
  ASSIGN_OR_RETURN(const int64_t revision, reader_.Resolve(call.read_revision));
  // A round that does not exist is no round without suggestions.
  RETURN_IF_ERROR(reader_.Get(call.parent, revision).status());
  ASSIGN_OR_RETURN(const auto questionnaires,
                   ReadQuestionnaires(call.parent, revision));
  std::vector<v1::Suggestion> suggestions;
  for (const v1::Questionnaire& questionnaire : questionnaires)
    Append(FindSuggestions(questionnaire), suggestions);
  return PageOf(std::move(suggestions), call, revision);
}

}  // namespace compendium::registry
