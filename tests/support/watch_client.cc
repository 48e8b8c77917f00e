// SPDX-License-Identifier: Apache-2.0
#include "tests/support/watch_client.h"

#include <chrono>
#include <utility>

#include "lib/base/status_macros.h"
#include "lib/rpc/grpc_status.h"
#include "tests/conformance/feed_validators.h"

namespace compendium::tests {

WatchClient::WatchClient(registry::v1::RegistryService::Stub& stub,
                         const registry::v1::WatchRequest& request)
    : request_(request) {
  {
    base::MutexLock lock(mu_);
    if (request.has_after_revision())
      stream_.after_revision = request.after_revision();
    stream_.name_prefixes.assign(request.name_prefixes().begin(),
                                 request.name_prefixes().end());
  }
  stub.async()->Watch(&context_, &request_, this);
  StartRead(&response_);
  StartCall();
}

WatchClient::~WatchClient() {
  context_.TryCancel();
  base::MutexLock lock(mu_);
  while (!end_.has_value()) changed_.Wait(mu_);
}

bool WatchClient::WaitUntil(
    const std::function<bool(const DeliveredStream&)>& condition) {
  base::MutexLock lock(mu_);
  bool fulfilled = false;
  WaitFor([&]() ABSL_NO_THREAD_SAFETY_ANALYSIS {
    fulfilled = condition(stream_);
    return fulfilled || end_.has_value();
  });
  return fulfilled;
}

bool WatchClient::WaitForRevision(int64_t revision) {
  return WaitUntil([revision](const DeliveredStream& stream) {
    return ResumePoint(stream).value_or(-1) >= revision;
  });
}

bool WatchClient::WaitUntilWatching() {
  base::MutexLock lock(mu_);
  return WaitFor([this]() ABSL_NO_THREAD_SAFETY_ANALYSIS { return watching_; });
}

absl::Status WatchClient::WaitForEnd() {
  base::MutexLock lock(mu_);
  WaitFor([this]() ABSL_NO_THREAD_SAFETY_ANALYSIS { return end_.has_value(); });
  return end_.value_or(absl::DeadlineExceededError("the watch goes on"));
}

DeliveredStream WatchClient::stream() const {
  base::MutexLock lock(mu_);
  return stream_;
}

void WatchClient::OnReadInitialMetadataDone(bool ok) {
  base::MutexLock lock(mu_);
  watching_ = ok;
  changed_.NotifyAll();
}

void WatchClient::OnReadDone(bool ok) {
  if (!ok) return;
  auto message = DecodeWatchResponse(response_.SerializeAsString());
  CHECK(message.ok());
  {
    base::MutexLock lock(mu_);
    stream_.messages.push_back(*std::move(message));
    changed_.NotifyAll();
  }
  StartRead(&response_);
}

void WatchClient::OnDone(const grpc::Status& status) {
  base::MutexLock lock(mu_);
  end_ = FromGrpcStatus(status);
  changed_.NotifyAll();  // under the lock: the owner may destroy this then
}

bool WatchClient::WaitFor(const std::function<bool()>& done) {
  const auto deadline =
      std::chrono::steady_clock::now() + std::chrono::minutes(1);
  while (!done()) {
    const auto left = deadline - std::chrono::steady_clock::now();
    if (left <= left.zero()) return false;
    changed_.WaitFor(mu_, left);
  }
  return true;
}

}  // namespace compendium::tests
