// SPDX-License-Identifier: Apache-2.0
#include "lib/report/document_pdf.h"

#include <unistd.h>

#include <csignal>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "lib/base/sha256.h"
#include "lib/base/status_macros.h"
#include "lib/convert/confined_program.h"
#include "lib/report/document_html.h"
#include "lib/report/pdf_tools.h"

namespace compendium {

extern const char kWeasyprintDriver[];

namespace {

constexpr char kPythonPackages[] = "/usr/lib/python3/dist-packages";
constexpr char kWeasyprint[] =
    "/usr/lib/python3/dist-packages/weasyprint/__init__.py";

absl::Status Judge(const ChildResult& result,
                   const PdfWriter::Options& options) {
  if (result.exit_status == 0) return absl::OkStatus();
  // Its libraries end the process where there is no memory left.
  if (absl::StrContains(result.error, "MemoryError") ||
      result.exit_status == 128 + SIGSEGV ||
      result.exit_status == 128 + SIGABRT) {
    return absl::ResourceExhaustedError(
        absl::StrCat("weasyprint ended (exit status ", result.exit_status,
                     ") for want of memory, of which it may have ",
                     options.address_bytes_max, " bytes"));
  }
  // What the limit of the processor's time sends.
  if (result.exit_status == 128 + SIGXCPU ||
      result.exit_status == 128 + SIGKILL) {
    return absl::ResourceExhaustedError(absl::StrCat(
        "it took more than ", absl::FormatDuration(options.timeout),
        " of the processor"));
  }
  return absl::InternalError(absl::StrCat("weasyprint failed (exit status ",
                                          result.exit_status,
                                          "), it said: ", Said(result.error)));
}

absl::StatusOr<std::string> Run(const Document& document,
                                const PdfWriter::Options& options,
                                base::Clock& clock) {
  if (access(kWeasyprint, R_OK) != 0) {
    return absl::FailedPreconditionError(
        absl::StrCat("got no file ", kWeasyprint,
                     ", want the Debian package weasyprint to be installed"));
  }
  RETURN_IF_ERROR(CheckPdfFonts());
  const std::string page = WriteDocumentHtml(document);
  const std::string settings = PdfFontSettings();
  ASSIGN_OR_RETURN(
      ChildResult result,
      RunConfined(
          {.name = "weasyprint",
           .package = "python3",
           // Without the folders of the site, the user and the place where it
           // starts: only Debian's own packages are found.
           .command = {options.python_path, "-S", "-P", "-c", kWeasyprintDriver,
                       kPythonPackages, base::Sha256Hex(page)},
           .input = page,
           .files = {{"fonts.conf", settings}},
           // Hashes of texts are the same in each run, and so is the order of
           // what hangs on them.
           .environment = {"PYTHONHASHSEED=0", "PYTHONDONTWRITEBYTECODE=1",
                           "FONTCONFIG_PATH=.", "FONTCONFIG_FILE=fonts.conf"},
           .document_time = document.time},
          {.bwrap_path = options.bwrap_path,
           .temporary_folder = options.temporary_folder,
           .timeout = options.timeout,
           .address_bytes_max = options.address_bytes_max,
           .input_bytes_max = options.page_bytes_max,
           .output_bytes_max = options.pdf_bytes_max},
          clock));
  RETURN_IF_ERROR(Judge(result, options));
  return std::move(result.output);
}

}  // namespace

absl::StatusOr<std::string> PdfWriter::Write(const Document& document) const {
  absl::StatusOr<std::string> written = Run(document, options_, clock_);
  if (written.ok()) return written;
  return absl::Status(written.status().code(),
                      absl::StrCat("pdf: ", written.status().message()));
}

}  // namespace compendium
