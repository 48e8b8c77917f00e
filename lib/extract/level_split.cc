// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/level_split.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/extract/meeting_level.h"
#include "lib/extract/meeting_words.h"

namespace compendium {
namespace {

using registry::v1::MEETING_LEVEL_UNSPECIFIED;

// Such titles are short; it also bounds the search.
constexpr size_t kTitleTokensMax = 60;
// "senior officials' level" has five words with its apostrophe.
constexpr size_t kPieceTokensMax = 6;
constexpr size_t kPiecesMax = 4;

bool Separates(const Token& token) {
  return token.IsWord("and") || token.Is('&') || token.Is('/') || token.Is(',');
}

// A piece that names a level, with its words.
struct Piece {
  TokenRange words;
  registry::v1::MeetingLevel level = MEETING_LEVEL_UNSPECIFIED;
};

// The pieces of "Experts, SOM and Ministerial"; empty unless each of two or
// more names another level.
std::vector<Piece> ReadPieces(const AnswerText& answer,
                              const MechanismNames& names, TokenRange list) {
  std::vector<Piece> pieces;
  size_t first = list.first;
  for (size_t at = list.first; at <= list.last; ++at) {
    if (at < list.last && !Separates(answer.token(at))) continue;
    const TokenRange words{first, at};
    first = at + 1;
    // ", and" separates once.
    if (words.empty() && !pieces.empty() && at < list.last) continue;
    if (words.empty() || words.size() > kPieceTokensMax) return {};
    const auto level = LevelInTitle(answer, names, words);
    const bool known = std::any_of(
        pieces.begin(), pieces.end(),
        [level](const Piece& piece) { return piece.level == level; });
    if (level == MEETING_LEVEL_UNSPECIFIED || known) return {};
    pieces.push_back({words, level});
  }
  if (pieces.size() < 2 || pieces.size() > kPiecesMax) pieces.clear();
  return pieces;
}

// "… meetings (Experts and Ministers)", "… meetings at expert and ministerial
// level": what is listed behind the noun at `noun`, and where its words begin
// and end.
std::vector<Piece> PiecesBehind(const AnswerText& answer,
                                const MechanismNames& names, size_t noun,
                                TokenRange title, TokenRange& whole) {
  const size_t open = noun + 1;
  if (open >= title.last) return {};
  size_t close = open + 1;
  if (answer.token(open).Is('(')) {
    while (close < title.last && !answer.token(close).Is(')')) ++close;
    whole = {open, std::min(close + 1, title.last)};
  } else if (answer.token(open).IsWord("at")) {
    while (close < title.last &&
           !IsOneOf(answer.token(close), " level levels "_words)) {
      ++close;
    }
    if (close == title.last) return {};
    whole = {open, close + 1};
  } else {
    return {};
  }
  return ReadPieces(answer, names, {open + 1, close});
}

}  // namespace

std::vector<LevelPart> SplitLevels(const AnswerText& answer,
                                   const MechanismNames& names,
                                   TokenRange title) {
  std::vector<LevelPart> parts;
  if (title.size() > kTitleTokensMax) return parts;
  const size_t noun = FindMeetingNoun(answer, title, false);
  if (noun >= title.last || !IsPlural(answer.token(noun))) return parts;
  TokenRange whole;
  for (const Piece& piece : PiecesBehind(answer, names, noun, title, whole)) {
    std::string text = absl::StrCat(answer.Slice({title.first, whole.first}),
                                    " (", answer.Slice(piece.words), ")");
    const TokenRange rest{whole.last, title.last};
    if (!rest.empty()) absl::StrAppend(&text, " ", answer.Slice(rest));
    parts.push_back({std::move(text), piece.level});
  }
  if (!parts.empty()) return parts;
  for (const Piece& piece : ReadPieces(answer, names, {title.first, noun})) {
    parts.push_back({absl::StrCat(answer.Slice(piece.words), " ",
                                  answer.Slice({noun, title.last})),
                     piece.level});
  }
  return parts;
}

}  // namespace compendium
