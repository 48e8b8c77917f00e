// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/publication_finder.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/extract/date_phrase.h"
#include "lib/extract/evidence_span.h"
#include "lib/extract/field_label.h"
#include "lib/extract/limits.h"
#include "lib/extract/publication_series.h"
#include "lib/extract/publication_title.h"
#include "lib/extract/publication_told.h"
#include "lib/extract/publication_words.h"
#include "lib/extract/trim_value.h"
#include "lib/extract/web_address.h"

namespace compendium {
namespace {

using registry::v1::PUBLICATION_STATUS_PUBLISHED;
using registry::v1::PUBLICATION_STATUS_UNSPECIFIED;
using registry::v1::PublicationStatus;

// The work on one answer.
class PublicationScan {
 public:
  PublicationScan(const AnswerText& answer, int round_year)
      : answer_(answer), round_year_(round_year), told_(answer) {}

  std::vector<FoundPublication> Run();

 private:
  void ReadLine(size_t line);
  void ReadPiece(const FieldPiece& piece, bool is_item);
  void ReadWords(TokenRange words, bool is_item);
  void ReadEntry(TokenRange entry);
  void ReadSentence(TokenRange sentence);
  void ReadRemark(TokenRange sentence, bool all);
  bool ReadSeries(TokenRange words);
  bool ReadLinkLine(TokenRange words, bool is_item);
  void TakeLink(absl::string_view address, bool all);
  void Add(TokenRange title, TokenRange words);
  void SetDate(TokenRange words, TokenRange title, FoundPublication& found);
  void SetEvidence(TokenRange words, FoundPublication& found);

