// SPDX-License-Identifier: Apache-2.0
#include "lib/report/format_traits.h"

#include "lib/base/status_macros.h"

namespace compendium {

FormatTraits TraitsOf(reporting::v1::ReportFormat format) {
  namespace v1 = reporting::v1;
  switch (format) {
    case v1::REPORT_FORMAT_HTML:
      return {"text/html; charset=utf-8", "html"};
    case v1::REPORT_FORMAT_PDF:
      return {"application/pdf", "pdf"};
    case v1::REPORT_FORMAT_DOCX:
      return {
          "application/"
          "vnd.openxmlformats-officedocument.wordprocessingml.document",
          "docx"};
    case v1::REPORT_FORMAT_XLSX:
      return {
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "xlsx"};
    case v1::REPORT_FORMAT_CSV:
      return {"text/csv; charset=utf-8; header=present", "csv"};
    case v1::REPORT_FORMAT_JSON:
      return {"application/json", "json"};
    case v1::REPORT_FORMAT_MARKDOWN:
      return {"text/markdown; charset=utf-8; variant=GFM", "md"};
    case v1::REPORT_FORMAT_ICALENDAR:
      return {"text/calendar; charset=utf-8", "ics"};
    default:
      break;
  }
  CHECK(false);
}

}  // namespace compendium
