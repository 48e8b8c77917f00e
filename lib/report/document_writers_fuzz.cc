// SPDX-License-Identifier: Apache-2.0
// Any text, wherever a document has text or leads to, stays text in every
// format that needs no other program.
#include <cstddef>
#include <cstdint>
#include <string>

#include "lib/base/status_macros.h"
#include "lib/document/characters.h"
#include "lib/report/document_docx.h"
#include "lib/report/document_html.h"
#include "lib/report/document_markdown.h"
#include "lib/report/document_xlsx.h"
#include "lib/report/hostile_document.h"
#include "lib/report/markup.h"

namespace compendium {
namespace {

// The body of a DOCX file, whose parts are stored as they are.
std::string BodyOf(const std::string& docx) {
  const size_t begin = docx.find("<w:document ");
  const std::string end = "</w:document>";
  CHECK(begin != std::string::npos);
  return docx.substr(begin, docx.find(end) + end.size() - begin);
}

void TryText(const std::string& text) {
  const Document document = DocumentOf(text, text);
  const std::string empty_page =
      WriteDocumentHtml(DocumentOf("", "http://a.example"));

  const std::string html = WriteDocumentHtml(document);
  CHECK(FindNestingProblem(html).empty());
  CHECK(CountOf(html, "<table") == CountOf(empty_page, "<table"));
  CHECK(CountOf(html, "<script") == 0);

  const std::string markdown = WriteDocumentMarkdown(document);
  CHECK(CountOf(markdown, "\n| ") == 6);  // two tables of three lines

  const auto docx = WriteDocumentDocx(document);
  CHECK(docx.ok());
  CHECK(FindNestingProblem(BodyOf(*docx)).empty());

  CHECK(WriteDocumentXlsx(document).ok());
}

}  // namespace
}  // namespace compendium

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  // Documents hold only UTF-8.
  if (!compendium::FindInvalidUtf8(text).has_value()) compendium::TryText(text);
  return 0;
}
