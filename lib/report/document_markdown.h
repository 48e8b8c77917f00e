// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "lib/report/document.h"

namespace compendium {

// The document as Markdown: CommonMark 0.30 with the tables of GitHub Flavored
// Markdown 0.29. Facts and contents as lists; an empty <a id> where links lead;
// line ends within a text as <br>; columns of numbers aligned to the right.
// Charts and tones are left out: tables and words say the same.
//
// Texts are cleaned (clean_text.h) and escaped: none can become markup.
// Equal documents give equal bytes. Thread-safe.
std::string WriteDocumentMarkdown(const Document& document);

}  // namespace compendium
