// SPDX-License-Identifier: Apache-2.0
#include "lib/http/refusal_responses.h"

#include "lib/http/problem.h"

namespace compendium::http {

Response TooManyRequests(absl::Duration wait) {
  Response response = ProblemResponse(
      429, "TOO_MANY_REQUESTS", "got more requests than one address may send");
  AddRetryAfter(wait, response);
  return response;
}

Response TooManyBytes() {
  Response response = ProblemResponse(503, "TOO_MANY_BYTES",
                                      "too many bodies are under way at once");
  AddRetryAfter(absl::Seconds(1), response);
  return response;
}

}  // namespace compendium::http
