// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "lib/http/message.h"

namespace compendium::http {

// INVALID_ARGUMENT for what is no origin as browsers send it (scheme://host,
// with a port where it is not the usual one) and not "*".
absl::Status CheckOrigin(const std::string& origin);

// Which pages of other origins may read the responses (the CORS protocol of the
// Fetch standard). An immutable value; any thread.
class CorsPolicy {
 public:
  // Origins that CheckOrigin takes; "*" is all of them.
  explicit CorsPolicy(std::vector<std::string> origins);

  // Whether no page may.
  bool empty() const { return origins_.empty(); }

  // Whether the request only asks what another may do: OPTIONS from a page.
  static bool IsPreflight(const Request& request);

  // The response to that; without leave where the origin has none.
  Response Preflight(const Request& request) const;

  // Says in the response whether the request's page may read it.
  void Allow(const Request& request, Response& response) const;

 private:
  bool Has(const std::string& origin) const;

  const std::vector<std::string> origins_;
};

}  // namespace compendium::http
