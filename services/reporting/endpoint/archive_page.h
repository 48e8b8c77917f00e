// SPDX-License-Identifier: Apache-2.0
// Pages of the archive's lists. Their tokens hold where the page before ended;
// the archive only grows, so a list goes on where it was, whatever comes
// meanwhile.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "lib/base/status_macros.h"
#include "lib/request/error_details.h"
#include "lib/request/page_token.h"
#include "services/reporting/archive/limits.h"

namespace compendium::reporting {

// How many items the page may have.
template <class Request>
int PageSizeOf(const Request& request) {
  return request.page_size() == 0
             ? kArchivePageSize
             : std::min(request.page_size(), kArchivePageSizeMax);
}

// Cuts a list to a page of `count` items; whether there was more. One more than
// the page has is asked for, to know that.
template <class Item>
bool CutToPage(int count, std::vector<Item>& items) {
  if (items.size() <= static_cast<size_t>(count)) return false;
  items.resize(static_cast<size_t>(count));
  return true;
}

// Where a page ends: a number, and what tells items of one number apart.
struct PageEnd {
  int64_t number = 0;
  std::string rest = {};
};

// Where the page before ended; nothing for the first page.
template <class Request>
absl::StatusOr<std::optional<PageEnd>> PageBeginOf(const Request& request) {
  if (request.page_token().empty()) return std::nullopt;
  ASSIGN_OR_RETURN(
      const PageToken token,
      PageToken::Parse(request.page_token(), FingerprintOf(request)));
  const std::pair<absl::string_view, absl::string_view> parts =
      absl::StrSplit(token.after, absl::MaxSplits(' ', 1));
  PageEnd end{.rest = std::string(parts.second)};
  // Tokens are not signed: anybody may make one.
  if (!absl::SimpleAtoi(parts.first, &end.number))
    return InvalidField("page_token",
                        "got another text, want the next_page_token of a page");
  return end;
}

// The token of the page after one that ended there.
template <class Request>
std::string NextPageToken(const Request& request, const PageEnd& end) {
  return PageToken{.revision = 0,
                   .after = absl::StrCat(end.number, " ", end.rest),
                   .arguments_fingerprint = FingerprintOf(request)}
      .ToString();
}

}  // namespace compendium::reporting
