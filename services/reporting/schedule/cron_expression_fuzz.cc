// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>
#include <optional>

#include "absl/strings/string_view.h"
#include "lib/base/status_macros.h"
#include "services/reporting/schedule/cron_expression.h"

// The first line is a time zone, the rest an expression. Whatever comes, due
// times grow.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const absl::string_view text(reinterpret_cast<const char*>(data), size);
  const size_t end = text.find('\n');
  if (end == absl::string_view::npos) return 0;
  const auto zone = compendium::reporting::ParseTimeZone(text.substr(0, end));
  const auto cron =
      compendium::reporting::CronExpression::Parse(text.substr(end + 1));
  if (!zone.ok() || !cron.ok()) return 0;
  absl::Time time = absl::FromUnixSeconds(1'700'000'000);
  for (int i = 0; i < 10; ++i) {
    const std::optional<absl::Time> next = cron->NextAfter(time, *zone);
    if (!next.has_value()) return 0;
    CHECK(*next > time);
    time = *next;
  }
  return 0;
}
