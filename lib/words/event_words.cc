// SPDX-License-Identifier: Apache-2.0
#include "lib/words/event_words.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "lib/domain/country.h"
#include "lib/words/date_words.h"
#include "lib/words/display_width.h"
#include "lib/words/enum_word.h"

namespace compendium {
namespace {

using ::compendium::registry::v1::Meeting;
using ::compendium::reporting::v1::CalendarEvent;
using ::compendium::reporting::v1::Disagreement;
using ::compendium::reporting::v1::EventSource;

// A country whose name is wider than this is shown by its code.
constexpr size_t kCountryWidthMax = 16;

constexpr absl::string_view kNoBreakSpace = "\xC2\xA0";

std::string JoinNotEmpty(const std::vector<std::string>& parts,
                         absl::string_view separator) {
  std::vector<absl::string_view> present;
  for (const std::string& part : parts)
    if (!part.empty()) present.push_back(part);
  return absl::StrJoin(present, separator);
}

// What one source says about the thing that sources differ in.
std::string SourceWords(const Meeting& meeting, Disagreement about) {
  std::string words;
  switch (about) {
    case reporting::v1::DISAGREEMENT_DATE:
      return MeetingDateWords(meeting.date());
    case reporting::v1::DISAGREEMENT_PLACE:
      words = PlaceWords(meeting.city(), meeting.country_code());
      return words.empty() ? "no place" : words;
    default:
      words = EnumWord(meeting.status());
      return words.empty() ? "no status" : words;
  }
}

}  // namespace

std::string DisagreementWords(const CalendarEvent& event, Disagreement about,
                              const ShortNames& names) {
  std::vector<std::pair<std::string, std::vector<std::string>>> said;
  for (const EventSource& source : event.sources()) {
    const std::string words = SourceWords(source.meeting(), about);
    auto found = std::find_if(said.begin(), said.end(), [&](const auto& entry) {
      return entry.first == words;
    });
    if (found == said.end()) found = said.insert(said.end(), {words, {}});
    found->second.push_back(
        absl::StrCat(names.Of(source.questionnaire()), kNoBreakSpace,
                     source.meeting().evidence().question_id()));
  }
  return absl::StrCat(
      EnumWord(about), ": ",
      absl::StrJoin(said, "; ", [](std::string* out, const auto& entry) {
        absl::StrAppend(out, entry.first, " (",
                        absl::StrJoin(entry.second, ", "), ")");
      }));
}

std::string EventTitleWords(const CalendarEvent& event) {
  if (event.count() <= 1) return event.title();
  return absl::StrCat(event.title(), " (", event.count(), kNoBreakSpace,
                      "meetings)");
}

std::string MeetingDateWords(const registry::v1::UncertainDate& date) {
  if (!date.edtf().empty()) return DateWords(date.edtf());
  return date.as_written().empty() ? "no date" : date.as_written();
}

std::string PlaceWords(absl::string_view city, absl::string_view country_code) {
  const auto code = CountryCode::Parse(country_code);
  if (code.ok() && DisplayWidth(code->name()) > kCountryWidthMax)
    return JoinNotEmpty({std::string(city), std::string(country_code)}, ", ");
  return FullPlaceWords(city, country_code);
}

std::string FullPlaceWords(absl::string_view city,
                           absl::string_view country_code) {
  const auto code = CountryCode::Parse(country_code);
  const std::string country(code.ok() ? code->name() : country_code);
  return JoinNotEmpty({std::string(city), country}, ", ");
}

std::string LevelWords(registry::v1::MeetingLevel level) {
  switch (level) {
    case registry::v1::MEETING_LEVEL_WORKSHOP_TRAINING:
      return "workshop";
    case registry::v1::MEETING_LEVEL_SUMMIT_CONFERENCE:
      return "conference";
    case registry::v1::MEETING_LEVEL_STEERING_OR_CORE_GROUP:
      return "steering group";
    default:
      return EnumWord(level);
  }
}

std::string KindWords(registry::v1::MeetingLevel level,
                      registry::v1::MeetingStatus status) {
  return JoinNotEmpty({LevelWords(level), EnumWord(status)}, ", ");
}

}  // namespace compendium
