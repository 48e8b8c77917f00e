// SPDX-License-Identifier: Apache-2.0
#include "cli/import/import_summary.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include <nlohmann/json.hpp>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "cli/text/text_table.h"
#include "lib/words/counted.h"
#include "lib/words/display_width.h"
#include "lib/words/short_name.h"

namespace compendium {
namespace v1 = registry::v1;
namespace {

using Json = nlohmann::ordered_json;

int64_t LineOf(const ImportSource& source, int64_t byte) {
  const auto after = std::upper_bound(source.line_begins.begin(),
                                      source.line_begins.end(), byte);
  return after - source.line_begins.begin();
}

// Where in the document each questionnaire's section begins, by its name.
using SectionBegins = std::map<std::string, int64_t>;

SectionBegins SectionsOf(const v1::Round& round) {
  SectionBegins begins;
  for (const v1::RoundDocument& document : round.documents())
    for (const v1::DocumentSection& section : document.sections())
      begins[section.questionnaire()] = section.span().begin_byte();
  return begins;
}

// `begin` is where in the document that starts which the spans count from.
void AddLeftovers(
    const ImportSource& source, const std::string& owner, int64_t begin,
    const google::protobuf::RepeatedPtrField<v1::Remainder>& remainders,
    ImportSummary& summary) {
  for (const v1::Remainder& remainder : remainders) {
    const v1::SourceSpan& span = remainder.span();
    summary.leftovers.push_back(
        {.owner = owner,
         .begin_byte = begin + span.begin_byte(),
         .end_byte = begin + span.end_byte(),
         .line = LineOf(source, begin + span.begin_byte()),
         .text = remainder.text()});
  }
}

ImportSummary::Questionnaire Count(const v1::Questionnaire& questionnaire) {
  ImportSummary::Questionnaire counts;
  const std::string& name = questionnaire.name();
  counts.mechanism = name.substr(0, name.find("/questionnaires/"));
  counts.participants = questionnaire.participants_size();
  for (const v1::Answer& answer : questionnaire.answers())
    ++(answer.state() == v1::ANSWER_STATE_BLANK ? counts.blank
                                                : counts.answered);
  counts.meetings = questionnaire.meetings_size();
  counts.claims = questionnaire.claims_size();
  return counts;
}

// "created"; or both, when profile and questionnaire fared differently.
std::string WrittenWords(const ImportSummary::Questionnaire& row) {
  std::string word = ActionWord(row.questionnaire_outcome.action);
  if (row.mechanism_outcome.name.empty() ||
      row.mechanism_outcome.action == row.questionnaire_outcome.action ||
      row.mechanism_outcome.action == WriteAction::kLeave)
    return word;
  return absl::StrCat(word, ", profile ",
                      ActionWord(row.mechanism_outcome.action));
}

Json OutcomeJson(const RecordOutcome& outcome) {
  Json json = {{"name", outcome.name}, {"action", ActionWord(outcome.action)}};
  // As in proto3 JSON, a 64-bit number is a string.
  if (outcome.revision != 0) json["revision"] = absl::StrCat(outcome.revision);
  return json;
}

std::string LeftoversText(const ImportSummary& summary, size_t width) {
  int64_t bytes = 0;
  TextTable table({{.title = "Line", .align_right = true},
                   {.title = "Bytes", .align_right = true},
                   {.title = "Kept with"},
                   {.title = "Text"}});
  for (const ImportSummary::Leftover& leftover : summary.leftovers) {
    const int64_t size = leftover.end_byte - leftover.begin_byte;
    bytes += size;
    // What the other columns and gaps take, so that each is one line.
    constexpr size_t kOtherColumns = 4 + 5 + 14 + 3 * 2;
    table.AddRow(
        {leftover.line == 0 ? "" : absl::StrCat(leftover.line),
         absl::StrCat(size), summary.names.Of(leftover.owner),
         Excerpt(leftover.text,
                 std::max<size_t>(width, kOtherColumns + 20) - kOtherColumns)});
  }
  if (summary.leftovers.empty()) return "Everything was understood.\n";
  return absl::StrCat("Kept but not understood: ", summary.leftovers.size(),
                      " of ", Counted(bytes, "byte"), " in all\n\n",
                      table.ToString(width));
}

std::string ClosingWords(const ImportSummary& summary) {
  std::string words =
      absl::StrCat(summary.round.name, ": ", ActionWord(summary.round.action));
  if (summary.skipped > 0)
    absl::StrAppend(&words, "; ", summary.skipped,
                    " skipped (deleted, or what they need is)");
  if (summary.not_done > 0)
    absl::StrAppend(&words, "; ended early, ",
                    Counted(summary.not_done, "record"), " not done");
  if (summary.dry_run) return words + "; dry run, nothing was written";
  if (summary.revision == 0) return words + "; nothing was written";
  return absl::StrCat(words, "; last revision written: ", summary.revision);
}

}  // namespace

ImportSummary Summarize(const ImportSource& source,
                        const ImportResult& result) {
  ImportSummary summary;
  summary.error = result.status;
  summary.names = ShortNamesOf(source);
  std::map<std::string, RecordOutcome> mechanisms;
  SectionBegins sections;
  for (size_t i = 0; i < source.records.size(); ++i) {
    const v1::Record& record = source.records[i];
    const RecordOutcome& outcome = result.outcomes[i];
    summary.revision = std::max(summary.revision, outcome.revision);
    if (outcome.action == WriteAction::kSkip) ++summary.skipped;
    if (outcome.action == WriteAction::kNotDone) ++summary.not_done;
    if (record.has_round()) {
      summary.round = outcome;
      sections = SectionsOf(record.round());
      for (const v1::RoundDocument& document : record.round().documents())
        AddLeftovers(source, outcome.name, 0, document.remainders(), summary);
    } else if (record.has_mechanism()) {
      mechanisms[outcome.name] = outcome;
    } else {
      ImportSummary::Questionnaire counts = Count(record.questionnaire());
      counts.mechanism_outcome = mechanisms[counts.mechanism];
      counts.questionnaire_outcome = outcome;
      summary.questionnaires.push_back(std::move(counts));
      AddLeftovers(source, outcome.name, sections[outcome.name],
                   record.questionnaire().remainders(), summary);
    }
  }
  std::stable_sort(
      summary.leftovers.begin(), summary.leftovers.end(),
      [](const auto& a, const auto& b) { return a.begin_byte < b.begin_byte; });
  return summary;
}

void AddSummary(ImportSummary part, ImportSummary& total) {
  total.names.Merge(part.names);
  if (!part.round.name.empty()) total.round = std::move(part.round);
  std::move(part.questionnaires.begin(), part.questionnaires.end(),
            std::back_inserter(total.questionnaires));
  std::move(part.leftovers.begin(), part.leftovers.end(),
            std::back_inserter(total.leftovers));
  total.revision = std::max(total.revision, part.revision);
  total.skipped += part.skipped;
  total.not_done += part.not_done;
}

std::string SummaryText(const ImportSummary& summary, size_t width) {
  const ShortNames& names = summary.names;
  TextTable table({{.title = "Mechanism"},
                   {.title = "Participants", .align_right = true},
                   {.title = "Answered", .align_right = true},
                   {.title = "Blank", .align_right = true},
                   {.title = "Meetings", .align_right = true},
                   {.title = "Claims", .align_right = true},
                   {.title = summary.dry_run ? "Would be" : "Written"}});
  ImportSummary::Questionnaire sum;
  for (const ImportSummary::Questionnaire& row : summary.questionnaires) {
    table.AddRow({names.Of(row.mechanism), absl::StrCat(row.participants),
                  absl::StrCat(row.answered), absl::StrCat(row.blank),
                  absl::StrCat(row.meetings), absl::StrCat(row.claims),
                  WrittenWords(row)});
    sum.participants += row.participants;
    sum.answered += row.answered;
    sum.blank += row.blank;
    sum.meetings += row.meetings;
    sum.claims += row.claims;
  }
  table.AddRow({absl::StrCat(summary.questionnaires.size(), " in all"),
                absl::StrCat(sum.participants), absl::StrCat(sum.answered),
                absl::StrCat(sum.blank), absl::StrCat(sum.meetings),
                absl::StrCat(sum.claims), ""});
  std::string out = table.ToString(width);
  absl::StrAppend(&out, "\n");
  // What is not all written is not all kept either.
  if (summary.not_done == 0)
    absl::StrAppend(&out, LeftoversText(summary, width), "\n");
  absl::StrAppend(&out, Paragraph(ClosingWords(summary), width));
  return out;
}

std::string SummaryJson(const ImportSummary& summary) {
  Json json = {{"file", summary.file_name},
               {"dryRun", summary.dry_run},
               {"revision", absl::StrCat(summary.revision)},
               {"skippedCount", summary.skipped},
               {"round", OutcomeJson(summary.round)},
               {"questionnaires", Json::array()},
               {"remainders", Json::array()}};
  if (!summary.error.ok()) {
    json["notDoneCount"] = summary.not_done;
    json["error"] = Printable(summary.error.message());
  }
  for (const ImportSummary::Questionnaire& row : summary.questionnaires) {
    Json item = OutcomeJson(row.questionnaire_outcome);
    if (!row.mechanism_outcome.name.empty())
      item["mechanism"] = OutcomeJson(row.mechanism_outcome);
    item["participantCount"] = row.participants;
    item["answeredCount"] = row.answered;
    item["blankCount"] = row.blank;
    item["meetingCount"] = row.meetings;
    item["claimCount"] = row.claims;
    json["questionnaires"].push_back(std::move(item));
  }
  for (const ImportSummary::Leftover& leftover : summary.leftovers) {
    Json item = {{"keptWith", leftover.owner},
                 {"beginByte", absl::StrCat(leftover.begin_byte)},
                 {"endByte", absl::StrCat(leftover.end_byte)}};
    if (leftover.line != 0) item["line"] = leftover.line;
    item["text"] = leftover.text;
    json["remainders"].push_back(std::move(item));
  }
  return absl::StrCat(json.dump(1, ' ', false, Json::error_handler_t::replace),
                      "\n");
}

std::string ActionWord(WriteAction action) {
  switch (action) {
    case WriteAction::kCreate:
      return "created";
    case WriteAction::kUpdate:
      return "updated";
    case WriteAction::kLeave:
      return "unchanged";
    case WriteAction::kSkip:
      return "skipped";
    case WriteAction::kNotDone:
      return "not done";
  }
  return "";
}

}  // namespace compendium
