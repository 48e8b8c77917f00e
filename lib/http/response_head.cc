// SPDX-License-Identifier: Apache-2.0
#include "lib/http/response_head.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "lib/http/problem.h"

namespace compendium::http {
namespace {

void AppendClean(absl::string_view text, std::string& out) {
  for (const char c : text)
    out += c == '\r' || c == '\n' || c == '\0' ? ' ' : c;
}

}  // namespace

std::string ResponseHead(const Response& response, const Travel& travel) {
  std::string head =
      absl::StrCat("HTTP/1.1 ", response.status, " ",
                   StatusPhrase(response.status), "\r\nDate: ",
                   absl::FormatTime("%a, %d %b %E4Y %H:%M:%S GMT", travel.now,
                                    absl::UTCTimeZone()),
                   "\r\n");
  for (const auto& [name, value] : response.fields) {
    AppendClean(name, head);
    head += ": ";
    AppendClean(value, head);
    head += "\r\n";
  }
  if (travel.length.has_value())
    absl::StrAppend(&head, "Content-Length: ", *travel.length, "\r\n");
  if (travel.chunked) head += "Transfer-Encoding: chunked\r\n";
  if (!travel.keep_alive) head += "Connection: close\r\n";
  head += "\r\n";
  return head;
}

}  // namespace compendium::http
