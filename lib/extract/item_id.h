// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "compendium/registry/v1/questionnaire.pb.h"

namespace compendium {

// Gives an id to every meeting, claim, project and publication that has none,
// whoever put it there; one that has an id keeps it.
//
//   id     = letter "-" question "-" digits [ "-" number ]
//   letter = "m" meeting | "c" claim | "p" project | "b" publication
//   question = the evidence's question id in lower case, "0" without one
//   digits = the first 10 hexadecimal digits of SHA-256 over the letter, the
//            question, the quote with its white space folded, and what tells
//            items of one quote apart: of a meeting the words of date and
//            place, of a claim framework and code, else the title
//   number = 2, 3 …: of items that are equal in all this, or whose id somebody
//            else has, in the order of the questionnaire
//
// Thus an item keeps its id over re-imports as long as its words stay, wherever
// they stand and whatever is found beside them. Of a meeting without a quote
// the title stands for it. Ids satisfy GRAMMAR_RESOURCE_ID. Pure and
// deterministic; linear in the items' texts.
void FillItemIds(registry::v1::Questionnaire& questionnaire);

}  // namespace compendium
