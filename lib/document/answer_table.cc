// SPDX-License-Identifier: Apache-2.0
#include "lib/document/answer_table.h"

#include <algorithm>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/document/characters.h"
#include "lib/document/known_mechanism.h"
#include "lib/document/known_question.h"
#include "lib/document/limits.h"
#include "lib/document/source_document.h"
#include "lib/domain/answer_state.h"
#include "lib/domain/resource_name.h"

namespace compendium {
namespace v1 = registry::v1;
namespace {

constexpr absl::string_view kColumnNames[] = {"mechanism", "question", "answer",
                                              "state"};

std::string ColumnName(absl::string_view text) {
  return absl::AsciiStrToLower(TrimBlanks(text));
}

absl::Status Wrong(const CsvField& field, absl::string_view want) {
  return absl::InvalidArgumentError(
      absl::StrCat("line ", field.line, ", column ", field.column, ": got \"",
                   field.text.substr(0, 60), "\", want ", want));
}

std::string MechanismId(absl::string_view name) {
  const KnownMechanism* known = FindKnownMechanism(name);
  return known != nullptr ? known->id : MakeMechanism(name).id;
}

}  // namespace

std::string AnswerTable::QuestionId(absl::string_view text) {
  std::string id = absl::AsciiStrToUpper(TrimBlanks(text));
  while (!id.empty() && (id.back() == '.' || id.back() == ')')) id.pop_back();
  const bool valid = !id.empty() && id.size() <= kQuestionIdBytesMax &&
                     std::all_of(id.begin(), id.end(), [](unsigned char c) {
                       return absl::ascii_isalnum(c);
                     });
  return valid ? id : "";
}

AnswerTable::AnswerTable(absl::string_view text, ParseOptions options)
    : text_(text), options_(std::move(options)) {
  for (const KnownQuestion& known : KnownQuestions()) {
    v1::Question& question = *form_.add_questions();
    question.set_id(known.id);
    question.set_title(known.title);
    question.set_asks_for_claims(known.asks_for_claims);
  }
}

absl::StatusOr<AnswerTable> AnswerTable::Read(absl::string_view text,
                                              const ParseOptions& options) {
  if (text.size() > kAnswerTableBytesMax) {
    return absl::ResourceExhaustedError(
        absl::StrCat("document: got ", text.size(), " bytes, want at most ",
                     kAnswerTableBytesMax));
  }
  if (const std::optional<size_t> at = FindInvalidUtf8(text)) {
    const auto line =
        1 + std::count(text.begin(),
                       text.begin() + static_cast<std::ptrdiff_t>(*at), '\n');
    return absl::InvalidArgumentError(absl::StrCat(
        "line ", line, ": got no UTF-8 at byte ", *at, ", want UTF-8 text"));
  }
  AnswerTable table(text, options);
  ASSIGN_OR_RETURN(table.columns_, FindColumns(text));
  RETURN_IF_ERROR(table.ReadRows());
  SetSource(text, options, *table.document_.mutable_source());
  if (!options.original.has_value())
    table.document_.mutable_source()->set_format(v1::DOCUMENT_FORMAT_CSV);
  return table;
}

absl::StatusOr<AnswerTable::Columns> AnswerTable::FindColumns(
    absl::string_view text) {
  CsvRow header;
  for (const char separator : {',', ';', '\t'}) {
    const absl::StatusOr<bool> read = CsvReader(text, separator).Next(header);
    if (!read.ok() || !*read) continue;
    const auto find = [&](absl::string_view name) {
      const auto at = std::find_if(header.fields.begin(), header.fields.end(),
                                   [&](const CsvField& field) {
                                     return ColumnName(field.text) == name;
                                   });
      return static_cast<size_t>(at - header.fields.begin());
    };
    const size_t count = header.fields.size();
    Columns columns = {separator,      find("mechanism"), find("question"),
                       find("answer"), std::nullopt,      count};
    if (columns.mechanism == count || columns.question == count ||
        columns.answer == count) {
      continue;
    }
    if (const size_t state = find("state"); state < count)
      columns.state = state;
    absl::flat_hash_set<std::string> seen;
    for (const CsvField& field : header.fields) {
      const std::string name = ColumnName(field.text);
      if (std::find(std::begin(kColumnNames), std::end(kColumnNames), name) ==
          std::end(kColumnNames)) {
        return Wrong(field, "mechanism, question, answer or state");
      }
      if (!seen.insert(name).second) return Wrong(field, "each column once");
    }
    return columns;
  }
  return absl::InvalidArgumentError(
      "line 1: got no names of columns, want mechanism, question, answer and "
      "perhaps state, separated by a comma, a semicolon or a tab");
}

absl::Status AnswerTable::ReadRows() {
  CsvReader reader(text_, columns_.separator);
  CsvRow row;
  RETURN_IF_ERROR(reader.Next(row).status());         // the header
  absl::flat_hash_map<std::string, size_t> entries;   // by mechanism id
  absl::flat_hash_map<std::string, std::string> ids;  // by what a row says
  absl::flat_hash_map<std::string, size_t> lines;     // by mechanism, question
  for (;;) {
    ASSIGN_OR_RETURN(const bool read, reader.Next(row));
    if (!read) break;
    RETURN_IF_ERROR(CheckRow(row));
    const std::string mechanism(
        TrimBlanks(row.fields[columns_.mechanism].text));
    const std::string question = QuestionId(row.fields[columns_.question].text);
    const auto [id, is_new] = ids.emplace(mechanism, "");
    if (is_new) id->second = MechanismId(mechanism);
    const auto [line, first] =
        lines.emplace(absl::StrCat(id->second, " ", question), row.line);
    if (!first) {
      return Wrong(row.fields[columns_.question],
                   absl::StrCat("each question of ", id->second,
                                " once (first in line ", line->second, ")"));
    }
    if (lines.size() > kAnswerTableRowsMax) {
      return absl::ResourceExhaustedError(absl::StrCat(
          "line ", row.line, ": got more than ", kAnswerTableRowsMax, " rows"));
    }
    const auto [at, added] = entries.emplace(id->second, size());
    if (added) questionnaires_.push_back({id->second, mechanism, {}});
    Entry& entry = questionnaires_[at->second];
    if (entry.rows.size() == kAnswersMax) {
      return Wrong(
          row.fields[columns_.question],
          absl::StrCat("at most ", kAnswersMax, " answers of ", id->second));
    }
    entry.rows.push_back({row.begin_byte, row.line});
    AddToForm(question);
  }
  if (questionnaires_.empty()) {
    return absl::InvalidArgumentError("line 2: got no row with an answer");
  }
  return absl::OkStatus();
}

absl::Status AnswerTable::CheckRow(const CsvRow& row) const {
  if (row.fields.size() != columns_.count) {
    return absl::InvalidArgumentError(
        absl::StrCat("line ", row.line, ": got ", row.fields.size(),
                     " fields, want ", columns_.count, " as in line 1"));
  }
  const CsvField& mechanism = row.fields[columns_.mechanism];
  if (TrimBlanks(mechanism.text).empty() ||
      mechanism.text.size() > kHeadingBytesMax) {
    return Wrong(mechanism, "the name of a mechanism");
  }
  const CsvField& question = row.fields[columns_.question];
  if (QuestionId(question.text).empty()) {
    return Wrong(question, "the id of a question, such as 2A");
  }
  const CsvField& answer = row.fields[columns_.answer];
  if (answer.text.size() > kAnswerBytesMax) {
    return absl::ResourceExhaustedError(absl::StrCat(
        "line ", answer.line, ", column ", answer.column, ": got ",
        answer.text.size(), " bytes, want at most ", kAnswerBytesMax));
  }
  if (!columns_.state.has_value()) return absl::OkStatus();
  const CsvField& state = row.fields[*columns_.state];
  if (TrimBlanks(state.text).empty()) return absl::OkStatus();
  const auto parsed = ParseAnswerState(TrimBlanks(state.text));
  if (!parsed.ok()) return Wrong(state, "a state, such as not_applicable");
  const bool blank = TrimBlanks(answer.text).empty();
  if (blank != (*parsed == AnswerState::kBlank)) {
    return Wrong(state, blank ? "blank, for there is no answer"
                              : "another state, for there is an answer");
  }
  return absl::OkStatus();
}

void AnswerTable::AddToForm(const std::string& question) {
  for (const v1::Question& known : form_.questions()) {
    if (known.id() == question) return;
  }
  // Record and form hold as many; more could not be written.
  if (static_cast<size_t>(form_.questions_size()) == kAnswersMax) return;
  v1::Question& added = *form_.add_questions();
  added.set_id(question);
  added.set_title(question);
}

bool IsAnswerTable(absl::string_view text) {
  return AnswerTable::FindColumns(text).ok();
}

}  // namespace compendium
