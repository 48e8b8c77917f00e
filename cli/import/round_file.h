// SPDX-License-Identifier: Apache-2.0
// A round file: one round with its mechanisms and questionnaires as one JSON
// document, so that records can be carried from one registry to another and
// sample data can be kept as text:
//
//   { "round": Round,
//     "mechanisms": [ { "id": "midsa", "mechanism": Mechanism }, … ],
//     "questionnaires": [ { "mechanism": "midsa",
//                           "questionnaire": Questionnaire }, … ] }
//
// Round, Mechanism and Questionnaire are the registry's messages in proto3
// JSON. Unknown members are refused everywhere: a misspelt field must not be
// lost in silence. Output-only fields may be present and are dropped, except
// that a round's name must be that of the round it is imported into.
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "compendium/registry/v1/mechanism.pb.h"
#include "compendium/registry/v1/questionnaire.pb.h"
#include "compendium/registry/v1/round.pb.h"

namespace compendium {

// What a round file holds, in its order.
struct RoundFile {
  struct Mechanism {
    std::string id;
    registry::v1::Mechanism mechanism;
  };
  struct Questionnaire {
    std::string mechanism_id;
    registry::v1::Questionnaire questionnaire;
  };
  registry::v1::Round round;
  std::vector<Mechanism> mechanisms;          // ids differ
  std::vector<Questionnaire> questionnaires;  // ids differ
};

// Reads `text`. INVALID_ARGUMENT as "file:path: got X, want Y" (or
// "file:line: …" when it is not JSON), RESOURCE_EXHAUSTED above a limit of
// limits.h. `file_name` is only for messages.
absl::StatusOr<RoundFile> ParseRoundFile(absl::string_view text,
                                         absl::string_view file_name);

// Writes it, indented and with a newline at the end; ParseRoundFile reads the
// same again. INVALID_ARGUMENT when a text in it is not UTF-8.
absl::StatusOr<std::string> WriteRoundFile(const RoundFile& round_file);

}  // namespace compendium
