// SPDX-License-Identifier: Apache-2.0
// Dates in arbitrary bytes: in order, apart, and every EDTF string parses and
// means the days that the date has.
#include <cstddef>
#include <cstdint>

#include "lib/base/status_macros.h"
#include "lib/domain/edtf_date.h"
#include "lib/extract/date_phrase.h"
#include "lib/extract/text_lines.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  using namespace compendium;  // NOLINT(google-build-using-namespace)
  const absl::string_view text(reinterpret_cast<const char*>(bytes), size);
  const AnswerText answer(text);
  const TokenRange all{0, answer.tokens().size()};
  size_t after = 0;
  for (const DatePhrase& date : FindDates(answer.tokens(), all)) {
    CHECK(date.range.first >= after);
    CHECK(date.range.first < date.range.last);
    CHECK(date.range.last <= all.last);
    after = date.range.last;
    const auto meaning = date.Meaning(2016);
    if (!meaning.has_value()) continue;
    const auto edtf = EdtfDate::Parse(meaning->edtf);
    CHECK(edtf.ok());
    CHECK(meaning->days == DaysOf(*edtf));
  }
  return 0;
}
