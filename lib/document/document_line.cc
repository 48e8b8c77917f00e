// SPDX-License-Identifier: Apache-2.0
#include "lib/document/document_line.h"

#include <algorithm>
#include <array>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "lib/document/characters.h"
#include "lib/document/plain_text.h"
#include "lib/domain/name_key.h"

namespace compendium {
namespace {

// As NameKeys, and in the languages in which questionnaires came.
constexpr std::array<absl::string_view, 17> kMembersWords = {
    "member states",
    "members",
    "member countries",
    "participating states",
    "participants",
    "participating countries",
    "member states and territories",
    "members and participants",
    "etats membres",
    "pays membres",
    "etats participants",
    "mitgliedstaaten",
    "mitgliedsstaaten",
    "mitglieder",
    "teilnehmende staaten",
    "estados miembros",
    "paises miembros"};
constexpr std::array<absl::string_view, 12> kFocusWords = {
    "focus",
    "focus areas",
    "main focus",
    "areas of focus",
    "thematic focus",
    "priority areas",
    "domaines prioritaires",
    "axes prioritaires",
    "themes prioritaires",
    "schwerpunkte",
    "themenschwerpunkte",
    "areas prioritarias"};

// What forms write above their columns.
constexpr std::array<absl::string_view, 16> kColumnWords = {
    "question", "questions", "no",       "nr",       "n",       "item",
    "answer",   "answers",   "frage",    "antwort",  "reponse", "reponses",
    "response", "responses", "pregunta", "respuesta"};

// With their markup.
constexpr size_t kColumnHeaderBytesMax = 128;

// The lines' marks by their words as LossyNameKeys, so that words count also
// when they lost the ligatures of a PDF.
using MarkIndex = absl::flat_hash_map<std::string, LineMark>;

MarkIndex LoadMarks() {
  MarkIndex marks;
  for (const absl::string_view words : kMembersWords)
    marks.try_emplace(LossyNameKey(words), LineMark::kMembers);
  for (const absl::string_view words : kFocusWords)
    marks.try_emplace(LossyNameKey(words), LineMark::kFocus);
  return marks;
}

bool IsColumnWord(absl::string_view text) {
  const std::string key = NameKey(text);
  return std::find(kColumnWords.begin(), kColumnWords.end(), key) !=
         kColumnWords.end();
}

bool IsAllDigits(absl::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](unsigned char c) { return absl::ascii_isdigit(c); });
}

// Whether `cell` holds nothing but two or more hyphens.
bool IsRule(absl::string_view cell) {
  cell = TrimBlanks(cell);
  return cell.size() >= 2 && cell.find_first_not_of('-') == cell.npos;
}

void ReadCells(DocumentLine& line) {
  const size_t tab = line.content.find('\t');
  if (tab == line.content.npos) {
    line.kind = IsRule(line.content) ? LineKind::kPageBreak : LineKind::kPlain;
    return;
  }
  const absl::string_view label = line.content.substr(0, tab);
  const absl::string_view mark = TrimBlanks(label);
  const absl::string_view rest = TrimBlanks(line.content.substr(tab));
  if ((IsItemMarker(mark) || IsLetterBullet(mark)) && !rest.empty() &&
      !IsItemMarker(rest)) {
    // Word puts a tab behind its bullets.
    line.kind = LineKind::kPlain;
    return;
  }
  line.label_cell = label;
  line.answer_cell = line.content.substr(tab + 1);
  line.kind = IsRule(line.label_cell) && IsRule(line.answer_cell)
                  ? LineKind::kPageBreak
                  : LineKind::kRow;
}

// Sets `mark` if `words`, the line without markup, starts as one does.
void ReadMark(absl::string_view words, DocumentLine& line) {
  const size_t colon = words.substr(0, 64).find(':');
  if (colon == words.npos) return;
  line.mark = MarkOf(words.substr(0, colon));
  if (line.mark != LineMark::kNone) {
    line.mark_text = std::string(TrimBlanks(words.substr(colon + 1)));
  }
}

