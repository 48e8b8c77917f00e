// SPDX-License-Identifier: Apache-2.0
#include "lib/request/plain_text.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"

namespace compendium {
namespace {

using Kind = TextFlaw::Kind;

TEST(FindTextFlaw, PlainTextHasNone) {
  for (const std::string text :
       {"", "a", "Almaty Process", "a\tb\r\nc\n", "⇒ Côte d’Ivoire – 8/9 Dec",
        "\u00a0\u07ff\u0800\ud7ff\ue000\uffff\U00010000\U0010ffff"}) {
    const TextFlaw flaw = FindTextFlaw(text);

    EXPECT_EQ(flaw.kind, Kind::kNone) << text;
    EXPECT_EQ(flaw.byte, text.size()) << text;
  }
}

// At each place of the eight-byte words in which ASCII is read.
TEST(FindTextFlaw, FindsEveryControlCharacterAtEveryPlace) {
  for (int c = 0; c < 0x80; ++c) {
    const bool control =
        (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
    for (size_t place = 0; place < 20; ++place) {
      std::string text(20, 'x');
      text[place] = static_cast<char>(c);

      const TextFlaw flaw = FindTextFlaw(text);

      EXPECT_EQ(flaw.kind, control ? Kind::kControl : Kind::kNone) << c;
      EXPECT_EQ(flaw.byte, control ? place : text.size()) << c;
    }
  }
}

TEST(FindTextFlaw, FindsControlCharactersAboveAscii) {
  EXPECT_EQ(FindTextFlaw("ab\xC2\x80").kind, Kind::kControl);
  EXPECT_EQ(FindTextFlaw("ab\xC2\x9B[31m").byte, 2);
  EXPECT_EQ(FindTextFlaw("ab\xC2\xA0").kind, Kind::kNone);
}

TEST(FindTextFlaw, RefusesWhatIsNotUtf8) {
  for (const std::string flaw :
       {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xC2", "\xC2\x20",
        "\xE0\x9F\xBF", "\xE2\x82", "\xE2\x82\x20", "\xED\xA0\x80",
        "\xF0\x8F\xBF\xBF", "\xF0\x9F\x98", "\xF4\x90\x80\x80",
        "\xF5\x80\x80\x80", "\xFF"}) {
    for (const std::string before : {"", "x", "0123456", "01234567é"}) {
      const TextFlaw found = FindTextFlaw(before + flaw);

      EXPECT_EQ(found.kind, Kind::kEncoding) << before << flaw;
      EXPECT_EQ(found.byte, before.size()) << before << flaw;
    }
  }
}

TEST(QuotedForError, KeepsShortPlainText) {
  EXPECT_EQ(QuotedForError("Côte"), "\"Côte\"");
  EXPECT_EQ(QuotedForError(""), "\"\"");
}

TEST(QuotedForError, EscapesWhatIsNotPlain) {
  EXPECT_EQ(QuotedForError("a\"b\n\xFF\x7F\xC2\x9B"),
            R"("a\x22b\x0a\xff\x7f\xc2\x9b")");
}

TEST(QuotedForError, CutsBetweenCharacters) {
  EXPECT_EQ(QuotedForError("abé", 4), "\"abé\"");
  EXPECT_EQ(QuotedForError("abé", 3), "\"ab\"…");
  EXPECT_EQ(QuotedForError("abcd", 3), "\"abc\"…");
}

TEST(QuotedForError, IsPlainWhateverCame) {
  for (int a = 0; a < 256; ++a) {
    for (int b = 0; b < 256; ++b) {
      const std::string text = {static_cast<char>(a), static_cast<char>(b), 'x',
                                static_cast<char>(a)};

      EXPECT_EQ(FindTextFlaw(QuotedForError(text)).kind, Kind::kNone)
          << a << " " << b;
    }
  }
}

}  // namespace
}  // namespace compendium
