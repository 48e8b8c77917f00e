// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "cli/import/document_source.h"
#include "cli/import/import_source.h"
#include "lib/document/answer_table.h"
#include "lib/document/round_file.h"

namespace compendium {

// A file that is to be imported. All of it has been read and checked before
// the first record comes out; the records are then made batch by batch, so that
// a file of thousands never stands in memory as records. Not thread-safe.
class ImportFile {
 public:
  // kInvalidArgument or kResourceExhausted, with the place, when it cannot be
  // read; kFailedPrecondition when pandoc cannot be run.
  static absl::StatusOr<std::unique_ptr<ImportFile>> Open(
      std::string bytes, const ImportOptions& options);

  // How many records there are.
  size_t record_count() const { return record_count_; }

  // The next records; nothing at the end. A profile and its questionnaire come
  // together. A document is one batch.
  absl::StatusOr<std::optional<ImportSource>> Next();

 private:
  explicit ImportFile(const ImportOptions& options) : options_(options) {}

  absl::Status Prepare();
  absl::StatusOr<ImportSource> ReadCompendium();
  absl::StatusOr<ImportSource> NextOfRoundFile();
  absl::StatusOr<ImportSource> NextOfAnswerTable();
  ImportSource EmptyBatch() const;

  const ImportOptions options_;
  SourceText text_;
  size_t record_count_ = 0;
  size_t next_ = 0;  // how many records were given out
  // One of these, by the format.
  std::optional<ImportSource> document_;
  std::optional<RoundFileReader> round_file_;
  std::optional<AnswerTable> table_;
  // Of a round file: mechanisms in its order, then those of which it has but a
  // questionnaire; each with its places in the file.
  struct Entry {
    std::optional<size_t> mechanism;
    std::optional<size_t> questionnaire;
  };
  std::vector<Entry> entries_;
  size_t next_entry_ = 0;
};

}  // namespace compendium
