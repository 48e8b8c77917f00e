// SPDX-License-Identifier: Apache-2.0
// MeetingScan: one phrase that tells of several meetings.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "lib/domain/country.h"
#include "lib/extract/evidence_span.h"
#include "lib/extract/level_split.h"
#include "lib/extract/limits.h"
#include "lib/extract/meeting_level.h"
#include "lib/extract/meeting_scan.h"
#include "lib/extract/meeting_words.h"

namespace compendium {
namespace {

using registry::v1::MEETING_LEVEL_OTHER;
using registry::v1::MEETING_LEVEL_UNSPECIFIED;
using registry::v1::MEETING_LEVEL_WORKING_GROUP;

// Two titles in one phrase are not longer; it also bounds the search.
constexpr size_t kSplitTokensMax = 100;

bool IsPluralNoun(const AnswerText& answer, size_t at) {
  return IsOneOf(answer.token(at),
                 " meetings missions visits workshops seminars trainings "
                 "consultations conferences roundtables "_words);
}

// The countries in "A, B and C" from `at` on; fewer than two are none.
std::vector<PlacePhrase> CountriesAt(const AnswerText& answer, size_t at,
                                     size_t last) {
  std::vector<PlacePhrase> countries;
  while (at < last) {
    auto place = MatchPlace(answer, at, last, false);
    if (!place.has_value() || !place->city.empty()) break;
    at = place->range.last;
    countries.push_back(*place);
    if (at < last && answer.token(at).Is(',')) ++at;
    if (at < last && answer.token(at).IsWord("and")) ++at;
  }
  if (countries.size() < 2) countries.clear();
  return countries;
}

// Several meetings of one kind, one in each of several countries: "missions to
// A and B", "supported the Governments of A and B to host meetings".
std::vector<PlacePhrase> CountriesOf(const AnswerText& answer, TokenRange title,
                                     size_t noun, TokenRange sentence) {
  if (noun >= title.last || !IsPluralNoun(answer, noun)) return {};
  if (noun + 1 < title.last &&
      IsOneOf(answer.token(noun + 1), " to in with "_words)) {
    return CountriesAt(answer, noun + 2, title.last);
  }
  for (size_t at = sentence.first; at + 2 < title.first; ++at) {
    if (IsOneOf(answer.token(at), " governments authorities "_words) &&
        answer.token(at + 1).IsWord("of")) {
      return CountriesAt(answer, at + 2, title.first);
    }
  }
  return {};
}

// Where the second ordinal of "2nd and 3rd seminar" begins; `last` if there is
// none.
size_t SecondOrdinal(const AnswerText& answer, TokenRange title) {
  if (title.empty() || OrdinalAt(answer, title.first, title.last) == 0) {
    return title.last;
  }
  size_t at = title.first + (answer.token(title.first).is_number() ? 2 : 1);
  if (at >= title.last || !answer.token(at).IsWord("and")) return title.last;
  ++at;
  const bool second = at < title.last && OrdinalAt(answer, at, title.last) > 0;
  return second ? at : title.last;
}

}  // namespace

// "A and B" where both are meetings; the title itself otherwise. `noun` is
// where its noun stands.
MeetingScan::Titles MeetingScan::SplitTitles(TokenRange title,
                                             size_t noun) const {
  if (title.size() > kSplitTokensMax) return {title};
  bool quoted = false;
  for (size_t at = noun + 1; at + 1 < title.last; ++at) {
    if (answer_.token(at).Is('"')) quoted = !quoted;
    if (quoted || !answer_.token(at).IsWord("and")) continue;
    if (!StartsMeeting(answer_, at + 1, title.last)) continue;
    // "Training and Awareness Workshop" is one: the first half must be whole.
    const bool ordinal = OrdinalAt(answer_, title.first, title.last) > 0 &&
                         OrdinalAt(answer_, at + 1, title.last) > 0;
    const bool complete = noun + 1 < at && IsOneOf(answer_.token(noun + 1),
                                                   " on of for in "_words);
    if (ordinal || complete) {
      return {TokenRange{title.first, at}, TokenRange{at + 1, title.last}};
    }
  }
  return {title};
}

// In "Two workshops on A, and on B", the "and" before the second; title.last
// when there is none.
size_t MeetingScan::SecondSubject(TokenRange title) const {
  if (title.first == 0) return title.last;
  const Token& before = answer_.token(title.first - 1);
  if (before.Value() != 2 && !before.IsWord("two")) return title.last;
  const size_t noun = FindMeetingNoun(answer_, title, false);
  if (noun + 1 >= title.last ||
      !IsOneOf(answer_.token(noun + 1), " on for "_words)) {
    return title.last;
  }
  for (size_t at = noun + 2; at + 1 < title.last; ++at) {
    if (answer_.token(at).IsWord("and") &&
        answer_.token(at + 1).IsWord(answer_.token(noun + 1).text)) {
      return at;
    }
  }
  return title.last;
}

// A number that is split into as many mentions counts one for each.
void MeetingScan::AddSplit(MeetingMention&& mention, TokenRange title,
                           TokenRange sentence) {
  const size_t before = found_.mentions.size();
  if (mention.level == MEETING_LEVEL_OTHER && NamesSmallGroup(answer_, title)) {
    mention.level = MEETING_LEVEL_WORKING_GROUP;
  }
  AddParts(std::move(mention), title, sentence);
  const size_t parts = found_.mentions.size() - before;
  if (parts < 2) return;
  for (size_t i = before; i < found_.mentions.size(); ++i) {
    const int count = found_.mentions[i].event_count;
    found_.mentions[i].event_count =
        std::max(1, count / static_cast<int>(parts));
  }
}

void MeetingScan::AddParts(MeetingMention&& mention, TokenRange title,
                           TokenRange sentence) {
  const size_t second = SecondOrdinal(answer_, title);
  if (second < title.last) {
    const size_t step = answer_.token(second).is_number() ? 2 : 1;
    const std::string rest = TitleText({second + step, title.last});
    MeetingMention other = mention;
    mention.title =
        absl::StrCat(answer_.Slice({title.first, second - 1}), " ", rest);
    other.title =
        absl::StrCat(answer_.Slice({second, second + step}), " ", rest);
    found_.mentions.push_back(std::move(mention));
    found_.mentions.push_back(std::move(other));
    return;
  }
  const size_t subject = SecondSubject(title);
  if (subject < title.last) {
    const size_t noun = FindMeetingNoun(answer_, title, false);
    MeetingMention other = mention;
    mention.title = TitleText(TrimTitle(answer_, {title.first, subject}));
    other.title = absl::StrCat(TitleText({title.first, noun + 1}), " ",
                               TitleText({subject + 1, title.last}));
    found_.mentions.push_back(std::move(mention));
    found_.mentions.push_back(std::move(other));
    return;
  }
  const std::vector<LevelPart> levels =
      SplitLevels(answer_, source_.names, title);
  for (const LevelPart& part : levels) {
    MeetingMention one = mention;
    one.level = part.level;
    one.title = std::string(CutText(part.title, kTitleBytesMax));
    found_.mentions.push_back(std::move(one));
  }
  if (!levels.empty()) return;
  const size_t noun = FindMeetingNoun(answer_, title, false);
  const std::vector<PlacePhrase> countries =
      CountriesOf(answer_, title, noun, sentence);
  for (const PlacePhrase& country : countries) {
    MeetingMention one = mention;
    SetPlace(country, one);
    absl::StrAppend(&one.title, " (", answer_.Slice(country.range), ")");
    found_.mentions.push_back(std::move(one));
  }
  if (!countries.empty()) return;
  const Titles titles = SplitTitles(title, noun);
  if (titles.size() == 1) {
    found_.mentions.push_back(std::move(mention));
    return;
  }
  for (const TokenRange& part : titles) {
    MeetingMention one = mention;
    const auto level = LevelInTitle(answer_, source_.names, part);
    one.level = DecideLevel(level, MEETING_LEVEL_UNSPECIFIED, source_.topic);
    one.title = TitleText(TrimTitle(answer_, part));
    found_.mentions.push_back(std::move(one));
  }
}

}  // namespace compendium
