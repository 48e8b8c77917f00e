// SPDX-License-Identifier: Apache-2.0
#include "cli/input_file.h"

#include <filesystem>
#include <utility>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/import/limits.h"
#include "lib/base/atomic_file.h"
#include "lib/base/status_macros.h"
#include "lib/domain/resource_name.h"

namespace compendium {

absl::StatusOr<ImportSource> ReadInputFile(const std::string& path,
                                           const std::string& round) {
  const absl::StatusOr<RoundName> name = RoundName::Parse(FullRoundName(round));
  if (!name.ok()) return BadUsage(name.status());
  absl::StatusOr<std::string> text = base::ReadFile(path, kImportFileBytesMax);
  if (!text.ok()) return BadInput(text.status());
  absl::StatusOr<ImportSource> source = ReadImportSource(
      *text, {.file_name = std::filesystem::path(path).filename().string(),
              .round_id = name->id()});
  if (!source.ok()) return BadInput(source.status());
  return source;
}

}  // namespace compendium
