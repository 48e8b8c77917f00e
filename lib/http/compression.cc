// SPDX-License-Identifier: Apache-2.0
#include "lib/http/compression.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "lib/http/accept_encoding.h"
#include "lib/http/entity_tag.h"
#include "lib/http/gzip.h"
#include "lib/http/limits.h"

namespace compendium::http {
namespace {

// Whether bytes of this type become fewer.
bool IsCompressible(absl::string_view content_type) {
  const std::string type =
      absl::AsciiStrToLower(content_type.substr(0, content_type.find(';')));
  static constexpr absl::string_view kTypes[] = {
      "application/json", "application/problem+json", "application/proto",
      "application/xml",  "application/javascript",   "image/svg+xml"};
  return absl::StartsWith(type, "text/") ||
         std::find(std::begin(kTypes), std::end(kTypes), type) !=
             std::end(kTypes);
}

}  // namespace

void CompressResponse(const Request& request, Response& response) {
  const auto* text = std::get_if<SharedText>(&response.body);
  const auto type = response.fields.Find("content-type");
  if (text == nullptr || *text == nullptr || !type.has_value() ||
      !IsCompressible(*type) || (*text)->size() < kCompressedBytesMin ||
      response.fields.Has("content-encoding"))
    return;
  const std::string vary = response.fields.Find("vary").value_or("");
  if (!absl::StrContains(absl::AsciiStrToLower(vary), "accept-encoding"))
    response.fields.Add("Vary", "Accept-Encoding");
  if (!AcceptsGzip(request.fields.Find("accept-encoding").value_or(""))) return;
  response.body = ShareText(Gzip(**text));
  Fields fields;
  for (const auto& [name, value] : response.fields)
    fields.Add(name,
               absl::EqualsIgnoreCase(name, "etag") ? GzipTagOf(value) : value);
  fields.Add("Content-Encoding", "gzip");
  response.fields = std::move(fields);
}

}  // namespace compendium::http
