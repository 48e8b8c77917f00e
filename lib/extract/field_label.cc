// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/field_label.h"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace compendium {
namespace {

// Most words and marks of a label, its delimiter apart.
constexpr size_t kLabelTokensMax = 8;

// The words that decide what a label announces. Where a label has several, the
// first of this list counts: "Name of the donor" is about the donor, "Project
// title and duration" about the title.
struct Deciding {
  Field field;
  WordList words;
};
constexpr Deciding kDeciding[] = {
    {Field::kOther,
     " partner partners budget contact contacts status beneficiary "
     "beneficiaries stakeholders activities outcomes results outputs "
     "language languages author authors publisher theme "_words},
    {Field::kFunding,
     " funding funded fund funds donor donors financing financed financer "
     "funder funders sponsor sponsors "_words},
    {Field::kLink,
     " website web site weblink weblinks link links url homepage webpage "
     "internet address "_words},
    {Field::kTitle, " title titles name "_words},
    {Field::kCoverage,
     " coverage scope area areas region regions country countries location "
     "locations "_words},
    {Field::kPeriod,
     " duration period time timeframe timeline timelines dates date "
     "year years "_words},
    {Field::kObjective,
     " objective objectives purpose purposes aim aims goal goals description "
     "summary abstract "_words},
};

// Words that may stand beside them.
constexpr WordList kBeside =
    " project projects project's project’s programme program publication the "
    "of a and s or to its overall general main specific key major "
    "implementation implementing geographic geographical geographically "
    "target targeted participating covered source sources frame start starting "
    "end ending begin beginning completion more further information available "
    "if any "_words;

// "Project 1:", "Project:", "Project A:" name a project.
bool IsProjectWord(const Token& token) {
  return IsOneOf(token,
                 " project projects programme program publication "_words);
}

bool HasWord(const AnswerText& answer, TokenRange range, WordList words) {
  for (size_t at = range.first; at < range.last; ++at) {
    if (IsOneOf(answer.token(at), words)) return true;
  }
  return false;
}

Field FieldOf(const AnswerText& answer, TokenRange label) {
  for (const Deciding& deciding : kDeciding) {
    if (!HasWord(answer, label, deciding.words)) continue;
    if (deciding.field != Field::kPeriod) return deciding.field;
    if (HasWord(answer, label, " start starting begin beginning "_words)) {
      return Field::kStart;
    }
    return HasWord(answer, label, " end ending completion "_words)
               ? Field::kEnd
               : Field::kPeriod;
  }
  const bool numbered =
      label.size() <= 2 && IsProjectWord(answer.token(label.first));
  return numbered ? Field::kTitle : Field::kNone;
}

// Whether the words decide for different things, as in "… Reef Fund Website:".
bool IsMixed(const AnswerText& answer, TokenRange label) {
  int fields = 0;
  for (const Deciding& deciding : kDeciding) {
    fields += HasWord(answer, label, deciding.words);
  }
  return fields > 1;
}

bool IsLabelToken(const AnswerText& answer, size_t at, size_t first) {
  const Token& token = answer.token(at);
  if (token.Is('(') || token.Is(')') || token.Is('&') || token.Is('/') ||
      token.Is('\'')) {
    return at > first;
  }
  if (IsOneOf(token, kBeside)) return true;
  for (const Deciding& deciding : kDeciding) {
    if (IsOneOf(token, deciding.words)) return true;
  }
  // "Project 2"
  return at == first + 1 && IsProjectWord(answer.token(first)) &&
         (token.Value() > 0 || token.text.size() == 1) && token.mark == 0;
}

// "(a)", "b)" or "1." in front of a label.
size_t SkipLetter(const AnswerText& answer, size_t at, size_t last) {
  const size_t letter = at < last && answer.token(at).Is('(') ? at + 1 : at;
  if (letter + 1 >= last || answer.token(letter).text.size() > 2) return at;
  const Token& close = answer.token(letter + 1);
  if (!close.Is(')') && !close.Is('.')) return at;
  return answer.token(letter).kind == TokenKind::kMark ? at : letter + 2;
}

// "Funded by", "financed with the support of", "with funding from".
std::optional<size_t> ReadFundedBy(const AnswerText& answer, size_t at,
                                   size_t last) {
  if (at + 1 >= last) return std::nullopt;
  if (IsOneOf(answer.token(at),
              " funded financed co-funded co-financed "_words) &&
      answer.token(at + 1).IsWord("by")) {
    return at + 2;
  }
  return std::nullopt;
}

struct Place {
  bool starts_part = false;  // of the line, or behind ";"
  bool starts_line = false;
};

// A quick look before ReadLabel, which asks many lists: inside a line only
// capitals, marks and "funded by" announce labels.
bool MayOpenLabel(const AnswerText& answer, size_t at, Place place) {
  const Token& token = answer.token(at);
  if (!token.is_word() && !token.Is('(')) return false;
  if (place.starts_part || token.IsCapitalised()) return true;
  if (at > 0 &&
      (answer.token(at - 1).Is('.') || answer.token(at - 1).Is(','))) {
    return true;
  }
  return IsOneOf(token, " funded financed co-funded co-financed "_words);
}

std::optional<FieldPiece> ReadLabel(const AnswerText& answer, size_t at,
                                    size_t last, Place place) {
  const size_t first = place.starts_part ? SkipLetter(answer, at, last) : at;
  if (first >= last) return std::nullopt;
  if (const auto value = ReadFundedBy(answer, first, last)) {
    return FieldPiece{Field::kFunding, {*value, last}, at};
  }
  size_t end = first;
  while (end < last && end < first + kLabelTokensMax &&
         IsLabelToken(answer, end, first)) {
    ++end;
  }
  if (end == first) return std::nullopt;
  const Field field = FieldOf(answer, {first, end});
  if (field == Field::kNone) return std::nullopt;
  const bool capital = answer.token(first).IsCapitalised();
  // Inside a line its first words may be the last ones of the value before it.
  if (!place.starts_part && end > first + 1 && IsMixed(answer, {first, end}) &&
      answer.token(first + 1).IsCapitalised()) {
    return std::nullopt;
  }
  if (end >= last) {
    if (!place.starts_line || !capital) return std::nullopt;
    return FieldPiece{field, {last, last}, at};
  }
  const Token& delimiter = answer.token(end);
  const bool behind_mark =
      at > 0 && (answer.token(at - 1).Is('.') || answer.token(at - 1).Is(','));
  const bool colon =
      delimiter.Is(':') && (capital || place.starts_part || behind_mark);
  const bool dash = delimiter.Is('-') && delimiter.space_before &&
                    place.starts_part && (capital || end > first + 1);
  const bool length = field == Field::kPeriod && end + 1 < last &&
                      answer.token(end + 1).is_number();
  const bool comma =
      delimiter.Is(',') && place.starts_part && (end > first + 1 || length);
  if (!colon && !dash && !comma) return std::nullopt;
  size_t value = end + 1;
  // "Duration: - 12 months"
  while (value < last && answer.token(value).Is('-')) ++value;
  return FieldPiece{field, {value, last}, at};
}

}  // namespace

FieldPieces SplitFields(const AnswerText& answer, TokenRange line) {
  FieldPieces pieces;
  if (line.empty()) return pieces;
  pieces.push_back({Field::kNone, line, line.first});
  bool quoted = false;
  Place place{true, true};
  for (size_t at = line.first; at < line.last; ++at) {
    const Token& token = answer.token(at);
    if (token.Is('"')) quoted = !quoted;
    if (!quoted && MayOpenLabel(answer, at, place)) {
      const auto piece = ReadLabel(answer, at, line.last, place);
      if (piece.has_value()) {
        pieces.back().value.last = at;
        if (pieces.back().field == Field::kNone &&
            pieces.back().value.empty()) {
          pieces.pop_back();
        }
        pieces.push_back(*piece);
        at = std::max(at, piece->value.first - 1);
        place = Place();
        continue;
      }
    }
    place.starts_line = false;
    place.starts_part = token.Is(';');
  }
  return pieces;
}

}  // namespace compendium
