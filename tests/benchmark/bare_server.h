// SPDX-License-Identifier: Apache-2.0
// The yardstick of http_benchmark: Boost.Beast and nothing else.
#pragma once

#include <string>

namespace compendium::benchmark {

// What the server answers to everything.
struct BareAnswer {
  std::string content_type;
  std::string body;
};

// Serves HTTP on a free port of this machine, with two threads as the worker
// has, in a process of its own that ends with this one. Reads each request
// whole and answers it at once, as Beast's own examples do.
class BareServer {
 public:
  explicit BareServer(const BareAnswer& answer);
  ~BareServer();
  BareServer(const BareServer&) = delete;
  BareServer& operator=(const BareServer&) = delete;

  int port() const { return port_; }

 private:
  int port_ = 0;
  int pid_ = 0;
};

}  // namespace compendium::benchmark
