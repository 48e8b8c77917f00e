// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "lib/report/document.h"

namespace compendium::tests {

// All that a document holds as text, a line for each thing: two documents are
// equal when their dumps are.
std::string Dump(const Document& document);

}  // namespace compendium::tests
