// SPDX-License-Identifier: Apache-2.0
#include "lib/http/page.h"

#include <utility>

#include "lib/http/read_response.h"

namespace compendium::http {

Page::Page(std::string route, std::function<Response()> make)
    : route_(std::move(route)), make_(std::move(make)) {}

void Page::Handle(std::shared_ptr<Exchange> exchange) {
  Response response = IsRead(exchange->request()) ? make_() : OnlyReads();
  response.route = route_;
  exchange->Respond(std::move(response));
}

Response PlainText(int status, std::string text) {
  return {.status = status,
          .fields = {{"Content-Type", "text/plain; charset=utf-8"},
                     {"Cache-Control", "no-store"}},
          .body = ShareText(std::move(text))};
}

}  // namespace compendium::http
