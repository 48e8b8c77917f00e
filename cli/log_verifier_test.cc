// SPDX-License-Identifier: Apache-2.0
#include "cli/log_verifier.h"

#include <string>

#include <gtest/gtest.h>

#include "lib/base/sha256.h"
#include "services/registry/store/log_entry.h"

namespace compendium {
namespace {

// The entry that follows the one with `previous_hash`, as a registry sends it.
registry::v1::LogEntry Entry(int64_t revision,
                             const std::string& previous_hash) {
  registry::LogEntry entry;
  entry.revision = revision;
  entry.commit_time = absl::FromUnixSeconds(revision);
  entry.author = "import";
  entry.reason = "test";
  registry::LoggedRecord& record = entry.records.emplace_back();
  record.name = "rounds/2016";
  record.kind = registry::ChangeKind::kCreated;
  record.value_sha256 = base::Sha256({"value"});
  registry::v1::LogEntry message;
  message.set_revision(revision);
  message.set_payload(registry::EncodeLogPayload(entry));
  message.set_hash(registry::ChainHash(previous_hash, message.payload()));
  message.add_record_values("value");
  return message;
}

TEST(LogVerifier, AWholeChainIsGood) {
  LogVerifier verifier;
  const registry::v1::LogEntry first = Entry(1, registry::FirstPreviousHash());

  EXPECT_TRUE(verifier.Add(first).ok());
  EXPECT_TRUE(verifier.Add(Entry(2, first.hash())).ok());

  EXPECT_EQ(verifier.revision(), 2);
  EXPECT_EQ(verifier.record_count(), 2);
}

TEST(LogVerifier, AGapIsNoticed) {
  LogVerifier verifier;

  EXPECT_TRUE(
      absl::IsDataLoss(verifier.Add(Entry(2, registry::FirstPreviousHash()))));
  EXPECT_EQ(verifier.revision(), 0);
}

TEST(LogVerifier, AnAlteredEntryIsNoticed) {
  LogVerifier verifier;
  registry::v1::LogEntry entry = Entry(1, registry::FirstPreviousHash());
  entry.mutable_payload()->replace(entry.payload().find("import"), 6, "IMPORT");

  EXPECT_TRUE(absl::IsDataLoss(verifier.Add(entry)));
}

TEST(LogVerifier, AnAlteredRecordIsNoticed) {
  LogVerifier verifier;
  registry::v1::LogEntry entry = Entry(1, registry::FirstPreviousHash());
  entry.set_record_values(0, "VALUE");

  EXPECT_TRUE(absl::IsDataLoss(verifier.Add(entry)));
}

TEST(LogVerifier, AnotherPastIsNoticed) {
  LogVerifier verifier;
  ASSERT_TRUE(verifier.Add(Entry(1, registry::FirstPreviousHash())).ok());

  EXPECT_TRUE(
      absl::IsDataLoss(verifier.Add(Entry(2, registry::FirstPreviousHash()))));
  EXPECT_EQ(verifier.revision(), 1);
}

TEST(LogVerifier, BytesThatAreNoEntryAreNoticed) {
  LogVerifier verifier;
  registry::v1::LogEntry entry;
  entry.set_revision(1);
  entry.set_payload("\xff\xff");

  EXPECT_TRUE(absl::IsDataLoss(verifier.Add(entry)));
}

}  // namespace
}  // namespace compendium
