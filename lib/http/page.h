// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "lib/http/handler.h"

namespace compendium::http {

// A page that is made at once: for GET and HEAD, whatever the query. Any
// thread.
class Page final : public Handler {
 public:
  // `make` may be called from any threads at once. `route` is what logs and
  // metrics call the page.
  Page(std::string route, std::function<Response()> make);

  void Handle(std::shared_ptr<Exchange> exchange) override;

 private:
  const std::string route_;
  const std::function<Response()> make_;
};

// A text that is not to be cached.
Response PlainText(int status, std::string text);

}  // namespace compendium::http
