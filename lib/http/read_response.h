// SPDX-License-Identifier: Apache-2.0
// What the responses to GET and HEAD have in common.
#pragma once

#include "absl/strings/string_view.h"
#include "lib/http/message.h"

namespace compendium::http {

// Whether the request is one of the two.
bool IsRead(const Request& request);

// 405, for what can only be read.
Response OnlyReads();

// Names the response's entity tag (with its quotation marks), as the weak one
// where it is. True for a client that has that response already: then it is a
// 304.
bool AddEntityTag(const Request& request, absl::string_view tag, bool weak,
                  Response& response);

}  // namespace compendium::http
