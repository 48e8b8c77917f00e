// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "compendium/registry/v1/finding.pb.h"
#include "compendium/registry/v1/questionnaire.pb.h"
#include "compendium/registry/v1/round.pb.h"
#include "lib/findings/finding_options.h"

namespace compendium {

// The version of the checks and their tables. It grows with every change by
// which equal records may give other findings; docs/findings.md lists them.
inline constexpr absl::string_view kFindingRulesVersion = "1";

// Everything that the checks of docs/findings.md flag in one questionnaire:
// what lasts, then what depends on the round; each in the order of the checks
// and, within one, of the text. Each has its id (unique here), what was found,
// what would resolve it, and the words it rests on: spans of Answer.text on
// character boundaries, quoted letter for letter. The latest of
// questionnaire.decisions with a finding's id is attached to it.
//
// Reads items and texts as they are and changes nothing. Pure and
// deterministic; never fails; at most kFindingsMax. Linear in the record, but
// for what limits.h bounds. Any thread.
std::vector<registry::v1::Finding> FindFindings(
    const registry::v1::Questionnaire& questionnaire,
    const FindingOptions& options);

// The same in two parts, for whoever keeps the first and not the texts. What
// lasts whatever becomes of the round: it depends on the questionnaire and the
// round's year alone.
std::vector<registry::v1::Finding> FindLastingFindings(
    const registry::v1::Questionnaire& questionnaire, int round_year);

// And what depends on the round's day and form, from RoundItemsOf the
// questionnaire.
std::vector<registry::v1::Finding> FindItemFindings(
    const registry::v1::Questionnaire& items, const FindingOptions& options);

// Puts `more` of the same subject behind `findings`, kFindingsMax in all.
void AddFindings(std::vector<registry::v1::Finding> more,
                 std::vector<registry::v1::Finding>& findings);

// What is doubtful only when the questionnaires of a round are seen together;
// what FindFindings finds in each is not repeated. Subject is the round,
// decisions are those of the round. `questionnaires` may hold others' rounds or
// deleted records: these are passed over. Otherwise as above; mentions are
// compared only where place or people's word (Round.event_links) bring them
// together.
std::vector<registry::v1::Finding> FindRoundFindings(
    absl::Span<const registry::v1::Questionnaire* const> questionnaires,
    const registry::v1::Round& round);

// The same for questionnaires that stand in one row.
std::vector<registry::v1::Finding> FindRoundFindings(
    absl::Span<const registry::v1::Questionnaire> questionnaires,
    const registry::v1::Round& round);

// The same from RoundItemsOf the round's questionnaires that are not deleted.
std::vector<registry::v1::Finding> FindEventFindings(
    absl::Span<const registry::v1::Questionnaire* const> items,
    const registry::v1::Round& round);

}  // namespace compendium
