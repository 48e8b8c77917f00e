// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "compendium/rules/v1/rules.pb.h"

namespace compendium {

// Why `text`, which is not empty, does not follow `grammar`: "got X, want Y";
// nothing when it does. Linear in the text's size, which need not be limited.
std::optional<std::string> GrammarProblem(rules::v1::Grammar grammar,
                                          absl::string_view text);

}  // namespace compendium
