// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/plain/plain_headers.h"

#include <optional>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "lib/http/entity_tag.h"
#include "lib/http/percent.h"
#include "lib/http/problem.h"

namespace compendium::reporting {

bool IsPlainRead(const http::Request& request) {
  return request.method == "GET" || request.method == "HEAD";
}

http::Response OnlyRead() {
  http::Response response =
      http::ProblemResponse(405, "METHOD_NOT_ALLOWED", "want GET or HEAD");
  response.fields.Add("Allow", "GET, HEAD");
  return response;
}

http::Response NotAcceptable(absl::Span<const absl::string_view> types) {
  return http::ProblemResponse(
      406, "NOT_ACCEPTABLE",
      absl::StrCat("Accept: got none of what there is, want one of ",
                   absl::StrJoin(types, ", ")));
}

void AddNextPage(const http::Target& target, const std::string& page_token,
                 http::Response& response) {
  if (page_token.empty()) return;
  std::string query;
  for (const http::Target::Parameter& parameter : target.parameters())
    if (parameter.name != "page_token")
      absl::StrAppend(&query, http::PercentEncode(parameter.name), "=",
                      http::PercentEncode(parameter.value), "&");
  response.fields.Add(
      "Link", absl::StrCat("<", target.path(), "?", query, "page_token=",
                           http::PercentEncode(page_token), ">; rel=\"next\""));
}

http::Response ReadResponse(const http::Request& request,
                            const Validity& validity) {
  http::Response response;
  response.fields.Add("Cache-Control",
                      validity.never_changes
                          ? "public, max-age=31536000, immutable"
                          : "no-cache");
  response.fields.Add("Vary", "Accept, Accept-Encoding");
  if (!validity.tag.empty()) {
    const std::optional<std::string> known = http::KnownEntityTag(
        request.fields.Find("if-none-match").value_or(""), validity.tag);
    response.fields.Add("ETag", absl::StrCat(validity.weak ? "W/" : "",
                                             known.value_or(validity.tag)));
    if (known.has_value()) {
      response.status = 304;
      return response;
    }
  }
  // What records say is never to be taken for a page.
  response.fields.Add("X-Content-Type-Options", "nosniff");
  return response;
}

}  // namespace compendium::reporting
