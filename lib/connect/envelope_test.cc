// SPDX-License-Identifier: Apache-2.0
#include "lib/connect/envelope.h"

#include <gtest/gtest.h>

#include <string>

namespace compendium::connect {
namespace {

TEST(Envelope, ComesBack) {
  for (const std::string& bytes : {std::string(), std::string(70'000, 'a')}) {
    const std::string made = MakeEnvelope(kCompressedFlag, bytes);
    const auto envelope = ParseOnlyEnvelope(made);
    ASSERT_TRUE(envelope.ok()) << envelope.status();
    EXPECT_EQ(envelope->flags, kCompressedFlag);
    EXPECT_TRUE(envelope->bytes == bytes);
  }
}

TEST(Envelope, HasItsSizeInFront) {
  EXPECT_EQ(MakeEnvelope(kEndStreamFlag, "{}"),
            std::string("\x02\x00\x00\x00\x02{}", 7));
}

TEST(Envelope, OneAndNoMoreIsTaken) {
  const std::string one = MakeEnvelope(0, "abc");
  for (size_t size = 0; size < one.size(); ++size)
    EXPECT_FALSE(ParseOnlyEnvelope(one.substr(0, size)).ok()) << size;
  EXPECT_FALSE(ParseOnlyEnvelope(one + one).ok());
  EXPECT_FALSE(ParseOnlyEnvelope(MakeEnvelope(kEndStreamFlag, "{}")).ok());
  EXPECT_FALSE(ParseOnlyEnvelope(MakeEnvelope(4, "")).ok());
}

}  // namespace
}  // namespace compendium::connect
