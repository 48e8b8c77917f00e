// SPDX-License-Identifier: Apache-2.0
// What a coverage says, in words for people.
#pragma once

#include <string>

#include "compendium/reporting/v1/coverage.pb.h"

namespace compendium {

// "claimed", "answered: none", "no answer".
std::string CoverageVerdictWords(reporting::v1::CoverageVerdict verdict);

// What a mechanism answered to a question that asks for claims: "6 claims",
// "none" for an answer that names no node, else the answer itself in a word,
// for "not applicable" is not the same as an answer without a claim.
std::string CoverageAnswerWords(
    const reporting::v1::QuestionCoverage& question);

// "3 goals and 12 targets": the claimed nodes of each level that has some.
std::string ClaimedNodesWords(const reporting::v1::Coverage& coverage);

// "14 mechanisms: 8 claimed, 5 answered: none, 1 no answer."
std::string CoverageVerdictsWords(const reporting::v1::Coverage& coverage);

}  // namespace compendium
