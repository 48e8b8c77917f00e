// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "lib/connect/caller.h"
#include "lib/connect/method_table.h"
#include "lib/http/handler.h"
#include "lib/http/router.h"
#include "services/reporting/plain/body_cache.h"
#include "services/reporting/plain/document_route.h"
#include "services/reporting/plain/plain_route.h"
#include "services/reporting/plain/report_file_route.h"

namespace compendium::reporting {

// All plain routes, what anybody reads with a browser, a spreadsheet or curl,
// and /openapi.json, which describes them. Any thread.
class PlainRoutes {
 public:
  // `methods` has those of ReportingService and ReportService. Both must
  // outlive the routes.
  PlainRoutes(const connect::MethodTable& methods, connect::Caller& caller,
              const PlainRoute::Options& options);

  // To be called once; the routes must outlive the router.
  void AddTo(http::Router& router);

 private:
  static constexpr char kDocumentPath[] = "/openapi.json";

  // What lies below /v1/reports/: reports and their files.
  class Folder final : public http::Handler {
   public:
    Folder(http::Handler& report, http::Handler& file)
        : report_(report), file_(file) {}
    void Handle(std::shared_ptr<http::Exchange> exchange) override;

   private:
    http::Handler& report_;
    http::Handler& file_;
  };

  BodyCache cache_;
  DocumentRoute document_;
  ReportFileRoute file_;
  std::vector<std::unique_ptr<PlainRoute>> routes_;
  std::unique_ptr<Folder> folder_;
};

}  // namespace compendium::reporting
