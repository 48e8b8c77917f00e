// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

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

  // Every path below `folder`, such as "/v1/reports/", that was not added
  // whole. Folders must not lie in each other.
  void AddFolder(const std::string& folder, Handler& handler);

  void Handle(std::shared_ptr<Exchange> exchange) override;

 private:
  // Null when there is none.
  Handler* Find(const std::string& path) const;

  const CorsPolicy cors_;
  std::unordered_map<std::string, Handler*> handlers_;
  std::vector<std::pair<std::string, Handler*>> folders_;
};

}  // namespace compendium::http