bool StartsWithItemMarker(absl::string_view content) {
  const absl::string_view text = TrimBlanks(content);
  if (BulletSize(text, 0) > 0) return true;
  const size_t end = WordEnd(text, 0);
  const absl::string_view word = text.substr(0, end);
  return end < text.size() && (IsItemMarker(word) || IsLetterBullet(word));
}

void ReadRowLabel(DocumentLine& line) {
  const std::string words = OneLine(line.label_cell);
  line.label = ParseQuestionLabel(words);
  if (line.label.has_value() || words.empty()) return;
  // In a table the cell's border does what the colon does in a text.
  line.mark = MarkOf(absl::StripSuffix(words, ":"));
  if (line.mark != LineMark::kNone) {
    line.mark_text = OneLine(line.answer_cell);
  } else {
    ReadMark(OneLine(line.content), line);
  }
}

void ReadLine(DocumentLine& line) {
  if (TrimBlanks(line.content).empty() &&
      line.content.find('\t') == line.content.npos) {
    return;
  }
  ReadCells(line);
  if (line.kind == LineKind::kPlain) {
    line.is_item = StartsWithItemMarker(line.content);
    const std::string words = OneLine(line.content);
    line.label = ParseQuestionLabel(words);
    if (!line.label.has_value()) ReadMark(words, line);
  } else if (line.kind == LineKind::kRow) {
    ReadRowLabel(line);
  }
}

bool AreColumnWords(absl::string_view cells) {
  for (const absl::string_view cell : absl::StrSplit(cells, '\t')) {
    if (!IsColumnWord(OneLine(cell))) return false;
  }
  return true;
}

}  // namespace

LineMark MarkOf(absl::string_view words) {
  if (words.size() > 64) return LineMark::kNone;
  static const MarkIndex kMarks = LoadMarks();
  const auto mark = kMarks.find(LossyNameKey(words));
  return mark == kMarks.end() ? LineMark::kNone : mark->second;
}

bool IsColumnHeader(const DocumentLine& line) {
  return line.kind == LineKind::kRow &&
         line.content.size() <= kColumnHeaderBytesMax &&
         AreColumnWords(line.content);
}

std::vector<DocumentLine> ReadLines(absl::string_view text) {
  std::vector<DocumentLine> lines;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
    DocumentLine line;
    line.begin_byte = begin;
    line.content = text.substr(begin, end - begin);
    begin = end + (absl::StartsWith(text.substr(end), "\r\n") ? 2 : 1);
    begin = std::min(begin, text.size());
    line.end_byte = begin;
    ReadLine(line);
    lines.push_back(std::move(line));
  }
  return lines;
}

bool IsQuestionLabel(const DocumentLine& line) {
  if (!line.label.has_value()) return false;
  const QuestionLabel& label = *line.label;
  const bool words = label.by_words.has_value();
  if (line.kind != LineKind::kRow) {
    return words && !label.number.empty() && label.complete;
  }
  if (words) return !label.number.empty() || label.complete;
  // "2C" alone is enough; "2" may be a day in a table within an answer.
  return label.by_number.has_value() &&
         (label.complete || label.number.size() > 1);
}

bool IsFootnoteOrPageNumber(absl::string_view content) {
  constexpr std::array<absl::string_view, 10> kSuperscripts = {
      "¹", "²", "³", "⁰", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  const absl::string_view text = TrimBlanks(content);
  for (const absl::string_view superscript : kSuperscripts) {
    if (absl::StartsWith(text, superscript)) return true;
  }
  if (text.size() <= 4 && IsAllDigits(text)) return true;
  if (absl::StartsWith(text, "[")) {
    const size_t close = text.substr(0, 5).find(']');
    return close != text.npos && close > 1 &&
           IsAllDigits(text.substr(1, close - 1));
  }
  // One asterisk and no blank, which would make it an item; two are emphasis,
  // and so is one at each end.
  return absl::StartsWith(text, "*") && !absl::StartsWith(text, "**") &&
         BlankSize(text, 1) == 0 && !absl::EndsWith(text, "*");
}

}  // namespace compendium
