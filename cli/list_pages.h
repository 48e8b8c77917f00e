// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "cli/client.h"
#include "lib/base/status_macros.h"
#include "lib/rpc/list_pages.h"

namespace compendium {

// Calls a List method until there is no further page and gives `use` each. The
// registry reads all of them at one revision.
template <class Request, class Response>
absl::Status ForEachPage(const Client& client,
                         grpc::Status (RegistryStub::*method)(
                             grpc::ClientContext*, const Request&, Response*),
                         Request request,
                         absl::FunctionRef<void(const Response&)> use) {
  return ForEachListPage<Request, Response>(
      std::move(request),
      [&](const Request& page) { return client.Call(method, page); },
      [&](Response& page) {
        use(page);
        return absl::OkStatus();
      });
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
