// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/archive/archived_reports.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "lib/base/sha256.h"
#include "lib/base/status_macros.h"
#include "lib/request/error_details.h"
#include "lib/request/timestamp.h"
#include "services/reporting/archive/archive_database.h"
#include "services/reporting/archive/report_events.h"

namespace compendium::reporting {
namespace {

MadeReport Made(int64_t revision) {
  MadeReport made;
  made.spec.set_kind(v1::REPORT_KIND_COVERAGE);
  made.spec.mutable_parameters()->set_round("rounds/2016");
  made.spec.set_revision(revision);
  made.spec.set_rule_set("1");
  made.content = absl::StrCat("content ", revision);
  made.files.push_back({.format = v1::REPORT_FORMAT_HTML,
                        .bytes = absl::StrCat("<p>", revision),
                        .media_type = "text/html; charset=utf-8",
                        .extension = "html",
                        .made_with = ""});
  made.files.push_back({.format = v1::REPORT_FORMAT_CSV,
                        .bytes = "a,b\r\n",
                        .media_type = "text/csv; charset=utf-8",
                        .extension = "csv",
                        .made_with = ""});
  return made;
}

class ArchivedReportsTest : public testing::Test {
 protected:
  ArchivedReportsTest() {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
    auto opened = ArchiveDatabase::Open(path_ + "/archive.db");
    CHECK(opened.ok());
    database_ = *std::move(opened);
  }

  // What was stored and put into the archive.
  v1::Report Add(const MadeReport& made, const ReportOrigin& origin) {
    const auto report = StoreFiles(folder_, made, origin, now_);
    CHECK(report.ok());
    CHECK(database_
              ->Write([&](SqliteDatabase& database) {
                return AddReport(database, *report);
              })
              .ok());
    return *report;
  }

  std::vector<std::string> Names(const ReportFilter& filter) {
    const auto reports = database_->Read([&](SqliteDatabase& database) {
      return ListReports(database, filter);
    });
    CHECK(reports.ok());
    std::vector<std::string> names;
    for (const v1::Report& report : *reports) names.push_back(report.name());
    return names;
  }

