// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "lib/base/mutex.h"
#include "services/reporting/subscription/change_source.h"

namespace compendium::reporting {

// A registry's feed without a registry, for tests: of the store "store";
// delivers the changes that the test appends, and breaks when the test says so.
// The test's methods may be called from any thread.
class FakeChangeSource final : public ChangeSource {
 public:
  absl::StatusOr<FeedStart> Open(int64_t after_revision) override;
  absl::StatusOr<FeedEvent> Next() override;
  void Close() override {}
  void Cancel() override;

  // The registry commits a change.
  void Append(registry::v1::Change change);

  // Breaks the feed once, with UNAVAILABLE, after so many more events.
  void BreakAfter(int event_count);

  // Delivers this event once, before anything else.
  void Inject(FeedEvent event);

  // Waits until Open was called so often.
  void WaitForOpens(int count);

 private:
  mutable base::Mutex mu_;
  base::CondVar wake_;
  std::vector<registry::v1::Change> changes_ ABSL_GUARDED_BY(mu_);
  std::vector<FeedEvent> injected_ ABSL_GUARDED_BY(mu_);
  size_t position_ ABSL_GUARDED_BY(mu_) = 0;   // in changes_
  int break_after_ ABSL_GUARDED_BY(mu_) = -1;  // events; -1 for never
  int open_count_ ABSL_GUARDED_BY(mu_) = 0;
  bool cancelled_ ABSL_GUARDED_BY(mu_) = false;
};

}  // namespace compendium::reporting
