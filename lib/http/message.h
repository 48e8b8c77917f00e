// SPDX-License-Identifier: Apache-2.0
// A request and its response, without anything of how they travel.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "absl/status/statusor.h"
#include "lib/http/fields.h"
#include "lib/http/target.h"
#include "lib/http/trace_context.h"

namespace compendium::http {

struct Request {
  std::string method;  // "GET"; case matters
  Target target;
  Fields fields = {};
  std::string body = {};
  std::string peer = {};  // the client's address, without a port
  std::optional<TraceContext> trace = std::nullopt;  // of `traceparent`
};

// A body that is made while it is sent.
class BodyStream {
 public:
  // The next part; empty when all of it was given. After an error the
  // connection is cut, so that nobody takes half of a body for the whole.
  using Done = std::function<void(absl::StatusOr<std::string>)>;

  // Ends what makes the body: all of it was sent, or the client is gone. A
  // Next under way may still call its Done, and nothing comes of it.
  virtual ~BodyStream() = default;

  // Calls `done` once, here or later, on any thread. Called again only when the
  // part before was sent: a slow client holds up the source, not memory.
  virtual void Next(Done done) = 0;
};

// Many responses may share one body.
using SharedText = std::shared_ptr<const std::string>;

struct Response {
  int status = 200;
  // Without those that say how the body travels: Content-Length,
  // Transfer-Encoding, Connection, Date.
  Fields fields = {};
  // Null for an empty one.
  std::variant<SharedText, std::unique_ptr<BodyStream>> body = SharedText();
  // What logs and metrics call the request: its method or its page, never what
  // the client has made up.
  std::string route = {};
  // Why it failed, such as NOT_FOUND; empty when it did not.
  std::string reason = {};
};

inline SharedText ShareText(std::string text) {
  return std::make_shared<const std::string>(std::move(text));
}

}  // namespace compendium::http
