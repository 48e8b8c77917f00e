// SPDX-License-Identifier: Apache-2.0
// What a table that knows but answers does to a questionnaire.
#pragma once

#include "compendium/registry/v1/questionnaire.pb.h"

namespace compendium {

// Reads items out of the answers as ExtractItems does, but leaves the state of
// an answer alone that somebody gave it.
void ExtractFromAnswers(int round_year,
                        registry::v1::Questionnaire& questionnaire);

// Makes `fresh`, which came from a table, say what `existing` says wherever the
// table says nothing: heading, participants, focus areas, and the answers that
// have no row. Items are then read out of all answers.
void KeepWhatTableLacks(const registry::v1::Questionnaire& existing,
                        int round_year, registry::v1::Questionnaire& fresh);

}  // namespace compendium
