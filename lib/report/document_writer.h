// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "compendium/reporting/v1/report.pb.h"
#include "lib/base/clock.h"
#include "lib/report/document.h"
#include "lib/report/document_pdf.h"

namespace compendium {

// Whether a report in this format is written from a document: HTML, PDF, DOCX,
// XLSX and MARKDOWN.
bool IsDocumentFormat(reporting::v1::ReportFormat format);

// Writes documents in every such format. May be called from any thread, many at
// once; a PDF is a process each time.
class DocumentWriter {
 public:
  // `clock` is borrowed for the object's life; it times the processes.
  DocumentWriter(PdfWriter::Options pdf, base::Clock& clock)
      : pdf_(std::move(pdf), clock), clock_(clock) {}

  // The bytes of the file; the same for equal documents where ToolVersions()
  // are the same. Errors as the format's writer has them (document_pdf.h,
  // document_xlsx.h, document_docx.h); UNIMPLEMENTED for a format that is not
  // written from a document.
  absl::StatusOr<std::string> Write(const Document& document,
                                    reporting::v1::ReportFormat format) const;

  // What decides on the bytes besides the document and this program, each with
  // its version: "weasyprint 57.2-1". None for HTML, DOCX and MARKDOWN.
  // FAILED_PRECONDITION when something is not installed; UNIMPLEMENTED as
  // above.
  absl::StatusOr<std::vector<std::string>> ToolVersions(
      reporting::v1::ReportFormat format) const;

 private:
  const PdfWriter pdf_;
  base::Clock& clock_;
};

}  // namespace compendium
