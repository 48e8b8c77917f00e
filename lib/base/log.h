// SPDX-License-Identifier: Apache-2.0
// Logs as one JSON object per line on standard error, `event` first. Never
// pass answer text: logs travel further than records do.
#pragma once

#include <initializer_list>
#include <string>

#include "absl/strings/string_view.h"

namespace compendium::base {

enum class Severity {
  kInfo,     // the state of the program changed
  kWarning,  // act if it repeats
  kError,    // act now
};

// A name and a value of a log line; numbers come as text from absl::StrCat.
struct LogField {
  absl::string_view name;
  std::string value;
};

// Writes {"event":…,"severity":…,fields…} as one line, in one write. Any
// thread.
void Log(Severity severity, absl::string_view event,
         std::initializer_list<LogField> fields = {});

// The line that Log writes, with its newline; for tests.
std::string LogLine(Severity severity, absl::string_view event,
                    std::initializer_list<LogField> fields);

}  // namespace compendium::base
