// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "lib/base/clock.h"
#include "lib/convert/confined_program.h"
#include "lib/convert/limits.h"

namespace compendium {

// One document to convert. The formats and arguments are the program's own
// choice, never a user's: pandoc has arguments that run programs.
struct Conversion {
  std::string from;           // as pandoc names it: "docx+styles"
  std::string to;             // "json", "docx"
  absl::string_view bytes;    // borrowed during the call
  std::string document_name;  // for messages: the file it came from
  std::vector<std::string> arguments = {};  // besides formats, input and output
  // Such as the reference document of `--reference-doc=reference.docx`.
  std::vector<ConversionFile> files = {};
  // What the result says it was made at.
  absl::Time document_time = absl::FromUnixSeconds(315532800);  // 1980: zip's 0
};

// Converts documents by running pandoc 2.17, by default confined: it sees no
// network, no file but those it is given, and no process (bubblewrap). Where
// the machine cannot confine it, conversion fails; it is never run unconfined
// unless the options say so. The same input gives the same bytes.
//
// May be called from any thread, many at once; each call is a process.
class Pandoc {
 public:
  struct Options {
    bool confined = true;
    std::string pandoc_path = "/usr/bin/pandoc";
    std::string bwrap_path = "/usr/bin/bwrap";
    std::string temporary_folder = "/tmp";
    absl::Duration timeout = kConvertTime;
    size_t input_bytes_max = kConvertInputBytesMax;
    size_t output_bytes_max = kConvertOutputBytesMax;
    size_t heap_bytes_max = kConvertHeapBytesMax;
  };

  // `clock` is borrowed for the object's life.
  Pandoc(Options options, base::Clock& clock)
      : options_(std::move(options)), clock_(clock) {}

  // The converted document. Each error starts with the document's name.
  // INVALID_ARGUMENT with what pandoc said when the document is not what it
  // should be, RESOURCE_EXHAUSTED above a limit of the options,
  // FAILED_PRECONDITION when pandoc or bubblewrap are not installed or the
  // machine does not let bubblewrap confine, INTERNAL when pandoc does not
  // know a format or argument. Warnings of pandoc are no errors, unless
  // `--fail-if-warnings` is among the arguments.
  absl::StatusOr<std::string> Convert(const Conversion& conversion) const;

 private:
  const Options options_;
  base::Clock& clock_;
};

}  // namespace compendium
