// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "absl/types/span.h"
#include "compendium/registry/v1/questionnaire.pb.h"

namespace compendium {

// The facts of questionnaires as one JSON array (RFC 8259, UTF-8, two blanks of
// indentation, closing newline), for comparison with annotated questionnaires:
//
//   [{ "slug": the mechanism's id, "name": the questionnaire's title,
//      "participants": [{ as_written, iso3166_alpha3, kind }],
//      "focus": [text], "answers": { question id: { state, text } },
//      "meetings": [{ title, question, date_as_written, edtf, city,
//                     country_iso3, level, status, evidence, event,
//                     year_inferred }],
//      "sdg_references": [{ code, level, question, strength, evidence }],
//      "projects": [{ title, period_as_written, period_edtf,
//                     objective_present, coverage, funding, website }],
//      "publications": [{ title, year, status, url, year_inferred }] }]
//
// Order and names are those of the records, so equal records give equal bytes.
// What is empty is null. Enumerations are words in lower case ("see", say,
// senior_officials); a State is a "country". Meetings with one `event` are one
// event: the mention's event_key, or a value of its own where it has none. Only
// claims about the framework "sdg" are references. Pure; any thread.
std::string FactsJson(
    absl::Span<const registry::v1::Questionnaire> questionnaires);

}  // namespace compendium
