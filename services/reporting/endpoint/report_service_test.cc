// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/endpoint/report_service.h"

#include <grpcpp/client_context.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/request/error_details.h"
#include "lib/rpc/channel.h"
#include "lib/rpc/grpc_status.h"
#include "lib/rpc/server.h"
#include "services/reporting/archive/fake_report_maker.h"
#include "services/reporting/subscription/fake_change_source.h"

namespace compendium::reporting {
namespace {

class ReportServiceTest : public testing::Test {
 protected:
  ReportServiceTest() {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
    auto opened = ArchiveDatabase::Open(path_ + "/archive.db");
    CHECK(opened.ok());
    database_ = *std::move(opened);
    desk_ = std::make_unique<ReportDesk>(*database_, folder_, maker_, clock_);
    feed_ = std::make_unique<ReportFeed>(*database_, clock_);
    service_ = std::make_unique<ReportService>(
        ReportService::Parts{.publisher = publisher_,
                             .past = past_,
                             .database = *database_,
                             .folder = folder_,
                             .desk = *desk_,
                             .press = press_,
                             .comparer = comparer_,
                             .feed = *feed_,
                             .clock = clock_});
    publisher_.Start();
    past_.Start();
    history_.Start();
    press_.Start();
    feed_->Start();
    auto server = Server::Start(
        {.address = "127.0.0.1:0"},
        {{v1::ReportService::service_full_name(), service_.get()}});
    CHECK(server.ok());
    server_ = *std::move(server);
    stub_ = v1::ReportService::NewStub(
        MakeChannel(absl::StrCat("127.0.0.1:", server_->port())));
  }
  ~ReportServiceTest() override {
    server_->Drain(absl::Seconds(10), [&] {
      publisher_.Stop();
      past_.Stop();
      history_.Stop();
      feed_->Stop();
      press_.Stop();
    });
  }

  static std::shared_ptr<const Snapshot> AtRevision(int64_t revision) {
    Snapshot snapshot;
    snapshot.revision = revision;
    return std::make_shared<const Snapshot>(std::move(snapshot));
  }

  static v1::CreateReportRequest ARequest() {
    v1::CreateReportRequest request;
    request.set_kind(v1::REPORT_KIND_COVERAGE);
    request.mutable_parameters()->set_round("rounds/2016");
    request.add_formats(v1::REPORT_FORMAT_CSV);
    request.set_author("a.diallo");
    return request;
  }

  template <class Request, class Response>
  absl::StatusOr<Response> Call(grpc::Status (v1::ReportService::Stub::*method)(
                                    grpc::ClientContext*, const Request&,
                                    Response*),
                                const Request& request) {
    grpc::ClientContext context;
    context.set_deadline(absl::ToChronoTime(clock_.Now() + absl::Seconds(20)));
    Response response;
    const grpc::Status status = (*stub_.*method)(&context, request, &response);
    if (!status.ok()) return FromGrpcStatus(status);
    return response;
  }

  v1::Report Create(const v1::CreateReportRequest& request = ARequest()) {
    auto response = Call(&v1::ReportService::Stub::CreateReport, request);
    EXPECT_TRUE(response.ok()) << response.status();
    return response.ok() ? response->report() : v1::Report();
  }

  absl::Status Refusal(const v1::CreateReportRequest& request) {
    return Call(&v1::ReportService::Stub::CreateReport, request).status();
  }

