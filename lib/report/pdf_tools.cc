// SPDX-License-Identifier: Apache-2.0
#include "lib/report/pdf_tools.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <set>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "lib/base/status_macros.h"
#include "lib/convert/child_process.h"
#include "lib/convert/confined_program.h"

namespace compendium {
namespace {

// WeasyPrint, what lays out lines and letters for it, and what packs streams.
constexpr std::array<absl::string_view, 11> kPrograms = {"libfontconfig1",
                                                         "libharfbuzz0b",
                                                         "libpango-1.0-0",
                                                         "python3-cffi",
                                                         "python3-cssselect2",
                                                         "python3-fonttools",
                                                         "python3-html5lib",
                                                         "python3-pydyf",
                                                         "python3-tinycss2",
                                                         "weasyprint",
                                                         "zlib1g"};

constexpr char kDpkgQuery[] = "/usr/bin/dpkg-query";

// dpkg-query reads its database; a second is far more than it takes.
constexpr absl::Duration kVersionsTime = absl::Seconds(20);
constexpr size_t kVersionsBytesMax = 1 << 16;

}  // namespace

std::vector<PdfFont> PdfFonts() {
  static constexpr absl::string_view kCarlito = "fonts-crosextra-carlito";
  static constexpr absl::string_view kDejaVu = "fonts-dejavu-core";
  static constexpr absl::string_view kFree = "fonts-freefont-ttf";
  static constexpr absl::string_view kUnifont = "fonts-unifont";
  return {
      {"Carlito", "/usr/share/fonts/truetype/crosextra/Carlito-Regular.ttf",
       kCarlito},
      {"Carlito", "/usr/share/fonts/truetype/crosextra/Carlito-Bold.ttf",
       kCarlito},
      {"Carlito", "/usr/share/fonts/truetype/crosextra/Carlito-Italic.ttf",
       kCarlito},
      {"Carlito", "/usr/share/fonts/truetype/crosextra/Carlito-BoldItalic.ttf",
       kCarlito},
      {"DejaVu Sans", "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
       kDejaVu},
      {"DejaVu Sans", "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf",
       kDejaVu},
      {"FreeSans", "/usr/share/fonts/truetype/freefont/FreeSans.ttf", kFree},
      {"FreeSans", "/usr/share/fonts/truetype/freefont/FreeSansBold.ttf",
       kFree},
      {"FreeSerif", "/usr/share/fonts/truetype/freefont/FreeSerif.ttf", kFree},
      {"FreeSerif", "/usr/share/fonts/truetype/freefont/FreeSerifBold.ttf",
       kFree},
      {"WenQuanYi Micro Hei", "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
       "fonts-wqy-microhei"},
      {"Unifont", "/usr/share/fonts/opentype/unifont/unifont.otf", kUnifont},
      {"Unifont Upper", "/usr/share/fonts/opentype/unifont/unifont_upper.otf",
       kUnifont},
  };
}

std::string PdfFontSettings() {
  std::string folders;
  std::string files;
  std::string families;
  std::set<absl::string_view> known;
  for (const PdfFont& font : PdfFonts()) {
    const absl::string_view folder =
        font.path.substr(0, font.path.find_last_of('/'));
    if (known.insert(folder).second) {
      absl::StrAppend(&folders, "<dir>", folder, "</dir>\n");
    }
    absl::StrAppend(&files, "<glob>", font.path, "</glob>\n");
    if (known.insert(font.family).second) {
      absl::StrAppend(&families, "<string>", font.family, "</string>\n");
    }
  }
  return absl::StrCat(
      "<?xml version=\"1.0\"?>\n<!DOCTYPE fontconfig SYSTEM "
      "\"urn:fontconfig:fonts.dtd\">\n<fontconfig>\n",
      folders,
      "<cachedir>/tmp</cachedir>\n<selectfont>\n"
      "<rejectfont><glob>*</glob></rejectfont>\n<acceptfont>\n",
      files,
      "</acceptfont>\n</selectfont>\n<match>\n"
      "<edit name=\"family\" mode=\"append_last\" binding=\"strong\">\n",
      families, "</edit>\n</match>\n</fontconfig>\n");
}

absl::Status CheckPdfFonts() {
  for (const PdfFont& font : PdfFonts()) {
    if (access(font.path.data(), R_OK) == 0) continue;
    return absl::FailedPreconditionError(
        absl::StrCat("got no font ", font.path, ", want the Debian package ",
                     font.package, " to be installed"));
  }
  return absl::OkStatus();
}

absl::StatusOr<std::vector<std::string>> PdfToolVersions(base::Clock& clock) {
  RETURN_IF_ERROR(CheckInstalled(kDpkgQuery, "dpkg"));
  std::set<std::string> packages(kPrograms.begin(), kPrograms.end());
  for (const PdfFont& font : PdfFonts()) packages.emplace(font.package);
  std::vector<std::string> command = {
      kDpkgQuery, "--show",
      "--showformat=${db:Status-Status} ${Package} ${Version}\\n"};
  command.insert(command.end(), packages.begin(), packages.end());
  ASSIGN_OR_RETURN(const ChildResult result,
                   RunChild({.arguments = command,
                             .environment = {"LANG=C.UTF-8"},
                             .timeout = kVersionsTime,
                             .output_bytes_max = kVersionsBytesMax},
                            clock));
  std::vector<std::string> versions;
  for (absl::string_view line :
       absl::StrSplit(result.output, '\n', absl::SkipEmpty())) {
    // A package of which only settings are left has another state.
    if (!absl::ConsumePrefix(&line, "installed ")) continue;
    packages.erase(std::string(line.substr(0, line.find(' '))));
    versions.emplace_back(line);
  }
  if (!packages.empty()) {
    return absl::FailedPreconditionError(absl::StrCat(
        "want the Debian package ", *packages.begin(), " to be installed"));
  }
  std::sort(versions.begin(), versions.end());
  return versions;
}

}  // namespace compendium
