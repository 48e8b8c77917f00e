// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <utility>

#include "lib/http/cors.h"
#include "lib/http/handler.h"

namespace compendium::http {

// Gives each request to the handler of its path, asks browsers' leave (CORS),
// and answers 404 where there is none. Any thread, once all were added.
class Router final : public Handler {
 public:
  explicit Router(CorsPolicy cors) : cors_(std::move(cors)) {}

  // The path is that of the target, whole. The handler must outlive the router.
  void Add(const std::string& path, Handler& handler);

  void Handle(std::shared_ptr<Exchange> exchange) override;

 private:
  const CorsPolicy cors_;
  std::unordered_map<std::string, Handler*> handlers_;
};

}  // namespace compendium::http
