// SPDX-License-Identifier: Apache-2.0
// An archive in a folder of its own and a clock that tests own: for the tests
// of this folder.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/base/clock.h"
#include "lib/base/status_macros.h"
#include "lib/request/timestamp.h"
#include "services/reporting/archive/archive_database.h"
#include "services/reporting/archive/archived_reports.h"
#include "services/reporting/archive/fake_report_maker.h"
#include "services/reporting/archive/object_folder.h"
#include "services/reporting/archive/report_events.h"
#include "services/reporting/schedule/delivery_store.h"
#include "services/reporting/schedule/limits.h"
#include "services/reporting/schedule/run_store.h"

namespace compendium::reporting {

class ScheduleFixture : public testing::Test {
 protected:
  ScheduleFixture() {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
    auto opened = ArchiveDatabase::Open(path_ + "/archive.db");
    CHECK(opened.ok());
    database_ = *std::move(opened);
  }

  // Every ten minutes.
  static v1::Schedule TenMinutes() {
    v1::Schedule schedule;
    schedule.set_title("Coverage");
    schedule.set_cron("*/10 * * * *");
    schedule.set_time_zone("UTC");
    schedule.set_report_kind(v1::REPORT_KIND_COVERAGE);
    schedule.mutable_parameters()->set_round("rounds/2016");
    schedule.add_formats(v1::REPORT_FORMAT_CSV);
    return schedule;
  }

  // What a read of the archive returns, which must go well.
  template <class Read>
  auto Get(Read read) {
    auto got = database_->Read(read);
    EXPECT_TRUE(got.ok()) << got.status();
    return *std::move(got);
  }

  // All runs, the earliest due first.
  std::vector<v1::ScheduleRun> Runs() {
    std::vector<v1::ScheduleRun> runs = Get([](SqliteDatabase& database) {
      return ListRuns(database, {.count = 1000});
    });
    return {runs.rbegin(), runs.rend()};
  }

  std::vector<v1::ReportEvent> Events() {
    return Get([](SqliteDatabase& database) {
      return EventsAfter(database, 0, 1000);
    });
  }

  std::vector<v1::Report> Reports() {
    return Get([](SqliteDatabase& database) {
      return ListReports(database, {.count = 1000});
    });
  }

  std::vector<v1::Delivery> Deliveries() {
    return Get([](SqliteDatabase& database) {
      return ListDeliveries(database, {.count = 1000});
    });
  }

  const std::string path_ = absl::StrCat(
      testing::TempDir(), "/",
      testing::UnitTest::GetInstance()->current_test_info()->test_suite_name());
  base::FakeClock clock_{Start() + kSettleTime};
  FakeReportMaker maker_;
  const ObjectFolder folder_{path_ + "/objects"};
  std::unique_ptr<ArchiveDatabase> database_;
};

}  // namespace compendium::reporting
