// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "lib/connect/caller.h"
#include "lib/connect/method_table.h"
#include "lib/http/handler.h"

namespace compendium::reporting {

// Answers GET and HEAD of /v1/reports/{report}/{format} with the bytes of that
// file of an archived report, part by part as the archive gives them. The
// format is the ending of the file's name: html, pdf, docx, xlsx, csv, json,
// md, ics. The tag is the SHA-256 of the bytes, which never change. Errors are
// problems, also those of an archive that is damaged. Any thread.
class ReportFileRoute final : public http::Handler {
 public:
  static constexpr char kPath[] = "/v1/reports/{report}/{format}";

  // `methods` has those of ReportService. Both must outlive the route.
  ReportFileRoute(const connect::MethodTable& methods, connect::Caller& caller);

  // Waits until no call of the caller is under way.
  ~ReportFileRoute() override { caller_.AwaitCalls(); }

  void Handle(std::shared_ptr<http::Exchange> exchange) override;

 private:
  struct File;

  void OnReport(const std::shared_ptr<http::Exchange>& exchange,
                const absl::StatusOr<std::string>& bytes);
  void Send(const std::shared_ptr<http::Exchange>& exchange, const File& file,
            http::Response response);

  const connect::Method& get_;
  const connect::Method& download_;
  connect::Caller& caller_;
};

}  // namespace compendium::reporting
