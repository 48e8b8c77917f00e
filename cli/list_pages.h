// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "cli/client.h"
#include "lib/base/status_macros.h"

namespace compendium {

// Calls a List method until there is no further page and returns all pages as
// one response. The registry reads all of them at one revision.
template <class Request, class Response>
absl::StatusOr<Response> ListPages(
    const Client& client,
    grpc::Status (RegistryStub::*method)(grpc::ClientContext*, const Request&,
                                         Response*),
    Request request) {
  constexpr int kPageSize = 1000;  // the most that the registry gives
  request.set_page_size(kPageSize);
  Response all;
  for (;;) {
    ASSIGN_OR_RETURN(const Response page, client.Call(method, request));
    all.MergeFrom(page);
    all.clear_next_page_token();
    if (page.next_page_token().empty()) return all;
    if (page.next_page_token() == request.page_token())
      return absl::InternalError("the registry gave the same page twice");
    request.set_page_token(page.next_page_token());
  }
}

}  // namespace compendium
