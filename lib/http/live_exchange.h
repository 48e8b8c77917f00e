// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <utility>

#include "lib/base/status_macros.h"
#include "lib/http/compression.h"
#include "lib/http/gone_signal.h"
#include "lib/http/handler.h"
#include "lib/http/problem.h"

namespace compendium::http {

// What a connection does for an exchange.
class ResponseSink {
 public:
  virtual ~ResponseSink() = default;
  // Sends the response unless the client is gone. Any thread.
  virtual void Deliver(Response response) = 0;
};

// The exchange of a request that came over a connection, which it keeps until
// it is dropped.
class LiveExchange final : public Exchange {
 public:
  LiveExchange(Request request, std::shared_ptr<ResponseSink> sink,
               std::shared_ptr<GoneSignal> signal)
      : request_(std::move(request)),
        sink_(std::move(sink)),
        signal_(std::move(signal)) {}
  ~LiveExchange() override {
    if (!responded_)
      sink_->Deliver(ProblemResponse(500, "INTERNAL", "nothing answered"));
  }
  LiveExchange(const LiveExchange&) = delete;
  LiveExchange& operator=(const LiveExchange&) = delete;

  const Request& request() const override { return request_; }

  void Respond(Response response) override {
    CHECK(!responded_.exchange(true));
    if (signal_->raised()) return;
    CompressResponse(request_, response);
    sink_->Deliver(std::move(response));
  }

  void WhenGone(std::function<void()> gone) override {
    signal_->Watch(std::move(gone));
  }

 private:
  const Request request_;
  const std::shared_ptr<ResponseSink> sink_;
  const std::shared_ptr<GoneSignal> signal_;
  std::atomic<bool> responded_ = false;
};

}  // namespace compendium::http
