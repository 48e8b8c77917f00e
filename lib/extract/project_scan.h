// SPDX-License-Identifier: Apache-2.0
// How the projects of one answer are found: line by line, with the project at
// work kept in mind. Used by project_finder only.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "lib/extract/evidence_span.h"
#include "lib/extract/field_label.h"
#include "lib/extract/period_phrase.h"
#include "lib/extract/project_finder.h"
#include "lib/extract/text_lines.h"

namespace compendium {

// A project while it is read.
struct ProjectDraft {
  FoundProject found;
  TokenRange period;     // its words
  bool in_item = false;  // its title is an item of a list
  bool labelled = false;
  bool has_objective_label = false;
  ByteSpan objective;
  size_t objective_line = 0;  // the last one it stands in
  // Which fields it has, by Field.
  std::vector<Field> fields;

  bool Has(Field field) const {
    return std::find(fields.begin(), fields.end(), field) != fields.end();
  }
};

// The work on one answer. Not thread-safe; lives for one call.
class ProjectScan {
 public:
  ProjectScan(const AnswerText& answer, int round_year)
      : answer_(answer), round_year_(round_year) {}

  std::vector<FoundProject> Run();

 private:
  void ReadLine(size_t line);
  void ReadField(const FieldPiece& piece);
  void ReadValue(Field field, TokenRange value);
  void ReadEndOfPeriod(Field field, TokenRange value);
  void ReadWords(size_t line, TokenRange words);
  bool ContinuesField(size_t line, TokenRange words) const;
  TokenRange ProjectTitle(size_t line, TokenRange words) const;
  bool EndsDraft(size_t line, size_t sentences) const;
  void ReadSentences(TokenRange words);
  void Start(TokenRange title, TokenRange words, bool in_item);
  void TakeTitle(TokenRange title);
  void TakePeriod(const PeriodPhrase& period);
  void TakeAddress(TokenRange words);
  void TakeObjective(TokenRange words);
  void TakeFromText(TokenRange words);
  void Finish();
  bool IsPeriodAlone(TokenRange words) const;
  std::string Text(TokenRange range, size_t size_max) const;

  const AnswerText& answer_;
  const int round_year_;
  size_t line_ = 0;  // being read
  std::optional<ProjectDraft> draft_;
  Field open_ = Field::kNone;  // the field that lines below may continue
  bool open_list_ = false;     // its last line ended with a colon
  std::vector<FoundProject> projects_;
};

}  // namespace compendium
