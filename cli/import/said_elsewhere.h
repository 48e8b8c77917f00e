// SPDX-License-Identifier: Apache-2.0
// What of a document the registry has from elsewhere already; same_content.h
// says what counts as the same.
#pragma once

#include "cli/import/import_plan.h"
#include "cli/import/import_source.h"

namespace compendium {

// Whether the questionnaire stays as it is because another document says the
// same. Of the same document, what extraction finds may have changed; and a
// round file states everything, source and places too.
bool IsSaidElsewhere(const ImportSource& source,
                     const registry::v1::Questionnaire& fresh,
                     const RecordMap& existing);

// Whether the documents of the source say nothing that is not recorded: all
// their questionnaires are said elsewhere, and nothing is left but the frame of
// an exported document. `fresh` is the round of the source, `round` the
// recorded one.
bool IsEcho(const ImportSource& source, const registry::v1::Round& fresh,
            const registry::v1::Round& round, const RecordMap& existing);

}  // namespace compendium
