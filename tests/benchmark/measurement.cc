// SPDX-License-Identifier: Apache-2.0
#include "tests/benchmark/measurement.h"

#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstring>

#include "absl/strings/str_cat.h"

namespace compendium::benchmark {

int64_t NowNs() {
  timespec time = {};
  clock_gettime(CLOCK_MONOTONIC, &time);
  return static_cast<int64_t>(time.tv_sec) * 1000000000 + time.tv_nsec;
}

void WaitUntilNs(int64_t time_ns) {
  const timespec time = {.tv_sec = time_ns / 1000000000,
                         .tv_nsec = time_ns % 1000000000};
  clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, nullptr);
}

double CpuSecondsOf(pid_t pid) {
  const std::string path = absl::StrCat("/proc/", pid, "/stat");
  FILE* file = std::fopen(path.c_str(), "r");
  if (file == nullptr) return 0;
  char line[2048] = {};
  const size_t count = std::fread(line, 1, sizeof line - 1, file);
  std::fclose(file);
  line[count] = '\0';
  // proc(5): fields 14 and 15 follow the name, which may hold anything.
  const char* after_name = std::strrchr(line, ')');
  unsigned long user = 0;
  unsigned long system = 0;
  if (after_name == nullptr ||
      std::sscanf(after_name + 2,
                  "%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user,
                  &system) != 2)
    return 0;
  return static_cast<double>(user + system) /
         static_cast<double>(sysconf(_SC_CLK_TCK));
}

double Latencies::QuantileUs(double share) {
  if (ns_.empty()) return 0;
  const size_t index =
      std::min(ns_.size() - 1,
               static_cast<size_t>(share * static_cast<double>(ns_.size())));
  std::nth_element(ns_.begin(), ns_.begin() + static_cast<ptrdiff_t>(index),
                   ns_.end());
  return static_cast<double>(ns_[index]) / 1000;
}

void PrintResult(const ResultLine& line, Latencies& latencies) {
  const double operations = std::max(1.0, line.operations);
  std::printf(
      "{\"bench\":\"compendium\",\"key\":\"%s\",\"ops_s\":%.6g,"
      "\"errors\":%.6g,\"p50_us\":%.6g,\"p99_us\":%.6g,\"max_us\":%.6g,"
      "\"srv_cpu_us\":%.6g,\"cli_cpu_us\":%.6g,\"wall_s\":%.6g}\n",
      line.key.c_str(), line.operations / line.seconds, line.errors,
      latencies.QuantileUs(0.5), latencies.QuantileUs(0.99),
      latencies.QuantileUs(1), line.server_cpu_seconds * 1e6 / operations,
      line.client_cpu_seconds * 1e6 / operations, line.seconds);
  std::fflush(stdout);
}

}  // namespace compendium::benchmark
