// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "lib/base/status_macros.h"

namespace compendium {

// Gives `use` one page of a List method of the registry after the other, until
// there is no further one or `use` fails. `call` makes a single call. The
// registry reads all pages at one revision. INTERNAL when a page names itself
// as the next one.
template <class Request, class Response>
absl::Status ForEachListPage(
    Request request,
    absl::FunctionRef<absl::StatusOr<Response>(const Request&)> call,
    absl::FunctionRef<absl::Status(Response&)> use) {
  constexpr int kPageSize = 1000;  // the most that the registry gives
  request.set_page_size(kPageSize);
  for (;;) {
    ASSIGN_OR_RETURN(Response page, call(request));
    RETURN_IF_ERROR(use(page));
    if (page.next_page_token().empty()) return absl::OkStatus();
    if (page.next_page_token() == request.page_token())
      return absl::InternalError("the registry gave the same page twice");
    request.set_page_token(page.next_page_token());
  }
}

}  // namespace compendium
