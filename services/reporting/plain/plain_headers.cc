// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/plain/plain_headers.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "lib/http/percent.h"
#include "lib/http/problem.h"
#include "lib/http/read_response.h"

namespace compendium::reporting {

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
  if (!validity.tag.empty() &&
      http::AddEntityTag(request, validity.tag, validity.weak, response))
    return response;
  // What records say is never to be taken for a page.
  response.fields.Add("X-Content-Type-Options", "nosniff");
  return response;
}

}  // namespace compendium::reporting