  const std::string path_ = testing::TempDir() + "/report_service_test";
  base::RealClock clock_;
  FakeReportMaker maker_;
  FakeChangeSource source_;
  Publisher publisher_{AtRevision(29), clock_};
  PastReader past_{source_, publisher_.kept(), clock_, 0};
  FakeChangeSource history_source_;
  HistoryReader history_{history_source_, clock_};
  const ObjectFolder folder_{path_ + "/objects"};
  ReportComparer comparer_{folder_, publisher_, past_, history_};
  std::unique_ptr<ArchiveDatabase> database_;
  std::unique_ptr<ReportDesk> desk_;
  ReportPress press_;
  std::unique_ptr<ReportFeed> feed_;
  std::unique_ptr<ReportService> service_;
  std::unique_ptr<Server> server_;
  std::unique_ptr<v1::ReportService::Stub> stub_;
};

TEST_F(ReportServiceTest, MakesAReportOfTheAppliedRevisionOnce) {
  const v1::Report report = Create();
  EXPECT_EQ(report.spec().revision(), 29);
  EXPECT_EQ(report.author(), "a.diallo");
  EXPECT_EQ(Create().SerializeAsString(), report.SerializeAsString());
  EXPECT_EQ(maker_.attempt_count, 1);
  v1::GetReportRequest get;
  get.set_name(report.name());
  const auto got = Call(&v1::ReportService::Stub::GetReport, get);
  ASSERT_TRUE(got.ok());
  EXPECT_EQ(got->report().SerializeAsString(), report.SerializeAsString());
}

TEST_F(ReportServiceTest, SaysEverythingThatIsWrongWithARequest) {
  v1::CreateReportRequest request = ARequest();
  request.mutable_parameters()->set_country_code("PHL");
  request.mutable_parameters()->clear_round();
  request.add_formats(v1::REPORT_FORMAT_CSV);
  request.add_formats(v1::REPORT_FORMAT_ICALENDAR);
  EXPECT_EQ(
      FieldPathsOf(Refusal(request)),
      (std::vector<std::string>{"parameters.round", "parameters.country_code",
                                "formats[1]", "formats[2]"}));
  request = ARequest();
  request.clear_author();
  EXPECT_EQ(FieldPathsOf(Refusal(request)), std::vector<std::string>{"author"});
  EXPECT_EQ(maker_.attempt_count, 0);
}

TEST_F(ReportServiceTest, PassesOnWhyAReportCannotBeMade) {
  maker_.make_error = absl::NotFoundError("round: got rounds/2016");
  EXPECT_TRUE(absl::IsNotFound(Refusal(ARequest())));
}

TEST_F(ReportServiceTest, ListsPageAfterPage) {
  std::vector<std::string> names;
  for (const v1::ReportFormat format :
       {v1::REPORT_FORMAT_CSV, v1::REPORT_FORMAT_JSON,
        v1::REPORT_FORMAT_HTML}) {
    v1::CreateReportRequest request = ARequest();
    request.set_formats(0, format);
    names.push_back(Create(request).name());
  }
  v1::ListReportsRequest request;
  request.set_page_size(2);
  std::vector<std::string> listed;
  for (int page = 0; page < 2; ++page) {
    const auto response = Call(&v1::ReportService::Stub::ListReports, request);
    ASSERT_TRUE(response.ok()) << response.status();
    for (const v1::Report& report : response->reports())
      listed.push_back(report.name());
    EXPECT_EQ(response->next_page_token().empty(), page == 1);
    request.set_page_token(response->next_page_token());
  }
  EXPECT_EQ(listed, (std::vector<std::string>(names.rbegin(), names.rend())));
  request.set_page_token("forged");
  EXPECT_EQ(FieldPathsOf(
                Call(&v1::ReportService::Stub::ListReports, request).status()),
            std::vector<std::string>{"page_token"});
}

TEST_F(ReportServiceTest, GivesTheBytesOfAFile) {
  maker_.extra = std::string(300'000, 'x');  // several parts
  const v1::Report report = Create();
  v1::DownloadReportRequest request;
  request.set_name(report.name());
  request.set_format(v1::REPORT_FORMAT_CSV);
  grpc::ClientContext context;
  auto stream = stub_->DownloadReport(&context, request);
  v1::DownloadReportResponse part;
  std::string bytes;
  int count = 0;
  for (; stream->Read(&part); ++count) bytes += part.content();
  ASSERT_TRUE(stream->Finish().ok());
  EXPECT_GT(count, 1);
  EXPECT_TRUE(bytes == "revision 29 as 5" + maker_.extra);
}

TEST_F(ReportServiceTest, SaysThatAReportHasNoSuchFile) {
  v1::DownloadReportRequest request;
  request.set_name(Create().name());
  request.set_format(v1::REPORT_FORMAT_PDF);
  grpc::ClientContext context;
  auto stream = stub_->DownloadReport(&context, request);
  v1::DownloadReportResponse part;
  EXPECT_FALSE(stream->Read(&part));
  EXPECT_EQ(stream->Finish().error_code(), grpc::StatusCode::NOT_FOUND);
}

TEST_F(ReportServiceTest, Verifies) {
  v1::VerifyReportRequest request;
  request.set_name(Create().name());
  const auto response = Call(&v1::ReportService::Stub::VerifyReport, request);
  ASSERT_TRUE(response.ok()) << response.status();
  ASSERT_EQ(response->files_size(), 1);
  EXPECT_EQ(response->files(0).verdict(), v1::FILE_VERDICT_REPRODUCED);
  request.set_name("reports/none");
  EXPECT_TRUE(absl::IsNotFound(
      Call(&v1::ReportService::Stub::VerifyReport, request).status()));
}

TEST_F(ReportServiceTest, Compares) {
  v1::CreateReportRequest create = ARequest();
  const v1::Report before = Create(create);
  create.set_formats(0, v1::REPORT_FORMAT_HTML);
  v1::CompareReportsRequest request;
  request.set_old_report(before.name());
  request.set_new_report(Create(create).name());
  const auto compare = [&] {
    return Call(&v1::ReportService::Stub::CompareReports, request);
  };

  const auto response = compare();
  ASSERT_TRUE(response.ok()) << response.status();
  EXPECT_TRUE(response->comparison().says_the_same());
  EXPECT_EQ(response->comparison().old_report().SerializeAsString(),
            before.SerializeAsString());
  EXPECT_EQ(response->comparison().new_report().name(), request.new_report());
  EXPECT_EQ(response->comparison().diff().to_revision(), 29);

  create.set_kind(v1::REPORT_KIND_COMPLETION);
  request.set_old_report(Create(create).name());
  EXPECT_EQ(FieldPathsOf(compare().status()),
            std::vector<std::string>{"new_report.spec.kind"});
  request.clear_old_report();
  EXPECT_EQ(FieldPathsOf(compare().status()),
            std::vector<std::string>{"old_report"});
  request.set_old_report("reports/none");
  EXPECT_TRUE(absl::IsNotFound(compare().status()));
  EXPECT_TRUE(absl::StrContains(compare().status().message(), "old_report"));
  press_.Stop();
  request.set_old_report(before.name());
  EXPECT_EQ(ReasonOf(compare().status()), "DRAINING");
}

TEST_F(ReportServiceTest, TellsWhatHappensFromAnEventOn) {
  const std::string first = Create().name();
  grpc::ClientContext context;
  auto stream = stub_->WatchReports(&context, v1::WatchReportsRequest());
  v1::WatchReportsResponse response;
  ASSERT_TRUE(stream->Read(&response));
  EXPECT_EQ(response.event().sequence(), 1);
  EXPECT_EQ(response.event().report_made().name(), first);
  v1::CreateReportRequest request = ARequest();
  request.set_formats(0, v1::REPORT_FORMAT_HTML);
  const std::string second = Create(request).name();
  ASSERT_TRUE(stream->Read(&response));
  EXPECT_EQ(response.event().sequence(), 2);
  EXPECT_EQ(response.event().report_made().name(), second);
  context.TryCancel();
  EXPECT_EQ(stream->Finish().error_code(), grpc::StatusCode::CANCELLED);
}

TEST_F(ReportServiceTest, StreamsEndWhenTheServiceStops) {
  grpc::ClientContext context;
  auto stream = stub_->WatchReports(&context, v1::WatchReportsRequest());
  Create();
  v1::WatchReportsResponse response;
  ASSERT_TRUE(stream->Read(&response));
  std::thread stop([&] { feed_->Stop(); });
  EXPECT_FALSE(stream->Read(&response));
  EXPECT_EQ(ReasonOf(FromGrpcStatus(stream->Finish())), "DRAINING");
  stop.join();
}

}  // namespace
}  // namespace compendium::reporting
