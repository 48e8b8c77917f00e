// SPDX-License-Identifier: Apache-2.0
#include "services/registry/store/wire_format.h"

#include <gtest/gtest.h>

#include "absl/status/status.h"
#include "absl/strings/escaping.h"

namespace compendium::registry {
namespace {

TEST(WireFormat, FieldsHaveGoldenBytes) {
  std::string out;
  AppendNumberField(1, 300, out);
  AppendBytesField(16, "ab", out);

  EXPECT_EQ(absl::BytesToHexString(out), "08ac028201026162");
}

TEST(WireFormat, ZeroAndEmptyAreLeftOut) {
  std::string out;
  AppendNumberField(1, 0, out);
  AppendBytesField(2, "", out);

  EXPECT_EQ(out, "");
}

TEST(WireFormat, ReadsWhatItWrites) {
  std::string out;
  AppendNumberField(1, UINT64_MAX, out);
  AppendBytesField(2, std::string(200, 'x'), out);
  WireReader reader(out);

  const auto number = reader.Next();
  const auto bytes = reader.Next();

  ASSERT_TRUE(number.ok() && bytes.ok());
  EXPECT_TRUE(number->Is(1, WireField::kNumber));
  EXPECT_EQ(number->number, UINT64_MAX);
  EXPECT_TRUE(bytes->Is(2, WireField::kBytes));
  EXPECT_EQ(bytes->bytes, std::string(200, 'x'));
  EXPECT_TRUE(reader.done());
}

TEST(WireFormat, DamageIsDataLoss) {
  for (const char* hex : {"08",                      // no number
                          "0880",                    // a number without an end
                          "0880808080808080808002",  // 65 bits
                          "088080808080808080808001",  // eleven bytes
                          "0a02ff",                  // fewer bytes than it says
                          "0affffffffffffffffff01",  // a size above all memory
                          "0d00000000",              // 32-bit wire type
                          "0b"}) {                   // a group
    const std::string bytes = absl::HexStringToBytes(hex);
    WireReader reader(bytes);

    EXPECT_TRUE(absl::IsDataLoss(reader.Next().status())) << hex;
  }
}

}  // namespace
}  // namespace compendium::registry
