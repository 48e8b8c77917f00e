// SPDX-License-Identifier: Apache-2.0
// Any bytes either give an error or a document that covers every byte once and
// holds only UTF-8.
#include <cstddef>
#include <cstdint>
#include <string>

#include "lib/base/status_macros.h"
#include "lib/document/characters.h"
#include "lib/document/compendium_text.h"
#include "lib/document/coverage_check.h"
#include "lib/document/facts_json.h"

namespace {

void CheckText(absl::string_view text) {
  CHECK(!compendium::FindInvalidUtf8(text).has_value());
}

void CheckQuestionnaire(const compendium::ParsedQuestionnaire& parsed) {
  const auto& questionnaire = parsed.questionnaire;
  CHECK(!questionnaire.name().empty());
  CHECK(questionnaire.answers_size() >= 8);
  CheckText(questionnaire.title());
  CheckText(parsed.mechanism.display_name());
  for (const auto& answer : questionnaire.answers()) {
    CheckText(answer.question_as_written());
    CheckText(answer.text());
    CheckText(answer.verbatim());
    CHECK(answer.text().empty() ==
          (answer.state() == compendium::registry::v1::ANSWER_STATE_BLANK));
  }
  for (const auto& participant : questionnaire.participants())
    CheckText(participant.as_written());
  for (const auto& area : questionnaire.focus_areas())
    CheckText(area.as_written());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  const auto parsed = compendium::ParseCompendiumText(
      text, {.file_name = "fuzz.txt", .round_id = "2016"});
  if (!parsed.ok()) {
    CHECK(!parsed.status().message().empty());
    return 0;
  }
  CHECK(compendium::FindCoverageProblem(text, *parsed).empty());
  for (const auto& questionnaire : parsed->questionnaires) {
    CheckQuestionnaire(questionnaire);
    CHECK(!compendium::FactsJson({questionnaire.questionnaire}).empty());
  }
  return 0;
}
