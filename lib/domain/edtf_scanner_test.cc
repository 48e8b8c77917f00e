// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/edtf_scanner.h"

#include <string>

#include "gtest/gtest.h"

namespace compendium {
namespace {

TEST(EdtfScanner, MovesOverWhatIsTaken) {
  EdtfScanner scanner("a..b");

  EXPECT_EQ(scanner.TakeAny(), 'a');
  EXPECT_FALSE(scanner.Take("b"));
  EXPECT_TRUE(scanner.Take(".."));
  EXPECT_EQ(scanner.position(), 3u);
  EXPECT_EQ(scanner.Since(1), "..");
  EXPECT_EQ(scanner.Peek(), 'b');
  EXPECT_EQ(scanner.Peek(1), '\0');
  EXPECT_FALSE(scanner.AtEnd());
}

TEST(EdtfScanner, ErrorNamesTheByte) {
  EdtfScanner scanner("2016!");
  scanner.Take("2016");

  const absl::Status status = scanner.Error("the end");

  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(status.message(), "byte 4: got \"!\", want the end");
}

TEST(EdtfScanner, ErrorIsOneLineOfText) {
  EXPECT_EQ(EdtfScanner("\n").Error("x").message(),
            "byte 0: got \"\\n\", want x");
  EXPECT_EQ(EdtfScanner("\xff").Error("x").message(),
            "byte 0: got \"\\xff\", want x");
  EXPECT_EQ(EdtfScanner("").Error("x").message(),
            "byte 0: got the end, want x");
}

TEST(EdtfScanner, UnsupportedHasItsOwnCode) {
  EXPECT_EQ(EdtfScanner("Y1").Unsupported("a long year").code(),
            absl::StatusCode::kUnimplemented);
}

TEST(EdtfScanner, HintsTellWhatReplacedOldDrafts) {
  const auto message = [](absl::string_view text) {
    return std::string(EdtfScanner(text).Error("y").message());
  };

  EXPECT_NE(message("201u").find("upper-case X"), std::string::npos);
  EXPECT_NE(message("201x").find("upper-case X"), std::string::npos);
  EXPECT_NE(message("uuuu").find("upper-case X"), std::string::npos);
  EXPECT_NE(message("unknown/2006").find("empty"), std::string::npos);
  EXPECT_NE(message("2006/open").find(".."), std::string::npos);
  EXPECT_NE(message("(2011)-06").find("parentheses"), std::string::npos);
  EXPECT_NE(message("2016 -1").find("blanks"), std::string::npos);
  EXPECT_NE(message("2001-21^x").find("suffix"), std::string::npos);
  EXPECT_EQ(message("tbc").find('('), std::string::npos);
}

}  // namespace
}  // namespace compendium
