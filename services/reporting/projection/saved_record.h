// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include <google/protobuf/message_lite.h>

#include "absl/functional/function_ref.h"
#include "absl/strings/string_view.h"

namespace compendium::reporting {

// Which projection a saved record belongs to. The numbers stand in checkpoints:
// they are never used for anything else.
enum class SavedKind : uint8_t {
  kMechanism = 1,     // of the directory; a registry.v1.Mechanism
  kRound = 2,         // of the directory; a registry.v1.Round
  kAnswers = 3,       // of the given answers; a registry.v1.Questionnaire
  kMeetings = 4,      // of the meeting calendar; a registry.v1.Questionnaire
  kParticipants = 5,  // of participation; a registry.v1.Questionnaire
  kProjects = 6,      // of the projects; a registry.v1.Questionnaire
  kPublications = 7,  // of the publications; a registry.v1.Questionnaire
  kFindings = 8,      // of the findings; a reporting.v1.KeptFindings
};

// One record of a projection's state. Borrows from the state.
struct SavedRecord {
  SavedKind kind;
  const google::protobuf::MessageLite& message;
  absl::string_view sha256;  // of the message's canonical bytes; 32 bytes
};

using SavedRecordVisitor = absl::FunctionRef<void(const SavedRecord&)>;

}  // namespace compendium::reporting
