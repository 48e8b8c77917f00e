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

namespace {

struct Input {
  std::string bytes;
  ImportOptions options;
};

absl::StatusOr<Input> ReadInput(const InputOptions& options) {
  const absl::StatusOr<RoundName> name =
      RoundName::Parse(FullRoundName(options.round));
  if (!name.ok()) return BadUsage(name.status());
  Input input;
  input.options.file_name =
      std::filesystem::path(options.path).filename().string();
  input.options.round_id = name->id();
  input.options.pandoc.confined = !options.unconfined;
  if (!options.format.empty()) {
    const absl::StatusOr<FileFormat> format = ParseFileFormat(options.format);
    if (!format.ok()) return BadUsage(format.status());
    input.options.format = *format;
  }
  absl::StatusOr<std::string> bytes =
      base::ReadFile(options.path, kImportFileBytesMax);
  if (!bytes.ok()) return BadInput(bytes.status());
  input.bytes = *std::move(bytes);
  return input;
}

}  // namespace

void AddInputOptions(CLI::App& command, InputOptions& options) {
  command.add_option("--format", options.format,
                     "text, docx, html, csv, json or textproto; else the "
                     "content decides");
  command.add_flag("--unconfined", options.unconfined,
                   "Run pandoc without bubblewrap, for documents that you "
                   "trust on machines that do not let it confine");
}

absl::StatusOr<std::unique_ptr<ImportFile>> OpenInputFile(
    const InputOptions& options) {
  ASSIGN_OR_RETURN(Input input, ReadInput(options));
  auto file = ImportFile::Open(std::move(input.bytes), input.options);
  if (!file.ok()) return BadInput(file.status());
  return file;
}

absl::StatusOr<ImportSource> ReadInputFile(const InputOptions& options) {
  ASSIGN_OR_RETURN(const Input input, ReadInput(options));
  absl::StatusOr<ImportSource> source =
      ReadImportSource(input.bytes, input.options);
  if (!source.ok()) return BadInput(source.status());
  return source;
}

}  // namespace compendium
