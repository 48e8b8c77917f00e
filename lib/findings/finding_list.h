// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "compendium/registry/v1/curation.pb.h"
#include "compendium/registry/v1/finding.pb.h"

namespace compendium {

// What a check found.
struct FoundDoubt {
  absl::string_view check;
  registry::v1::FindingSeverity severity;
  std::string message;
  std::string resolution;
  std::vector<registry::v1::FindingEvidence> evidence;
  // What tells this finding from others of its check that rest on the same
  // words, or on none: a code, a name. Part of the id.
  std::string detail;
};

// Ids that were given out, each with how often it was asked for.
using TakenIds = absl::flat_hash_map<std::string, int>;

// An id made from a kind and what it rests on: `kind`, a hyphen and 12
// hexadecimal digits of a SHA-256 over `parts`. It fits GRAMMAR_RESOURCE_ID
// where `kind` is at most 50 lower-case letters, digits and inner hyphens.
// An id that is taken gets other digits.
std::string StableId(absl::string_view kind,
                     const std::vector<absl::string_view>& parts,
                     TakenIds& taken);

// The findings about one subject while checks run. Gives each its id and the
// decision about it. Not thread-safe.
class FindingList {
 public:
  // `decisions` must outlive the list. Of several with one id the last counts.
  FindingList(absl::string_view subject,
              const google::protobuf::RepeatedPtrField<registry::v1::Decision>&
                  decisions);

  // Beyond kFindingsMax findings or kFindingEvidenceMax quotes of one, the rest
  // is left out.
  void Add(FoundDoubt doubt);

  std::vector<registry::v1::Finding> Take() { return std::move(findings_); }

 private:
  std::string subject_;
  absl::flat_hash_map<std::string, const registry::v1::Decision*> decisions_;
  TakenIds taken_;
  std::vector<registry::v1::Finding> findings_;
};

// Words of a record for a message: on one line, in quotation marks, cut before
// a character at kMessageQuoteBytesMax.
std::string InMessage(absl::string_view words);

}  // namespace compendium
