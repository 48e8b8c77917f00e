// SPDX-License-Identifier: Apache-2.0
#include "lib/http/read_response.h"

#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "lib/http/entity_tag.h"
#include "lib/http/problem.h"

namespace compendium::http {

bool IsRead(const Request& request) {
  return request.method == "GET" || request.method == "HEAD";
}

Response OnlyReads() {
  Response response =
      ProblemResponse(405, "METHOD_NOT_ALLOWED", "want GET or HEAD");
  response.fields.Add("Allow", "GET, HEAD");
  return response;
}

bool AddEntityTag(const Request& request, absl::string_view tag, bool weak,
                  Response& response) {
  const std::optional<std::string> known =
      KnownEntityTag(request.fields.Find("if-none-match").value_or(""), tag);
  response.fields.Add(
      "ETag", absl::StrCat(weak ? "W/" : "", known.value_or(std::string(tag))));
  if (known.has_value()) response.status = 304;
  return known.has_value();
}

}  // namespace compendium::http
