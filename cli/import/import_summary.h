// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "cli/import/import_run.h"
#include "cli/import/import_source.h"

namespace compendium {

// What an import did, for people and for programs.
struct ImportSummary {
  // One questionnaire: what the file says, and what was written.
  struct Questionnaire {
    std::string mechanism;  // mechanisms/{mechanism}
    int participants = 0;
    int answered = 0;  // answers of any state but blank
    int blank = 0;
    int meetings = 0;
    int claims = 0;
    RecordOutcome mechanism_outcome;
    RecordOutcome questionnaire_outcome;
  };
  // A stretch of the document that was kept and not understood.
  struct Leftover {
    std::string owner;  // the record that keeps it
    int64_t begin_byte = 0;
    int64_t end_byte = 0;
    int64_t line = 0;  // from 1; 0 when it is not known
    std::string text;
  };
  ShortNames names;
  std::string file_name;
  bool dry_run = false;
  RecordOutcome round;
  std::vector<Questionnaire> questionnaires;  // in the order of the file
  std::vector<Leftover> leftovers;            // in the order of the document
  int64_t revision = 0;  // the last one that was written; 0 when none was
  int skipped = 0;       // records that were not written for a deletion
  int not_done = 0;      // records that an error kept it from
  absl::Status error;    // the one that ended it early
};

ImportSummary Summarize(const ImportSource& source, const ImportResult& result);

// Adds what a further batch of the same file did; `error` is left alone.
void AddSummary(ImportSummary part, ImportSummary& total);

// Tables for people, at most `width` columns wide. Of an import that ended
// early it says what was written; the error itself is for others to print.
std::string SummaryText(const ImportSummary& summary, size_t width);

// One JSON document, indented; cli/README.md describes it.
std::string SummaryJson(const ImportSummary& summary);

// "created", "updated", "unchanged", "skipped", "not done".
std::string ActionWord(WriteAction action);

}  // namespace compendium
