// SPDX-License-Identifier: Apache-2.0
#include "lib/http/router.h"

#include <functional>
#include <utility>

#include "absl/strings/match.h"
#include "lib/base/status_macros.h"
#include "lib/http/problem.h"

namespace compendium::http {
namespace {

// An exchange whose response says what pages of other origins may do with it.
class CorsExchange final : public Exchange {
 public:
  CorsExchange(std::shared_ptr<Exchange> exchange, const CorsPolicy& cors)
      : exchange_(std::move(exchange)), cors_(cors) {}

  const Request& request() const override { return exchange_->request(); }
  void Respond(Response response) override {
    cors_.Allow(request(), response);
    exchange_->Respond(std::move(response));
  }
  void WhenGone(std::function<void()> gone) override {
    exchange_->WhenGone(std::move(gone));
  }

 private:
  const std::shared_ptr<Exchange> exchange_;
  const CorsPolicy& cors_;
};

}  // namespace

void Router::Add(const std::string& path, Handler& handler) {
  CHECK(handlers_.emplace(path, &handler).second);
}

void Router::AddFolder(const std::string& folder, Handler& handler) {
  CHECK(absl::EndsWith(folder, "/"));
  folders_.emplace_back(folder, &handler);
}

Handler* Router::Find(const std::string& path) const {
  const auto found = handlers_.find(path);
  if (found != handlers_.end()) return found->second;
  for (const auto& [folder, handler] : folders_)
    if (absl::StartsWith(path, folder)) return handler;
  return nullptr;
}

void Router::Handle(std::shared_ptr<Exchange> exchange) {
  const Request& request = exchange->request();
  if (CorsPolicy::IsPreflight(request)) {
    exchange->Respond(cors_.Preflight(request));
    return;
  }
  if (!cors_.empty())
    exchange = std::make_shared<CorsExchange>(std::move(exchange), cors_);
  Handler* handler = Find(exchange->request().target.path());
  if (handler == nullptr) {
    exchange->Respond(ProblemResponse(404, "NOT_FOUND", "nothing is here"));
  } else {
    handler->Handle(std::move(exchange));
  }
}

}  // namespace compendium::http
