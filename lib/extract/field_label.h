// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "absl/container/inlined_vector.h"
#include "lib/extract/text_lines.h"
#include "lib/extract/token.h"

namespace compendium {

// What a label such as "Geographical coverage:" announces.
enum class Field {
  kNone,  // no label: the words before the first one
  kTitle,
  kPeriod,
  kStart,  // of the period
  kEnd,
  kObjective,
  kCoverage,
  kFunding,
  kLink,
  kOther,  // known, but not kept: partners, budget, contact
};

// Some words of a line with the label in front of them.
struct FieldPiece {
  Field field = Field::kNone;
  TokenRange value;  // may be empty: the value stands on the lines below
  size_t label = 0;  // where the label begins; value.first without one
};

// Most lines are one piece.
using FieldPieces = absl::InlinedVector<FieldPiece, 1>;

// A line, cut where its labels begin. What it asks of a label: up to six words
// of its vocabulary ("Project duration", "Source of funding", "Donor(s)"),
//   - with a colon: anywhere, with a capital or behind a mark;
//   - with a dash or a comma: where the line or, behind ";", a part of it
//     starts ("…; Geographical coverage – Lima; …");
//   - alone on its line, with a capital;
//   - "funded by", "financed by" without anything behind it.
// Words in quotation marks are no labels. Empty for an empty line, else at
// least one piece. Linear.
FieldPieces SplitFields(const AnswerText& answer, TokenRange line);

}  // namespace compendium
