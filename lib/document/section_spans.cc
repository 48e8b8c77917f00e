// SPDX-License-Identifier: Apache-2.0
#include "lib/document/section_spans.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "lib/base/sha256.h"
#include "lib/base/status_macros.h"

namespace compendium {
namespace {

using registry::v1::Answer;
using registry::v1::Questionnaire;
using registry::v1::Remainder;
using registry::v1::SourceSpan;

template <class Visit>
void ForEachSpan(Questionnaire& questionnaire, Visit visit) {
  for (SourceSpan& span : *questionnaire.mutable_source_spans()) visit(span);
  for (Answer& answer : *questionnaire.mutable_answers()) {
    for (SourceSpan& span : *answer.mutable_source_spans()) visit(span);
  }
  for (Remainder& remainder : *questionnaire.mutable_remainders()) {
    visit(*remainder.mutable_span());
  }
}

SourceSpan SectionOf(Questionnaire& questionnaire) {
  SourceSpan section;
  bool found = false;
  ForEachSpan(questionnaire, [&](const SourceSpan& span) {
    section.set_begin_byte(
        found ? std::min(section.begin_byte(), span.begin_byte())
              : span.begin_byte());
    section.set_end_byte(std::max(section.end_byte(), span.end_byte()));
    found = true;
  });
  CHECK(found);
  return section;
}

}  // namespace

void CountFromSections(absl::string_view text, ParsedDocument& parsed) {
  const std::string file_name = parsed.document.source().file_name();
  for (ParsedQuestionnaire& part : parsed.questionnaires) {
    Questionnaire& questionnaire = part.questionnaire;
    const SourceSpan section = SectionOf(questionnaire);
    ForEachSpan(questionnaire, [&](SourceSpan& span) {
      span.set_begin_byte(span.begin_byte() - section.begin_byte());
      span.set_end_byte(span.end_byte() - section.begin_byte());
    });
    const int64_t size = section.end_byte() - section.begin_byte();
    const absl::string_view bytes = text.substr(
        static_cast<size_t>(section.begin_byte()), static_cast<size_t>(size));
    questionnaire.mutable_source()->set_file_name(file_name);
    questionnaire.mutable_source()->set_format(
        parsed.document.source().format());
    questionnaire.mutable_source()->set_sha256(base::Sha256Hex(bytes));
    questionnaire.mutable_source()->set_size_bytes(size);
    registry::v1::DocumentSection& noted = *parsed.document.add_sections();
    noted.set_questionnaire(questionnaire.name());
    *noted.mutable_span() = section;
  }
}

}  // namespace compendium
