// SPDX-License-Identifier: Apache-2.0
#include "lib/document/plain_text.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/strip.h"
#include "lib/document/characters.h"
#include "lib/document/markup.h"
#include "lib/document/ordinary_text.h"
#include "lib/document/sentence.h"

namespace compendium {
namespace {

constexpr absl::string_view kItemPrefix = "• ";

// Deeper nesting is nonsense, and remembering it would cost memory.
constexpr size_t kListDepthMax = 16;

bool IsDigit(char c) {
  return absl::ascii_isdigit(static_cast<unsigned char>(c));
}

bool IsLineBreak(absl::string_view blank) {
  return blank == "\v" || blank == "\u2028" || blank == "\u2029";
}

// `word` without the runs of two and more asterisks that mean emphasis.
std::string WithoutEmphasis(absl::string_view word) {
  std::string out;
  for (size_t at = 0; at < word.size();) {
    const size_t end = std::min(word.find_first_not_of('*', at), word.size());
    if (end - at == 1) out += '*';
    at = end;
    if (at < word.size()) out += word[at++];
  }
  return out;
}

}  // namespace

void PlainText::AddCell(absl::string_view cell) {
  join_ = true;
  AddMarkup(cell);
}

void PlainText::AddParagraph(absl::string_view text) {
  break_ = true;
  join_ = false;
  lists_.clear();
  AddMarkup(text);
}

std::string PlainText::Finish() {
  Flush();
  return std::move(text_);
}

void PlainText::AddMarkup(absl::string_view text) {
  while (!text.empty()) {
    const MarkupPiece piece = TakeMarkup(text);
    switch (piece.kind) {
      case MarkupKind::kText:
        AddText(piece.text);
        break;
      case MarkupKind::kInline:
        break;
      case MarkupKind::kBreak:
        break_ = true;
        break;
      case MarkupKind::kParagraph:
        break_ = true;
        lists_.clear();
        break;
      case MarkupKind::kOpenList:
      case MarkupKind::kOpenNumbered:
        OpenList(piece.kind == MarkupKind::kOpenNumbered);
        break;
      case MarkupKind::kCloseList:
        break_ = true;
        if (!lists_.empty()) lists_.pop_back();
        break;
      case MarkupKind::kItem:
        StartItem();
        break;
    }
  }
}

void PlainText::AddText(absl::string_view raw) {
  const std::string decoded = OrdinaryText(DecodeEntities(raw));
  const absl::string_view text = decoded;
  for (size_t at = 0; at < text.size();) {
    if (const size_t blank = BlankSize(text, at); blank > 0) {
      space_ = true;
      // Word's line ends within a paragraph.
      break_ = break_ || IsLineBreak(text.substr(at, blank));
      at += blank;
      continue;
    }
    const size_t begin = at;
    at = WordEnd(text, at);
    const absl::string_view word = text.substr(begin, at - begin);
    const absl::string_view after = text.substr(at);
    if (word.find("**") == word.npos) {
      AddWord(word, after);
    } else if (const std::string bare = WithoutEmphasis(word); !bare.empty()) {
      AddWord(bare, after);
    }
  }
}

void PlainText::AddWord(absl::string_view word, absl::string_view after) {
  if (space_ || AtLineStart()) {
    if (const size_t bullet = BulletSize(word, 0); bullet > 0) {
      StartItem();
      word.remove_prefix(bullet);
      if (word.empty()) return;
    } else if (IsItemMarker(word) && MarksItem(word, after)) {
      StartItem();
      return;
    } else if (AtLineStart() && IsLetterBullet(word) &&
               BlankSize(after, 0) > 0) {
      StartItem();
      return;
    } else if (TakeItemNumber(word)) {
      Flush();
    }
  }
  Append(word);
}

bool PlainText::MarksItem(absl::string_view word, absl::string_view after) {
  const auto has_marker = [&](const List& list) { return list.marker == word; };
  const bool known = std::any_of(lists_.begin(), lists_.end(), has_marker);
  if (AtLineStart()) {
    if (known || lists_.size() >= kListDepthMax) return true;
    if (lists_.empty() || !lists_.back().marker.empty()) lists_.emplace_back();
    lists_.back().marker = std::string(word);
    return true;
  }
  const size_t blank = BlankSize(after, 0);
  const bool between_numbers = IsDigit(line_.back()) && blank > 0 &&
                               blank < after.size() && IsDigit(after[blank]);
  return known && !between_numbers;
}

bool PlainText::TakeItemNumber(absl::string_view word) {
  if (!IsItemNumber(word) || !IsDigit(word[0])) return false;
  for (auto list = lists_.rbegin(); list != lists_.rend(); ++list) {
    if (!list->numbered) continue;
    if (word.substr(0, word.size() - 1) != absl::StrCat(list->next_number)) {
      return false;
    }
    ++list->next_number;
    return true;
  }
  return false;
}

void PlainText::Append(absl::string_view word) {
  if (line_.empty()) {
    item_ = item_ || expect_item_;
  } else if (join_ ? ContinuesSentence(line_, word) : !break_) {
    if (space_ || join_) line_ += ' ';
  } else {
    Flush();
    item_ = expect_item_;
  }
  line_.append(word.data(), word.size());
  space_ = break_ = join_ = expect_item_ = false;
}

void PlainText::OpenList(bool numbered) {
  break_ = true;
  expect_item_ = !numbered;
  if (lists_.size() < kListDepthMax) lists_.push_back({numbered, 1, ""});
}

void PlainText::StartItem() {
  Flush();
  item_ = true;
  space_ = break_ = join_ = expect_item_ = false;
}

void PlainText::Flush() {
  if (!line_.empty()) {
    absl::StrAppend(&text_, text_.empty() ? "" : "\n", item_ ? kItemPrefix : "",
                    line_);
  }
  line_.clear();
  item_ = false;
}

std::string OneLine(absl::string_view text) {
  PlainText plain;
  plain.AddParagraph(text);
  std::string line =
      absl::StrReplaceAll(plain.Finish(), {{"\n• ", " "}, {"\n", " "}});
  return std::string(absl::StripPrefix(line, kItemPrefix));
}

}  // namespace compendium
