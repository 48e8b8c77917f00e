// SPDX-License-Identifier: Apache-2.0
#include "lib/document/file_format.h"

#include <array>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "lib/base/status_macros.h"
#include "lib/document/answer_table.h"
#include "lib/document/characters.h"

namespace compendium {
namespace {

constexpr std::array<std::pair<FileFormat, absl::string_view>, 6> kWords = {
    {{FileFormat::kText, "text"},
     {FileFormat::kDocx, "docx"},
     {FileFormat::kHtml, "html"},
     {FileFormat::kCsv, "csv"},
     {FileFormat::kJson, "json"},
     {FileFormat::kTextproto, "textproto"}}};

// What is known by its first bytes and not read, and what helps.
constexpr std::array<std::pair<absl::string_view, absl::string_view>, 3>
    kNotRead = {
        {{"%PDF-",
          "a PDF, want a Word document, a page or text: take the text out "
          "with pdftotext -layout"},
         {"{\\rtf", "rich text (RTF), want a Word document: save it as DOCX"},
         {"\xd0\xcf\x11\xe0",
          "a document of Office 97, want one of today: save it as DOCX"}}};

absl::Status NotRead(absl::string_view what) {
  return absl::InvalidArgumentError(absl::StrCat("document: got ", what));
}

// The names of an archive's files stand in it as they are.
absl::StatusOr<FileFormat> RecognizeArchive(absl::string_view bytes) {
  if (absl::StrContains(bytes, "word/document")) return FileFormat::kDocx;
  if (absl::StrContains(bytes, "xl/workbook")) {
    return NotRead("a spreadsheet, want a table as CSV: save it as such");
  }
  if (absl::StrContains(bytes, "application/vnd.oasis.opendocument")) {
    return NotRead("an OpenDocument file, want DOCX: save it as such");
  }
  return NotRead("an archive that holds no Word document, want DOCX");
}

void SkipBlanks(absl::string_view& text) {
  while (const size_t size = BlankSize(text, 0)) text.remove_prefix(size);
}

// Only what begins a page: "<p>" begins compendium texts, too.
bool StartsPage(absl::string_view text) {
  while (absl::ConsumePrefix(&text, "<!--")) {
    const size_t end = text.find("-->");
    if (end == text.npos) return false;
    text.remove_prefix(end + 3);
    SkipBlanks(text);
  }
  if (absl::StartsWith(text, "<?xml")) {
    return absl::StrContains(text.substr(0, 1024), "<html");
  }
  for (const absl::string_view tag :
       {"<!doctype html", "<html", "<head", "<body", "<meta", "<title",
        "<style", "<h1", "<h2", "<table", "<div", "<section"}) {
    if (!absl::StartsWithIgnoreCase(text, tag)) continue;
    const absl::string_view after = text.substr(tag.size(), 1);
    if (after == ">" || after == "/" || BlankSize(after, 0) > 0) return true;
  }
  return false;
}

// A round file in text format begins with one of its fields, after comments.
bool StartsTextproto(absl::string_view text) {
  while (absl::StartsWith(text, "#")) {
    if (absl::StartsWith(text, "# proto-message:") ||
        absl::StartsWith(text, "# proto-file:")) {
      return true;
    }
    text.remove_prefix(std::min(text.find('\n'), text.size()));
    SkipBlanks(text);
  }
  for (const absl::string_view field :
       {"round", "mechanisms", "questionnaires"}) {
    absl::string_view rest = text;
    if (!absl::ConsumePrefix(&rest, field)) continue;
    SkipBlanks(rest);
    absl::ConsumePrefix(&rest, ":");
    SkipBlanks(rest);
    if (absl::StartsWith(rest, "{") || absl::StartsWith(rest, "<") ||
        absl::StartsWith(rest, "[")) {
      return true;
    }
  }
  return false;
}

}  // namespace

absl::string_view ToString(FileFormat format) {
  for (const auto& [value, word] : kWords) {
    if (value == format) return word;
  }
  return "text";
}

absl::StatusOr<FileFormat> ParseFileFormat(absl::string_view word) {
  for (const auto& [value, known] : kWords) {
    if (known == word) return value;
  }
  return absl::InvalidArgumentError(absl::StrCat(
      "format: got ", word, ", want text, docx, html, csv, json or textproto"));
}

absl::StatusOr<FileFormat> RecognizeFormat(absl::string_view bytes) {
  for (const auto& [start, what] : kNotRead) {
    if (absl::StartsWith(bytes, start)) return NotRead(what);
  }
  if (absl::StartsWith(bytes, "PK\x03\x04")) return RecognizeArchive(bytes);
  absl::string_view text = bytes;
  SkipBlanks(text);
  if (absl::StartsWith(text, "{")) return FileFormat::kJson;
  if (absl::StartsWith(text, "<") && StartsPage(text)) {
    return FileFormat::kHtml;
  }
  if (StartsTextproto(text)) return FileFormat::kTextproto;
  if (IsAnswerTable(text)) return FileFormat::kCsv;
  return FileFormat::kText;
}

}  // namespace compendium
