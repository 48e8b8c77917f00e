// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "absl/strings/string_view.h"

namespace compendium {

// A web address as it stands in a text: bytes [begin, end), without the marks
// of the sentence around it.
struct LinkSpan {
  size_t begin = 0;
  size_t end = 0;
};

// Every stretch that is meant as an address: it starts with "http" and ":" or
// "/", or with "www.", and goes on to a blank, a bracket that it did not open,
// or a quotation mark. Linear.
std::vector<LinkSpan> FindLinks(absl::string_view text);

// Why a browser cannot open the address, in words that go on a sentence ("holds
// a blank"); empty when nothing speaks against it. Judged by its letters alone:
// nothing is fetched. Addresses without "http://" count as with it. Linear.
absl::string_view LinkProblem(absl::string_view link);

// Whether the address names a host and nothing on it: a home page.
bool IsHomePage(absl::string_view link);

}  // namespace compendium
