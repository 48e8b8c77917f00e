// SPDX-License-Identifier: Apache-2.0
// What a document of a round says, before anything is decided about its looks.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "compendium/registry/v1/mechanism.pb.h"
#include "compendium/registry/v1/questionnaire.pb.h"
#include "compendium/registry/v1/round.pb.h"

namespace compendium {

struct PublishedQuestion {
  std::string id;
  std::string words;  // as the form has them, else as the source
  std::string text;   // the answer; empty when there is none
};

// Participants that follow each other in one capacity.
struct PublishedGroup {
  registry::v1::ParticipantRole role =
      registry::v1::PARTICIPANT_ROLE_UNSPECIFIED;
  std::vector<std::string> names;
};

// One mechanism.
struct PublishedSection {
  std::string mechanism_id;
  std::string title;
  std::vector<PublishedGroup> participants;
  std::vector<std::string> focus_areas;
  std::vector<PublishedQuestion> questions;
  // Footnotes of the source, each with its mark: "¹ <http://…>".
  std::vector<std::string> notes;
};

struct PublishedRound {
  std::string title;
  std::string due_day;
  int64_t revision = 0;  // of the registry that it was read at; 0: a file
  // When the newest of the records was written, as YYYY-MM-DDThh:mm:ssZ; empty
  // when none says. A document's own date, so that it is the same on any day.
  std::string written_time;
  std::vector<PublishedSection> sections;  // by title
};

// Puts the records of one round together. A question that the form has and the
// questionnaire does not is there without an answer; one that only the
// questionnaire has follows the form's. INVALID_ARGUMENT when a questionnaire
// is that of no mechanism in `mechanisms` or of another round.
absl::StatusOr<PublishedRound> MakePublishedRound(
    const registry::v1::Round& round,
    absl::Span<const registry::v1::Mechanism> mechanisms,
    absl::Span<const registry::v1::Questionnaire> questionnaires);

// The heading of a mechanism: the title of its questionnaire, else its own name
// with its acronym.
std::string HeadingOf(const registry::v1::Mechanism& mechanism,
                      const registry::v1::Questionnaire& questionnaire);

// The words over a group of participants: "Participants", "Observers",
// "Partners".
std::string GroupWords(registry::v1::ParticipantRole role);

// "2A. Meetings of senior officials".
std::string LabelOf(const PublishedQuestion& question);

}  // namespace compendium
