// SPDX-License-Identifier: Apache-2.0
// What a coverage says, in words for people.
#pragma once

#include <string>

#include "absl/strings/string_view.h"
#include "compendium/reporting/v1/coverage.pb.h"

namespace compendium {

// A level of a framework: "Goals" and "Goal".
struct LevelWords {
  reporting::v1::NodeLevel level;
  absl::string_view many;
  absl::string_view one;
};

// In the order in which they are shown. UNSPECIFIED are codes that this release
// does not know.
inline constexpr LevelWords kLevelWords[] = {
    {reporting::v1::NODE_LEVEL_GOAL, "Goals", "Goal"},
    {reporting::v1::NODE_LEVEL_TARGET, "Targets", "Target"},
    {reporting::v1::NODE_LEVEL_OBJECTIVE, "Objectives", "Objective"},
    {reporting::v1::NODE_LEVEL_THEME, "Themes", "Theme"},
    {reporting::v1::NODE_LEVEL_UNSPECIFIED, "Nodes", "Node"}};

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
