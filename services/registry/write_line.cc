// SPDX-License-Identifier: Apache-2.0
#include "services/registry/write_line.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "lib/base/status_macros.h"
#include "lib/request/error_details.h"

namespace compendium::registry {
namespace {

absl::Status BusyError(const std::string& name, size_t waiting_count) {
  return TryAgainError(
      "RECORD_BUSY",
      absl::StrCat(name, ": ", waiting_count,
                   " writes of it wait for one another; try again later"),
      absl::Milliseconds(200));
}

}  // namespace

WriteLine::WriteLine(size_t count_max, size_t bytes_max)
    : count_max_(count_max),
      bytes_max_(bytes_max),
      thread_([this] { Run(); }) {}

WriteLine::~WriteLine() {
  {
    base::MutexLock lock(mu_);
    stopping_ = true;
  }
  work_.NotifyOne();
  thread_.join();
}

absl::Status WriteLine::Enter(const std::string& name, size_t bytes,
                              Begin begin) {
  {
    base::MutexLock lock(mu_);
    const auto [found, is_first] = lines_.try_emplace(name);
    if (!is_first) {
      std::list<Waiting>& line = found->second;
      if (line.size() >= count_max_ || waiting_bytes_ + bytes > bytes_max_)
        return BusyError(name, line.size());
      line.push_back({std::move(begin), bytes});
      waiting_bytes_ += bytes;
      return absl::OkStatus();
    }
  }
  std::move(begin)();
  return absl::OkStatus();
}

void WriteLine::Repeat(Begin begin) {
  {
    base::MutexLock lock(mu_);
    due_.push_back(std::move(begin));
  }
  work_.NotifyOne();
}

void WriteLine::Leave(const std::string& name) {
  {
    base::MutexLock lock(mu_);
    const auto found = lines_.find(name);
    CHECK(found != lines_.end());
    std::list<Waiting>& line = found->second;
    if (line.empty()) {
      lines_.erase(found);
      if (!stopping_) return;
    } else {
      waiting_bytes_ -= line.front().bytes;
      due_.push_back(std::move(line.front().begin));
      line.pop_front();
    }
    // Under the lock: once the last one has left, the line may be destroyed.
    work_.NotifyOne();
  }
}

// The line's thread.
void WriteLine::Run() {
  for (;;) {
    Begin begin;
    {
      base::MutexLock lock(mu_);
      while (due_.empty() && !(stopping_ && lines_.empty())) work_.Wait(mu_);
      if (due_.empty()) return;
      begin = std::move(due_.front());
      due_.pop_front();
    }
    std::move(begin)();
  }
}

}  // namespace compendium::registry
