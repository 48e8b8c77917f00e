// SPDX-License-Identifier: Apache-2.0
// ProjectScan: what labels and sentences tell of the project at work.
#include <algorithm>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "lib/extract/limits.h"
#include "lib/extract/project_context.h"
#include "lib/extract/project_scan.h"
#include "lib/extract/project_title.h"
#include "lib/extract/trim_value.h"
#include "lib/extract/web_address.h"

namespace compendium {

std::string ProjectScan::Text(TokenRange range, size_t size_max) const {
  return std::string(CutText(answer_.Slice(range), size_max));
}

void ProjectScan::ReadField(const FieldPiece& piece) {
  if (piece.field == Field::kTitle) {
    Finish();
    draft_.emplace();
    draft_->labelled = true;
  } else if (!draft_.has_value() ||
             (draft_->Has(piece.field) && piece.field == Field::kPeriod &&
              draft_->found.title.empty())) {
    Finish();
    draft_.emplace();
  }
  draft_->labelled = true;
  draft_->fields.push_back(piece.field);
  open_ = piece.field;
  open_list_ = piece.value.empty();
  if (!piece.value.empty()) ReadValue(piece.field, piece.value);
}

void ProjectScan::ReadValue(Field field, TokenRange value) {
  const TokenRange trimmed = TrimValue(answer_, value);
  if (trimmed.empty()) return;
  FoundProject& found = draft_->found;
  switch (field) {
    case Field::kTitle:
      TakeTitle(CutTitle(answer_, trimmed));
      TakeFromText(value);
      break;
    case Field::kPeriod:
      if (const auto period = ReadPeriod(answer_, trimmed, round_year_)) {
        TakePeriod(*period);
      }
      break;
    case Field::kStart:
    case Field::kEnd:
      ReadEndOfPeriod(field, trimmed);
      break;
    case Field::kObjective:
      draft_->has_objective_label = true;
      TakeObjective(trimmed);
      break;
    case Field::kCoverage:
      if (found.coverage.empty()) {
        found.coverage = Text(trimmed, kFieldBytesMax);
      }
      break;
    case Field::kFunding: {
      TokenRange name = trimmed;
      while (name.size() > 1 &&
             IsOneOf(answer_.token(name.first), " the "_words)) {
        ++name.first;
      }
      if (found.funding.empty()) found.funding = Text(name, kFieldBytesMax);
      break;
    }
    case Field::kLink:
      TakeAddress(trimmed);
      break;
    case Field::kOther:
    case Field::kNone:
      break;
  }
}

// "Start date: May 2016", "End date: June 2018".
void ProjectScan::ReadEndOfPeriod(Field field, TokenRange value) {
  auto period = ReadPeriod(answer_, value, round_year_);
  if (!period.has_value() || absl::StrContains(period->edtf, '/')) return;
  FoundProject& found = draft_->found;
  const std::string words = Text(value, kDateBytesMax / 2 - 8);
  if (field == Field::kStart) {
    period->edtf += "/..";
    TakePeriod(*period);
    return;
  }
  const absl::string_view start = absl::StripSuffix(found.period_edtf, "..");
  const bool both = absl::EndsWith(start, "/");
  found.period_edtf = absl::StrCat(both ? start : "../", period->edtf);
  found.period_as_written =
      absl::StrCat(found.period_as_written, both ? " – " : "", words);
}

void ProjectScan::TakeTitle(TokenRange title) {
  title = TrimValue(answer_, title);
  if (title.empty()) return;
  FoundProject& found = draft_->found;
  found.title = Text(title, kTitleBytesMax);
  const ByteSpan span = QuoteSpan(answer_, title);
  found.evidence_begin = span.begin;
  found.evidence_end = span.end;
}

void ProjectScan::TakePeriod(const PeriodPhrase& period) {
  FoundProject& found = draft_->found;
  if (!found.period_edtf.empty()) return;
  draft_->period = period.range;
  found.period_as_written = Text(period.range, kDateBytesMax);
  found.period_edtf = period.edtf;
  found.period_year_inferred = period.year_inferred;
}

void ProjectScan::TakeAddress(TokenRange words) {
  size_t at = 0;
  const absl::string_view address = FindAddress(answer_, words, at);
  if (address.empty() || !draft_->found.website_uri.empty()) return;
  draft_->found.website_uri = std::string(address);
}

// Adds words to the objective; its lines follow one another.
void ProjectScan::TakeObjective(TokenRange words) {
  words = TrimValue(answer_, words);
  if (words.empty()) return;
  const size_t begin = answer_.token(words.first).begin;
  const size_t end = answer_.token(words.last - 1).end();
  ByteSpan& span = draft_->objective;
  if (span.end == 0) span.begin = begin;
  // Other fields may stand between; they are no part of it.
  if (span.end > 0 && line_ > draft_->objective_line + 1) return;
  span.end = end;
  draft_->objective_line = line_;
}

// What sentences tell beside title and objective.
void ProjectScan::TakeFromText(TokenRange words) {
  FoundProject& found = draft_->found;
  if (!draft_->Has(Field::kPeriod) && !draft_->Has(Field::kStart)) {
    const auto period = FindPeriod(answer_, words, round_year_);
    if (period.has_value()) TakePeriod(*period);
  }
  if (found.funding.empty()) {
    const auto funding = FundingInText(answer_, words);
    if (funding.has_value()) found.funding = Text(*funding, kFieldBytesMax);
  }
  if (found.coverage.empty()) {
    const auto coverage = CoverageInText(answer_, words);
    if (coverage.has_value()) found.coverage = Text(*coverage, kFieldBytesMax);
  }
  TakeAddress(words);
}

// Whether words are nothing but a stretch of time.
bool ProjectScan::IsPeriodAlone(TokenRange words) const {
  const auto period = FindPeriod(answer_, words, round_year_);
  if (!period.has_value()) return false;
  for (size_t at = words.first; at < words.last; ++at) {
    if (at >= period->range.first && at < period->range.last) continue;
    const Token& token = answer_.token(at);
    if (token.kind != TokenKind::kWord) continue;
    if (!IsOneOf(token, " from to months month years year the period "_words)) {
      return false;
    }
  }
  return true;
}

}  // namespace compendium
