// SPDX-License-Identifier: Apache-2.0
#include "lib/publish/export_frame.h"

#include <algorithm>
#include <array>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "lib/document/characters.h"

namespace compendium {
namespace {

constexpr absl::string_view kSubtitleBegin = "Completed questionnaires of ";
constexpr absl::string_view kSubtitleOne =
    " inter-State consultation mechanism on migration";
constexpr absl::string_view kSubtitleMany =
    " inter-State consultation mechanisms on migration";
constexpr absl::string_view kAsOfBegin = "As of revision ";
constexpr absl::string_view kAsOfEnd = " of the registry";

constexpr std::array<absl::string_view, 6> kWords = {
    kContentsWords, kFocusWords, kQuestionWords,
    kAnswerWords,   "Answers",   kNotesWords};

// Takes a number off the front of `text`; false when there is none.
bool ConsumeNumber(absl::string_view& text) {
  const size_t end =
      std::min(text.find_first_not_of("0123456789"), text.size());
  text.remove_prefix(end);
  return end > 0;
}

bool IsSubtitle(absl::string_view line) {
  return absl::ConsumePrefix(&line, kSubtitleBegin) && ConsumeNumber(line) &&
         (line == kSubtitleOne || line == kSubtitleMany);
}

bool IsAsOf(absl::string_view line) {
  if (!absl::ConsumePrefix(&line, kAsOfBegin) || !ConsumeNumber(line) ||
      !absl::ConsumePrefix(&line, kAsOfEnd)) {
    return false;
  }
  // A date of its own, "4 May 2016", and nothing else.
  absl::Time time;
  std::string error;
  return line.empty() || (absl::ConsumePrefix(&line, ", ") &&
                          absl::ParseTime("%d %B %Y", line, &time, &error));
}

}  // namespace

std::string SubtitleOf(const PublishedRound& round) {
  return absl::StrCat(
      kSubtitleBegin, round.sections.size(),
      round.sections.size() == 1 ? kSubtitleOne : kSubtitleMany);
}

std::string AsOfWords(const PublishedRound& round) {
  if (round.revision == 0) return "";
  return absl::StrCat(kAsOfBegin, round.revision, kAsOfEnd,
                      round.written_time.empty() ? "" : ", ",
                      DayWords(round.written_time));
}

bool IsFrameLine(absl::string_view line) {
  line = TrimBlanks(line);
  return std::find(kWords.begin(), kWords.end(), line) != kWords.end() ||
         IsSubtitle(line) || IsAsOf(line);
}

std::string DayWords(absl::string_view day) {
  absl::CivilDay civil;
  if (!absl::ParseCivilTime(day.substr(0, 10), &civil)) return std::string(day);
  const absl::Time midnight = absl::FromCivil(civil, absl::UTCTimeZone());
  return absl::FormatTime("%-d %B %Y", midnight, absl::UTCTimeZone());
}

}  // namespace compendium
