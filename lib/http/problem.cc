// SPDX-License-Identifier: Apache-2.0
#include "lib/http/problem.h"

#include <nlohmann/json.hpp>

#include "absl/strings/str_cat.h"

namespace compendium::http {

Response ProblemResponse(int status, absl::string_view reason,
                         absl::string_view detail,
                         const std::vector<FieldError>& errors) {
  // In this order, and whatever the detail's bytes are.
  nlohmann::ordered_json json;
  json["title"] = std::string(StatusPhrase(status));
  json["status"] = status;
  json["detail"] = std::string(detail);
  json["reason"] = std::string(reason);
  for (const FieldError& error : errors)
    json["errors"].push_back(
        {{"field", error.field}, {"detail", error.detail}});
  return {.status = status,
          .fields = {{"Content-Type", "application/problem+json"},
                     {"Cache-Control", "no-store"}},
          .body = ShareText(
              json.dump(-1, ' ', /*ensure_ascii=*/false,
                        nlohmann::ordered_json::error_handler_t::replace)),
          .reason = std::string(reason)};
}

void AddRetryAfter(absl::Duration wait, Response& response) {
  const absl::Duration whole = absl::Ceil(wait, absl::Seconds(1));
  response.fields.Add("Retry-After", absl::StrCat(absl::ToInt64Seconds(whole)));
}

absl::string_view StatusPhrase(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 204:
      return "No Content";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 406:
      return "Not Acceptable";
    case 409:
      return "Conflict";
    case 412:
      return "Precondition Failed";
    case 413:
      return "Content Too Large";
    case 414:
      return "URI Too Long";
    case 415:
      return "Unsupported Media Type";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 499:
      return "Client Closed Request";
    case 500:
      return "Internal Server Error";
    case 501:
      return "Not Implemented";
    case 503:
      return "Service Unavailable";
    case 504:
      return "Gateway Timeout";
    default:
      return "Unknown";
  }
}

}  // namespace compendium::http
