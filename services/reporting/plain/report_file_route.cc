// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/plain/report_file_route.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "compendium/reporting/v1/report_service.pb.h"
#include "lib/base/status_macros.h"
#include "lib/connect/call_request.h"
#include "lib/connect/problem_of.h"
#include "lib/http/read_response.h"
#include "lib/report/format_traits.h"
#include "lib/request/error_details.h"
#include "services/reporting/plain/plain_headers.h"

namespace compendium::reporting {
namespace {

constexpr char kGet[] = "/compendium.reporting.v1.ReportService/GetReport";
constexpr char kDownload[] =
    "/compendium.reporting.v1.ReportService/DownloadReport";

// The path's last two segments: report and format.
std::pair<std::string, std::string> NamesOf(const http::Request& request) {
  const std::vector<std::string> segments =
      absl::StrSplit(request.target.path(), '/');
  return {segments[segments.size() - 2], segments.back()};
}

// The one part of a download that was read already, then the others.
class BegunStream final : public http::BodyStream {
 public:
  BegunStream(std::string first, std::unique_ptr<http::BodyStream> rest)
      : first_(std::move(first)), rest_(std::move(rest)) {}

  void Next(Done done) override {
    if (given_) return rest_->Next(std::move(done));
    given_ = true;
    done(std::move(first_));
  }

 private:
  bool given_ = false;
  std::string first_;
  const std::unique_ptr<http::BodyStream> rest_;
};

connect::StreamCall::Writing WriteContents() {
  return {.part = [](const std::string& bytes) -> absl::StatusOr<std::string> {
            v1::DownloadReportResponse part;
            if (!part.ParseFromString(bytes))
              return absl::InternalError("a part is no message of its type");
            return std::move(*part.mutable_content());
          },
          .end = [](const absl::Status& status) -> absl::StatusOr<std::string> {
            RETURN_IF_ERROR(status);
            return std::string();
          }};
}

void RespondWith(http::Exchange& exchange, http::Response response) {
  response.route = ReportFileRoute::kPath;
  exchange.Respond(std::move(response));
}

}  // namespace

struct ReportFileRoute::File {
  std::string report;  // reports/{report}
  v1::ReportFile file;
};

ReportFileRoute::ReportFileRoute(const connect::MethodTable& methods,
                                 connect::Caller& caller)
    : get_(methods.At(kGet)),
      download_(methods.At(kDownload)),
      caller_(caller) {}

void ReportFileRoute::Handle(std::shared_ptr<http::Exchange> exchange) {
  const http::Request& request = exchange->request();
  if (!http::IsRead(request)) return RespondWith(*exchange, http::OnlyReads());
  if (!request.target.parameters().empty())
    return RespondWith(*exchange, connect::ProblemOf(InvalidField(
                                      request.target.parameters()[0].name,
                                      "got a parameter, want none here")));
  v1::GetReportRequest get;
  get.set_name(absl::StrCat("reports/", NamesOf(request).first));
  caller_.Call(exchange, get_, {.message = get.SerializeAsString()},
               [this, exchange](const absl::StatusOr<std::string>& bytes) {
                 OnReport(exchange, bytes);
               });
}

void ReportFileRoute::OnReport(const std::shared_ptr<http::Exchange>& exchange,
                               const absl::StatusOr<std::string>& bytes) {
  if (!bytes.ok())
    return RespondWith(*exchange, connect::ProblemOf(bytes.status()));
  v1::GetReportResponse answer;
  if (!answer.ParseFromString(*bytes))
    return RespondWith(*exchange,
                       connect::ProblemOf(absl::InternalError(
                           "the response is no message of its type")));
  const http::Request& request = exchange->request();
  const std::string format = NamesOf(request).second;
  std::vector<absl::string_view> formats;
  for (const v1::ReportFile& file : answer.report().files()) {
    formats.push_back(TraitsOf(file.format()).extension);
    if (formats.back() != format) continue;
    http::Response response =
        ReadResponse(request, {.tag = absl::StrCat("\"", file.sha256(), "\""),
                               .never_changes = true});
    return Send(exchange, {answer.report().name(), file}, std::move(response));
  }
  RespondWith(*exchange,
              connect::ProblemOf(ErrorWithReason(
                  absl::StatusCode::kNotFound, "NOT_FOUND",
                  absl::StrCat("format: got ", format, ", want one of ",
                               absl::StrJoin(formats, ", ")))));
}

void ReportFileRoute::Send(const std::shared_ptr<http::Exchange>& exchange,
                           const File& file, http::Response response) {
  if (response.status == 304)
    return RespondWith(*exchange, std::move(response));
  response.fields.Add("Content-Type", file.file.media_type());
  response.fields.Add(
      "Content-Disposition",
      absl::StrCat("inline; filename=\"", file.file.file_name(), "\""));
  v1::DownloadReportRequest download;
  download.set_name(file.report);
  download.set_format(file.file.format());
  auto stream = caller_.Stream(exchange->request(), download_,
                               {.message = download.SerializeAsString()},
                               WriteContents());
  if (!stream.ok())
    return RespondWith(*exchange, connect::ProblemOf(stream.status()));
  // The first part is awaited, so that an archive that cannot give the file is
  // an error and not half of a body.
  struct Begun {
    std::unique_ptr<http::BodyStream> rest;
    http::Response response;
  };
  const auto begun =
      std::make_shared<Begun>(Begun{*std::move(stream), std::move(response)});
  begun->rest->Next([exchange, begun](absl::StatusOr<std::string> first) {
    if (!first.ok())
      return RespondWith(*exchange, connect::ProblemOf(first.status()));
    begun->response.body = std::make_unique<BegunStream>(
        *std::move(first), std::move(begun->rest));
    RespondWith(*exchange, std::move(begun->response));
  });
}

}  // namespace compendium::reporting
