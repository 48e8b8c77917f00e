// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <grpcpp/support/server_callback.h>

#include <string>

#include "absl/status/statusor.h"
#include "compendium/reporting/v1/report_service.pb.h"

namespace compendium::reporting {

// One call of DownloadReport: writes the bytes part by part, as fast as the
// caller reads. Owns itself until gRPC is done with it.
class DownloadCall final
    : public grpc::ServerWriteReactor<v1::DownloadReportResponse> {
 public:
  // Writes the bytes, or finishes with the error.
  explicit DownloadCall(absl::StatusOr<std::string> bytes);

  void OnWriteDone(bool ok) override;
  void OnDone() override { delete this; }

 private:
  void WriteNext();

  std::string bytes_;
  size_t written_ = 0;
  v1::DownloadReportResponse response_;
};

}  // namespace compendium::reporting
