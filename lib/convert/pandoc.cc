// SPDX-License-Identifier: Apache-2.0
#include "lib/convert/pandoc.h"

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/convert/child_process.h"
#include "lib/convert/confined_program.h"

namespace compendium {
namespace {

// Exit codes of pandoc (its manual, "Exit codes") and of its run time.
constexpr int kExitOptionError = 6;
constexpr int kExitUnknownReader = 21;
constexpr int kExitUnknownWriter = 22;
constexpr int kExitUnsupportedExtension = 23;
constexpr int kExitHeapExhausted = 251;

absl::Status Judge(const Conversion& conversion, const ChildResult& result,
                   size_t heap_bytes_max) {
  switch (result.exit_status) {
    case 0:
      return absl::OkStatus();
    case kExitOptionError:
    case kExitUnknownReader:
    case kExitUnknownWriter:
    case kExitUnsupportedExtension:
      return absl::InternalError(
          absl::StrCat("pandoc refuses its call: ", Said(result.error)));
    default:
      break;
  }
  if (result.exit_status == kExitHeapExhausted ||
      absl::StrContains(result.error, "pandoc: out of memory")) {
    return absl::ResourceExhaustedError(absl::StrCat(
        "reading it took more than ", heap_bytes_max, " bytes of memory"));
  }
  return absl::InvalidArgumentError(
      absl::StrCat("got what pandoc cannot turn from ", conversion.from,
                   " into ", conversion.to, " (exit status ",
                   result.exit_status, "); it said: ", Said(result.error)));
}

std::vector<std::string> PandocCommand(const Conversion& conversion,
                                       const Pandoc::Options& options) {
  std::vector<std::string> words = {options.pandoc_path,
                                    "+RTS",
                                    absl::StrCat("-M", options.heap_bytes_max),
                                    "-RTS",
                                    absl::StrCat("--from=", conversion.from),
                                    absl::StrCat("--to=", conversion.to),
                                    "--output=-"};
  words.insert(words.end(), conversion.arguments.begin(),
               conversion.arguments.end());
  return words;
}

absl::StatusOr<std::string> Run(const Conversion& conversion,
                                const Pandoc::Options& options,
                                base::Clock& clock) {
  ASSIGN_OR_RETURN(
      ChildResult result,
      RunConfined(
          {.name = "pandoc",
           .package = "pandoc",
           .command = PandocCommand(conversion, options),
           .input = conversion.bytes,
           .files = conversion.files,
           .document_time = conversion.document_time,
           .way_out = "or convert documents that you trust with --unconfined"},
          {.confined = options.confined,
           .bwrap_path = options.bwrap_path,
           .temporary_folder = options.temporary_folder,
           .timeout = options.timeout,
           .address_bytes_max = kConvertAddressBytesMax,
           .input_bytes_max = options.input_bytes_max,
           .output_bytes_max = options.output_bytes_max},
          clock));
  RETURN_IF_ERROR(Judge(conversion, result, options.heap_bytes_max));
  return std::move(result.output);
}

}  // namespace

absl::StatusOr<std::string> Pandoc::Convert(
    const Conversion& conversion) const {
  absl::StatusOr<std::string> converted = Run(conversion, options_, clock_);
  if (converted.ok()) return converted;
  return absl::Status(converted.status().code(),
                      absl::StrCat(conversion.document_name, ": ",
                                   converted.status().message()));
}

}  // namespace compendium
