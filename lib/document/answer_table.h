// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "lib/document/compendium_text.h"
#include "lib/document/csv_reader.h"

namespace compendium {

// A table of answers as CSV: one row an answer. Its first row names the
// columns, in any order and in small or capital letters:
//
//   mechanism   whose answer: a name, an acronym or an id
//   question    the question's id, such as 2A
//   answer      the text; its line ends end paragraphs
//   state       optional: answered, not_applicable, nothing_to_report, blank,
//               cross_reference or negative_statement; left empty, it is read
//               out of the text
//
// Comma, semicolon and tab may separate them, whichever makes the first row
// name these columns. Rows may be in any order. Each is the source of one
// answer: its source_spans count in the rows of its questionnaire, one after
// the other, and so do size and hash of the questionnaire's source.
//
// Only the places of the rows are held; questionnaires are made one by one, so
// that a table of thousands costs little more than its text, which is borrowed.
// Immutable once made; any thread.
class AnswerTable {
 public:
  // Reads and checks every row. kInvalidArgument as "line 3, column 7: got X,
  // want Y"; kResourceExhausted beyond the limits of limits.h.
  static absl::StatusOr<AnswerTable> Read(absl::string_view text,
                                          const ParseOptions& options);

  // How many questionnaires there are; in the order of their first rows.
  size_t size() const { return questionnaires_.size(); }

  // Makes one. Answers to known questions without a row are blank.
  ParsedQuestionnaire Questionnaire(size_t index) const;

  // The known questions, then others that have rows.
  const registry::v1::Form& form() const { return form_; }

  // The table itself.
  const registry::v1::RoundDocument& document() const { return document_; }

 private:
  struct Columns {
    char separator = ',';
    size_t mechanism = 0;
    size_t question = 0;
    size_t answer = 0;
    std::optional<size_t> state;
    size_t count = 0;
  };
  struct RowPlace {
    size_t begin_byte = 0;
    size_t line = 0;
  };
  struct Entry {
    std::string mechanism_id;
    std::string mechanism;  // as the first row has it
    std::vector<RowPlace> rows;
  };

  friend bool IsAnswerTable(absl::string_view text);
  AnswerTable(absl::string_view text, ParseOptions options);
  static absl::StatusOr<Columns> FindColumns(absl::string_view text);
  // A question's id as forms have it; empty when `text` is none.
  static std::string QuestionId(absl::string_view text);
  absl::Status ReadRows();
  absl::Status CheckRow(const CsvRow& row) const;
  void AddToForm(const std::string& question);

  absl::string_view text_;
  ParseOptions options_;
  Columns columns_;
  std::vector<Entry> questionnaires_;
  registry::v1::Form form_;
  registry::v1::RoundDocument document_;
};

// Whether the first row names the columns of such a table.
bool IsAnswerTable(absl::string_view text);

}  // namespace compendium
