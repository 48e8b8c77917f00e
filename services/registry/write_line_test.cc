// SPDX-License-Identifier: Apache-2.0
#include "services/registry/write_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "lib/base/mutex.h"
#include "lib/request/error_details.h"

namespace compendium::registry {
namespace {

using testing::ElementsAre;

// Writes that note that they began.
class Begun {
 public:
  WriteLine::Begin Note(const std::string& write) {
    return [this, write] {
      base::MutexLock lock(mu_);
      writes_.push_back(write);
      threads_.push_back(std::this_thread::get_id());
      changed_.NotifyAll();
    };
  }

  std::vector<std::string> WaitForCount(size_t count) {
    base::MutexLock lock(mu_);
    while (writes_.size() < count) changed_.Wait(mu_);
    return writes_;
  }

  std::vector<std::thread::id> threads() {
    base::MutexLock lock(mu_);
    return threads_;
  }

 private:
  base::Mutex mu_;
  base::CondVar changed_;
  std::vector<std::string> writes_ ABSL_GUARDED_BY(mu_);
  std::vector<std::thread::id> threads_ ABSL_GUARDED_BY(mu_);
};

TEST(WriteLine, BeginsTheWritesOfARecordOneAfterTheOther) {
  Begun begun;
  WriteLine line;
  ASSERT_TRUE(line.Enter("a", 1, begun.Note("first")).ok());
  ASSERT_TRUE(line.Enter("a", 1, begun.Note("second")).ok());
  ASSERT_TRUE(line.Enter("a", 1, begun.Note("third")).ok());
  EXPECT_THAT(begun.WaitForCount(1), ElementsAre("first"));

  line.Leave("a");
  EXPECT_THAT(begun.WaitForCount(2), ElementsAre("first", "second"));
  line.Repeat(begun.Note("second again"));
  EXPECT_THAT(begun.WaitForCount(3),
              ElementsAre("first", "second", "second again"));
  line.Leave("a");
  EXPECT_THAT(begun.WaitForCount(4),
              ElementsAre("first", "second", "second again", "third"));
  line.Leave("a");
}

TEST(WriteLine, LetsWritesOfOtherRecordsPass) {
  Begun begun;
  WriteLine line;
  ASSERT_TRUE(line.Enter("a", 1, begun.Note("a")).ok());

  ASSERT_TRUE(line.Enter("b", 1, begun.Note("b")).ok());

  EXPECT_THAT(begun.WaitForCount(2), ElementsAre("a", "b"));
  line.Leave("a");
  line.Leave("b");
}

TEST(WriteLine, BeginsWhatWaitedInAThreadOfItsOwn) {
  Begun begun;
  WriteLine line;
  ASSERT_TRUE(line.Enter("a", 1, begun.Note("first")).ok());
  ASSERT_TRUE(line.Enter("a", 1, begun.Note("second")).ok());

  line.Leave("a");
  begun.WaitForCount(2);
  line.Leave("a");

  EXPECT_EQ(begun.threads()[0], std::this_thread::get_id());
  EXPECT_NE(begun.threads()[1], std::this_thread::get_id());
}

TEST(WriteLine, RefusesWhatWouldWaitTooLong) {
  Begun begun;
  WriteLine line(/*count_max=*/1, /*bytes_max=*/100);
  ASSERT_TRUE(line.Enter("a", 1000, begun.Note("a1")).ok());
  ASSERT_TRUE(line.Enter("a", 60, begun.Note("a2")).ok());
  ASSERT_TRUE(line.Enter("b", 1000, begun.Note("b1")).ok());

  const absl::Status too_many = line.Enter("a", 1, begun.Note("a3"));
  const absl::Status too_much = line.Enter("b", 41, begun.Note("b2"));
  EXPECT_TRUE(absl::IsUnavailable(too_many));
  EXPECT_EQ(ReasonOf(too_many), "RECORD_BUSY");
  EXPECT_EQ(ReasonOf(too_much), "RECORD_BUSY");
  line.Leave("a");  // a2 waits no more
  EXPECT_TRUE(line.Enter("b", 41, begun.Note("b3")).ok());

  line.Leave("a");
  line.Leave("b");
  EXPECT_THAT(begun.WaitForCount(4), ElementsAre("a1", "b1", "a2", "b3"));
  line.Leave("b");
}

TEST(WriteLine, EndsWhenAllHaveLeft) {
  Begun begun;
  std::thread leaving;
  {
    WriteLine line;
    for (int i = 0; i < 3; ++i)
      ASSERT_TRUE(line.Enter("a", 1, begun.Note("a")).ok());
    leaving = std::thread([&] {
      for (size_t i = 1; i <= 3; ++i) {
        begun.WaitForCount(i);
        line.Leave("a");
      }
    });
  }

  EXPECT_EQ(begun.WaitForCount(0).size(), 3u);
  leaving.join();
}

}  // namespace
}  // namespace compendium::registry
