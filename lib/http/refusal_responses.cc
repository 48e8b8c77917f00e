// SPDX-License-Identifier: Apache-2.0
#include "lib/http/refusal_responses.h"

#include "absl/strings/str_cat.h"
#include "lib/http/problem.h"

namespace compendium::http {

Response TooManyRequests(absl::Duration wait) {
  Response response = ProblemResponse(
      429, "TOO_MANY_REQUESTS", "got more requests than one address may send");
  const absl::Duration whole = absl::Ceil(wait, absl::Seconds(1));
  response.fields.Add("Retry-After", absl::StrCat(absl::ToInt64Seconds(whole)));
  return response;
}

Response TooManyBytes() {
  Response response = ProblemResponse(503, "TOO_MANY_BYTES",
                                      "too many bodies are under way at once");
  response.fields.Add("Retry-After", "1");
  return response;
}

}  // namespace compendium::http
