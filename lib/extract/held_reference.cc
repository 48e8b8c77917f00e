// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/held_reference.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "compendium/registry/v1/questionnaire.pb.h"
#include "lib/extract/meeting_status.h"
#include "lib/extract/meeting_words.h"

namespace compendium {
namespace {

using registry::v1::MEETING_STATUS_HELD;
using registry::v1::MEETING_STATUS_UNSPECIFIED;

// Words between a number and its noun: "6th Regional Ministerial Conference".
constexpr size_t kReach = 8;
// Most references of one answer; more show nothing new.
constexpr size_t kReferencesMax = 32;

bool TellsPast(const AnswerText& answer, TokenRange sentence) {
  const auto status = StatusInWords(answer, sentence);
  if (status == MEETING_STATUS_HELD) return true;
  if (status != MEETING_STATUS_UNSPECIFIED) return false;
  for (size_t at = sentence.first; at < sentence.last; ++at) {
    if (IsOneOf(answer.token(at),
                " was were had derived adopted recommended approved agreed "
                "discussed recalled decided concluded endorsed noted "
                "highlighted welcomed resulted "_words)) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::vector<TitleWords> FindHeldReferences(const AnswerText& answer) {
  std::vector<TitleWords> references;
  for (const TextLine& line : answer.lines()) {
    for (const TokenRange sentence : line.sentences) {
      // Few sentences have a number, so it is looked for first.
      std::optional<bool> past;
      for (size_t at = sentence.first; at < sentence.last; ++at) {
        if (references.size() >= kReferencesMax) return references;
        if (OrdinalAt(answer, at, sentence.last) == 0) continue;
        const size_t reach = std::min(sentence.last, at + kReach);
        const size_t noun = FindMeetingNoun(answer, {at, reach}, false);
        if (noun >= reach) continue;
        if (!past.has_value()) past = TellsPast(answer, sentence);
        if (!*past) break;
        references.push_back(WordsOf(answer.Slice({at, noun + 1})));
      }
    }
  }
  return references;
}

void HoldReferenced(const std::vector<TitleWords>& references,
                    std::vector<MeetingMention>& mentions) {
  if (references.empty()) return;
  for (MeetingMention& mention : mentions) {
    if (mention.status != MEETING_STATUS_UNSPECIFIED) continue;
    const TitleWords words = WordsOf(mention.title);
    if (words.ordinals.empty()) continue;
    for (const TitleWords& reference : references) {
      const bool numbered = !OrdinalsDiffer(words, reference);
      const bool named = reference.words.size() > 1 && Covers(words, reference);
      if (numbered && named) mention.status = MEETING_STATUS_HELD;
    }
  }
}

}  // namespace compendium
