// SPDX-License-Identifier: Apache-2.0
#include "lib/convert/pandoc.h"

#include <unistd.h>

#include <memory>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/convert/child_process.h"
#include "lib/convert/pandoc_command.h"
#include "lib/convert/private_folder.h"

namespace compendium {
namespace {

// Exit codes of pandoc (its manual, "Exit codes") and of its run time.
constexpr int kExitOptionError = 6;
constexpr int kExitUnknownReader = 21;
constexpr int kExitUnknownWriter = 22;
constexpr int kExitUnsupportedExtension = 23;
constexpr int kExitHeapExhausted = 251;

absl::Status CheckInstalled(const std::string& path,
                            absl::string_view package) {
  if (access(path.c_str(), X_OK) == 0) return absl::OkStatus();
  return absl::FailedPreconditionError(
      absl::StrCat("got no program ", path, ", want the Debian package ",
                   package, " to be installed"));
}

// What the program said, on one line and short enough to be read.
std::string Said(absl::string_view error) {
  std::string said;
  for (const char c : absl::StripAsciiWhitespace(error))
    said += absl::ascii_iscntrl(static_cast<unsigned char>(c)) ? ' ' : c;
  if (said.size() > kConvertMessageBytesMax) {
    size_t end = kConvertMessageBytesMax;
    while ((static_cast<unsigned char>(said[end]) & 0xc0) == 0x80) --end;
    said = absl::StrCat(said.substr(0, end), " ...");
  }
  return said.empty() ? "nothing" : said;
}

absl::Status CannotConfine(const ChildResult& result) {
  return absl::FailedPreconditionError(absl::StrCat(
      "bubblewrap cannot confine pandoc on this machine, it said: ",
      Said(result.error),
      "; allow unprivileged user namespaces, or convert documents that you "
      "trust with --unconfined"));
}

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
  // Only bubblewrap's own messages begin so: pandoc's begin with "pandoc" or
  // with a bracket.
  if (absl::StartsWith(result.error, "bwrap: ")) return CannotConfine(result);
  if (absl::StartsWith(result.error, "prlimit: ")) {
    return absl::FailedPreconditionError(absl::StrCat(
        "pandoc cannot be held to its limits: ", Said(result.error)));
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

absl::Status CheckPossible(const Conversion& conversion,
                           const Pandoc::Options& options) {
  if (conversion.bytes.size() > options.input_bytes_max) {
    return absl::ResourceExhaustedError(
        absl::StrCat("got ", conversion.bytes.size(), " bytes, want at most ",
                     options.input_bytes_max));
  }
  RETURN_IF_ERROR(CheckInstalled(options.pandoc_path, "pandoc"));
  if (!options.confined) return absl::OkStatus();
  return CheckInstalled(options.bwrap_path, "bubblewrap");
}

absl::StatusOr<std::string> Run(const Conversion& conversion,
                                const Pandoc::Options& options,
                                base::Clock& clock) {
  RETURN_IF_ERROR(CheckPossible(conversion, options));
  ASSIGN_OR_RETURN(const std::unique_ptr<PrivateFolder> folder,
                   PrivateFolder::Make(options.temporary_folder));
  for (const ConversionFile& file : conversion.files)
    RETURN_IF_ERROR(folder->AddFile(file.name, file.bytes));
  const Fence fence = {.confined = options.confined,
                       .bwrap_path = options.bwrap_path,
                       .folder = folder->path(),
                       .address_bytes_max = kConvertAddressBytesMax,
                       .processor_time_max = options.timeout};
  ASSIGN_OR_RETURN(
      ChildResult result,
      RunChild(
          {.arguments =
               FencedCommand(fence, PandocCommand(conversion, options)),
           .environment = FencedEnvironment(fence, conversion.document_time),
           .folder = folder->path(),
           .input = conversion.bytes,
           .timeout = options.timeout,
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
