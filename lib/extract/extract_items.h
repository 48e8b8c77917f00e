// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "compendium/registry/v1/questionnaire.pb.h"

namespace compendium {

// What extraction must be told.
struct ExtractOptions {
  // The year of the round. A date for which the text gives no year at all falls
  // into it; it is never today's year.
  int round_year = 0;
};

// Reads the answers of a questionnaire: sets each answer's state, unless
// somebody else set it (Answer.state_origin), and puts the meetings, SDG
// claims, projects and publications that the answers' texts name into it, with
// ids, origin EXTRACTED and evidence spans in Answer.text, in the order of the
// answers. Items that were there before are replaced, whoever put them there:
// what people decided is kept by KeepCurated (lib/curation) afterwards.
// Answer.text is trusted to be UTF-8, as proto3 demands.
//
// Pure and deterministic: equal text gives equal items, in any process, on any
// day. Never fails; of texts and lists beyond lib/extract/limits.h the rest is
// left out. Linear in the text.
void ExtractItems(const ExtractOptions& options,
                  registry::v1::Questionnaire& questionnaire);

}  // namespace compendium
