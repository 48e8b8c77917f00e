// SPDX-License-Identifier: Apache-2.0
#include "lib/document/ast_writer.h"

#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/strip.h"
#include "lib/base/status_macros.h"
#include "lib/document/ast_blocks.h"
#include "lib/document/ast_questions.h"
#include "lib/document/document_line.h"
#include "lib/document/known_mechanism.h"
#include "lib/document/plain_text.h"

namespace compendium {
namespace {

// The longest line that is taken for a question without standing out and
// without a colon: an answer's numbered sentence may begin as a question does.
constexpr size_t kShortLabelBytesMax = 100;

// Moves the addresses of links out of a line of the preamble, whose words are
// compared with names.
std::vector<std::string> TakeAddresses(std::string& markup) {
  std::vector<std::string> addresses;
  for (const absl::string_view open : {"<http://", "<https://", "<mailto:"}) {
    for (size_t at = markup.find(std::string(open)); at != markup.npos;
         at = markup.find(std::string(open), at)) {
      const size_t end = markup.find('>', at);
      if (end == markup.npos) break;
      addresses.push_back(markup.substr(at, end + 1 - at));
      const bool blank = at > 0 && markup[at - 1] == ' ';
      markup.erase(at - (blank ? 1 : 0), end + 1 - at + (blank ? 1 : 0));
      at -= blank ? 1 : 0;
    }
  }
  return addresses;
}

}  // namespace

void AstWriter::AddTitle(const Ast& inlines) {
  AddParagraph(inlines, /*heading=*/true, "", /*preamble_follows=*/true);
}

void AstWriter::AddBlocks(const Ast& blocks) {
  if (!blocks.is_array()) return NoteUnknown(blocks, aside_);
  const std::vector<std::optional<size_t>> next = NextQuestions(blocks);
  for (size_t i = 0; i < blocks.size(); ++i) {
    const bool restarts = !last_question_.has_value() ||
                          (next[i].has_value() && *next[i] <= *last_question_);
    AddBlock(blocks, i, restarts && PreambleFollows(blocks, i));
  }
}

absl::StatusOr<std::string> AstWriter::Finish() {
  RETURN_IF_ERROR(aside_.problem);
  AddGap();
  for (const std::string& change : std::exchange(aside_.changes, {})) {
    AddLine(absl::StrCat("[", ++aside_.note_count, "] ", change));
    AddGap();
  }
  return std::move(text_);
}

void AstWriter::AddBlock(const Ast& blocks, size_t index,
                         bool preamble_follows) {
  const Ast& block = blocks[index];
  const absl::string_view kind = KindOf(block);
  const Ast& content = ContentOf(block);
  if (kind == "Para" || kind == "Plain" || kind == "Header") {
    const Ast& inlines = kind == "Header" ? ItemOf(content, 2) : content;
    AddParagraph(inlines, kind == "Header", "", preamble_follows);
  } else if (kind == "Div") {
    AddBlocks(ItemOf(content, 1));
  } else if (kind == "BlockQuote") {
    AddBlocks(content);
  } else if (kind == "Table") {
    AddTable(block);
  } else if (kind == "OrderedList") {
    AddNumbered(block);
  } else if (kind == "HorizontalRule" || kind == "Null") {
    AddGap();
  } else if (answer_is_open_) {
    AddAnswerPart(block);
  } else if (kind == "BulletList") {
    AddBullets(block, "");
    AddGap();
  } else {
    AddGap();
    AddLine(CellMarkup(Ast::array({block}), aside_));
    AddGap();
  }
}

// Notes stay in aside_.notes.
std::string AstWriter::ReadMarkup(const Ast& inlines) {
  aside_.notes.clear();
  return InlineMarkup(inlines, aside_);
}

void AstWriter::AddParagraph(const Ast& inlines, bool heading,
                             const std::string& number, bool preamble_follows) {
  if (AddLabelledParagraph(inlines, number)) return;
  Paragraph paragraph;
  paragraph.markup = absl::StrCat(number, ReadMarkup(inlines));
  paragraph.words =
      OneLine(absl::StrReplaceAll(paragraph.markup, {{"\n", " "}}));
  paragraph.stands_out = heading || IsStrong(inlines);
  if (paragraph.words.empty()) return;
  if (StartsQuestion(paragraph)) {
    AddGap();
    const std::string label =
        absl::StrReplaceAll(paragraph.markup, {{"\n", " "}});
    StartAnswer(IsCompleteWording(paragraph.words) ? label : WithColon(label));
    for (const std::string& note : std::exchange(aside_.notes, {}))
      AppendToAnswer(note);
    return;
  }
  if (answer_is_open_ && !EndsAnswer(paragraph, preamble_follows)) {
    std::string cell = absl::StrReplaceAll(paragraph.markup, {{"\n", "<br>"}});
    for (const std::string& note : std::exchange(aside_.notes, {}))
      absl::StrAppend(&cell, "<br>", note);
    AppendToAnswer(cell);
    return;
  }
  answer_is_open_ = false;
  AddPlain(paragraph);
}

// A paragraph that is a question in bold with its answer behind it.
bool AstWriter::AddLabelledParagraph(const Ast& inlines,
                                     const std::string& number) {
  if (KindOf(ItemOf(inlines, 0)) != "Strong" || IsStrong(inlines)) return false;
  AstAside unused;
  const std::string label = absl::StrCat(
      number,
      absl::StrReplaceAll(InlineMarkup(Ast::array({inlines[0]}), unused),
                          {{"\n", " "}}));
  const auto parsed = ParseQuestionLabel(OneLine(label));
  if (!parsed.has_value() || !parsed->by_words.has_value()) return false;
  Ast rest = inlines;
  rest.erase(rest.begin());
  const Ast paragraph = {{"t", "Para"}, {"c", std::move(rest)}};
  std::string answer = CellMarkup(Ast::array({paragraph}), aside_);
  if (!parsed->complete && absl::StartsWith(answer, ":")) answer.erase(0, 1);
  AddGap();
  StartAnswer(parsed->complete ? label : WithColon(label));
  AppendToAnswer(answer);
  return true;
}

void AstWriter::StartAnswer(const std::string& label) {
  AddLine(absl::StrCat(label, "\t"));
  NoteQuestion(OneLine(label));
  answer_is_open_ = true;
}

void AstWriter::NoteQuestion(absl::string_view words) {
  const auto label = ParseQuestionLabel(words);
  if (label.has_value() && label->known().has_value())
    last_question_ = label->known();
}

// To the row at the end of the text: parts of one answer are paragraphs of one
// cell, for the next row might go on in the middle of a sentence.
void AstWriter::AppendToAnswer(absl::string_view markup) {
  if (!absl::EndsWith(text_, "\n") || absl::EndsWith(text_, "\n\n")) {
    return AddLine(absl::StrCat("\t", markup));
  }
  text_.pop_back();
  absl::StrAppend(&text_, "<p>", markup, "</p>\n");
}

bool AstWriter::StartsQuestion(const Paragraph& paragraph) const {
  const auto label = ParseQuestionLabel(paragraph.words);
  if (!label.has_value() || !label->by_words.has_value()) return false;
  if (paragraph.stands_out) return true;
  if (label->number.empty()) return false;
  return label->complete || (label->by_number == label->by_words &&
                             paragraph.words.size() <= kShortLabelBytesMax);
}

bool AstWriter::EndsAnswer(const Paragraph& paragraph,
                           bool preamble_follows) const {
  // "Participants:" may also tell who came to a meeting.
  if (!preamble_follows) {
    return paragraph.stands_out &&
           FindKnownMechanism(paragraph.words) != nullptr;
  }
  return paragraph.stands_out ||
         MarkOfLine(paragraph.words) != LineMark::kNone ||
         FindKnownMechanism(paragraph.words) != nullptr;
}

void AstWriter::AddPlain(const Paragraph& paragraph) {
  std::string markup = paragraph.markup;
  const std::vector<std::string> notes = std::exchange(aside_.notes, {});
  for (const std::string& note : notes) {
    const std::string marker = note.substr(0, note.find(']') + 1);
    if (const size_t at = markup.find(marker); at != markup.npos)
      markup.erase(at, marker.size());
  }
  const std::vector<std::string> addresses = TakeAddresses(markup);
  const std::string words = OneLine(absl::StrReplaceAll(markup, {{"\n", " "}}));
  AddGap();
  const bool is_mark = MarkOf(absl::StripSuffix(words, ":")) != LineMark::kNone;
  AddLine(is_mark && words.back() != ':' ? WithColon(markup) : markup);
  mark_is_open_ = is_mark;
  if (!is_mark || !notes.empty() || !addresses.empty()) AddGap();
  for (const std::string& note : notes) AddLine(note);
  for (const std::string& address : addresses) AddLine(address);
  if (!notes.empty() || !addresses.empty()) AddGap();
}

void AstWriter::AddBullets(const Ast& block, const std::string& indent) {
  const Ast& items = ContentOf(block);
  if (!items.is_array()) return NoteUnknown(items, aside_);
  mark_is_open_ = false;
  for (const Ast& item : items) {
    if (!item.is_array()) {
      NoteUnknown(item, aside_);
      continue;
    }
    for (size_t i = 0; i < item.size(); ++i) {
      if (KindOf(item[i]) == "BulletList") {
        AddBullets(item[i], absl::StrCat(indent, "  "));
        continue;
      }
      const std::string line = CellMarkup(Ast::array({item[i]}), aside_);
      if (!line.empty())
        AddLine(absl::StrCat(indent, i == 0 ? "- " : "", line));
    }
  }
}

void AstWriter::AddNumbered(const Ast& block) {
  const Ast& attributes = ItemOf(ContentOf(block), 0);
  const Ast& items = ItemOf(ContentOf(block), 1);
  if (!items.is_array()) return NoteUnknown(items, aside_);
  const auto is_question = [&](size_t i) {
    const Ast& inlines = InlinesOf(ItemOf(items[i], 0));
    if (!inlines.is_array()) return false;
    const auto label = ParseQuestionLabel(
        absl::StrCat(ItemNumber(attributes, i), " ", WordsOf(inlines)));
    return label.has_value() && label->by_words.has_value() &&
           (label->complete || IsStrong(inlines) ||
            label->by_number == label->by_words);
  };
  bool any = false;
  for (size_t i = 0; i < items.size(); ++i) any = any || is_question(i);
  if (!any && answer_is_open_) return AddAnswerPart(block);
  for (size_t i = 0; i < items.size(); ++i) {
    const Ast& item = items[i];
    const std::string number = absl::StrCat(ItemNumber(attributes, i), " ");
    const Ast& inlines = InlinesOf(ItemOf(item, 0));
    if (!inlines.is_array()) {
      AddBlocks(item);
      continue;
    }
    AddParagraph(inlines, /*heading=*/is_question(i), number, false);
    for (size_t k = 1; k < item.size(); ++k) AddBlock(item, k, false);
  }
}

void AstWriter::AddLine(absl::string_view line) {
  absl::StrAppend(&text_, line, "\n");
}

void AstWriter::AddGap() {
  mark_is_open_ = false;
  if (!text_.empty() && !absl::EndsWith(text_, "\n\n")) text_ += '\n';
}

void AstWriter::AddAnswerPart(const Ast& block) {
  const std::string cell = CellMarkup(Ast::array({block}), aside_);
  if (!cell.empty()) AppendToAnswer(cell);
}

}  // namespace compendium
