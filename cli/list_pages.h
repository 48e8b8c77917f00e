// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "cli/client.h"
#include "lib/base/status_macros.h"

namespace compendium {

// Calls a List method until there is no further page and gives `use` each. The
// registry reads all of them at one revision.
template <class Request, class Response>
absl::Status ForEachPage(const Client& client,
                         grpc::Status (RegistryStub::*method)(
                             grpc::ClientContext*, const Request&, Response*),
                         Request request,
                         absl::FunctionRef<void(const Response&)> use) {
  constexpr int kPageSize = 1000;  // the most that the registry gives
  request.set_page_size(kPageSize);
  for (;;) {
    ASSIGN_OR_RETURN(const Response page, client.Call(method, request));
    use(page);
    if (page.next_page_token().empty()) return absl::OkStatus();
    if (page.next_page_token() == request.page_token())
      return absl::InternalError("the registry gave the same page twice");
    request.set_page_token(page.next_page_token());
  }
}

// The same, with all pages as one response.
template <class Request, class Response>
absl::StatusOr<Response> ListPages(
    const Client& client,
    grpc::Status (RegistryStub::*method)(grpc::ClientContext*, const Request&,
                                         Response*),
    Request request) {
  Response all;
  RETURN_IF_ERROR((ForEachPage<Request, Response>(
      client, method, std::move(request),
      [&all](const Response& page) { all.MergeFrom(page); })));
  all.clear_next_page_token();
  return all;
}

}  // namespace compendium
