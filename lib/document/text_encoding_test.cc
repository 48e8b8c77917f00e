// SPDX-License-Identifier: Apache-2.0
#include "lib/document/text_encoding.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace compendium {
namespace {

using testing::HasSubstr;

template <size_t kSize>
std::string Bytes(const char (&literal)[kSize]) {
  return std::string(literal, kSize - 1);
}

TEST(FromUtf16, ReadsBothByteOrders) {
  EXPECT_EQ(*FromUtf16(Bytes("\xff\xfe"
                             "A\0\xac\x20")),
            "A\u20ac");
  EXPECT_EQ(*FromUtf16(Bytes("\xfe\xff"
                             "\0A\x20\xac")),
            "A\u20ac");
  EXPECT_EQ(*FromUtf16(Bytes("\xff\xfe")), "");
}

TEST(FromUtf16, ReadsSurrogatePairs) {
  EXPECT_EQ(*FromUtf16(Bytes("\xff\xfe\x3d\xd8\x00\xde")), "\U0001f600");
}

TEST(FromUtf16, NamesThePlaceOfWhatIsNone) {
  EXPECT_THAT(std::string(FromUtf16(Bytes("\xff\xfe"
                                          "A"))
                              .status()
                              .message()),
              HasSubstr("half a character at byte 2"));
  EXPECT_THAT(std::string(FromUtf16(Bytes("\xff\xfe"
                                          "A\0\x3d\xd8"
                                          "A\0"))
                              .status()
                              .message()),
              HasSubstr("surrogate pair at byte 4"));
  EXPECT_FALSE(FromUtf16(Bytes("\xff\xfe\x3d\xd8")).ok());
  EXPECT_FALSE(FromUtf16(Bytes("\xff\xfe\0\0"
                               "A\0"))
                   .ok());
}

TEST(HasUtf16Mark, TellsItFromOthers) {
  EXPECT_TRUE(
      HasUtf16Mark(Bytes("\xff\xfe"
                         "A\0")));
  EXPECT_TRUE(HasUtf16Mark(Bytes("\xfe\xff\0A")));
  EXPECT_FALSE(HasUtf16Mark(Bytes("\xff\xfe\0\0A\0\0\0")));
  EXPECT_FALSE(HasUtf16Mark("\ufeff"));
  EXPECT_FALSE(HasUtf16Mark(""));
}

TEST(GuessEncoding, NamesWhatItLooksLike) {
  EXPECT_EQ(GuessEncoding("Bogot\xe1"), "ISO-8859-1");
  EXPECT_EQ(GuessEncoding("the Process\x92 aims \x96 all"), "Windows-1252");
  EXPECT_EQ(GuessEncoding(Bytes("M\0i\0d\0s\0a\0")), "UTF-16");
  EXPECT_EQ(GuessEncoding(Bytes("M\0\0\0i\0\0\0")), "UTF-32");
  EXPECT_EQ(GuessEncoding("\x01\x02\xff"), "no text");
}

}  // namespace
}  // namespace compendium
