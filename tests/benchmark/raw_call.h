// SPDX-License-Identifier: Apache-2.0
// Asynchronous calls with ready-made bytes, so that a load generator spends no
// processor time on encoding: what is measured is the server.
#pragma once

#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/grpcpp.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "tests/benchmark/measurement.h"

namespace compendium::benchmark {

// Connections of their own to one server.
class Channels {
 public:
  Channels(const std::string& address, int count);
  grpc::GenericStub& stub(size_t index) {
    return *stubs_[index % stubs_.size()];
  }
  std::shared_ptr<grpc::Channel> channel(size_t index) {
    return channels_[index % channels_.size()];
  }

 private:
  std::vector<std::shared_ptr<grpc::Channel>> channels_;
  std::vector<std::unique_ptr<grpc::GenericStub>> stubs_;
};

grpc::ByteBuffer ToBuffer(const std::string& bytes);
std::string ToString(const grpc::ByteBuffer& buffer);

struct LoadOptions {
  std::string method;  // "/package.Service/Method"
  int in_flight = 1;
  double seconds = 3;
  double warm_up_seconds = 0.5;
  int64_t operations_max = INT64_MAX;
  // The bytes of the next request; called on one thread.
  std::function<std::string()> next_request = nullptr;
  // Called with each good response and the time at which its request was sent,
  // before the next request; may be empty.
  std::function<void(const grpc::ByteBuffer&, int64_t sent_ns)> on_response =
      nullptr;
  // Called once when the measured window begins and ends; may be empty.
  std::function<void(bool begins)> on_window = nullptr;
};

struct LoadResult {
  int64_t operations = 0;
  int64_t errors = 0;
  double seconds = 0;
  Latencies latencies;
  std::string first_error;
};

// Keeps `in_flight` calls running until the time or the operations are used up;
// counts those that end after the warm-up.
LoadResult ClosedLoop(Channels& channels, const LoadOptions& options);

// Starts one call each 1/rate seconds, `count` in all, whether or not earlier
// ones have ended. The latency of a call counts from when it was started.
LoadResult PacedLoop(Channels& channels, const LoadOptions& options,
                     double rate, int64_t count);

}  // namespace compendium::benchmark
