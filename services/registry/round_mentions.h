// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "compendium/registry/v1/curation.pb.h"
#include "services/registry/registry_reader.h"

namespace compendium::registry {

// Which mentions of meetings there are in a round, as of one revision. Reads
// each questionnaire once, when it is first asked for. For one request; not
// thread-safe. Borrows the reader.
class RoundMentions {
 public:
  RoundMentions(const RegistryReader& reader, std::string round,
                int64_t revision)
      : reader_(reader), round_(std::move(round)), revision_(revision) {}

  // INVALID_ARGUMENT naming `path`.questionnaire or `path`.item_id when there
  // is no such mention; RESOURCE_EXHAUSTED, reason TOO_MANY_RECORDS, for more
  // questionnaires than kRoundRecordsMax.
  absl::Status Check(const v1::MentionReference& mention,
                     const std::string& path);

 private:
  using Ids = std::set<std::string>;

  // The meetings of a questionnaire; null when the round has no such one.
  absl::StatusOr<const Ids*> MeetingsOf(const std::string& name);

  // Constant after construction.
  const RegistryReader& reader_;
  const std::string round_;
  const int64_t revision_;

  absl::flat_hash_map<std::string, Ids> read_;
};

}  // namespace compendium::registry
