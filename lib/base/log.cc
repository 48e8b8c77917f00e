// SPDX-License-Identifier: Apache-2.0
#include "lib/base/log.h"

#include <unistd.h>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace compendium::base {
namespace {

// RFC 8259 §7: quote, backslash and control characters are escaped.
void AppendQuoted(absl::string_view text, std::string& line) {
  line += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      line += '\\';
      line += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      absl::StrAppendFormat(&line, "\\u%04x", static_cast<unsigned>(c));
    } else {
      line += c;
    }
  }
  line += '"';
}

absl::string_view NameOf(Severity severity) {
  switch (severity) {
    case Severity::kInfo:
      return "info";
    case Severity::kWarning:
      return "warning";
    case Severity::kError:
      return "error";
  }
  return "error";
}

}  // namespace

std::string LogLine(Severity severity, absl::string_view event,
                    std::initializer_list<LogField> fields) {
  std::string line = "{\"event\":";
  AppendQuoted(event, line);
  absl::StrAppend(&line, ",\"severity\":\"", NameOf(severity), "\"");
  for (const LogField& field : fields) {
    line += ',';
    AppendQuoted(field.name, line);
    line += ':';
    AppendQuoted(field.value, line);
  }
  line += "}\n";
  return line;
}

void Log(Severity severity, absl::string_view event,
         std::initializer_list<LogField> fields) {
  const std::string line = LogLine(severity, event, fields);
  // A log that cannot be written has nobody to tell.
  [[maybe_unused]] const ssize_t written =
      write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace compendium::base