  const std::string path_ = testing::TempDir() + "/archived_reports_test";
  const absl::Time now_ = absl::FromUnixSeconds(1'800'000'000);
  const ObjectFolder folder_{path_ + "/objects"};
  std::unique_ptr<ArchiveDatabase> database_;
};

TEST_F(ArchivedReportsTest, DescribesWhatWasStored) {
  const v1::Report report = Add(Made(29), {.author = "a.diallo"});
  EXPECT_EQ(report.author(), "a.diallo");
  EXPECT_EQ(report.content_sha256(), base::Sha256Hex("content 29"));
  ASSERT_EQ(report.files_size(), 2);
  EXPECT_EQ(report.files(0).file_name(), "coverage-2016-r29.html");
  EXPECT_EQ(report.files(0).sha256(), base::Sha256Hex("<p>29"));
  EXPECT_EQ(report.files(1).size_bytes(), 5);
  EXPECT_EQ(*folder_.Get(report.files(1).sha256()), "a,b\r\n");
  EXPECT_EQ(ToTime(report.create_time()), now_);
  const auto found = database_->Read([&](SqliteDatabase& database) {
    return FindReport(database, report.name());
  });
  ASSERT_TRUE(found.ok());
  EXPECT_EQ(found->SerializeAsString(), report.SerializeAsString());
}

TEST_F(ArchivedReportsTest, EqualRequestsHaveEqualNames) {
  const v1::ReportSpec spec = Made(29).spec;
  const v1::ReportFormat ab[] = {v1::REPORT_FORMAT_HTML, v1::REPORT_FORMAT_CSV};
  const v1::ReportFormat ba[] = {v1::REPORT_FORMAT_CSV, v1::REPORT_FORMAT_HTML};
  const v1::ReportFormat a[] = {v1::REPORT_FORMAT_HTML};
  const ReportOrigin person{.author = "a.diallo"};
  const std::string name = ReportNameOf(spec, ab, person);
  EXPECT_EQ(name.size(), std::string("reports/").size() + 32);
  EXPECT_EQ(ReportNameOf(spec, ba, {.author = "somebody else"}), name);
  EXPECT_NE(ReportNameOf(spec, a, person), name);
  EXPECT_NE(ReportNameOf(Made(30).spec, ab, person), name);
  const ReportOrigin first{
      .author = "schedule", .schedule = "schedules/weekly", .due_time = now_};
  const ReportOrigin second{.author = "schedule",
                            .schedule = "schedules/weekly",
                            .due_time = now_ + absl::Hours(1)};
  EXPECT_NE(ReportNameOf(spec, ab, first), name);
  EXPECT_NE(ReportNameOf(spec, ab, first), ReportNameOf(spec, ab, second));
}

TEST_F(ArchivedReportsTest, NeverReplacesAReport) {
  const v1::Report report = Add(Made(29), {.author = "a"});
  EXPECT_TRUE(absl::IsAlreadyExists(database_->Write(
      [&](SqliteDatabase& database) { return AddReport(database, report); })));
}

TEST_F(ArchivedReportsTest, ListsTheNewestFirst) {
  const std::string one = Add(Made(1), {.author = "a"}).name();
  const std::string two =
      Add(Made(2), {.author = "a", .schedule = "schedules/s", .due_time = now_})
          .name();
  const std::string three = Add(Made(3), {.author = "a"}).name();
  EXPECT_EQ(Names({.count = 9}), (std::vector<std::string>{three, two, one}));
  EXPECT_EQ(Names({.count = 2}), (std::vector<std::string>{three, two}));
  EXPECT_EQ(Names({.schedule = "schedules/s", .count = 9}),
            std::vector<std::string>{two});
  EXPECT_TRUE(Names({.kind = v1::REPORT_KIND_CALENDAR, .count = 9}).empty());
  const auto sequence = database_->Read(
      [&](SqliteDatabase& database) { return SequenceOf(database, two); });
  ASSERT_TRUE(sequence.ok());
  EXPECT_EQ(Names({.before_sequence = *sequence, .count = 9}),
            std::vector<std::string>{one});
}

TEST_F(ArchivedReportsTest, SaysThatThereIsNoSuchReport) {
  const absl::Status status = database_->Read([](SqliteDatabase& database) {
    return FindReport(database, "reports/none").status();
  });
  EXPECT_TRUE(absl::IsNotFound(status));
  EXPECT_EQ(ReasonOf(status), "RECORD_NOT_FOUND");
}

TEST_F(ArchivedReportsTest, EventsAreInOrderWithoutGaps) {
  const absl::Status failed = database_->Write([&](SqliteDatabase& database) {
    RETURN_IF_ERROR(AddEvent(database, v1::ReportEvent(), now_));
    return absl::AbortedError("no");
  });
  ASSERT_TRUE(absl::IsAborted(failed));
  for (const char* name : {"reports/a", "reports/b", "reports/c"})
    ASSERT_TRUE(database_
                    ->Write([&](SqliteDatabase& database) {
                      v1::ReportEvent event;
                      event.mutable_report_made()->set_name(name);
                      return AddEvent(database, event, now_);
                    })
                    .ok());
  const auto read = database_->Read(
      [](SqliteDatabase& database) { return EventsAfter(database, 1, 9); });
  ASSERT_TRUE(read.ok());
  const std::vector<v1::ReportEvent>& events = *read;
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[0].sequence(), 2);
  EXPECT_EQ(events[0].report_made().name(), "reports/b");
  EXPECT_EQ(ToTime(events[1].event_time()), now_);
}

TEST_F(ArchivedReportsTest, SeveralWorkersShareAnArchive) {
  const auto other = ArchiveDatabase::Open(path_ + "/archive.db");
  ASSERT_TRUE(other.ok());
  const v1::Report report = Add(Made(1), {.author = "a"});
  EXPECT_TRUE((*other)
                  ->Read([&](SqliteDatabase& database) {
                    return FindReport(database, report.name()).status();
                  })
                  .ok());
}

TEST_F(ArchivedReportsTest, RefusesTablesOfANewerRelease) {
  ASSERT_TRUE(database_
                  ->Write([](SqliteDatabase& database) {
                    return database.Execute("PRAGMA user_version = 99");
                  })
                  .ok());
  EXPECT_TRUE(absl::IsFailedPrecondition(
      ArchiveDatabase::Open(path_ + "/archive.db").status()));
}

}  // namespace
}  // namespace compendium::reporting
