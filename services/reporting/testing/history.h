// SPDX-License-Identifier: Apache-2.0
// What a registry would have sent, for tests.
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "compendium/registry/v1/change.pb.h"
#include "services/reporting/projection/projections.h"

namespace compendium::reporting {

// A record's creation or update, with the content that is given.
registry::v1::RecordChange PutMechanism(absl::string_view id,
                                        absl::string_view display_name);
// `form` is a registry.v1.Form in text format.
registry::v1::RecordChange PutRound(absl::string_view id,
                                    absl::string_view form);
// `content` is a registry.v1.Questionnaire in text format, without its name.
registry::v1::RecordChange PutQuestionnaire(absl::string_view mechanism_id,
                                            absl::string_view round_id,
                                            absl::string_view content);

// The same record's deletion, and its return after that.
registry::v1::RecordChange Deleted(registry::v1::RecordChange record);
registry::v1::RecordChange Undeleted(registry::v1::RecordChange record);

// One revision with these records; its hash follows from them, but not from
// the history before.
registry::v1::Change MakeChange(
    int64_t revision, std::vector<registry::v1::RecordChange> records);

// The state after the records' changes, in order.
Projections ProjectionsOf(std::vector<registry::v1::RecordChange> records);

}  // namespace compendium::reporting
