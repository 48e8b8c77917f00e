// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <deque>
#include <list>
#include <string>
#include <thread>

#include "absl/container/flat_hash_map.h"
#include "absl/functional/any_invocable.h"
#include "absl/status/status.h"
#include "lib/base/mutex.h"
#include "services/registry/limits.h"

namespace compendium::registry {

// Where writes of one record wait for one another, in the order in which they
// came: each begins when the one before it has its answer and so builds on what
// that one wrote. Side by side all but one of them would work in vain. Writes
// of different records do not meet here.
//
// A write that does not have to wait begins in its caller's thread; the others
// begin in a thread of the line, so that whoever answers writes is not kept
// from it by reading and merging records. Thread-safe.
class WriteLine {
 public:
  // Begins one attempt of a write; it may call any method of the line.
  using Begin = absl::AnyInvocable<void() &&>;

  explicit WriteLine(size_t count_max = kWritesInLineMax,
                     size_t bytes_max = kWritesInLineBytesMax);

  // Waits until everything that entered has left.
  ~WriteLine();
  WriteLine(const WriteLine&) = delete;
  WriteLine& operator=(const WriteLine&) = delete;

  // Begins a write of `name` that holds `bytes` of memory: now, or when it is
  // its turn. UNAVAILABLE with reason RECORD_BUSY, and `begin` is not called,
  // when too many wait for this record or too much waits for all.
  absl::Status Enter(const std::string& name, size_t bytes, Begin begin);

  // Begins another attempt of the write whose turn it is.
  void Repeat(Begin begin);

  // The write of `name` that began is over.
  void Leave(const std::string& name);

 private:
  struct Waiting {
    Begin begin;
    size_t bytes = 0;
  };

  void Run();

  // Constant after construction.
  const size_t count_max_;  // for each record
  const size_t bytes_max_;

  base::Mutex mu_;
  base::CondVar work_;
  // Behind the write that runs, for each record that has one.
  absl::flat_hash_map<std::string, std::list<Waiting>> lines_
      ABSL_GUARDED_BY(mu_);
  size_t waiting_bytes_ ABSL_GUARDED_BY(mu_) = 0;
  // What the thread is to begin.
  std::deque<Begin> due_ ABSL_GUARDED_BY(mu_);
  bool stopping_ ABSL_GUARDED_BY(mu_) = false;

  std::thread thread_;
};

}  // namespace compendium::registry
