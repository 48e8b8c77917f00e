// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "absl/strings/string_view.h"
#include "lib/http/message.h"

namespace compendium::http {

// An error as RFC 9457 has it, application/problem+json, with the members
// status, title, detail and, as an extension, `reason`: a constant such as
// NOT_FOUND, for programs. `detail` is for people.
Response ProblemResponse(int status, absl::string_view reason,
                         absl::string_view detail);

// RFC 9110's phrase for a status; "Unknown" for one that is not in use.
absl::string_view StatusPhrase(int status);

}  // namespace compendium::http
