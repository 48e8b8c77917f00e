// SPDX-License-Identifier: Apache-2.0
#include "tests/benchmark/raw_call.h"

#include <chrono>
#include <optional>
#include <thread>
#include <utility>

namespace compendium::benchmark {
namespace {

// One call in flight; used again for the next one, on the same connection: one
// that is slow for a moment then does not collect the calls of all others.
struct Slot {
  grpc::GenericStub* stub = nullptr;
  std::optional<grpc::ClientContext> context;
  std::unique_ptr<grpc::ClientAsyncResponseReader<grpc::ByteBuffer>> reader;
  grpc::ByteBuffer response;
  grpc::Status status;
  int64_t began_ns = 0;

  void Start(const LoadOptions& options, grpc::CompletionQueue& queue) {
    const grpc::ByteBuffer request = ToBuffer(options.next_request());
    context.emplace();
    began_ns = NowNs();
    reader = stub->PrepareUnaryCall(&*context, options.method, request, &queue);
    reader->StartCall();
    reader->Finish(&response, &status, this);
  }
};

void Count(Slot& slot, const LoadOptions& options, bool in_window,
           LoadResult& result) {
  if (!slot.status.ok()) {
    if (result.errors++ == 0) result.first_error = slot.status.error_message();
    return;
  }
  if (options.on_response) options.on_response(slot.response, slot.began_ns);
  if (!in_window) return;
  ++result.operations;
  result.latencies.Add(NowNs() - slot.began_ns);
}

}  // namespace

Channels::Channels(const std::string& address, int count) {
  for (int i = 0; i < count; ++i) {
    grpc::ChannelArguments arguments;
    arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
    arguments.SetMaxReceiveMessageSize(16 << 20);
    channels_.push_back(grpc::CreateCustomChannel(
        address, grpc::InsecureChannelCredentials(), arguments));
    channels_.back()->WaitForConnected(std::chrono::system_clock::now() +
                                       std::chrono::seconds(10));
    stubs_.push_back(std::make_unique<grpc::GenericStub>(channels_.back()));
  }
}

grpc::ByteBuffer ToBuffer(const std::string& bytes) {
  const grpc::Slice slice(bytes);
  return grpc::ByteBuffer(&slice, 1);
}

std::string ToString(const grpc::ByteBuffer& buffer) {
  std::vector<grpc::Slice> slices;
  std::string bytes;
  if (!buffer.Dump(&slices).ok()) return bytes;
  for (const grpc::Slice& slice : slices)
    bytes.append(reinterpret_cast<const char*>(slice.begin()), slice.size());
  return bytes;
}

LoadResult ClosedLoop(Channels& channels, const LoadOptions& options) {
  LoadResult result;
  grpc::CompletionQueue queue;
  std::vector<std::unique_ptr<Slot>> slots;
  const int64_t window_ns =
      NowNs() + static_cast<int64_t>(options.warm_up_seconds * 1e9);
  const int64_t end_ns =
      window_ns + static_cast<int64_t>(options.seconds * 1e9);
  int64_t started = 0;
  int live = 0;
  bool in_window = false;
  for (int i = 0; i < options.in_flight; ++i) {
    slots.push_back(std::make_unique<Slot>());
    slots.back()->stub = &channels.stub(slots.size());
    slots.back()->Start(options, queue);
    ++started;
    ++live;
  }
  void* tag = nullptr;
  bool ok = false;
  while (live > 0 && queue.Next(&tag, &ok)) {
    Slot& slot = *static_cast<Slot*>(tag);
    const int64_t now_ns = NowNs();
    if (!in_window && now_ns >= window_ns) {
      in_window = true;
      if (options.on_window) options.on_window(true);
    }
    Count(slot, options, in_window && now_ns < end_ns, result);
    const bool over = now_ns >= end_ns || started >= options.operations_max ||
                      result.errors > 1000;
    if (over) {
      if (live-- == options.in_flight && options.on_window)
        options.on_window(false);
      continue;
    }
    ++started;
    slot.Start(options, queue);
  }
  result.seconds = options.seconds;
  queue.Shutdown();
  return result;
}

LoadResult PacedLoop(Channels& channels, const LoadOptions& options,
                     double rate, int64_t count) {
  LoadResult result;
  grpc::CompletionQueue queue;
  const int64_t began_ns = NowNs();
  if (options.on_window) options.on_window(true);
  std::thread receiver([&] {
    void* tag = nullptr;
    bool ok = false;
    for (int64_t i = 0; i < count && queue.Next(&tag, &ok); ++i) {
      const std::unique_ptr<Slot> slot(static_cast<Slot*>(tag));
      Count(*slot, options, true, result);
    }
  });
  for (int64_t i = 0; i < count; ++i) {
    WaitUntilNs(began_ns +
                static_cast<int64_t>(static_cast<double>(i) * 1e9 / rate));
    auto slot = std::make_unique<Slot>();
    slot->stub = &channels.stub(static_cast<size_t>(i));
    slot.release()->Start(options, queue);
  }
  receiver.join();
  if (options.on_window) options.on_window(false);
  result.seconds = static_cast<double>(NowNs() - began_ns) / 1e9;
  queue.Shutdown();
  return result;
}

}  // namespace compendium::benchmark
