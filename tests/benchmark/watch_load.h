// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "tests/benchmark/raw_call.h"

namespace compendium::benchmark {

// Watches the whole feed with many streams and compares each change's mark (the
// time at which its writer sent it) with the time at which it arrived.
class WatchLoad {
 public:
  // Opens `count` streams after `after_revision` and waits until all are open.
  WatchLoad(const std::string& address, int count, int64_t after_revision);
  ~WatchLoad();

  // Waits until each stream has got `changes` changes; false after 20 s.
  bool WaitFor(int64_t changes) const;

  // Ends all streams; afterwards their latencies can be read.
  void Stop();
  Latencies latencies();

 private:
  struct Stream;
  void Run();

  Channels channels_;
  grpc::CompletionQueue queue_;
  std::vector<std::unique_ptr<Stream>> streams_;
  std::atomic<int> open_ = 0;
  std::thread thread_;
};

}  // namespace compendium::benchmark
