// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/publication_series.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "lib/extract/evidence_span.h"
#include "lib/extract/limits.h"
#include "lib/extract/meeting_words.h"
#include "lib/extract/place_phrase.h"
#include "lib/extract/publication_words.h"

namespace compendium {
namespace {

using registry::v1::PUBLICATION_STATUS_DRAFT;
using registry::v1::PUBLICATION_STATUS_UNSPECIFIED;
using registry::v1::PublicationStatus;

// The head of a series is no longer.
constexpr size_t kHeadTokensMax = 16;

// A remark behind a place is not longer; a bracket may never be closed.
constexpr size_t kBracketTokensMax = 40;

struct SeriesPlace {
  TokenRange name;
  PublicationStatus status = PUBLICATION_STATUS_UNSPECIFIED;
};

// At most so many places from `at` on; `end` becomes the token behind them.
std::vector<SeriesPlace> ReadPlaces(const AnswerText& answer, size_t at,
                                    size_t last, size_t count_max,
                                    size_t& end) {
  std::vector<SeriesPlace> places;
  end = at;
  while (at < last && places.size() < count_max) {
    if (IsDeterminer(answer.token(at))) ++at;
    const auto place = MatchPlace(answer, at, last, false);
    if (!place.has_value()) break;
    SeriesPlace entry{place->range};
    at = place->range.last;
    if (at < last && answer.token(at).Is('(')) {
      size_t close = at;
      const size_t reach = std::min(last, at + kBracketTokensMax);
      while (close < reach && !answer.token(close).Is(')')) ++close;
      entry.status = PublicationStatusIn(answer, {at, close});
      at = std::min(close + 1, last);
    }
    places.push_back(entry);
    end = at;
    while (at < last &&
           (answer.token(at).Is(',') || answer.token(at).Is('&') ||
            answer.token(at).Is('/') || answer.token(at).IsWord("and"))) {
      ++at;
    }
    if (at == end) break;
  }
  return places;
}

std::string Singular(absl::string_view word) {
  if (absl::EndsWith(word, "ies")) {
    return absl::StrCat(word.substr(0, word.size() - 3), "y");
  }
  if (absl::EndsWith(word, "yses")) {
    return absl::StrCat(word.substr(0, word.size() - 2), "is");
  }
  return std::string(absl::EndsWith(word, "s") && word.size() > 2
                         ? word.substr(0, word.size() - 1)
                         : word);
}

// "MPLs" where the words of `head` begin with M, P and L.
bool IsInitialsOf(absl::string_view word,
                  const std::vector<std::string>& head) {
  if (!absl::EndsWith(word, "s") || word.size() != head.size() + 1) {
    return false;
  }
  for (size_t i = 0; i < head.size(); ++i) {
    if (head[i].empty() || absl::ascii_toupper(static_cast<unsigned char>(
                               head[i][0])) != word[i]) {
      return false;
    }
  }
  return true;
}

// The words of a head in the singular; empty when it is none. `before` is the
// head before it, whose initials it may use; `draft` tells that it says so.
std::vector<std::string> ReadHead(const AnswerText& answer, TokenRange range,
                                  const std::vector<std::string>& before,
                                  bool& draft) {
  std::vector<std::string> words;
  bool plural = false;
  for (size_t at = range.first; at < range.last; ++at) {
    const Token& token = answer.token(at);
    if (IsOneOf(token, " draft drafts draf drafs "_words)) {
      draft = true;
      continue;
    }
    const bool small = IsDeterminer(token) ||
                       IsOneOf(token, " as well and of new also "_words);
    if (token.kind == TokenKind::kMark || (words.empty() && small)) {
      words.clear();
      plural = false;
      continue;
    }
    if (IsInitialsOf(token.text, before)) return before;
    const bool noun = IsPublicationNoun(token) && IsPlural(token);
    plural |= noun;
    words.push_back(noun ? Singular(token.text) : std::string(token.text));
  }
  if (!plural) words.clear();
  return words;
}

}  // namespace

std::vector<SeriesEntry> FindSeries(const AnswerText& answer,
                                    TokenRange range) {
  std::vector<SeriesEntry> series;
  std::vector<std::string> before;
  size_t first = range.first;
  for (size_t at = range.first + 1; at + 1 < range.last; ++at) {
    const Token& link = answer.token(at);
    if (!IsOneOf(link, " for of on about "_words)) continue;
    size_t end = 0;
    // Two places decide; the others are read only behind a head, or they would
    // be read again from each "of" in their names.
    if (ReadPlaces(answer, at + 1, range.last, 2, end).size() < 2) continue;
    const size_t start = std::max(first, at - std::min(at, kHeadTokensMax));
    bool draft = false;
    const auto head = ReadHead(answer, {start, at}, before, draft);
    if (head.empty()) continue;
    const auto places =
        ReadPlaces(answer, at + 1, range.last, kPublicationsMax, end);
    for (const SeriesPlace& place : places) {
      if (series.size() >= kPublicationsMax) return series;
      SeriesEntry entry;
      entry.title = absl::StrCat(absl::StrJoin(head, " "), " ", link.text, " ",
                                 answer.Slice(place.name));
      entry.title.resize(CutText(entry.title, kTitleBytesMax).size());
      entry.status = place.status == PUBLICATION_STATUS_UNSPECIFIED && draft
                         ? PUBLICATION_STATUS_DRAFT
                         : place.status;
      series.push_back(std::move(entry));
    }
    before = head;
    first = end;
    at = end - 1;
  }
  return series;
}

}  // namespace compendium
