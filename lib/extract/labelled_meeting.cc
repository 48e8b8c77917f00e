// SPDX-License-Identifier: Apache-2.0
// MeetingScan: a meeting told in labelled lines.
//
//   Title: The 4th Senior Officials' Meeting
//   Theme: …
//   Date & Venue: 24 August 2016, Colombo, Sri Lanka
#include <string>
#include <utility>

#include "lib/extract/evidence_span.h"
#include "lib/extract/limits.h"
#include "lib/extract/meeting_scan.h"
#include "lib/extract/meeting_words.h"

namespace compendium {
namespace {

enum class Label { kNone, kTitle, kTheme, kDate, kVenue };

// The label of a line and where its value starts: one to three words of the
// list, with "&", "and", "/", "of the" between, and a colon.
Label ReadLabel(const AnswerText& answer, TokenRange tokens, size_t& value) {
  constexpr size_t kLabelTokensMax = 8;
  Label label = Label::kNone;
  for (size_t at = tokens.first;
       at < tokens.last && at < tokens.first + kLabelTokensMax; ++at) {
    const Token& token = answer.token(at);
    if (token.Is(':')) {
      value = at + 1;
      return label;
    }
    if (IsOneOf(token, " date dates when "_words)) {
      label = Label::kDate;
    } else if (IsOneOf(token, " venue place location where "_words)) {
      // "Venue and date" is read as a date, which may have a place.
      if (label != Label::kDate) label = Label::kVenue;
    } else if (IsOneOf(token, " title name meeting event "_words)) {
      // "Date of the meeting" is a date.
      if (label == Label::kNone) label = Label::kTitle;
    } else if (IsOneOf(token, " theme topic subject "_words)) {
      label = Label::kTheme;
    } else if (!token.Is('&') && !token.Is('/') &&
               !(label != Label::kNone &&
                 IsOneOf(token, " and of the "_words))) {
      return Label::kNone;
    }
  }
  return Label::kNone;
}

}  // namespace

bool MeetingScan::ReadLabelled(size_t line) {
  if (!AsksForMeetings(source_.topic)) return false;
  const TokenRange tokens = answer_.lines()[line].tokens;
  if (tokens.size() < 2) return false;
  size_t value = 0;
  const Label label = ReadLabel(answer_, tokens, value);
  if (label == Label::kNone) return false;
  const TokenRange rest{value, tokens.last};
  if (rest.empty()) return false;
  SentenceView view;
  view.tokens = tokens;
  view.is_item = true;
  view.line = line;
  if (label == Label::kTitle || label == Label::kTheme) {
    // A theme names the meeting only when nothing better does.
    const bool named = block_title_line_.has_value() || open_.has_value();
    if (label == Label::kTheme && named) return true;
    // "Meeting: 5 May 2016, Bonn" is a plain entry.
    if (label == Label::kTitle && !FindDates(answer_.tokens(), rest).empty()) {
      return false;
    }
    block_title_ = rest;
    block_title_line_ = line;
    block_mention_.reset();
    open_.reset();
    return true;
  }
  if (label == Label::kVenue) {
    TakeVenue(tokens, rest);
  } else {
    TakeLabelledDate(view, rest);
  }
  return true;
}

void MeetingScan::TakeVenue(TokenRange line, TokenRange value) {
  if (!block_mention_.has_value()) return;
  const auto place = FindPlaceAtStart(answer_, value);
  MeetingMention& mention = found_.mentions[*block_mention_];
  MarkPlace(place, line, mention);
  if (!place.has_value()) return;
  SetPlace(*place, mention);
  const size_t end = QuoteSpan(answer_, line).end;
  if (end - mention.evidence_begin <= kQuoteBytesMax) {
    mention.evidence_end = end;
  }
}

void MeetingScan::TakeLabelledDate(const SentenceView& line, TokenRange value) {
  FindSentenceDates(value);
  if (sentence_dates_.empty()) return;
  const DatePhrase date = sentence_dates_[0];
  auto place = FindPlaceAtStart(answer_, {date.range.last, value.last});
  if (!place.has_value()) {
    place = FindPlaceAtEnd(answer_, {value.first, date.range.first});
  }
  if (!block_title_line_.has_value()) {
    const std::optional<size_t> open = open_;
    AttachToOpen(line, date, place);
    if (!open_.has_value()) block_mention_ = open;
    return;
  }
  TitlePhrase title;
  title.range = TrimTitle(answer_, block_title_);
  title.place = place;
  const size_t first = answer_.lines()[*block_title_line_].tokens.first;
  block_title_line_.reset();
  sentence_mention_.reset();
  AddDated(line, title, date, value);
  block_mention_ = sentence_mention_;
  if (!block_mention_.has_value()) return;
  const ByteSpan whole = QuoteSpan(answer_, {first, line.tokens.last});
  if (whole.end == QuoteSpan(answer_, line.tokens).end) {
    found_.mentions[*block_mention_].evidence_begin = whole.begin;
  }
}

}  // namespace compendium
