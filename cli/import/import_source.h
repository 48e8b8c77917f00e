// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "compendium/registry/v1/change.pb.h"
#include "lib/convert/pandoc.h"
#include "lib/document/file_format.h"
#include "lib/words/short_name.h"

namespace compendium {

// What a file gives for one round, in the order in which it must be written:
// the round, then each mechanism and directly after it its questionnaire, then
// questionnaires of mechanisms that the file does not have. The records have
// their names and no other output-only field.
struct ImportSource {
  std::string round_id;
  std::vector<registry::v1::Record> records;
  // Whether the file itself lists meetings and claims, so that what it no
  // longer has is gone, as in a round file. From a compendium text they are
  // extracted; it says nothing of those that people entered.
  bool states_items = false;
  // Whether the file knows but answers, as a table of them: then profiles are
  // only created, and what it does not say of a questionnaire stays.
  bool only_answers = false;
  // The year of the round, where the file's answers are read for items.
  int round_year = 0;
  // Where the lines of the document begin, to tell people where a span stands;
  // empty when the file is not the document itself.
  std::vector<int64_t> line_begins;
};

// Where a file's content came from and goes to.
struct ImportOptions {
  std::string file_name;  // without its folder
  std::string round_id;
  std::optional<FileFormat> format = std::nullopt;  // else by the content
  Pandoc::Options pandoc = {};
};

// Reads a whole file at once; see import_file.h. Claims and meetings of
// documents and tables are extracted; a round file is taken as it is.
absl::StatusOr<ImportSource> ReadImportSource(absl::string_view bytes,
                                              const ImportOptions& options);

// The record's resource name.
const std::string& RecordName(const registry::v1::Record& record);

// The revision that wrote this version of the record; 0 for a new one.
int64_t RecordRevision(const registry::v1::Record& record);

// The questionnaires among the records, in their order.
std::vector<registry::v1::Questionnaire> QuestionnairesOf(
    const ImportSource& source);

// What the mechanisms among the records are called in tables.
ShortNames ShortNamesOf(const ImportSource& source);

}  // namespace compendium
