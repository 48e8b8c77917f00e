// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "lib/http/message.h"

namespace compendium::http {

// What is wrong with one part of a request, such as a parameter.
struct FieldError {
  std::string field;
  std::string detail;  // for people: "got X, want Y"
};

// An error as RFC 9457 has it, application/problem+json, with the members
// status, title, detail and, as extensions, `reason`: a constant such as
// NOT_FOUND, for programs, and `errors`: what is wrong field by field, left out
// when there are none. `detail` is for people.
Response ProblemResponse(int status, absl::string_view reason,
                         absl::string_view detail,
                         const std::vector<FieldError>& errors = {});

// Says when to come again (RFC 9110 §10.2.3), in whole seconds and not before
// it is worth while.
void AddRetryAfter(absl::Duration wait, Response& response);

// RFC 9110's phrase for a status; "Unknown" for one that is not in use.
absl::string_view StatusPhrase(int status);

}  // namespace compendium::http
