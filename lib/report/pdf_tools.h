// SPDX-License-Identifier: Apache-2.0
// What a PDF is made with besides this program.
#pragma once

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "lib/base/clock.h"

namespace compendium {

// One file of letters, and whose.
struct PdfFont {
  absl::string_view family;
  absl::string_view path;
  absl::string_view package;  // the Debian package that has it
};

// The fonts of a PDF, in the order in which a letter is looked for. Carlito for
// the looks: Latin, Greek, Cyrillic. DejaVu for Arabic, Armenian, Georgian,
// Hebrew, Lao and marks; FreeFont for Thai, Ethiopic and the scripts of India;
// WenQuanYi for Chinese, Japanese and Korean; Unifont, of dots, for all others,
// so that no name vanishes. 8 MB to download.
std::vector<PdfFont> PdfFonts();

// The settings for fontconfig by which these fonts are seen and no others,
// whatever else a machine has.
std::string PdfFontSettings();

// FAILED_PRECONDITION, naming the package, when a font is not installed: the
// bytes of a PDF do not depend on the machine.
absl::Status CheckPdfFonts();

// The Debian packages that decide on the bytes of a PDF, with their versions:
// "weasyprint 57.2-1", sorted. Equal documents give equal bytes where these are
// equal. FAILED_PRECONDITION when one is not installed. Asks dpkg-query, a
// process; any thread.
absl::StatusOr<std::vector<std::string>> PdfToolVersions(base::Clock& clock);

}  // namespace compendium
