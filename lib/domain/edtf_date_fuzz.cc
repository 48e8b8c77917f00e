// SPDX-License-Identifier: Apache-2.0
// Feeds any bytes to EdtfDate::Parse: it must not crash, what it accepts must
// read back as the same value with its bounds in order, and what it refuses
// must be refused in one line that names a byte.
#include <cstddef>
#include <cstdint>

#include "absl/strings/match.h"
#include "lib/base/status_macros.h"
#include "lib/domain/edtf_date.h"

using compendium::EdtfDate;

namespace {

void CheckAccepted(absl::string_view text, const EdtfDate& date) {
  CHECK(date.ToString() == text);
  const auto again = EdtfDate::Parse(date.ToString());
  CHECK(again.ok() && *again == date);
  CHECK(date.level() >= 0 && date.level() <= 2);
  const auto from = date.search_from_day();
  const auto to = date.search_to_day();
  if (from.is_day() && to.is_day()) CHECK(from.day() <= to.day());
  if (date.earliest_day().is_day()) CHECK(date.earliest_day() == from);
  if (date.latest_day().is_day()) CHECK(date.latest_day() == to);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  const absl::string_view text(reinterpret_cast<const char*>(bytes), size);
  const auto date = EdtfDate::Parse(text);
  if (date.ok()) {
    CheckAccepted(text, *date);
  } else {
    CHECK(absl::StartsWith(date.status().message(), "byte "));
    CHECK(!absl::StrContains(date.status().message(), "\n"));
  }
  return 0;
}
