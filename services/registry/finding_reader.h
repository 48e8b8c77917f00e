// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "compendium/registry/v1/finding.pb.h"
#include "compendium/registry/v1/questionnaire.pb.h"
#include "compendium/registry/v1/round.pb.h"
#include "lib/findings/finding_options.h"
#include "services/registry/registry_reader.h"

namespace compendium::registry {

// Which findings or suggestions a page lists.
struct FindingCall {
  std::string parent = {};  // a questionnaire's or a round's name
  bool show_decided = false;
  int64_t read_revision = 0;  // 0 for the latest
  size_t after_count = 0;     // how many were on the pages before
  int page_size = 0;          // as in requests
};

template <class Item>
struct ItemPage {
  int64_t revision = 0;
  std::vector<Item> items = {};
  size_t continue_after = 0;  // FindingCall::after_count of the next page, or 0
};

// Lists what checks and vocabularies find in stored records, at any revision.
// Nothing of it is stored: each page is found anew in the records of one
// revision, always the same. Thread-safe; borrows the reader. Errors: those of
// RegistryReader, a parent that is a mechanism (INVALID_ARGUMENT), a round of
// more than kRoundRecordsMax questionnaires or kRoundRecordsBytesMax bytes
// (RESOURCE_EXHAUSTED, reason ROUND_TOO_LARGE).
class FindingReader {
 public:
  explicit FindingReader(const RegistryReader& reader) : reader_(reader) {}

  absl::StatusOr<ItemPage<v1::Finding>> ListFindings(
      const FindingCall& call) const;
  absl::StatusOr<ItemPage<v1::Suggestion>> ListSuggestions(
      const FindingCall& call) const;

  // What the findings of a questionnaire depend on besides it: its round as of
  // `revision`.
  absl::StatusOr<FindingOptions> OptionsFor(const std::string& questionnaire,
                                            int64_t revision) const;

  // A round with all its questionnaires that are not deleted.
  struct WholeRound {
    v1::Round round;
    std::vector<v1::Questionnaire> questionnaires;
  };
  absl::StatusOr<WholeRound> ReadRound(const std::string& name,
                                       int64_t revision) const;

 private:
  // The questionnaires that a parent stands for.
  absl::StatusOr<std::vector<v1::Questionnaire>> ReadQuestionnaires(
      const std::string& parent, int64_t revision) const;

  const RegistryReader& reader_;
};

}  // namespace compendium::registry
