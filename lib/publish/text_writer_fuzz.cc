// SPDX-License-Identifier: Apache-2.0
// Any text as title, name, focus area and answer of a questionnaire is read
// back from the text of a compendium letter by letter.
#include <cstddef>
#include <cstdint>
#include <string>

#include "lib/base/status_macros.h"
#include "lib/document/characters.h"
#include "lib/document/compendium_text.h"
#include "lib/document/coverage_check.h"
#include "lib/publish/text_writer.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  // Records hold only UTF-8.
  if (compendium::FindInvalidUtf8(text).has_value()) return 0;
  compendium::PublishedRound round;
  round.title = text;
  round.sections.push_back(
      {.mechanism_id = "a",
       .title = text,
       .participants = {{compendium::registry::v1::PARTICIPANT_ROLE_OBSERVER,
                         {text}}},
       .focus_areas = {text},
       .questions = {{"2A", text, text}}});

  const std::string written = compendium::WriteCompendiumText(round);
  const auto parsed = compendium::ParseCompendiumText(
      written, {.file_name = "fuzz.txt", .round_id = "2016"});

  CHECK(parsed.ok());
  CHECK(compendium::FindCoverageProblem(written, *parsed).empty());
  CHECK(parsed->questionnaires.size() == 1);
  const auto& read = parsed->questionnaires[0].questionnaire;
  CHECK(read.title() == text);
  CHECK(read.participants_size() == 1);
  CHECK(read.participants(0).as_written() == text);
  CHECK(read.focus_areas_size() == 1);
  CHECK(read.focus_areas(0).as_written() == text);
  for (const auto& answer : read.answers()) {
    CHECK(answer.text() == (answer.question_id() == "2A" ? text : ""));
  }
  return 0;
}
