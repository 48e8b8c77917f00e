// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>

#include "lib/http/message.h"

namespace compendium::http {

// One request and the way back to its client. Any thread may call its methods.
// Dropped without a response, it answers 500.
class Exchange {
 public:
  virtual ~Exchange() = default;

  // Stays as long as the exchange.
  virtual const Request& request() const = 0;

  // Sends the response, unless the client is gone. To be called once; takes as
  // long as compressing the body does.
  virtual void Respond(Response response) = 0;

  // Calls `gone` once, here or on any thread, when the client goes away before
  // all of the response was sent. Never after that. To be called once.
  virtual void WhenGone(std::function<void()> gone) = 0;
};

// What answers requests. Called from the server's threads, which must not wait:
// what takes long responds later, from another thread.
class Handler {
 public:
  virtual ~Handler() = default;
  virtual void Handle(std::shared_ptr<Exchange> exchange) = 0;
};

}  // namespace compendium::http
