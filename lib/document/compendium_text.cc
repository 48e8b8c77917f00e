// SPDX-License-Identifier: Apache-2.0
#include "lib/document/compendium_text.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/document/characters.h"
#include "lib/document/document_line.h"
#include "lib/document/exported_text.h"
#include "lib/document/known_question.h"
#include "lib/document/limits.h"
#include "lib/document/plain_text.h"
#include "lib/document/questionnaire_reader.h"
#include "lib/document/section.h"
#include "lib/document/section_spans.h"
#include "lib/document/source_coverage.h"
#include "lib/document/source_document.h"
#include "lib/document/text_encoding.h"
#include "lib/domain/resource_name.h"

namespace compendium {
namespace {

// How much of a line a message quotes.
constexpr size_t kQuoteBytesMax = 60;

absl::Status CheckText(absl::string_view text) {
  if (text.size() > kDocumentBytesMax) {
    return absl::ResourceExhaustedError(
        absl::StrCat("document: got ", text.size(), " bytes, want at most ",
                     kDocumentBytesMax));
  }
  if (const std::optional<size_t> at = FindInvalidUtf8(text)) {
    return absl::InvalidArgumentError(absl::StrCat(
        "document: got no UTF-8 at byte ", *at, " (line ",
        1 + std::count(text.begin(),
                       text.begin() + static_cast<std::ptrdiff_t>(*at), '\n'),
        "), want UTF-8 text; it looks like ", GuessEncoding(text)));
  }
  const auto line_count = std::count_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; });
  if (static_cast<size_t>(line_count) > kDocumentLinesMax) {
    return absl::ResourceExhaustedError(
        absl::StrCat("document: got ", line_count, " line ends, want at most ",
                     kDocumentLinesMax));
  }
  return absl::OkStatus();
}

// The beginning of a line, as a person sees it.
std::string QuoteOf(absl::string_view line) {
  std::string words = OneLine(line);
  if (words.size() > kQuoteBytesMax) {
    size_t end = kQuoteBytesMax;
    while ((static_cast<unsigned char>(words[end]) & 0xc0) == 0x80) --end;
    words = absl::StrCat(words.substr(0, end), " ...");
  }
  return absl::StrCat("\"", words, "\"");
}

absl::Status NoQuestionnaire(const std::vector<DocumentLine>& lines) {
  const auto question =
      std::find_if(lines.begin(), lines.end(), IsQuestionLabel);
  if (question != lines.end()) {
    return absl::InvalidArgumentError(absl::StrCat(
        "line ", question - lines.begin() + 1, ": got a question (",
        QuoteOf(question->content), "), want a mechanism's heading above it"));
  }
  return absl::InvalidArgumentError(absl::StrCat(
      "lines 1 to ", std::max<size_t>(1, lines.size()),
      ": got no questionnaire, want a mechanism's heading followed by \"Member "
      "States:\" and by numbered questions"));
}

// The form: the known questions, then those that only the document asks.
registry::v1::Form MakeForm(
    const std::vector<ParsedQuestionnaire>& questionnaires) {
  registry::v1::Form form;
  const auto add = [&](absl::string_view id, absl::string_view title,
                       bool asks_for_claims) {
    registry::v1::Question& question = *form.add_questions();
    question.set_id(std::string(id));
    question.set_title(std::string(title));
    question.set_asks_for_claims(asks_for_claims);
  };
  for (const KnownQuestion& known : KnownQuestions()) {
    add(known.id, known.title, known.asks_for_claims);
  }
  for (const ParsedQuestionnaire& parsed : questionnaires) {
    for (const registry::v1::Answer& answer : parsed.questionnaire.answers()) {
      const auto has_id = [&](const registry::v1::Question& question) {
        return question.id() == answer.question_id();
      };
      if (std::none_of(form.questions().begin(), form.questions().end(),
                       has_id)) {
        add(answer.question_id(),
            answer.question_as_written().size() <= kQuestionTitleBytesMax
                ? answer.question_as_written()
                : answer.question_id(),
            false);
      }
    }
  }
  return form;
}

// Reads the sections into `questionnaires`, still without names.
absl::Status ReadSections(const std::vector<DocumentLine>& lines,
                          std::vector<LineOwner>& owners,
                          std::vector<ParsedQuestionnaire>& questionnaires) {
  if (IsExportedText(lines)) {
    ASSIGN_OR_RETURN(questionnaires, ReadExportedText(lines, owners));
    return absl::OkStatus();
  }
  for (const Section& section : FindSections(lines)) {
    questionnaires.push_back(
        ReadQuestionnaire(lines, section, questionnaires.size(), owners));
  }
  return questionnaires.empty() ? NoQuestionnaire(lines) : absl::OkStatus();
}

// The line, from 1, with the heading of the questionnaire at `index`.
size_t HeadingLine(const std::vector<LineOwner>& owners, size_t index) {
  const auto heading =
      std::find_if(owners.begin(), owners.end(), [&](const LineOwner& owner) {
        return owner.part == LineOwner::Part::kProfile &&
               owner.questionnaire == index;
      });
  return static_cast<size_t>(heading - owners.begin()) + 1;
}

// Gives each questionnaire its name; no mechanism may come twice.
absl::Status SetNames(const RoundName& round,
                      const std::vector<LineOwner>& owners,
                      std::vector<ParsedQuestionnaire>& questionnaires) {
  absl::flat_hash_map<std::string, size_t> indices;  // by mechanism
  for (size_t i = 0; i < questionnaires.size(); ++i) {
    const std::string& id = questionnaires[i].mechanism_id;
    const auto [first, added] = indices.emplace(id, i);
    if (!added) {
      return absl::InvalidArgumentError(
          absl::StrCat("line ", HeadingLine(owners, i), ": got mechanism ", id,
                       " again, want it once (first in line ",
                       HeadingLine(owners, first->second), ")"));
    }
    ASSIGN_OR_RETURN(MechanismName mechanism, MechanismName::FromId(id));
    questionnaires[i].questionnaire.set_name(
        QuestionnaireName(std::move(mechanism), round).ToString());
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<ParsedDocument> ParseCompendiumText(
    absl::string_view text, const ParseOptions& options) {
  RETURN_IF_ERROR(CheckText(text));
  const absl::StatusOr<RoundName> round = RoundName::FromId(options.round_id);
  if (!round.ok()) {
    return absl::InvalidArgumentError(
        absl::StrCat("round_id: ", round.status().message()));
  }
  const std::vector<DocumentLine> lines = ReadLines(text);
  ParsedDocument parsed;
  SetSource(text, options, *parsed.document.mutable_source());

  std::vector<LineOwner> owners(lines.size());
  RETURN_IF_ERROR(ReadSections(lines, owners, parsed.questionnaires));
  RETURN_IF_ERROR(SetNames(*round, owners, parsed.questionnaires));
  AddSpans(text, lines, owners, parsed);
  CountFromSections(text, parsed);
  parsed.form = MakeForm(parsed.questionnaires);
  return parsed;
}

}  // namespace compendium
