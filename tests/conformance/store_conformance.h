// SPDX-License-Identifier: Apache-2.0
// What every store engine must do, as one suite of tests. An engine runs it by
// a factory and INSTANTIATE_TEST_SUITE_P(Engine, StoreConformance, …).
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "lib/base/clock.h"
#include "services/registry/store/record.h"
#include "services/registry/store/store.h"
#include "services/registry/store/transaction.h"

namespace compendium::registry {

// Makes one store for one test and keeps what it holds while it is closed.
class StoreFactory {
 public:
  virtual ~StoreFactory() = default;

  // Makes an empty store.
  virtual std::unique_ptr<Store> Open(const base::Clock& clock) = 0;

  // Closes the store and opens what it held.
  virtual std::unique_ptr<Store> Reopen(std::unique_ptr<Store> store,
                                        const base::Clock& clock) = 0;
};
using MakeStoreFactory = std::function<std::unique_ptr<StoreFactory>()>;

// Transactions of one mutation without preconditions.
Transaction Create(absl::string_view name, absl::string_view value = "v");
Transaction Update(absl::string_view name, absl::string_view value = "v");
Transaction Delete(absl::string_view name, absl::string_view value = "v");
Transaction Undelete(absl::string_view name, absl::string_view value = "v");

// The transaction with more to it.
Transaction If(Precondition precondition, Transaction transaction);
Transaction And(Transaction transaction, const Transaction& more);
Transaction WithRequest(absl::string_view request_id, char fingerprint,
                        Transaction transaction);

// Limits that nothing in these tests reaches.
inline constexpr ReadLimit kNoLimit{
    .count_max = 1000000, .bytes_max = size_t{1} << 30, .visited_max = 1000000};

// "name@revision=value", and so on, so that tests compare what they can print.
std::string Describe(const RecordVersion& version);
std::vector<std::string> Describe(const std::vector<RecordVersion>& versions);

// All that a store answered, every field of it.
std::string DescribeAll(const RecordHead& head);
std::string DescribeAll(const RecordVersion& version);
std::string DescribeAll(const LogEntry& entry);
std::string DescribeAll(const LoggedChange& change);
std::string DescribeAll(const absl::Status& status);
std::string DescribeAll(const absl::StatusOr<Committed>& answer);

// One engine's store, empty at first, with a clock that the test owns.
class StoreConformance : public testing::TestWithParam<MakeStoreFactory> {
 protected:
  StoreConformance();

  Store& store() { return *store_; }
  base::FakeClock& clock() { return clock_; }

  // Closes the store and opens it again.
  void Reopen();

  // The answer to one transaction, alone in its batch.
  absl::StatusOr<Committed> Commit(const Transaction& transaction);

  // Commits one after the other; the revision of the last. All must succeed.
  int64_t CommitAll(const std::vector<Transaction>& transactions);

  // The listing with that prefix at the latest revision, as Describe says.
  std::vector<std::string> ListNow(absl::string_view prefix,
                                   absl::string_view suffix = "");

  // The whole log, checked: no gap, each hash and each value's hash right.
  std::vector<LoggedChange> CheckedLog();

 private:
  base::FakeClock clock_;
  std::unique_ptr<StoreFactory> factory_;
  std::unique_ptr<Store> store_;
};

// As EXPECT_EQ, for the code and the reason of an answer that is an error.
void ExpectRefused(const absl::Status& status, absl::StatusCode code,
                   absl::string_view reason);

}  // namespace compendium::registry
