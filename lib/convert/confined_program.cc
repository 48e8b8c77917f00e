// SPDX-License-Identifier: Apache-2.0
#include "lib/convert/confined_program.h"

#include <unistd.h>

#include <memory>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/convert/fence.h"
#include "lib/convert/limits.h"
#include "lib/convert/private_folder.h"

namespace compendium {
namespace {

absl::Status CheckPossible(const ConfinedProgram& program,
                           const Confinement& confinement) {
  if (program.input.size() > confinement.input_bytes_max) {
    return absl::ResourceExhaustedError(
        absl::StrCat("got ", program.input.size(), " bytes, want at most ",
                     confinement.input_bytes_max));
  }
  RETURN_IF_ERROR(CheckInstalled(program.command.front(), program.package));
  if (!confinement.confined) return absl::OkStatus();
  return CheckInstalled(confinement.bwrap_path, "bubblewrap");
}

// Whether it is the fence that failed. Only bubblewrap's and prlimit's own
// messages begin so.
absl::Status JudgeFence(const ConfinedProgram& program,
                        const ChildResult& result) {
  if (result.exit_status == 0) return absl::OkStatus();
  if (absl::StartsWith(result.error, "bwrap: ")) {
    return absl::FailedPreconditionError(
        absl::StrCat("bubblewrap cannot confine ", program.name,
                     " on this machine, it said: ", Said(result.error),
                     "; allow unprivileged user namespaces",
                     program.way_out.empty() ? "" : ", ", program.way_out));
  }
  if (absl::StartsWith(result.error, "prlimit: ")) {
    return absl::FailedPreconditionError(absl::StrCat(
        program.name, " cannot be held to its limits: ", Said(result.error)));
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status CheckInstalled(const std::string& path,
                            absl::string_view package) {
  if (access(path.c_str(), X_OK) == 0) return absl::OkStatus();
  return absl::FailedPreconditionError(
      absl::StrCat("got no program ", path, ", want the Debian package ",
                   package, " to be installed"));
}

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

absl::StatusOr<ChildResult> RunConfined(const ConfinedProgram& program,
                                        const Confinement& confinement,
                                        base::Clock& clock) {
  RETURN_IF_ERROR(CheckPossible(program, confinement));
  ASSIGN_OR_RETURN(const std::unique_ptr<PrivateFolder> folder,
                   PrivateFolder::Make(confinement.temporary_folder));
  for (const ConversionFile& file : program.files)
    RETURN_IF_ERROR(folder->AddFile(file.name, file.bytes));
  const Fence fence = {.confined = confinement.confined,
                       .bwrap_path = confinement.bwrap_path,
                       .folder = folder->path(),
                       .address_bytes_max = confinement.address_bytes_max,
                       .processor_time_max = confinement.timeout};
  std::vector<std::string> environment =
      FencedEnvironment(fence, program.document_time);
  environment.insert(environment.end(), program.environment.begin(),
                     program.environment.end());
  ASSIGN_OR_RETURN(ChildResult result,
                   RunChild({.arguments = FencedCommand(fence, program.command),
                             .environment = environment,
                             .folder = folder->path(),
                             .input = program.input,
                             .timeout = confinement.timeout,
                             .output_bytes_max = confinement.output_bytes_max},
                            clock));
  RETURN_IF_ERROR(JudgeFence(program, result));
  return result;
}

}  // namespace compendium
