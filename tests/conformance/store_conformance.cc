// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/store_conformance.h"

#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/request/error_details.h"
#include "services/registry/store/log_entry.h"

namespace compendium::registry {
namespace {

Transaction Single(absl::string_view name, ChangeKind kind,
                   absl::string_view value) {
  Transaction transaction;
  transaction.mutations.push_back(
      {std::string(name), kind, std::string(value)});
  transaction.author = "tester";
  transaction.reason = "a test";
  return transaction;
}

}  // namespace

Transaction Create(absl::string_view name, absl::string_view value) {
  return Single(name, ChangeKind::kCreated, value);
}

Transaction Update(absl::string_view name, absl::string_view value) {
  return Single(name, ChangeKind::kUpdated, value);
}

Transaction Delete(absl::string_view name, absl::string_view value) {
  return Single(name, ChangeKind::kDeleted, value);
}

Transaction Undelete(absl::string_view name, absl::string_view value) {
  return Single(name, ChangeKind::kUndeleted, value);
}

Transaction If(Precondition precondition, Transaction transaction) {
  transaction.preconditions.push_back(std::move(precondition));
  return transaction;
}

Transaction And(Transaction transaction, const Transaction& more) {
  transaction.mutations.insert(transaction.mutations.end(),
                               more.mutations.begin(), more.mutations.end());
  return transaction;
}

Transaction WithRequest(absl::string_view request_id, char fingerprint,
                        Transaction transaction) {
  transaction.request_id = std::string(request_id);
  transaction.request_fingerprint = std::string(kHashBytes, fingerprint);
  return transaction;
}

std::string Describe(const RecordVersion& version) {
  return absl::StrCat(version.name, "@", version.head.revision, "=",
                      version.value.view());
}

std::vector<std::string> Describe(const std::vector<RecordVersion>& versions) {
  std::vector<std::string> texts;
  for (const RecordVersion& version : versions)
    texts.push_back(Describe(version));
  return texts;
}

std::string DescribeAll(const RecordHead& head) {
  return absl::StrCat(
      "revision ", head.revision, " created by ", head.create_revision,
      " kind ", static_cast<int>(head.kind), " at ",
      absl::FormatTime(head.create_time, absl::UTCTimeZone()), " and ",
      absl::FormatTime(head.update_time, absl::UTCTimeZone()));
}

std::string DescribeAll(const RecordVersion& version) {
  return absl::StrCat(version.name, " ", DescribeAll(version.head), " ",
                      version.value.view());
}

std::string DescribeAll(const LogEntry& entry) {
  std::string text = absl::StrCat(
      "revision ", entry.revision, " at ",
      absl::FormatTime(entry.commit_time, absl::UTCTimeZone()), " by ",
      entry.author, " because ", entry.reason, " request ", entry.request_id,
      " ", absl::BytesToHexString(entry.request_fingerprint), " payload ",
      absl::BytesToHexString(entry.payload), " hash ",
      absl::BytesToHexString(entry.hash));
  for (const LoggedRecord& record : entry.records)
    absl::StrAppend(&text, "\n  ", record.name, " kind ",
                    static_cast<int>(record.kind), " ",
                    absl::BytesToHexString(record.value_sha256));
  return text;
}

std::string DescribeAll(const LoggedChange& change) {
  std::string text = DescribeAll(change.entry);
  for (const RecordVersion& version : change.versions)
    absl::StrAppend(&text, "\n", DescribeAll(version));
  return text;
}

std::string DescribeAll(const absl::Status& status) {
  return absl::StrCat(absl::StatusCodeToString(status.code()), " ",
                      ReasonOf(status), " ", status.message());
}

std::string DescribeAll(const absl::StatusOr<Committed>& answer) {
  if (!answer.ok()) return DescribeAll(answer.status());
  std::string text = absl::StrCat("revision ", answer->revision,
                                  answer->replayed ? " replayed" : "");
  for (const RecordHead& head : answer->heads)
    absl::StrAppend(&text, "\n  ", DescribeAll(head));
  return text;
}

StoreConformance::StoreConformance()
    : clock_(absl::FromUnixSeconds(1456704000)),  // 2016-02-29
      factory_(GetParam()()),
      store_(factory_->Open(clock_)) {}

void StoreConformance::Reopen() {
  store_ = factory_->Reopen(std::move(store_), clock_);
}

absl::StatusOr<Committed> StoreConformance::Commit(
    const Transaction& transaction) {
  std::vector<absl::StatusOr<Committed>> answers =
      store_->Commit({&transaction, 1});
  CHECK(answers.size() == 1);
  return std::move(answers.front());
}

int64_t StoreConformance::CommitAll(
    const std::vector<Transaction>& transactions) {
  int64_t revision = 0;
  for (const Transaction& transaction : transactions) {
    const absl::StatusOr<Committed> answer = Commit(transaction);
    EXPECT_TRUE(answer.ok()) << answer.status();
    if (answer.ok()) revision = answer->revision;
  }
  return revision;
}

std::vector<std::string> StoreConformance::ListNow(absl::string_view prefix,
                                                   absl::string_view suffix) {
  ListQuery query;
  query.prefix = std::string(prefix);
  query.suffix = std::string(suffix);
  query.at_revision = store_->LastRevision();
  query.limit = kNoLimit;
  const absl::StatusOr<ListPage> page = store_->List(query);
  EXPECT_TRUE(page.ok()) << page.status();
  return page.ok() ? Describe(page->records) : std::vector<std::string>();
}

std::vector<LoggedChange> StoreConformance::CheckedLog() {
  absl::StatusOr<std::vector<LoggedChange>> changes =
      store_->ReadChanges(0, kNoLimit);
  EXPECT_TRUE(changes.ok()) << changes.status();
  if (!changes.ok()) return {};
  EXPECT_EQ(static_cast<int64_t>(changes->size()), store_->LastRevision());
  std::string previous_hash = FirstPreviousHash();
  int64_t revision = 0;
  for (const LoggedChange& change : *changes) {
    EXPECT_EQ(CheckLink(change.entry, ++revision, previous_hash),
              absl::OkStatus());
    previous_hash = change.entry.hash;
    std::vector<std::string> values;
    for (const RecordVersion& version : change.versions)
      values.emplace_back(version.value.view());
    EXPECT_EQ(CheckValues(change.entry, values), absl::OkStatus());
  }
  return *std::move(changes);
}

void ExpectRefused(const absl::Status& status, absl::StatusCode code,
                   absl::string_view reason) {
  EXPECT_EQ(status.code(), code) << status;
  EXPECT_EQ(ReasonOf(status), reason) << status;
}

}  // namespace compendium::registry
