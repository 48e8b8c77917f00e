// SPDX-License-Identifier: Apache-2.0
// Reads that several commands need.
#pragma once

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "cli/client.h"
#include "compendium/registry/v1/change.pb.h"
#include "lib/words/short_name.h"

namespace compendium {

// The record with any resource name, as of `revision` (0: now), and the
// response's own message in `json_response` for --json unless null.
// INVALID_ARGUMENT, marked BadUsage, when `name` is not a resource name.
absl::StatusOr<registry::v1::Record> GetRecord(const Client& client,
                                               const std::string& name,
                                               int64_t revision,
                                               std::string* json_response);

// All questionnaires of a round in the order of their names, as one response.
absl::StatusOr<registry::v1::ListQuestionnairesResponse>
ListRoundQuestionnaires(const Client& client, const std::string& round_name);

// What the mechanisms are called, as far as the registry can be asked; tables
// of the reporting service must be readable without it.
ShortNames ReadShortNames(const Client& client);

}  // namespace compendium
