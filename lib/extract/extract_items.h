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

// Reads the answers of a questionnaire: sets each answer's state and puts the
// meetings and SDG claims that the answers' texts name into it, with origin
// EXTRACTED, evidence spans in Answer.text and ids (see FillItemIds). Extracted
// items that were there before are replaced; items that people entered stay as
// they are, and win over an extracted one (see KeepCurated). Meetings and
// claims end in the order of the answers. Answer.text is trusted to be UTF-8,
// as proto3 demands.
//
// Pure and deterministic: equal text gives equal items, in any process, on any
// day. Never fails; of texts and lists beyond lib/extract/limits.h the rest is
// left out. Linear in the text.
void ExtractItems(const ExtractOptions& options,
                  registry::v1::Questionnaire& questionnaire);

// Keeps what people entered when a questionnaire is extracted anew. Items of
// `existing` that a person entered (origin not EXTRACTED) are added to `fresh`.
// An extracted item of `fresh` is dropped in favour of one of them when it is
// the same item (one with its id, a claim with its code in the same answer, a
// meeting with its title, date and question), or when it rests on the same
// words and `existing` no longer had it, because the person corrected it away.
// Evidence of kept items is moved to where its quote now stands; evidence whose
// quote is gone loses its place but keeps its question.
void KeepCurated(const registry::v1::Questionnaire& existing,
                 registry::v1::Questionnaire& fresh);

}  // namespace compendium
