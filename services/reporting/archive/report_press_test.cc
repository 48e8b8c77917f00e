// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/archive/report_press.h"

#include <gtest/gtest.h>

#include <future>
#include <string>
#include <vector>

#include "lib/request/error_details.h"
#include "services/reporting/archive/limits.h"

namespace compendium::reporting {
namespace {

TEST(ReportPressTest, DoesOneJobAfterTheOther) {
  ReportPress press;
  press.Start();
  std::vector<int> done;  // only by the press's thread
  std::promise<void> last;
  for (int i = 0; i < 5; ++i)
    ASSERT_TRUE(press
                    .Add([&, i](const absl::Status& status) {
                      EXPECT_TRUE(status.ok());
                      done.push_back(i);
                      if (i == 4) last.set_value();
                    })
                    .ok());
  last.get_future().wait();
  EXPECT_EQ(done, (std::vector<int>{0, 1, 2, 3, 4}));
}

TEST(ReportPressTest, RefusesMoreThanCanWait) {
  ReportPress press;  // not started: all wait
  for (size_t i = 0; i < kPressJobsMax; ++i)
    ASSERT_TRUE(press.Add([](const absl::Status&) {}).ok());
  EXPECT_EQ(ReasonOf(press.Add([](const absl::Status&) {})),
            "REPORT_QUEUE_FULL");
}

TEST(ReportPressTest, FailsWhatWaitsWhenItStops) {
  ReportPress press;
  press.Start();
  std::promise<void> begun;
  std::promise<void> go_on;
  std::string reason;
  ASSERT_TRUE(press
                  .Add([&](const absl::Status&) {
                    begun.set_value();
                    go_on.get_future().wait();
                  })
                  .ok());
  ASSERT_TRUE(
      press.Add([&](const absl::Status& status) { reason = ReasonOf(status); })
          .ok());
  begun.get_future().wait();
  std::thread stop([&] { press.Stop(); });
  // Not until the queue is full: that may be before it stops.
  while (ReasonOf(press.Add([](const absl::Status&) {})) != "DRAINING")
    std::this_thread::yield();
  go_on.set_value();
  stop.join();
  EXPECT_EQ(reason, "DRAINING");
  EXPECT_EQ(ReasonOf(press.Add([](const absl::Status&) {})), "DRAINING");
}

}  // namespace
}  // namespace compendium::reporting
