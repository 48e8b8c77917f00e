// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/meeting_level.h"

#include <cstddef>

#include "absl/strings/match.h"
#include "lib/extract/meeting_title.h"
#include "lib/extract/meeting_words.h"

namespace compendium {
namespace {

using registry::v1::MEETING_LEVEL_EXPERT;
using registry::v1::MEETING_LEVEL_MINISTERIAL;
using registry::v1::MEETING_LEVEL_OTHER;
using registry::v1::MEETING_LEVEL_SENIOR_OFFICIALS;
using registry::v1::MEETING_LEVEL_STEERING_OR_CORE_GROUP;
using registry::v1::MEETING_LEVEL_SUMMIT_CONFERENCE;
using registry::v1::MEETING_LEVEL_UNSPECIFIED;
using registry::v1::MEETING_LEVEL_WORKING_GROUP;
using registry::v1::MEETING_LEVEL_WORKSHOP_TRAINING;
using registry::v1::MeetingLevel;

// The words with which those begin that the functions below look for, but for
// short forms.
constexpr WordList kLevelWords =
    " som soms senior permanent ministers minister vice-ministers "
    "vice-minister deputy-ministers expert experts expert-level working task "
    "steering core advisory ministerial minister-level ministerial-level "
    "technical train workshop workshops seminar seminars training trainings "
    "webinar webinars course courses conference forum summit congress "
    "symposium assembly "_words;

// A quick look at a word before the closer ones: whether any of them may be
// interested in it. Short forms are "TWG" and "ToT".
bool MayTellLevel(const Token& token) {
  if (!token.is_word()) return false;
  const char last = token.text.back();
  return last == 'G' || last == 'T' || kLevelWords.Contains(token.key);
}

bool Pair(const AnswerText& answer, size_t at, size_t last, WordList one,
          WordList two) {
  return IsOneOf(answer.token(at), one) && at + 1 < last &&
         IsOneOf(answer.token(at + 1), two);
}

// The level of people or a body named at `at`: "Ministers", "Working Group".
MeetingLevel BodyAt(const AnswerText& answer, size_t at, size_t last) {
  const Token& token = answer.token(at);
  if (IsOneOf(token, " som soms "_words) ||
      Pair(answer, at, last, " senior "_words,
           " official officials official's "_words) ||
      Pair(answer, at, last, " permanent "_words, " secretaries "_words)) {
    return MEETING_LEVEL_SENIOR_OFFICIALS;
  }
  if (IsOneOf(token,
              " ministers minister vice-ministers vice-minister "
              "deputy-ministers "_words)) {
    return MEETING_LEVEL_MINISTERIAL;
  }
  if (IsOneOf(token, " expert experts expert-level "_words)) {
    return MEETING_LEVEL_EXPERT;
  }
  const bool short_form = token.IsAcronym() && token.text.size() > 2 &&
                          absl::EndsWith(token.text, "WG");
  if (short_form || token.text == "WG" ||
      Pair(answer, at, last, " working "_words, " group groups "_words) ||
      Pair(answer, at, last, " task "_words, " force forces "_words)) {
    return MEETING_LEVEL_WORKING_GROUP;
  }
  if (Pair(answer, at, last, " steering core "_words,
           " committee group groups "_words) ||
      Pair(answer, at, last, " advisory "_words, " board committee "_words)) {
    return MEETING_LEVEL_STEERING_OR_CORE_GROUP;
  }
  return MEETING_LEVEL_UNSPECIFIED;
}

// The level of a kind of gathering or an adjective at `at`: "Ministerial",
// "workshop".
MeetingLevel KindAt(const AnswerText& answer, size_t at, size_t last) {
  const Token& token = answer.token(at);
  if (IsOneOf(token, " ministerial minister-level ministerial-level "_words)) {
    return MEETING_LEVEL_MINISTERIAL;
  }
  if (token.IsWord("technical")) return MEETING_LEVEL_EXPERT;
  if (Pair(answer, at, last, " train "_words, " the "_words) ||
      token.text == "ToT") {
    return MEETING_LEVEL_WORKSHOP_TRAINING;
  }
  if (IsOneOf(token,
              " workshop workshops seminar seminars training trainings webinar "
              "webinars course courses "_words) &&
      (IsMeetingNoun(answer, at, last) || IsEventNoun(answer, at, last))) {
    return MEETING_LEVEL_WORKSHOP_TRAINING;
  }
  if (IsOneOf(token,
              " conference forum summit congress symposium assembly "_words)) {
    return MEETING_LEVEL_SUMMIT_CONFERENCE;
  }
  return MEETING_LEVEL_UNSPECIFIED;
}

// The first level named in [first, last): bodies, and kinds if `kinds`.
MeetingLevel FirstLevel(const AnswerText& answer, size_t first, size_t last,
                        bool kinds, bool in_quotes) {
  bool quoted = false;
  for (size_t at = first; at < last; ++at) {
    if (answer.token(at).Is('"')) quoted = !quoted;
    if (quoted != in_quotes || !MayTellLevel(answer.token(at))) continue;
    MeetingLevel level = BodyAt(answer, at, last);
    if (level == MEETING_LEVEL_UNSPECIFIED && kinds) {
      level = KindAt(answer, at, last);
    }
    if (level != MEETING_LEVEL_UNSPECIFIED) return level;
  }
  return MEETING_LEVEL_UNSPECIFIED;
}

bool NamesEdition(const AnswerText& answer, const MechanismNames& names,
                  TokenRange title) {
  size_t end = 0;
  for (size_t at = title.first; at < title.last; ++at) {
    if (IsEdition(answer, names, at, title.last, end)) return true;
  }
  return false;
}

}  // namespace

MeetingLevel LevelInTitle(const AnswerText& answer, const MechanismNames& names,
                          TokenRange title) {
  if (title.empty()) return MEETING_LEVEL_UNSPECIFIED;
  const size_t noun = FindMeetingNoun(answer, title, false);
  const size_t head_last = noun < title.last ? noun + 1 : title.last;
  MeetingLevel level = FirstLevel(answer, title.first, head_last, true, false);
  if (level == MEETING_LEVEL_UNSPECIFIED && head_last < title.last) {
    // "workshop/training": two kinds, one head.
    level = FirstLevel(answer, head_last, title.last, false, false);
  }
  if (level == MEETING_LEVEL_UNSPECIFIED && names.is_conference &&
      NamesEdition(answer, names, title)) {
    level = MEETING_LEVEL_SUMMIT_CONFERENCE;
  }
  if (level == MEETING_LEVEL_UNSPECIFIED && noun == title.last) {
    level = FirstLevel(answer, title.first, title.last, true, true);
  }
  return level;
}

bool NamesSmallGroup(const AnswerText& answer, TokenRange title) {
  for (size_t at = title.first; at + 1 < title.last; ++at) {
    if (IsOneOf(answer.token(at),
                " subgroup subgroups sub-group sub-groups "_words) ||
        Pair(answer, at, title.last,
             " hoc ad-hoc thematic drafting study task "_words,
             " group groups "_words)) {
      return true;
    }
  }
  return false;
}

MeetingLevel DecideLevel(MeetingLevel in_title, MeetingLevel in_context,
                         QuestionTopic topic) {
  MeetingLevel level = in_title;
  if (level == MEETING_LEVEL_UNSPECIFIED) level = in_context;
  const bool open = level == MEETING_LEVEL_UNSPECIFIED ||
                    level == MEETING_LEVEL_SUMMIT_CONFERENCE;
  if (open && topic == QuestionTopic::kSeniorOfficials) {
    return MEETING_LEVEL_SENIOR_OFFICIALS;
  }
  if (open && topic == QuestionTopic::kMinisterial) {
    return MEETING_LEVEL_MINISTERIAL;
  }
  return level == MEETING_LEVEL_UNSPECIFIED ? MEETING_LEVEL_OTHER : level;
}

}  // namespace compendium
