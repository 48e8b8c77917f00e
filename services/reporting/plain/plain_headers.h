// SPDX-License-Identifier: Apache-2.0
// What responses of plain routes have in common.
#pragma once

#include <string>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "lib/http/message.h"
#include "lib/http/target.h"

namespace compendium::reporting {

// 406 for a client that takes none of these media types.
http::Response NotAcceptable(absl::Span<const absl::string_view> types);

// Says where the next page of a list is (RFC 8288), for forms that have no
// place for the token: the same target with that page_token. Nothing when it is
// empty.
void AddNextPage(const http::Target& target, const std::string& page_token,
                 http::Response& response);

// What tells one body from another.
struct Validity {
  std::string tag;  // with its quotation marks; empty for none
  bool weak = false;
  bool never_changes = false;  // under this URL
};

// A response without its body: 304 for a client that has it, else 200. Says how
// it may be cached; never_changes, for a year.
http::Response ReadResponse(const http::Request& request,
                            const Validity& validity);

}  // namespace compendium::reporting
