// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/plain/plain_routes.h"

#include <string>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "lib/http/problem.h"
#include "services/reporting/plain/limits.h"
#include "services/reporting/plain/openapi.h"
#include "services/reporting/plain/route.h"

namespace compendium::reporting {
namespace {

constexpr absl::string_view kReportFolder = "/v1/reports/";

}  // namespace

PlainRoutes::PlainRoutes(const connect::MethodTable& methods,
                         connect::Caller& caller,
                         const PlainRoute::Options& options)
    : cache_(kCachedBytesMax),
      document_(kDocumentPath, OpenApiDocument(methods, options.release)),
      file_(methods, caller) {
  for (const Route& route : PlainRouteTable()) {
    routes_.push_back(std::make_unique<PlainRoute>(
        route, methods.At(route.method), options, caller, cache_));
    if (!route.path_field.empty())
      folder_ = std::make_unique<Folder>(*routes_.back(), file_);
  }
}

void PlainRoutes::AddTo(http::Router& router) {
  for (const auto& route : routes_)
    if (!absl::StrContains(route->path(), "{"))
      router.Add(route->path(), *route);
  router.Add(document_.path(), document_);
  router.AddFolder(std::string(kReportFolder), *folder_);
}

void PlainRoutes::Folder::Handle(std::shared_ptr<http::Exchange> exchange) {
  absl::string_view path = exchange->request().target.path();
  path.remove_prefix(kReportFolder.size());
  const size_t slash = path.find('/');
  if (slash == absl::string_view::npos) {
    report_.Handle(std::move(exchange));
  } else if (path.find('/', slash + 1) == absl::string_view::npos) {
    file_.Handle(std::move(exchange));
  } else {
    exchange->Respond(
        http::ProblemResponse(404, "NOT_FOUND", "nothing is here"));
  }
}

}  // namespace compendium::reporting
