// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "absl/time/time.h"
#include "lib/base/clock.h"
#include "lib/base/mutex.h"
#include "lib/http/admission.h"
#include "lib/http/handler.h"
#include "lib/http/limits.h"
#include "lib/http/live_exchange.h"
#include "lib/http/observer.h"

namespace compendium::http {

// A connection as its server sees it. Any thread.
class OpenConnection : public ResponseSink {
 public:
  // Ends the connection when it has answered what it was asked.
  virtual void Drain() = 0;
  // Ends it at once.
  virtual void Abort() = 0;
};

// The open connections of a server, and what they share. Any thread.
class ConnectionTable {
 public:
  // All must outlive the table.
  ConnectionTable(const Limits& limits_in, Handler& handler_in,
                  Observer& observer_in, base::Clock& clock_in)
      : limits(limits_in),
        handler(handler_in),
        observer(observer_in),
        clock(clock_in),
        admission(limits_in, clock_in) {}

  // Adds a connection that was admitted under that key.
  void Add(const std::shared_ptr<OpenConnection>& connection);

  // Takes a closed one out and releases its place.
  void Remove(const OpenConnection* connection, const std::string& key);

  // Whether connections are to end after their response.
  bool draining() const { return draining_; }

  // Has all connections end, and those that come.
  void Drain();

  // Drains, waits until none is left or `grace` has passed, ends the others and
  // waits for these.
  void DrainAndWait(absl::Duration grace);

  const Limits limits;
  Handler& handler;
  Observer& observer;
  base::Clock& clock;
  Admission admission;

 private:
  std::vector<std::shared_ptr<OpenConnection>> All();

  std::atomic<bool> draining_ = false;

  base::Mutex mu_;
  base::CondVar emptied_;
  std::unordered_map<const OpenConnection*, std::weak_ptr<OpenConnection>>
      connections_ ABSL_GUARDED_BY(mu_);
};

}  // namespace compendium::http
