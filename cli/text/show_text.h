// SPDX-License-Identifier: Apache-2.0
// A questionnaire as whoever curates it reads it: each answer with what was
// found in it marked in the text and listed below, with ids.
#pragma once

#include <cstddef>
#include <string>

#include "compendium/registry/v1/questionnaire.pb.h"

namespace compendium {

struct ShowOptions {
  size_t width = 80;  // at least 40
  bool colour = false;
};

// The whole record: participants, focus areas, answers with their items, items
// without a place in a text, and what people decided. Items should have ids;
// those that a person entered or corrected carry an asterisk.
std::string ShowText(const registry::v1::Questionnaire& questionnaire,
                     const ShowOptions& options);

// Only the answers with their items, as above.
std::string ShowAnswers(const registry::v1::Questionnaire& questionnaire,
                        const ShowOptions& options);

}  // namespace compendium
