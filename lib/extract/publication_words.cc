// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/publication_words.h"

#include <algorithm>

#include "lib/extract/meeting_words.h"

namespace compendium {
namespace {

using registry::v1::PUBLICATION_STATUS_DRAFT;
using registry::v1::PUBLICATION_STATUS_FORTHCOMING;
using registry::v1::PUBLICATION_STATUS_IN_PREPARATION;
using registry::v1::PUBLICATION_STATUS_PUBLISHED;
using registry::v1::PUBLICATION_STATUS_UNSPECIFIED;
using registry::v1::PublicationStatus;

constexpr WordList kNouns =
    " publication publications report reports study studies handbook handbooks "
    "manual manuals guide guides guideline guidelines guidebook guidebooks "
    "toolkit toolkits tool tools kit kits profile profiles brochure brochures "
    "newsletter newsletters booklet booklets leaflet leaflets flyer flyers "
    "paper papers brief briefs factsheet factsheets infosheet infosheets sheet "
    "sheets book books document documents atlas compendium review reviews "
    "survey surveys assessment assessments article articles journal bulletin "
    "bulletins curriculum module modules glossary overview map maps analysis "
    "analyses roadmap directory catalogue yearbook infographic infographics "
    "compilation proceedings video videos film films "_words;

// Made known: behind "will be" ahead, behind "was" done.
constexpr WordList kIssued =
    " published issued launched released printed presented distributed "
    "disseminated available posted "_words;

// Being made.
constexpr WordList kMade =
    " drafted drafed written developed prepared finalised finalized elaborated "
    "edited "
    "translated updated compiled produced revised reviewed researched "_words;

// All words that the functions below look for: one look passes over the others.
constexpr WordList kStatusWords =
    " published issued launched released printed presented distributed "
    "disseminated available posted drafted drafed written developed prepared "
    "finalised finalized elaborated edited translated updated compiled "
    "produced "
    "revised reviewed researched development preparation elaboration way "
    "review "
    "revision progress production finalisation finalization construction "
    "underway under-way draft drafts draf drafs forthcoming upcoming planned "
    "expected foreseen scheduled soon supposed will shall press print be "_words;

bool Behind(const AnswerText& answer, size_t at, TokenRange range,
            WordList words) {
  return at > range.first && IsOneOf(answer.token(at - 1), words);
}

bool IsUnderWay(const AnswerText& answer, size_t at, TokenRange range) {
  const Token& token = answer.token(at);
  if (IsOneOf(token, kMade) && Behind(answer, at, range, " being "_words)) {
    return true;
  }
  if (IsOneOf(
          token,
          " development preparation elaboration way review revision "
          "progress production finalisation finalization construction "_words)) {
    return Behind(answer, at, range, " under in "_words);
  }
  return token.IsWord("underway") || token.IsWord("under-way");
}

bool IsAhead(const AnswerText& answer, size_t at, TokenRange range) {
  const Token& token = answer.token(at);
  if (IsOneOf(token,
              " forthcoming upcoming planned expected foreseen scheduled soon "
              "supposed will shall "_words)) {
    return true;
  }
  if (IsOneOf(token, " press print "_words)) {
    return Behind(answer, at, range, " in "_words);
  }
  return token.IsWord("be") && Behind(answer, at, range, " to "_words);
}

bool IsDone(const AnswerText& answer, size_t at, TokenRange range) {
  if (!IsOneOf(answer.token(at), kIssued)) return false;
  if (Behind(answer, at, range, " was were been is are "_words)) {
    // "Will have been" and "soon" are ahead.
    return true;
  }
  return Behind(answer, at, range, " has have recently jointly already "_words);
}

}  // namespace

bool IsPublicationNoun(const Token& token) { return IsOneOf(token, kNouns); }

PublicationStatus PublicationStatusIn(const AnswerText& answer,
                                      TokenRange range) {
  bool under_way = false;
  bool draft = false;
  bool ahead = false;
  bool done = false;
  for (size_t at = range.first; at < range.last; ++at) {
    if (!IsOneOf(answer.token(at), kStatusWords)) continue;
    under_way |= IsUnderWay(answer, at, range);
    draft |= IsOneOf(answer.token(at), " draft drafts draf drafs "_words);
    ahead |= IsAhead(answer, at, range);
    done |= IsDone(answer, at, range);
  }
  return under_way        ? PUBLICATION_STATUS_IN_PREPARATION
         : done && !ahead ? PUBLICATION_STATUS_PUBLISHED
         : draft          ? PUBLICATION_STATUS_DRAFT
         : ahead          ? PUBLICATION_STATUS_FORTHCOMING
         : done           ? PUBLICATION_STATUS_PUBLISHED
                          : PUBLICATION_STATUS_UNSPECIFIED;
}

bool IsSentence(const AnswerText& answer, TokenRange range) {
  bool quoted = false;
  for (size_t at = range.first; at < range.last; ++at) {
    const Token& token = answer.token(at);
    if (token.Is('"')) quoted = !quoted;
    if (quoted || token.IsCapitalised()) continue;
    if (IsAuxiliary(token)) return true;
    const bool verb = IsOneOf(token,
                              " published issued launched produced released "
                              "developed prepared finalised finalized "_words);
    // "Guide published by IOM" has no subject of its own.
    const bool by = at + 1 < range.last && answer.token(at + 1).IsWord("by");
    if (verb && !by && at > range.first + 1 && !answer.token(at - 1).Is('(') &&
        !answer.token(at - 1).Is(',')) {
      return true;
    }
  }
  return false;
}

bool IsRemark(const AnswerText& answer, TokenRange sentence, bool& all) {
  size_t at = sentence.first;
  while (at < sentence.last && answer.token(at).kind == TokenKind::kMark) ++at;
  if (at >= sentence.last) return true;
  const Token& first = answer.token(at);
  all = IsOneOf(first, " these those all they both "_words);
  if (IsOneOf(first, " it they "_words)) return true;
  const bool pointing =
      IsOneOf(first, " this that these those all both the "_words);
  size_t next = at + 1;
  while (all && next < sentence.last &&
         IsOneOf(answer.token(next), " of the these above mentioned "_words)) {
    ++next;
  }
  if (next >= sentence.last) return false;
  const Token& second = answer.token(next);
  if (pointing && IsPublicationNoun(second)) {
    const bool bare = next + 1 >= sentence.last ||
                      IsAuxiliary(answer.token(next + 1)) ||
                      IsOneOf(answer.token(next + 1),
                              " covers aims available published "_words);
    return bare;
  }
  if (IsOneOf(first, " publications documents reports "_words) &&
      (IsAuxiliary(second) || second.IsWord("available"))) {
    all = true;
    return true;
  }
  return pointing && !first.IsWord("the") && IsAuxiliary(second);
}

size_t AfterDenial(const AnswerText& answer, TokenRange sentence) {
  constexpr size_t kReach = 5;
  const size_t reach = std::min(sentence.last, sentence.first + kReach);
  bool denied = false;
  for (size_t at = sentence.first; at < reach && !denied; ++at) {
    const Token& token = answer.token(at);
    // What names a publication first does not deny it.
    if (token.Is('"') || token.Is(',') || IsPublicationNoun(token)) break;
    denied = IsOneOf(answer.token(at), " no none not nothing nil never "_words);
  }
  if (!denied) return sentence.first;
  size_t at = sentence.first;
  while (at < sentence.last &&
         !IsOneOf(answer.token(at),
                  " however but although though nevertheless while "_words)) {
    ++at;
  }
  // "None yet." ends with the word.
  if (at < sentence.last) ++at;
  while (at < sentence.last && answer.token(at).kind == TokenKind::kMark &&
         !answer.token(at).Is('"')) {
    ++at;
  }
  return at;
}

bool NamesMaker(const AnswerText& answer, TokenRange sentence) {
  constexpr size_t kReach = 4;
  const size_t reach = std::min(sentence.last, sentence.first + kReach);
  for (size_t at = sentence.first; at < reach; ++at) {
    if (answer.token(at).IsWord("by")) return true;
    if (!IsOneOf(answer.token(at),
                 " report study published written prepared edited produced "
                 "compiled developed jointly issued and "_words)) {
      return false;
    }
  }
  return false;
}

}  // namespace compendium
