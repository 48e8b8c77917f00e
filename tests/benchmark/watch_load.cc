// SPDX-License-Identifier: Apache-2.0
#include "tests/benchmark/watch_load.h"

#include <algorithm>

#include "absl/strings/numbers.h"
#include "compendium/registry/v1/registry_service.pb.h"
#include "tests/benchmark/sample_questionnaire.h"

namespace compendium::benchmark {

// A stream goes call started → request written → half-closed → reading.
struct WatchLoad::Stream {
  enum class Step {
    kStarting,
    kWriting,
    kClosing,
    kReading,
    kFinishing,
    kEnded
  };
  grpc::ClientContext context;
  std::unique_ptr<grpc::GenericClientAsyncReaderWriter> call;
  grpc::ByteBuffer message;
  grpc::Status status;
  Step step = Step::kStarting;
  std::atomic<int64_t> changes = 0;
  Latencies latencies;

  void TakeMessage() {
    const int64_t now_ns = NowNs();
    const std::string bytes = ToString(message);
    const size_t place = bytes.find(std::string(kMark));
    if (place == std::string::npos) return;  // a progress message
    uint64_t sent_ns = 0;
    if (absl::SimpleHexAtoi(bytes.substr(place + kMark.size(), 16), &sent_ns) &&
        sent_ns > 0)
      latencies.Add(now_ns - static_cast<int64_t>(sent_ns));
    ++changes;
  }
};

WatchLoad::WatchLoad(const std::string& address, int count,
                     int64_t after_revision)
    : channels_(address, std::min(count, 4)) {
  registry::v1::WatchRequest request;
  request.set_after_revision(after_revision);
  const grpc::ByteBuffer bytes = ToBuffer(request.SerializeAsString());
  for (int i = 0; i < count; ++i) {
    streams_.push_back(std::make_unique<Stream>());
    Stream& stream = *streams_.back();
    stream.message = bytes;
    stream.call = channels_.stub(static_cast<size_t>(i))
                      .PrepareCall(&stream.context,
                                   "/compendium.registry.v1.RegistryService/"
                                   "Watch",
                                   &queue_);
    stream.call->StartCall(&stream);
  }
  thread_ = std::thread([this] { Run(); });
  for (int64_t i = 0; i < 10000 && open_ < count; ++i)
    WaitUntilNs(NowNs() + 1000000);
  WaitUntilNs(NowNs() + 200000000);  // the server has taken all requests
}

WatchLoad::~WatchLoad() { Stop(); }

void WatchLoad::Run() {
  void* tag = nullptr;
  bool ok = false;
  while (queue_.Next(&tag, &ok)) {
    Stream& stream = *static_cast<Stream*>(tag);
    if (!ok && stream.step != Stream::Step::kFinishing) {
      stream.step = Stream::Step::kFinishing;
      stream.call->Finish(&stream.status, &stream);
      continue;
    }
    switch (stream.step) {
      case Stream::Step::kStarting:
        stream.step = Stream::Step::kWriting;
        stream.call->Write(stream.message, &stream);
        break;
      case Stream::Step::kWriting:
        stream.step = Stream::Step::kClosing;
        stream.call->WritesDone(&stream);
        break;
      case Stream::Step::kClosing:
        ++open_;
        stream.step = Stream::Step::kReading;
        stream.call->Read(&stream.message, &stream);
        break;
      case Stream::Step::kReading:
        stream.TakeMessage();
        stream.call->Read(&stream.message, &stream);
        break;
      case Stream::Step::kFinishing:
        stream.step = Stream::Step::kEnded;
        if (--open_ == 0) queue_.Shutdown();
        break;
      case Stream::Step::kEnded:
        break;
    }
  }
}

bool WatchLoad::WaitFor(int64_t changes) const {
  const int64_t end_ns = NowNs() + 20'000'000'000;
  while (NowNs() < end_ns) {
    if (std::all_of(streams_.begin(), streams_.end(), [&](const auto& stream) {
          return stream->changes >= changes;
        }))
      return true;
    WaitUntilNs(NowNs() + 2000000);
  }
  return false;
}

void WatchLoad::Stop() {
  if (!thread_.joinable()) return;
  for (const auto& stream : streams_) stream->context.TryCancel();
  thread_.join();
}

Latencies WatchLoad::latencies() {
  Latencies all;
  for (const auto& stream : streams_) all.Append(stream->latencies);
  return all;
}

}  // namespace compendium::benchmark
