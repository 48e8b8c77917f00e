// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "compendium/registry/v1/finding.pb.h"
#include "compendium/registry/v1/questionnaire.pb.h"

namespace compendium {

// What of a questionnaire is held against its round and against others: a
// questionnaire without texts, so that it can be kept where the texts are not.
// It has name, title, decisions, all meetings and projects, and of the answers
// the question ids of those that the document shows. The evidence of an item is
// what a finding quotes: where its span does not quote the answer, which
// happens to hand-made items, only the question is left, if there is one.
registry::v1::Questionnaire RoundItemsOf(
    const registry::v1::Questionnaire& questionnaire);

// The evidence of one of these items.
template <class Item>
registry::v1::FindingEvidence QuoteOfRoundItem(
    const registry::v1::Questionnaire& items, const Item& item) {
  registry::v1::FindingEvidence quote;
  quote.set_questionnaire(items.name());
  if (item.has_evidence()) *quote.mutable_evidence() = item.evidence();
  return quote;
}

}  // namespace compendium
