// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "absl/strings/string_view.h"
#include "compendium/registry/v1/evidence.pb.h"
#include "lib/report/document.h"

namespace compendium {

// What the figures of one document rest on: each piece of evidence once, with a
// number, from 1 in the order in which the document first points at it. Not
// thread-safe.
class EvidenceList {
 public:
  // Each returns the number of the evidence. `questionnaire` is the resource
  // name of the record that has it.

  // Words of an answer.
  int Add(absl::string_view questionnaire,
          const registry::v1::Evidence& evidence, registry::v1::Origin origin);

  // An entry of the questionnaire's list of participants, at `index` from 0.
  int AddParticipant(absl::string_view questionnaire, int index,
                     absl::string_view as_written, registry::v1::Origin origin);

  // The state of an answer: in words, with the text that says so, if any.
  int AddAnswerState(absl::string_view questionnaire,
                     absl::string_view question_id, absl::string_view state,
                     absl::string_view text, registry::v1::Origin origin);

  // A cell that leads to the evidence: "1, 2, 3". Sorted, each number once.
  static DocumentCell Cell(std::vector<int> numbers);

  // The parts of such a cell, to stand after other parts.
  static std::vector<DocumentText> Links(std::vector<int> numbers);

  // A link whose text is `words`, to the evidence with this number.
  static DocumentText Link(std::string words, int number);

  // Where the evidence stands: a table with a row for each number. To be made
  // when all has been added. Of a document in which no figure rests on
  // evidence, a sentence that says so.
  DocumentSection ToSection() const;

 private:
  struct Row {
    std::string quote;
    std::string question;
    std::string questionnaire;
    std::string origin;
    std::string place;
    auto Key() const {
      return std::tie(questionnaire, question, place, quote, origin);
    }
    friend bool operator<(const Row& a, const Row& b) {
      return a.Key() < b.Key();
    }
  };

  int Add(Row row);

  std::vector<Row> rows_;  // the number is the position and 1
  std::map<Row, int> numbers_;
};

}  // namespace compendium
