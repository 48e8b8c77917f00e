// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "compendium/registry/v1/questionnaire.pb.h"

namespace compendium {

// Keeps what people decided when a questionnaire is taken anew from its source:
// `existing` is the record as it stands, `fresh` what the source gives now.
// Pure; items without an id are given theirs first.
//
//   meetings, claims, projects, publications
//       Those of `existing` that a person entered or corrected (origin not
//       EXTRACTED) are added to `fresh`; a fresh one with the id of one of them
//       stands back. Of a kept meeting only the event_key and why it has it
//       follow the fresh one: which mentions are one event is said on the
//       round.
//   rejected items
//       A fresh item with the id of a rejection is left out, whoever states it.
//   items whose words moved on
//       What the words of a new source make of an item may have another id. So
//       for a kept item or a rejection whose id `fresh` does not have, an
//       extracted item also stands back that is alike – a claim of its node in
//       the same answer, a meeting with its title and date, else an equal title
//       – or that rests on a kept item's words without having been there
//       before. One that was in `existing` beside it is not meant, and stays.
//   participants, focus areas
//       Curated ones stand for the fresh ones with their words (a participant
//       else with its code), in their place, or at the end.
//   answer states
//       One that is not EXTRACTED (Answer.state_origin) stays.
//   rejections, decisions
//       Are those of `existing`.
//
// Evidence of kept items is moved to where its quote now stands; evidence whose
// quote is gone loses its place but keeps its question. Items end in the order
// of the answers (SortItems).
void KeepCurated(const registry::v1::Questionnaire& existing,
                 registry::v1::Questionnaire& fresh);

}  // namespace compendium
