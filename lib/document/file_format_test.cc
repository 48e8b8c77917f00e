// SPDX-License-Identifier: Apache-2.0
#include "lib/document/file_format.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace compendium {
namespace {

using testing::HasSubstr;

TEST(FileFormat, WordsAreReadAgain) {
  for (const char* word : {"text", "docx", "html", "csv", "json", "textproto"})
    EXPECT_EQ(ToString(*ParseFileFormat(word)), word);
  EXPECT_TRUE(absl::IsInvalidArgument(ParseFileFormat("doc").status()));
}

TEST(RecognizeFormat, GoesByContent) {
  const auto format = [](absl::string_view bytes) {
    return std::string(ToString(RecognizeFormat(bytes).value()));
  };
  EXPECT_EQ(format("PK\x03\x04....[Content_Types].xml..word/document.xml"),
            "docx");
  EXPECT_EQ(format("\ufeff\n {\"round\": {}}"), "json");
  EXPECT_EQ(format("<!DOCTYPE html><p>x"), "html");
  EXPECT_EQ(format("<!-- saved --> <HTML lang=en>"), "html");
  EXPECT_EQ(format("<table border=1>"), "html");
  EXPECT_EQ(format("<?xml version='1.0'?>\n<html>"), "html");
  EXPECT_EQ(format("# by hand\nround { title: 'x' }"), "textproto");
  EXPECT_EQ(format("questionnaires: [{ mechanism: 'midsa' }]"), "textproto");
  EXPECT_EQ(format("Mechanism;Question;Answer\nmidsa;1;x"), "csv");
}

TEST(RecognizeFormat, WhatElseThereIsIsText) {
  for (const char* text :
       {"", "<p>1. Brief update:</p>\tYes", "<tables> are fun",
        "round tables were held", "Mechanism, question and answer\n",
        "Bali Process\n\nMember States: Peru"}) {
    EXPECT_EQ(*RecognizeFormat(text), FileFormat::kText) << text;
  }
}

TEST(RecognizeFormat, SaysWhatToDoAboutWhatIsNotRead) {
  const auto message = [](absl::string_view bytes) {
    const auto format = RecognizeFormat(bytes);
    EXPECT_TRUE(absl::IsInvalidArgument(format.status())) << bytes;
    return std::string(format.status().message());
  };
  EXPECT_THAT(message("%PDF-1.7"), HasSubstr("pdftotext"));
  EXPECT_THAT(message("{\\rtf1\\ansi"), HasSubstr("RTF"));
  EXPECT_THAT(message("\xd0\xcf\x11\xe0\xa1"), HasSubstr("Office 97"));
  EXPECT_THAT(message("PK\x03\x04 xl/workbook.xml"), HasSubstr("spreadsheet"));
  EXPECT_THAT(message("PK\x03\x04 a/b"), HasSubstr("archive"));
}

}  // namespace
}  // namespace compendium
