// SPDX-License-Identifier: Apache-2.0
// Golden bytes: what is on disks already can never change.
#include "services/registry/store/schema.h"

#include <gtest/gtest.h>

#include <vector>

#include "absl/strings/escaping.h"
#include "services/registry/store/log_entry.h"

namespace compendium::registry {
namespace {

std::string Hex(absl::string_view bytes) {
  return absl::BytesToHexString(bytes);
}

// 2016-02-29T00:00:00.000001Z
absl::Time CreateTime() { return absl::FromUnixMicros(1456704000000001); }

RecordHead ExampleRecordHead() {
  return {.revision = 258,
          .create_revision = 3,
          .kind = ChangeKind::kUpdated,
          .create_time = CreateTime(),
          .update_time = CreateTime() + absl::Microseconds(1)};
}

StoredHead ExampleHead() { return {ExampleRecordHead(), 3}; }

// Every text that is `bytes` shortened or with one byte more.
std::vector<std::string> Mutilated(const std::string& bytes) {
  std::vector<std::string> all = {bytes + '\0', '\0' + bytes};
  for (size_t size = 0; size < bytes.size(); ++size)
    all.push_back(bytes.substr(0, size));
  return all;
}

TEST(Schema, FamiliesAndKeysHaveTheirNames) {
  EXPECT_STREQ(kMetaFamily, "default");
  EXPECT_STREQ(kHeadsFamily, "heads");
  EXPECT_STREQ(kValuesFamily, "values");
  EXPECT_STREQ(kLogFamily, "log");
  EXPECT_STREQ(kRequestsFamily, "requests");
  EXPECT_STREQ(kFormatKey, "format");
  EXPECT_STREQ(kLastRevisionKey, "last_revision");
  EXPECT_STREQ(kStoreIdKey, "store_id");
}

TEST(Schema, FormatVersionHasGoldenBytes) {
  EXPECT_EQ(Hex(EncodeFormatVersion(kFormatVersion)), "00000002");
  EXPECT_EQ(*DecodeFormatVersion(EncodeFormatVersion(77)), 77u);
}

TEST(Schema, RevisionHasGoldenBytes) {
  EXPECT_EQ(Hex(EncodeRevision(258)), "0000000000000102");
  EXPECT_EQ(*DecodeRevision(EncodeRevision(INT64_MAX)), INT64_MAX);
}

TEST(Schema, HeadHasGoldenBytes) {
  const std::string key = EncodeHeadKey("rounds/2016", 258);
  const std::string bytes = EncodeHead(ExampleHead());

  EXPECT_EQ(Hex(key), "726f756e64732f3230313600fffffffffffffefd");
  EXPECT_EQ(Hex(bytes),
            "02"
            "0000000000000003"
            "00052cdd54768001"
            "00052cdd54768002"
            "00000003");
  const auto stored = DecodeHead(258, bytes);
  ASSERT_TRUE(stored.ok()) << stored.status();
  EXPECT_EQ(EncodeHead(*stored), bytes);
  EXPECT_EQ(stored->head.revision, 258);
  EXPECT_EQ(stored->head.create_time, CreateTime());
  EXPECT_EQ(stored->value_size, 3u);
}

TEST(Schema, ValueKeyHasGoldenBytes) {
  EXPECT_EQ(Hex(EncodeValueKey(258, "rounds/2016")),
            "0000000000000102726f756e64732f32303136");
}

TEST(Schema, LogValueIsHashAndPayload) {
  LogEntry entry;
  entry.revision = 258;
  entry.commit_time = CreateTime();
  entry.records = {{"a", ChangeKind::kCreated, std::string(32, '\1')}};
  entry.payload = EncodeLogPayload(entry);
  entry.hash = ChainHash(FirstPreviousHash(), entry.payload);

  const std::string bytes = EncodeLogValue(entry);

  EXPECT_EQ(bytes, entry.hash + entry.payload);
  EXPECT_EQ(DecodeLogValue(258, bytes)->hash, entry.hash);
  EXPECT_TRUE(absl::IsDataLoss(DecodeLogValue(257, bytes).status()));
}

TEST(Schema, HeadKeySaysNameAndRevision) {
  for (const int64_t revision : {int64_t{0}, int64_t{7}, INT64_MAX}) {
    const std::string key = EncodeHeadKey("a/b", revision);

    const auto decoded = DecodeHeadKey(key);

    ASSERT_TRUE(decoded.ok()) << decoded.status();
    EXPECT_EQ(decoded->name, "a/b");
    EXPECT_EQ(decoded->revision, revision);
  }
}

TEST(Schema, HeadKeysSortByNameThenNewestFirst) {
  EXPECT_LT(EncodeHeadKey("a", 256), EncodeHeadKey("a", 255));
  EXPECT_LT(EncodeHeadKey("a", 1), EncodeHeadKey("a/b", INT64_MAX));
}

TEST(Schema, ValueKeysSortByRevision) {
  EXPECT_LT(EncodeValueKey(255, "b"), EncodeValueKey(256, "a"));
}

TEST(Schema, MissingAndTrailingBytesAreDataLoss) {
  for (const std::string& bytes : Mutilated(EncodeHead(ExampleHead())))
    EXPECT_TRUE(absl::IsDataLoss(DecodeHead(258, bytes).status()))
        << Hex(bytes);
  for (const std::string& bytes : Mutilated(EncodeHeadKey("a", 258)))
    EXPECT_TRUE(absl::IsDataLoss(DecodeHeadKey(bytes).status())) << Hex(bytes);
  for (const std::string& bytes : Mutilated(EncodeRevision(1)))
    EXPECT_TRUE(absl::IsDataLoss(DecodeRevision(bytes).status())) << Hex(bytes);
  for (const std::string& bytes : Mutilated(EncodeFormatVersion(1)))
    EXPECT_TRUE(absl::IsDataLoss(DecodeFormatVersion(bytes).status()))
        << Hex(bytes);
  for (const std::string& bytes : Mutilated("0123456789abcdef0123456789abcdef"))
    EXPECT_TRUE(absl::IsDataLoss(DecodeStoreId(bytes).status())) << bytes;
}

TEST(Schema, FactsThatContradictEachOtherAreDataLoss) {
  const auto damaged = [](RecordHead head) {
    return absl::IsDataLoss(
        DecodeHead(head.revision, EncodeHead({head, 3})).status());
  };
  RecordHead head = ExampleRecordHead();
  EXPECT_FALSE(damaged(head));

  head.kind = ChangeKind::kCreated;  // but create_revision is earlier
  EXPECT_TRUE(damaged(head));
  head.create_revision = head.revision;  // but update_time is later
  EXPECT_TRUE(damaged(head));
  head.update_time = head.create_time;
  EXPECT_FALSE(damaged(head));
  head.kind = ChangeKind::kDeleted;  // but created by the same revision
  EXPECT_TRUE(damaged(head));
  head.create_revision = 0;
  EXPECT_TRUE(damaged(head));
  head.create_revision = 3;
  head.kind = static_cast<ChangeKind>(5);
  EXPECT_TRUE(damaged(head));
  head.kind = ChangeKind::kDeleted;
  head.create_time = head.update_time + absl::Microseconds(1);
  EXPECT_TRUE(damaged(head));
}

}  // namespace
}  // namespace compendium::registry
