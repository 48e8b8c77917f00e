// SPDX-License-Identifier: Apache-2.0
// What a load generator measures, and how it says it: one line of JSON a run.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

namespace compendium::benchmark {

// Nanoseconds of the machine's monotonic clock, the same in all processes.
int64_t NowNs();

// Waits until that clock shows `time_ns`.
void WaitUntilNs(int64_t time_ns);

// Processor time that a process has used, in seconds; 0 when it is gone.
double CpuSecondsOf(pid_t pid);

// Latencies of one run.
class Latencies {
 public:
  void Add(int64_t ns) { ns_.push_back(ns); }
  void Append(const Latencies& other) {
    ns_.insert(ns_.end(), other.ns_.begin(), other.ns_.end());
  }
  size_t count() const { return ns_.size(); }
  // The latency below which `share` (0 to 1) of all lie, in microseconds.
  double QuantileUs(double share);

 private:
  std::vector<int64_t> ns_;
};

// Prints {"bench":"compendium","key":…,"ops_s":…,"p50_us":…,"p99_us":…,…}.
struct ResultLine {
  std::string key;
  double operations = 0;
  double seconds = 0;
  double errors = 0;
  double server_cpu_seconds = 0;
  double client_cpu_seconds = 0;
};
void PrintResult(const ResultLine& line, Latencies& latencies);

}  // namespace compendium::benchmark