  const AnswerText& answer_;
  const int round_year_;
  size_t line_first_ = 0;  // the first one of the line being read
  PublicationTold told_;
  std::vector<FoundPublication> found_;
};

std::vector<FoundPublication> PublicationScan::Run() {
  for (size_t line = 0; line < answer_.lines().size(); ++line) {
    if (found_.size() >= kPublicationsMax) break;
    ReadLine(line);
  }
  if (found_.size() > kPublicationsMax) found_.resize(kPublicationsMax);
  for (FoundPublication& found : found_) {
    if (found.status == PUBLICATION_STATUS_UNSPECIFIED) {
      found.status = PUBLICATION_STATUS_PUBLISHED;
    }
    if (found.date_edtf.empty() &&
        found.status == PUBLICATION_STATUS_PUBLISHED) {
      found.date_edtf = std::to_string(round_year_);
      found.year_inferred = true;
    }
  }
  return std::move(found_);
}

void PublicationScan::ReadLine(size_t line) {
  const TextLine& text = answer_.lines()[line];
  line_first_ = found_.size();
  const bool is_item = text.marker != LineMarker::kNone;
  if (ReadLinkLine(text.tokens, is_item)) return;
  for (const FieldPiece& piece : SplitFields(answer_, text.tokens)) {
    ReadPiece(piece, is_item);
  }
}

void PublicationScan::ReadPiece(const FieldPiece& piece, bool is_item) {
  if (piece.value.empty()) return;
  size_t at = 0;
  const absl::string_view address = FindAddress(answer_, piece.value, at);
  switch (piece.field) {
    case Field::kTitle:
      ReadEntry(piece.value);
      break;
    case Field::kLink:
      TakeLink(address, false);
      return;
    case Field::kPeriod:
      if (!found_.empty()) {
        SetDate(piece.value, TokenRange(), found_.back());
      }
      return;
    case Field::kNone:
      ReadWords(piece.value, is_item);
      break;
    default:
      return;
  }
  if (!address.empty()) TakeLink(address, false);
}

// "Links to the guides: http://…", "Publications are available at http://…", an
// address alone: words that name nothing but where to read it.
bool PublicationScan::ReadLinkLine(TokenRange words, bool is_item) {
  size_t at = 0;
  const absl::string_view address = FindAddress(answer_, words, at);
  if (address.empty()) return false;
  bool all = false;
  bool link = at == words.first;
  const TokenRange before = TrimValue(answer_, {words.first, at});
  if (before.empty()) link = true;
  for (size_t word = before.first; word < before.last; ++word) {
    const Token& token = answer_.token(word);
    const bool first = word == before.first;
    link |= first && IsOneOf(token,
                             " link links weblink weblinks web website "
                             "available source see download url "_words);
    all |= IsOneOf(token, " links all publications documents "_words) ||
           (!first && IsPublicationNoun(token));
  }
  // "Publications are available at": about all of them.
  bool several = false;
  if (!link && IsRemark(answer_, before, several)) {
    link = true;
    all |= several;
  }
  if (!link) return false;
  // Below a list, a line that is no item of it speaks of the whole list.
  const bool below = !is_item && found_.size() > 1 && !before.empty();
  TakeLink(address, all || (below && all));
  return true;
}

void PublicationScan::TakeLink(absl::string_view address, bool all) {
  if (address.empty() || found_.empty()) return;
  size_t first = found_.size() > line_first_ ? line_first_ : found_.size() - 1;
  if (all) first = 0;
  for (size_t i = first; i < found_.size(); ++i) {
    if (found_[i].link_uri.empty()) found_[i].link_uri = std::string(address);
  }
}

void PublicationScan::ReadWords(TokenRange words, bool is_item) {
  const bool intro = answer_.token(words.last - 1).Is(':');
  if (intro && !ReadSeries(words)) return;
  bool first = true;
  for (TokenRange sentence : SplitSentences(answer_.tokens(), words)) {
    bool all = false;
    const size_t told = AfterDenial(answer_, sentence);
    const bool denied = told > sentence.first;
    sentence.first = told;
    if (TrimValue(answer_, sentence).empty()) continue;
    if (NamesMaker(answer_, sentence)) continue;
    if (!denied && IsRemark(answer_, sentence, all)) {
      ReadRemark(sentence, all);
    } else if (ReadSeries(sentence)) {
      // Each is a publication.
    } else if (denied || IsSentence(answer_, sentence)) {
      ReadSentence(sentence);
    } else if (first || is_item || found_.size() == line_first_) {
      for (const TokenRange entry : SplitEntries(answer_, sentence)) {
        ReadEntry(entry);
      }
    } else {
      ReadRemark(sentence, false);
    }
    first = false;
  }
}

void PublicationScan::ReadEntry(TokenRange entry) {
  if (ReadSeries(entry)) return;
  const TokenRange title = TitleOfEntry(answer_, entry);
  // One word of a kind, "Reports", is a heading.
  const bool heading =
      title.size() == 1 && IsPublicationNoun(answer_.token(title.first));
  if (title.empty() || heading) return;
  Add(title, entry);
}

void PublicationScan::ReadSentence(TokenRange sentence) {
  for (const TokenRange title : TitlesInSentence(answer_, sentence)) {
    Add(title, sentence);
  }
}

// What a sentence says of the publications before it.
void PublicationScan::ReadRemark(TokenRange sentence, bool all) {
  if (found_.empty() || ReadSeries(sentence)) return;
  size_t at = 0;
  TakeLink(FindAddress(answer_, sentence, at), all);
  const PublicationStatus status = told_.StatusOf(sentence);
  const bool tells = status != PUBLICATION_STATUS_UNSPECIFIED ||
                     !told_.DatesOf(sentence).empty();
  if (!tells) return;
  const size_t first = all ? 0 : found_.size() - 1;
  for (size_t i = first; i < found_.size(); ++i) {
    FoundPublication& found = found_[i];
    if (found.status == PUBLICATION_STATUS_UNSPECIFIED) found.status = status;
    if (!found.date_edtf.empty()) continue;
    SetDate(sentence, TokenRange(), found);
    // Of a day on which all are to be approved, only the year is theirs.
    if (!all || found.date_edtf.empty()) continue;
    found.date_edtf.resize(4);
    found.year_inferred = true;
  }
}

// "Profiles on A, B and C": each is one. Behind a sentence that told of them as
// a whole they stand in its place.
bool PublicationScan::ReadSeries(TokenRange words) {
  const auto series = FindSeries(answer_, words);
  if (series.empty()) return false;
  FoundPublication shared;
  const bool pointing =
      IsOneOf(answer_.token(words.first), " these those the "_words);
  if (pointing && found_.size() > line_first_) {
    shared = found_.back();
    shared.title.clear();
    found_.pop_back();
  } else {
    shared.status = PublicationStatusIn(
        answer_, {words.last - std::min<size_t>(words.size(), 6), words.last});
    if (IsSentence(answer_, words)) shared.status = told_.StatusOf(words);
    const bool told =
        std::any_of(series.begin(), series.end(), [](const SeriesEntry& entry) {
          return entry.status != PUBLICATION_STATUS_UNSPECIFIED;
        });
    if (told) shared.status = PUBLICATION_STATUS_UNSPECIFIED;
    SetDate(words, TokenRange(), shared);
  }
  SetEvidence(words, shared);
  for (const SeriesEntry& entry : series) {
    FoundPublication found = shared;
    found.title = entry.title;
    if (entry.status != PUBLICATION_STATUS_UNSPECIFIED) {
      found.status = entry.status;
    }
    found_.push_back(std::move(found));
  }
  return true;
}

void PublicationScan::Add(TokenRange title, TokenRange words) {
  if (found_.size() >= kPublicationsMax) return;
  FoundPublication found;
  found.title = std::string(CutText(answer_.Slice(title), kTitleBytesMax));
  found.status = told_.StatusOf(words);
  SetDate(words, title, found);
  SetEvidence(words, found);
  found_.push_back(std::move(found));
}

// The date beside a title; the year at an end of the title if there is none.
void PublicationScan::SetDate(TokenRange words, TokenRange title,
                              FoundPublication& found) {
  const DatePhrase* best = nullptr;
  for (const DatePhrase& date : told_.DatesOf(words)) {
    const bool inside =
        date.range.first >= title.first && date.range.last <= title.last;
    const bool at_end =
        date.range.first == title.first || date.range.last == title.last;
    if (inside && !at_end) continue;
    if (best == nullptr || !inside) best = &date;
    if (!inside) break;
  }
  if (best == nullptr) return;
  std::optional<std::string> edtf = best->ToEdtf(round_year_);
  if (!edtf.has_value()) return;
  found.date_as_written =
      std::string(CutText(answer_.Slice(best->range), kDateBytesMax));
  found.date_edtf = *std::move(edtf);
  found.year_inferred = !best->has_year();
}

void PublicationScan::SetEvidence(TokenRange words, FoundPublication& found) {
  const ByteSpan span = told_.EvidenceOf(words);
  found.evidence_begin = span.begin;
  found.evidence_end = span.end;
}

}  // namespace

std::vector<FoundPublication> FindPublications(const AnswerText& answer,
                                               int round_year) {
  return PublicationScan(answer, round_year).Run();
}

}  // namespace compendium
