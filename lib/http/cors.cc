// SPDX-License-Identifier: Apache-2.0
#include "lib/http/cors.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"

namespace compendium::http {
namespace {

constexpr absl::string_view kMethods = "GET, HEAD, POST";

// What browsers do not send without being asked.
constexpr absl::string_view kRequestFields =
    "Content-Type, Connect-Protocol-Version, Connect-Timeout-Ms, "
    "Connect-Accept-Encoding, Connect-Content-Encoding, If-None-Match, "
    "traceparent";

// What pages cannot read without leave.
constexpr absl::string_view kResponseFields =
    "ETag, Link, Retry-After, Connect-Content-Encoding";

// How long a browser need not ask again; Chrome keeps no answer longer.
constexpr absl::string_view kSeconds = "7200";

}  // namespace

absl::Status CheckOrigin(const std::string& origin) {
  absl::string_view rest = origin;
  if (rest == "*") return absl::OkStatus();
  const bool has_scheme = absl::ConsumePrefix(&rest, "https://") ||
                          absl::ConsumePrefix(&rest, "http://");
  const bool has_host =
      !rest.empty() && std::all_of(rest.begin(), rest.end(), [](char c) {
        return absl::ascii_islower(static_cast<unsigned char>(c)) ||
               absl::ascii_isdigit(static_cast<unsigned char>(c)) ||
               absl::string_view("-.:[]").find(c) != absl::string_view::npos;
      });
  if (has_scheme && has_host) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrCat(
      "got ", origin, ", want an origin such as https://example.org, or *"));
}

CorsPolicy::CorsPolicy(std::vector<std::string> origins)
    : origins_(std::move(origins)) {}

bool CorsPolicy::IsPreflight(const Request& request) {
  return request.method == "OPTIONS" && request.fields.Has("origin") &&
         request.fields.Has("access-control-request-method");
}

bool CorsPolicy::Has(const std::string& origin) const {
  return std::any_of(origins_.begin(), origins_.end(),
                     [&origin](const std::string& allowed) {
                       return allowed == "*" || allowed == origin;
                     });
}

Response CorsPolicy::Preflight(const Request& request) const {
  Response response{.status = 204, .route = "preflight"};
  Allow(request, response);
  if (!response.fields.Has("access-control-allow-origin")) return response;
  response.fields.Add("Access-Control-Allow-Methods", kMethods);
  response.fields.Add("Access-Control-Allow-Headers", kRequestFields);
  response.fields.Add("Access-Control-Max-Age", kSeconds);
  return response;
}

void CorsPolicy::Allow(const Request& request, Response& response) const {
  if (origins_.empty()) return;
  // Caches must not give one origin's leave to another.
  response.fields.Add("Vary", "Origin");
  const auto origin = request.fields.Find("origin");
  if (!origin.has_value() || !Has(*origin)) return;
  response.fields.Add("Access-Control-Allow-Origin", *origin);
  response.fields.Add("Access-Control-Expose-Headers", kResponseFields);
}

}  // namespace compendium::http
