// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "compendium/registry/v1/mechanism.pb.h"
#include "compendium/registry/v1/questionnaire.pb.h"
#include "compendium/registry/v1/round.pb.h"

namespace compendium {

// One questionnaire of a document. Fields that the registry sets are empty,
// but the questionnaire has its name.
struct ParsedQuestionnaire {
  std::string mechanism_id;  // the last part of the mechanism's name
  registry::v1::Mechanism mechanism;
  registry::v1::Questionnaire questionnaire;
};

// A document, taken apart.
struct ParsedDocument {
  // In the order of the document; no mechanism twice.
  std::vector<ParsedQuestionnaire> questionnaires;
  registry::v1::RoundDocument document;  // the file, and what is no
                                         // questionnaire's
  registry::v1::Form form;  // the known questions, then others it asks
};

// A document from which a text was derived.
struct OriginalDocument {
  registry::v1::DocumentFormat format =
      registry::v1::DOCUMENT_FORMAT_UNSPECIFIED;
  std::string sha256;
  int64_t size_bytes = 0;
};

struct ParseOptions {
  std::string file_name;  // without its folder; kept as it is
  std::string round_id;   // the last part of the round's name
  // What the text was derived from; absent when the file is the text. Spans
  // count in the text in any case.
  std::optional<OriginalDocument> original = std::nullopt;
};

// Reads the text of a compendium: several completed questionnaires, each with
// heading, members, focus areas and a table of questions and answers, as text
// taken out of a PDF. It is recognised by structure, not by wording: marks of
// emphasis, kinds of bullets, line ends and numbering may vary, mechanisms need
// not be known, page breaks may cut tables, answers and questions.
//
//   document      = { line } { questionnaire }
//   questionnaire = heading { line } [ members ] [ focus ] { question }
//   question      = label tab answer { tab answer | page break | footnote }
//                 | label line-end { paragraph }
//
// A text that this program exported says more plainly what is what
// (exported_text.h) and is read by that.
//
// Nothing is dropped. Each byte of `text` belongs to exactly one of: the
// source_spans of a questionnaire, those of an answer, the remainders of a
// questionnaire, those of the document; those of a questionnaire count from its
// section (document.sections, in the order of the questionnaires). Every one
// has an answer to every known question, in the order of the form; its state is
// BLANK where there is no text, else ANSWERED (lib/extract knows more).
//
// kInvalidArgument when `text` is not UTF-8 or holds no questionnaire, when a
// mechanism comes twice or `round_id` is no id; kResourceExhausted beyond the
// limits of limits.h. Messages name the byte or the line (from 1). Linear.
// Pure; any thread.
absl::StatusOr<ParsedDocument> ParseCompendiumText(absl::string_view text,
                                                   const ParseOptions& options);

}  // namespace compendium
