// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/archive/report_desk.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "services/reporting/archive/archived_reports.h"
#include "services/reporting/archive/fake_report_maker.h"
#include "services/reporting/archive/report_events.h"

namespace compendium::reporting {
namespace {

class ReportDeskTest : public testing::Test {
 protected:
  ReportDeskTest() {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
    auto opened = ArchiveDatabase::Open(path_ + "/archive.db");
    CHECK(opened.ok());
    database_ = *std::move(opened);
    desk_ = std::make_unique<ReportDesk>(*database_, folder_, maker_, clock_);
  }

  static ReportOrder AnOrder() {
    ReportOrder order;
    order.kind = v1::REPORT_KIND_COVERAGE;
    order.parameters.set_round("rounds/2016");
    order.revision = 29;
    order.formats = {v1::REPORT_FORMAT_CSV, v1::REPORT_FORMAT_HTML};
    order.author = "a.diallo";
    return order;
  }

  v1::Report Order() {
    auto report = desk_->Order(AnOrder(), absl::InfiniteFuture());
    CHECK(report.ok());
    return *std::move(report);
  }

  std::vector<v1::FileVerification> Verify(const v1::Report& report) {
    auto findings = desk_->Verify(report, absl::InfiniteFuture());
    CHECK(findings.ok());
    return *std::move(findings);
  }

  std::string FileOf(const v1::ReportFile& file) const {
    return path_ + "/objects/" + file.sha256().substr(0, 2) + "/" +
           file.sha256().substr(2);
  }

  const std::string path_ = testing::TempDir() + "/report_desk_test";
  base::FakeClock clock_{Start()};
  FakeReportMaker maker_;
  const ObjectFolder folder_{path_ + "/objects"};
  std::unique_ptr<ArchiveDatabase> database_;
  std::unique_ptr<ReportDesk> desk_;
};

TEST_F(ReportDeskTest, MakesAReportOnce) {
  const v1::Report report = Order();
  EXPECT_EQ(report.spec().rule_set(), "1");
  ASSERT_EQ(report.files_size(), 2);
  EXPECT_EQ(report.files(0).format(), v1::REPORT_FORMAT_HTML);
  clock_.Advance(absl::Hours(1));
  EXPECT_EQ(Order().SerializeAsString(), report.SerializeAsString());
  EXPECT_EQ(maker_.attempt_count, 1);
  const auto events = database_->Read(
      [](SqliteDatabase& database) { return EventsAfter(database, 0, 9); });
  ASSERT_TRUE(events.ok());
  ASSERT_EQ(events->size(), 1U);
  EXPECT_EQ((*events)[0].report_made().name(), report.name());
}

TEST_F(ReportDeskTest, KeepsNothingOfAReportThatCannotBeMade) {
  maker_.make_error = absl::NotFoundError("round");
  EXPECT_TRUE(absl::IsNotFound(
      desk_->Order(AnOrder(), absl::InfiniteFuture()).status()));
  EXPECT_FALSE(std::filesystem::exists(path_ + "/objects"));
}

TEST_F(ReportDeskTest, VerifiesWhatCanBeMadeAgain) {
  const v1::Report report = Order();
  for (const v1::FileVerification& file : Verify(report)) {
    EXPECT_EQ(file.verdict(), v1::FILE_VERDICT_REPRODUCED);
    EXPECT_EQ(file.explanation(), "");
  }
}

TEST_F(ReportDeskTest, CatchesOneChangedByteAndAMissingFile) {
  const v1::Report report = Order();
  std::fstream file(FileOf(report.files(0)),
                    std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(3);
  file.put('X');
  file.close();
  std::filesystem::remove(FileOf(report.files(1)));
  const auto findings = Verify(report);
  EXPECT_EQ(findings[0].verdict(), v1::FILE_VERDICT_DAMAGED);
  EXPECT_EQ(findings[1].verdict(), v1::FILE_VERDICT_MISSING);
}

TEST_F(ReportDeskTest, CatchesThatMakingItAgainGivesOtherBytes) {
  const v1::Report report = Order();
  maker_.extra = "!";
  EXPECT_EQ(Verify(report)[0].verdict(), v1::FILE_VERDICT_DIFFERS);
}

TEST_F(ReportDeskTest, SaysWhyItCannotBeMadeAgain) {
  maker_.made_with = "writer 1.0";
  const v1::Report report = Order();
  maker_.extra = "!";
  maker_.made_with = "writer 1.1";
  auto findings = Verify(report);
  EXPECT_EQ(findings[0].verdict(), v1::FILE_VERDICT_INTACT);
  EXPECT_EQ(findings[0].explanation(),
            "it was made with writer 1.0; here is writer 1.1");
  maker_.rules = "2";
  findings = Verify(report);
  EXPECT_EQ(findings[0].verdict(), v1::FILE_VERDICT_INTACT);
  EXPECT_EQ(findings[0].explanation(),
            "it was made by rule set 1; this release has 2");
}

TEST_F(ReportDeskTest, SaysNothingAboutAReportWhileTheRegistryIsAway) {
  const v1::Report report = Order();
  maker_.make_error = absl::UnavailableError("away");
  EXPECT_TRUE(absl::IsUnavailable(
      desk_->Verify(report, absl::InfiniteFuture()).status()));
}

}  // namespace
}  // namespace compendium::reporting
