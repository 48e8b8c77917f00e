// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "lib/base/clock.h"
#include "lib/report/document.h"

namespace compendium {

// The largest page (document_html.h) that is made a PDF: ten times that of a
// full compendium, which has some 400 kB and 90 pages.
inline constexpr size_t kPdfPageBytesMax = 4 << 20;

// The largest PDF: what such a page becomes, several times over. The fonts of
// all scripts together have 17 MB before they are cut to the letters used.
inline constexpr size_t kPdfBytesMax = 64 << 20;

// The longest run. A full compendium takes 5 s, the largest page ten times
// that; twice as long on a busy machine.
inline constexpr absl::Duration kPdfTime = absl::Seconds(120);

// The most address space. A full compendium takes 0.2 GB of memory, and memory
// grows with the page.
inline constexpr size_t kPdfAddressBytesMax = size_t{4} << 30;

// Writes documents as PDF/UA-1 (ISO 14289-1) by running WeasyPrint 57 on the
// document's page, confined as lib/convert/fence.h says: it sees no network, no
// file but programs, fonts and its settings, and no process. Where the machine
// cannot confine it, writing fails.
//
// Tagged, in English, with bookmarks for all headings, with a text for each
// chart and with the scope of each head of a table. The dates in it are the
// document's own, its identifier is a hash of the page. The same document gives
// the same bytes wherever PdfToolVersions() (pdf_tools.h) are the same.
//
// May be called from any thread, many at once; each call is a process.
class PdfWriter {
 public:
  struct Options {
    std::string python_path = "/usr/bin/python3";
    std::string bwrap_path = "/usr/bin/bwrap";
    std::string temporary_folder = "/tmp";
    absl::Duration timeout = kPdfTime;
    size_t page_bytes_max = kPdfPageBytesMax;
    size_t pdf_bytes_max = kPdfBytesMax;
    size_t address_bytes_max = kPdfAddressBytesMax;
  };

  // `clock` is borrowed for the object's life.
  PdfWriter(Options options, base::Clock& clock)
      : options_(std::move(options)), clock_(clock) {}

  // The bytes of the file. Errors start with "pdf: ". RESOURCE_EXHAUSTED above
  // a limit of the options; FAILED_PRECONDITION when WeasyPrint, bubblewrap or
  // a font are not installed or the machine does not let bubblewrap confine;
  // INTERNAL with what WeasyPrint said when it fails.
  absl::StatusOr<std::string> Write(const Document& document) const;

 private:
  const Options options_;
  base::Clock& clock_;
};

}  // namespace compendium
