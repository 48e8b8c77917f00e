// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/schedule/deliverer.h"

#include <gtest/gtest.h>

#include "services/reporting/schedule/limits.h"
#include "services/reporting/schedule/schedule_fixture.h"

namespace compendium::reporting {
namespace {

class FakeSender final : public DeliverySender {
 public:
  absl::Status Send(const v1::Delivery&,
                    const DeliveredReport& report) override {
    ++attempt_count;
    RETURN_IF_ERROR(error);
    got.push_back(report.files.at(0));
    return absl::OkStatus();
  }

  absl::Status error;
  int attempt_count = 0;
  std::vector<std::string> got;
};

class DelivererTest : public ScheduleFixture {
 protected:
  // A report with a delivery to a folder and one to a web server.
  DelivererTest() {
    v1::ReportSpec spec;
    spec.set_revision(7);
    const v1::ReportFormat formats[] = {v1::REPORT_FORMAT_CSV};
    report_ = *StoreFiles(folder_, *maker_.Make(spec, formats, Start()),
                          {.author = "a"}, Start());
    v1::Delivery delivery;
    delivery.set_report(report_.name());
    delivery.set_state(v1::DELIVERY_STATE_PENDING);
    SetTimestamp(Start(), *delivery.mutable_next_attempt_time());
    CHECK(database_
              ->Write([&](SqliteDatabase& database) -> absl::Status {
                RETURN_IF_ERROR(AddReport(database, report_));
                delivery.mutable_target()->mutable_folder()->set_path("a");
                RETURN_IF_ERROR(AddDelivery(database, delivery));
                delivery.set_target_index(1);
                delivery.mutable_target()->mutable_http()->set_url("https://x");
                return AddDelivery(database, delivery);
              })
              .ok());
  }

  void Settle() {
    for (;;) {
      const auto more = deliverer_.Step();
      ASSERT_TRUE(more.ok()) << more.status();
      if (!*more) return;
    }
  }

  v1::Report report_;
  FakeSender folders_;
  FakeSender http_;
  Deliverer deliverer_{*database_, folder_, folders_, http_, clock_, "one"};
};

TEST_F(DelivererTest, BringsAReportToEachTarget) {
  Settle();
  EXPECT_EQ(folders_.got, std::vector<std::string>{"revision 7 as 5"});
  EXPECT_EQ(http_.got, folders_.got);
  for (const v1::Delivery& delivery : Deliveries()) {
    EXPECT_EQ(delivery.state(), v1::DELIVERY_STATE_DELIVERED);
    EXPECT_EQ(delivery.attempt_count(), 1);
    EXPECT_FALSE(delivery.has_next_attempt_time());
  }
  EXPECT_EQ(Events().size(), 2U);
}

TEST_F(DelivererTest, TriesAgainLater) {
  http_.error = absl::UnavailableError("got HTTP status 503");
  Settle();
  v1::Delivery delivery = Deliveries().at(1);
  EXPECT_EQ(delivery.state(), v1::DELIVERY_STATE_PENDING);
  EXPECT_EQ(delivery.error(), "UNAVAILABLE: got HTTP status 503");
  http_.error = absl::OkStatus();
  clock_.Advance(kDeliveryRetryFirst);
  Settle();
  delivery = Deliveries().at(1);
  EXPECT_EQ(delivery.state(), v1::DELIVERY_STATE_DELIVERED);
  EXPECT_EQ(delivery.error(), "");
  EXPECT_EQ(folders_.attempt_count, 1);
}

TEST_F(DelivererTest, BecomesADeadLetterAfterSoManyAttempts) {
  http_.error = absl::UnavailableError("away");
  for (int i = 0; i < 2 * kDeliveryAttemptsMax; ++i) {
    Settle();
    clock_.Advance(kDeliveryRetryLongest);
  }
  EXPECT_EQ(http_.attempt_count, kDeliveryAttemptsMax);
  EXPECT_EQ(Deliveries().at(1).state(), v1::DELIVERY_STATE_FAILED);
  EXPECT_EQ(Events().back().delivery_failed().target_index(), 1);
}

TEST_F(DelivererTest, ATargetThatIsNotAllowedIsADeadLetterAtOnce) {
  folders_.error = absl::PermissionDeniedError("no --delivery_dir");
  Settle();
  EXPECT_EQ(Deliveries().at(0).state(), v1::DELIVERY_STATE_FAILED);
  EXPECT_EQ(folders_.attempt_count, 1);
}

TEST_F(DelivererTest, NeverBringsADamagedFile) {
  const std::string sha256 = report_.files(0).sha256();
  std::filesystem::resize_file(
      path_ + "/objects/" + sha256.substr(0, 2) + "/" + sha256.substr(2), 3);
  Settle();
  EXPECT_EQ(folders_.attempt_count, 0);
  EXPECT_EQ(Deliveries().at(0).error().substr(0, 10), "DATA_LOSS:");
}

TEST_F(DelivererTest, AWorkerThatWasKilledGoesOnAtOnce) {
  ASSERT_TRUE(database_
                  ->Write([&](SqliteDatabase& database) {
                    return TakeDelivery(database, "one", clock_.Now()).status();
                  })
                  .ok());
  Settle();
  EXPECT_EQ(folders_.attempt_count, 0);
  ASSERT_TRUE(deliverer_.Recover().ok());
  Settle();
  EXPECT_EQ(folders_.attempt_count, 1);
  EXPECT_EQ(Deliveries().at(0).attempt_count(), 2);
}

}  // namespace
}  // namespace compendium::reporting
