// SPDX-License-Identifier: Apache-2.0
// Any bytes are refused or give a table whose questionnaires can all be made,
// and in which each row is the source of exactly one answer.
#include <cstddef>
#include <cstdint>
#include <string>

#include "lib/base/status_macros.h"
#include "lib/document/answer_table.h"
#include "lib/document/characters.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  // A header to begin with: few inputs would find one.
  std::string text = "mechanism,question,answer,state\n";
  const auto shift = static_cast<size_t>(size > 0 ? bytes[0] % 4 : 0);
  if (shift == 1) text = "question;state;mechanism;answer\r\n";
  if (shift == 2) text = "";
  text.append(reinterpret_cast<const char*>(bytes), size);
  const auto table = compendium::AnswerTable::Read(
      text, {.file_name = "fuzz.csv", .round_id = "2016"});
  CHECK(compendium::IsAnswerTable(text) || !table.ok());
  if (!table.ok()) {
    CHECK(!table.status().message().empty());
    return 0;
  }
  for (size_t i = 0; i < table->size(); ++i) {
    const auto parsed = table->Questionnaire(i);
    int64_t covered = 0;
    for (const auto& answer : parsed.questionnaire.answers()) {
      CHECK(!compendium::FindInvalidUtf8(answer.text()).has_value());
      CHECK(answer.source_spans_size() <= 1);
      for (const auto& span : answer.source_spans())
        covered += span.end_byte() - span.begin_byte();
    }
    CHECK(covered == parsed.questionnaire.source().size_bytes());
  }
  return 0;
}
