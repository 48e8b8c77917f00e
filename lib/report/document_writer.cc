// SPDX-License-Identifier: Apache-2.0
#include "lib/report/document_writer.h"

#include "absl/strings/str_cat.h"
#include "lib/report/document_docx.h"
#include "lib/report/document_html.h"
#include "lib/report/document_markdown.h"
#include "lib/report/document_xlsx.h"
#include "lib/report/pdf_tools.h"

namespace compendium {
namespace {

absl::Status NoDocumentFormat(reporting::v1::ReportFormat format) {
  return absl::UnimplementedError(
      absl::StrCat("format: got ", reporting::v1::ReportFormat_Name(format),
                   ", want one that is written from a document"));
}

}  // namespace

bool IsDocumentFormat(reporting::v1::ReportFormat format) {
  switch (format) {
    case reporting::v1::REPORT_FORMAT_HTML:
    case reporting::v1::REPORT_FORMAT_PDF:
    case reporting::v1::REPORT_FORMAT_DOCX:
    case reporting::v1::REPORT_FORMAT_XLSX:
    case reporting::v1::REPORT_FORMAT_MARKDOWN:
      return true;
    default:
      return false;
  }
}

absl::StatusOr<std::string> DocumentWriter::Write(
    const Document& document, reporting::v1::ReportFormat format) const {
  switch (format) {
    case reporting::v1::REPORT_FORMAT_HTML:
      return WriteDocumentHtml(document);
    case reporting::v1::REPORT_FORMAT_PDF:
      return pdf_.Write(document);
    case reporting::v1::REPORT_FORMAT_DOCX:
      return WriteDocumentDocx(document);
    case reporting::v1::REPORT_FORMAT_XLSX:
      return WriteDocumentXlsx(document);
    case reporting::v1::REPORT_FORMAT_MARKDOWN:
      return WriteDocumentMarkdown(document);
    default:
      return NoDocumentFormat(format);
  }
}

absl::StatusOr<std::vector<std::string>> DocumentWriter::ToolVersions(
    reporting::v1::ReportFormat format) const {
  if (!IsDocumentFormat(format)) return NoDocumentFormat(format);
  if (format == reporting::v1::REPORT_FORMAT_PDF) {
    return PdfToolVersions(clock_);
  }
  if (format == reporting::v1::REPORT_FORMAT_XLSX) return XlsxToolVersions();
  return std::vector<std::string>();
}

}  // namespace compendium
