// SPDX-License-Identifier: Apache-2.0
#include "lib/document/source_coverage.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "lib/base/status_macros.h"
#include "lib/document/limits.h"

namespace compendium {
namespace {

using registry::v1::Questionnaire;
using registry::v1::SourceSpan;

void SetSpan(size_t begin, size_t end, SourceSpan& span) {
  span.set_begin_byte(static_cast<int64_t>(begin));
  span.set_end_byte(static_cast<int64_t>(end));
}

// The end of the piece of `text` that begins at `begin`: at most
// kRemainderBytesMax away and not within a character.
size_t PieceEnd(absl::string_view text, size_t begin, size_t end) {
  if (end - begin <= kRemainderBytesMax) return end;
  end = begin + kRemainderBytesMax;
  while ((static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  return end;
}

// Appends bytes `begin` to `end` of `text` to a list of remainders.
template <typename Remainders>
void AddRemainders(absl::string_view text, size_t begin, size_t end,
                   Remainders& remainders) {
  while (begin < end) {
    const size_t piece_end = PieceEnd(text, begin, end);
    auto* const remainder = remainders.Add();
    SetSpan(begin, piece_end, *remainder->mutable_span());
    remainder->set_text(std::string(text.substr(begin, piece_end - begin)));
    begin = piece_end;
  }
}

void AddStretch(absl::string_view text, size_t begin, size_t end,
                const LineOwner& owner, ParsedDocument& parsed) {
  if (owner.part == LineOwner::Part::kDocument) {
    AddRemainders(text, begin, end, *parsed.document.mutable_remainders());
    return;
  }
  Questionnaire& questionnaire =
      parsed.questionnaires[owner.questionnaire].questionnaire;
  switch (owner.part) {
    case LineOwner::Part::kDocument:
    case LineOwner::Part::kRemainder:
      AddRemainders(text, begin, end, *questionnaire.mutable_remainders());
      break;
    case LineOwner::Part::kProfile:
      SetSpan(begin, end, *questionnaire.add_source_spans());
      break;
    case LineOwner::Part::kAnswer:
      SetSpan(begin, end,
              *questionnaire.mutable_answers(static_cast<int>(owner.answer))
                   ->add_source_spans());
      break;
  }
}

}  // namespace

void AddSpans(absl::string_view text, const std::vector<DocumentLine>& lines,
              const std::vector<LineOwner>& owners, ParsedDocument& parsed) {
  CHECK(owners.size() == lines.size());
  for (size_t first = 0; first < lines.size();) {
    size_t last = first;
    while (last + 1 < lines.size() && owners[last + 1] == owners[first]) ++last;
    AddStretch(text, lines[first].begin_byte, lines[last].end_byte,
               owners[first], parsed);
    first = last + 1;
  }
}

}  // namespace compendium
