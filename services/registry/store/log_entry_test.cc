// SPDX-License-Identifier: Apache-2.0
#include "services/registry/store/log_entry.h"

#include <gtest/gtest.h>

#include "absl/strings/escaping.h"
#include "lib/base/sha256.h"

namespace compendium::registry {
namespace {

LogEntry ExampleEntry() {
  LogEntry entry;
  entry.revision = 300;
  entry.commit_time = absl::FromUnixMicros(1456704000000001);
  entry.author = "import";
  entry.reason = "2016";
  entry.request_id = "r1";
  entry.request_fingerprint = std::string(4, '\xee');
  entry.records = {{"a", ChangeKind::kCreated, base::Sha256({"x"})},
                   {"b", ChangeKind::kUndeleted, base::Sha256({"y"})}};
  return entry;
}

TEST(LogEntry, PayloadHasGoldenBytes) {
  EXPECT_EQ(absl::BytesToHexString(EncodeLogPayload(ExampleEntry())),
            "08ac02"                            // revision 300
            "108180daa3d59bcb02"                // commit_time_us
            "1a06696d706f7274"                  // author "import"
            "220432303136"                      // reason "2016"
            "2a027231"                          // request_id "r1"
            "3204eeeeeeee"                      // request_fingerprint
            "3a27"                              // record of 39 bytes
            "0a0161"                            //   name "a"
            "1001"                              //   kind created
            "1a20"                              //   value_sha256
            "2d711642b726b04401627ca9fbac32f5"  //
            "c8530fb1903cc4db02258717921a4881"  //
            "3a27"                              // record of 39 bytes
            "0a0162"                            //   name "b"
            "1004"                              //   kind undeleted
            "1a20"                              //   value_sha256
            "a1fce4363854ff888cff4b8e7875d600"  //
            "c2682390412a8cf79b37d0b11148b0fa");
}

// The example of docs/storage_format.md.
TEST(LogEntry, DocumentedExampleHolds) {
  const std::string value = "\n\x0brounds/2016";
  LogEntry entry;
  entry.revision = 1;
  entry.commit_time = absl::FromUnixMicros(1456704000000001);
  entry.author = "import";
  entry.reason = "2016";
  entry.records = {
      {"rounds/2016", ChangeKind::kCreated, base::Sha256({value})}};

  const std::string payload = EncodeLogPayload(entry);

  EXPECT_EQ(absl::BytesToHexString(payload),
            "0801108180daa3d59bcb021a06696d706f7274220432303136"
            "3a310a0b726f756e64732f3230313610011a20"
            "1b333e5a01e6782c31c3ac649166bb1be6e19412cf5925a789327f39bade5ef1");
  EXPECT_EQ(absl::BytesToHexString(ChainHash(FirstPreviousHash(), payload)),
            "64c00ddb072fd2a96d3fbb44a6bbf47dc3670e5a3e844863b364da5e827798ae");
}

TEST(LogEntry, DecodesWhatItEncodes) {
  const std::string payload = EncodeLogPayload(ExampleEntry());

  const auto entry = DecodeLogPayload(payload);

  ASSERT_TRUE(entry.ok()) << entry.status();
  EXPECT_EQ(entry->revision, 300);
  EXPECT_EQ(entry->commit_time, ExampleEntry().commit_time);
  EXPECT_EQ(entry->author, "import");
  EXPECT_EQ(entry->reason, "2016");
  EXPECT_EQ(entry->request_id, "r1");
  EXPECT_EQ(entry->request_fingerprint, std::string(4, '\xee'));
  ASSERT_EQ(entry->records.size(), 2u);
  EXPECT_EQ(entry->records[1].name, "b");
  EXPECT_EQ(entry->records[1].kind, ChangeKind::kUndeleted);
  EXPECT_EQ(entry->records[1].value_sha256, base::Sha256({"y"}));
  EXPECT_EQ(entry->payload, payload);
}

TEST(LogEntry, SmallestEntryHasARevisionAndARecord) {
  LogEntry entry;
  entry.revision = 1;
  entry.commit_time = absl::UnixEpoch();
  entry.records = {{"a", ChangeKind::kCreated, std::string(32, '\0')}};

  EXPECT_TRUE(DecodeLogPayload(EncodeLogPayload(entry)).ok());
  entry.records.clear();
  EXPECT_FALSE(DecodeLogPayload(EncodeLogPayload(entry)).ok());
  entry = ExampleEntry();
  entry.revision = 0;
  EXPECT_FALSE(DecodeLogPayload(EncodeLogPayload(entry)).ok());
}

TEST(LogEntry, MissingAndTrailingBytesAreDataLoss) {
  const std::string payload = EncodeLogPayload(ExampleEntry());

  // 41 bytes less are a whole entry again, with one record.
  for (size_t size = 0; size < payload.size(); ++size) {
    if (size == payload.size() - 41) continue;
    EXPECT_TRUE(absl::IsDataLoss(
        DecodeLogPayload(absl::string_view(payload).substr(0, size)).status()))
        << size;
  }
  EXPECT_TRUE(absl::IsDataLoss(DecodeLogPayload(payload + '\0').status()));
}

TEST(LogEntry, OtherEncodingsOfTheSameEntryAreDataLoss) {
  const std::string record = absl::StrCat(
      absl::HexStringToBytes("3a270a016110011a20"), std::string(32, '\7'));
  const auto is_damaged = [](absl::string_view hex, absl::string_view rest) {
    return absl::IsDataLoss(
        DecodeLogPayload(absl::StrCat(absl::HexStringToBytes(hex), rest))
            .status());
  };

  EXPECT_FALSE(is_damaged("08011001", record));
  EXPECT_TRUE(is_damaged("10010801", record));        // order of the fields
  EXPECT_TRUE(is_damaged("080108011001", record));    // a field twice
  EXPECT_TRUE(is_damaged("0881001001", record));      // a long varint
  EXPECT_TRUE(is_damaged("880001", record));          // a long tag
  EXPECT_TRUE(is_damaged("08011000", record));        // a zero
  EXPECT_TRUE(is_damaged("080110011a00", record));    // an empty text
  EXPECT_TRUE(is_damaged("08011001320141", record));  // fingerprint without id
  EXPECT_TRUE(is_damaged("080110014001", record));    // an unknown field
  EXPECT_TRUE(is_damaged("0801180110", record));      // a wrong wire type
  EXPECT_TRUE(is_damaged("08ffffffffffffffffff01", record));  // above int64
}

TEST(LogEntry, RecordsWithWrongFieldsAreDataLoss) {
  LogEntry entry = ExampleEntry();

  entry.records[0].kind = static_cast<ChangeKind>(5);
  EXPECT_FALSE(DecodeLogPayload(EncodeLogPayload(entry)).ok());
  entry.records[0].kind = static_cast<ChangeKind>(0);
  EXPECT_FALSE(DecodeLogPayload(EncodeLogPayload(entry)).ok());
  entry.records[0] = {"", ChangeKind::kCreated, std::string(32, '\7')};
  EXPECT_FALSE(DecodeLogPayload(EncodeLogPayload(entry)).ok());
  entry.records[0] = {"a", ChangeKind::kCreated, std::string(31, '\7')};
  EXPECT_FALSE(DecodeLogPayload(EncodeLogPayload(entry)).ok());
}

TEST(LogEntry, LinkHoldsOnlyForItsPlaceInTheChain) {
  LogEntry entry = ExampleEntry();
  entry.payload = EncodeLogPayload(entry);
  const std::string previous(32, '\3');
  entry.hash = base::Sha256({previous, entry.payload});

  EXPECT_EQ(CheckLink(entry, 300, previous), absl::OkStatus());
  EXPECT_TRUE(absl::IsDataLoss(CheckLink(entry, 301, previous)));
  EXPECT_TRUE(absl::IsDataLoss(CheckLink(entry, 300, FirstPreviousHash())));
  entry.payload.back() ^= 1;
  EXPECT_TRUE(absl::IsDataLoss(CheckLink(entry, 300, previous)));
}

TEST(LogEntry, ValuesAreThoseThatWereWritten) {
  const LogEntry entry = ExampleEntry();

  EXPECT_EQ(CheckValues(entry, {"x", "y"}), absl::OkStatus());
  EXPECT_TRUE(absl::IsDataLoss(CheckValues(entry, {"x", "z"})));
  EXPECT_TRUE(absl::IsDataLoss(CheckValues(entry, {"x"})));
  EXPECT_TRUE(absl::IsDataLoss(CheckValues(entry, {"y", "x"})));
}

}  // namespace
}  // namespace compendium::registry
