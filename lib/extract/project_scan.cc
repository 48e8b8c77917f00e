// SPDX-License-Identifier: Apache-2.0
// ProjectScan: lines, and where one project ends and the next begins.
#include "lib/extract/project_scan.h"

#include <utility>

#include "lib/extract/limits.h"
#include "lib/extract/project_title.h"
#include "lib/extract/project_words.h"
#include "lib/extract/trim_value.h"

namespace compendium {
namespace {

// So far ahead a label is looked for that tells whether a line is a title.
constexpr size_t kLinesAhead = 3;

}  // namespace

std::vector<FoundProject> ProjectScan::Run() {
  for (size_t line = 0; line < answer_.lines().size(); ++line) {
    if (projects_.size() >= kProjectsMax) break;
    ReadLine(line);
  }
  Finish();
  return std::move(projects_);
}

void ProjectScan::ReadLine(size_t line) {
  line_ = line;
  const TokenRange tokens = answer_.lines()[line].tokens;
  for (const FieldPiece& piece : SplitFields(answer_, tokens)) {
    if (piece.field == Field::kNone) {
      ReadWords(line, piece.value);
    } else {
      ReadField(piece);
    }
  }
  const Token& last = answer_.token(tokens.last - 1);
  const bool item = answer_.lines()[line].marker == LineMarker::kBullet;
  open_list_ = last.Is(':') || (open_list_ && item);
}

// Words without a label.
void ProjectScan::ReadWords(size_t line, TokenRange words) {
  const TokenRange trimmed = TrimValue(answer_, words);
  if (trimmed.empty()) return;
  if (draft_.has_value()) {
    if (trimmed.size() == 1 &&
        answer_.token(trimmed.first).kind == TokenKind::kAddress) {
      TakeAddress(trimmed);
      return;
    }
    if (IsPeriodAlone(trimmed)) {
      const auto period = ReadPeriod(answer_, trimmed, round_year_);
      if (period.has_value()) TakePeriod(*period);
      return;
    }
    if (ContinuesField(line, words)) {
      if (draft_->found.title.empty() && open_ == Field::kTitle) {
        TakeTitle(CutTitle(answer_, trimmed));
      } else if (open_ == Field::kObjective) {
        TakeObjective(trimmed);
      } else {
        ReadValue(open_, words);
      }
      return;
    }
  }
  const bool item = answer_.lines()[line].marker != LineMarker::kNone;
  const TokenRange title = ProjectTitle(line, words);
  if (title.empty()) {
    ReadSentences(words);
    return;
  }
  Start(title, words, item);
}

// Whether a line belongs to the field above it.
bool ProjectScan::ContinuesField(size_t line, TokenRange words) const {
  if (open_ == Field::kNone) {
    // Items below a sentence that announces them.
    return false;
  }
  if (open_list_) return true;
  const bool item = answer_.lines()[line].marker == LineMarker::kBullet;
  const Token& first = answer_.token(words.first);
  const bool goes_on = first.is_word() && !first.IsCapitalised();
  const bool text = open_ == Field::kObjective || open_ == Field::kOther ||
                    open_ == Field::kCoverage;
  if (item) return !draft_->in_item && text;
  if (goes_on) return true;
  return text && ProjectTitle(line, words).empty();
}

// The title of the project that a line without a label begins; empty when it
// begins none.
TokenRange ProjectScan::ProjectTitle(size_t line, TokenRange words) const {
  const TextLine& text = answer_.lines()[line];
  if (words.first != text.tokens.first) return {};
  if (AnnouncesList(answer_, words)) return {};
  const auto sentences = SplitSentences(answer_.tokens(), words);
  const TokenRange head = sentences.front();
  if (DeniesProject(answer_, head)) return {};
  const TokenRange title = CutTitle(answer_, head);
  const bool is_title = title.size() > 1 && IsTitleLine(answer_, title);
  return is_title && EndsDraft(line, sentences.size()) ? title : TokenRange();
}

// Whether a line that reads like a title, of so many sentences, ends the
// project at work.
bool ProjectScan::EndsDraft(size_t line, size_t sentences) const {
  if (!draft_.has_value()) return true;
  const bool item = answer_.lines()[line].marker != LineMarker::kNone;
  // Items tell of what a sentence above announced.
  if (item) return !open_list_ || draft_->found.title.empty();
  if (sentences > 1 && !draft_->labelled) {
    return draft_->objective.end == 0 || sentences == 2;
  }
  if (!draft_->labelled) return true;
  // Between labels, only when a field comes again below.
  for (size_t next = line; next < answer_.lines().size(); ++next) {
    if (next > line + kLinesAhead) break;
    for (const FieldPiece& piece :
         SplitFields(answer_, answer_.lines()[next].tokens)) {
      if (piece.field == Field::kTitle) return false;
      if (piece.field != Field::kNone) return draft_->Has(piece.field);
    }
  }
  return false;
}

// Sentences that belong to the project at work, or tell of one themselves.
void ProjectScan::ReadSentences(TokenRange words) {
  if (draft_.has_value()) {
    if (draft_->in_item && !draft_->labelled && draft_->objective.end > 0) {
      TakeFromText(words);
      return;
    }
    if (!draft_->has_objective_label) TakeObjective(words);
    TakeFromText(words);
    return;
  }
  if (AnnouncesList(answer_, words)) return;
  for (const TokenRange sentence : SplitSentences(answer_.tokens(), words)) {
    const TokenRange title = TitleInSentence(answer_, sentence);
    if (title.empty()) continue;
    Start(title, {sentence.first, words.last}, false);
    return;
  }
}

// A project whose title is `title`, in words that may tell more of it.
void ProjectScan::Start(TokenRange title, TokenRange words, bool in_item) {
  Finish();
  draft_.emplace();
  draft_->in_item = in_item;
  open_ = Field::kNone;
  TakeTitle(title);
  TakeFromText(words);
  TokenRange rest{title.last, words.last};
  if (title.first > words.first + 1) rest = words;  // named by a sentence
  if (!draft_->period.empty() && draft_->period.first >= rest.first) {
    // "… Phase III 1 October 2016 – 30 September 2017 The objective …"
    rest.first = std::max(rest.first, draft_->period.last);
  }
  rest = TrimValue(answer_, rest);
  if (rest.size() > 4) TakeObjective(rest);
}

void ProjectScan::Finish() {
  if (draft_.has_value() && !draft_->found.title.empty() &&
      projects_.size() < kProjectsMax) {
    const ByteSpan& span = draft_->objective;
    draft_->found.objective = std::string(
        CutText(answer_.text().substr(span.begin, span.end - span.begin),
                kObjectiveBytesMax));
    projects_.push_back(std::move(draft_->found));
  }
  draft_.reset();
  open_ = Field::kNone;
  open_list_ = false;
}

}  // namespace compendium
