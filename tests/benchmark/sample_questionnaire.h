// SPDX-License-Identifier: Apache-2.0
// Questionnaires like real ones, made from a seed: 8 KB on the wire, with about
// seven claims and eight meetings that quote their answers, and prose that
// compresses about as well as real answers do (2.7:1). Items have ids, as in
// whatever a client read before it edits it.
#pragma once

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"
#include "compendium/registry/v1/questionnaire.pb.h"

namespace compendium::benchmark {

// Where a load generator writes its mark into a serialized record: this text is
// followed by 16 hexadecimal digits, in the answer to question 1.
inline constexpr absl::string_view kMark = "mark=";

struct SampleOptions {
  uint64_t seed = 1;
  int mechanism = 0;  // 0 to 9999: mechanisms/m0000 …
  // rounds/2016; its meetings are of that year, or of 9999 if it is none.
  int round = 2016;
  // One claim and one meeting in 1 KB: a million of them fit into memory.
  bool is_brief = false;
};

// The name of the sample's questionnaire.
std::string SampleName(const SampleOptions& options);

// A questionnaire that the registry accepts. Equal options give equal records.
registry::v1::Questionnaire SampleQuestionnaire(const SampleOptions& options);

}  // namespace compendium::benchmark
