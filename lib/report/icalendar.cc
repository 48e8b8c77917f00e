// SPDX-License-Identifier: Apache-2.0
#include "lib/report/icalendar.h"

#include <libical/ical.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <memory>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "lib/base/sha256.h"
#include "lib/base/status_macros.h"
#include "lib/domain/edtf_date.h"
#include "lib/report/exact_days.h"
#include "lib/report/report_context.h"
#include "lib/request/deterministic_bytes.h"
#include "lib/request/timestamp.h"
#include "lib/words/counted.h"
#include "lib/words/display_width.h"
#include "lib/words/event_words.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

using ::compendium::reporting::v1::CalendarEvent;

// 128 bits of the key's hash: as many as a UUID has.
constexpr size_t kUidDigits = 32;

struct FreeComponent {
  void operator()(icalcomponent* component) const {
    icalcomponent_free(component);
  }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

// How sure an event is, for STATUS.
enum class Standing { kNotSaid, kConfirmed, kTentative, kCancelled };

struct DateMarks {
  bool is_uncertain = false;
  bool is_approximate = false;
};

DateMarks MarksOf(const CalendarEvent& event) {
  const auto date = EdtfDate::Parse(event.date().edtf());
  CHECK(date.ok());  // it has exact days
  return {date->is_uncertain(), date->is_approximate()};
}

Standing StandingOf(const CalendarEvent& event, const DateMarks& marks) {
  if (event.status() == registry::v1::MEETING_STATUS_POSTPONED)
    return Standing::kCancelled;
  if (event.status() == registry::v1::MEETING_STATUS_TENTATIVE ||
      marks.is_uncertain || marks.is_approximate)
    return Standing::kTentative;
  if (event.status() == registry::v1::MEETING_STATUS_HELD ||
      event.status() == registry::v1::MEETING_STATUS_PLANNED)
    return Standing::kConfirmed;
  return Standing::kNotSaid;
}

icaltimetype DateOf(absl::CivilDay day) {
  icaltimetype date = icaltime_null_date();
  date.year = static_cast<int>(day.year());
  date.month = day.month();
  date.day = day.day();
  return date;
}

icaltimetype TimeOf(absl::Time time) {
  const absl::CivilSecond second =
      absl::ToCivilSecond(time, absl::UTCTimeZone());
  icaltimetype date = icaltime_null_time();
  date.year = static_cast<int>(second.year());
  date.month = second.month();
  date.day = second.day();
  date.hour = second.hour();
  date.minute = second.minute();
  date.second = second.second();
  date.zone = icaltimezone_get_utc_timezone();
  return date;
}

// A property of our own. libical escapes line ends and backslashes in it, but
// leaves commas and semicolons as they are, which is what calendars expect of
// X-WR-CALNAME.
icalproperty* ExtraProperty(const char* name, absl::string_view text) {
  icalproperty* property = icalproperty_new_x(Printable(text).c_str());
  icalproperty_set_x_name(property, name);
  return property;
}

// Who tells of the event and in which words.
std::string DescriptionOf(const CalendarEvent& event,
                          const ReportContext& context) {
  std::string text =
      absl::StrCat("Date: ", MeetingDateWords(event.date()),
                   "\nTold by: ", context.ShortNamesOf(event.mechanisms()));
  for (const int about : event.disagreements())
    absl::StrAppend(
        &text, "\nThe sources differ: ",
        DisagreementWords(event, static_cast<v1::Disagreement>(about),
                          context.names));
  for (const v1::EventSource& source : event.sources()) {
    const auto& evidence = source.meeting().evidence();
    absl::StrAppend(&text, "\n", source.questionnaire(), ", question ",
                    evidence.question_id(), ": “", evidence.quote(), "”");
  }
  return text;
}

std::string SummaryOf(const CalendarEvent& event, const DateMarks& marks) {
  return absl::StrCat(marks.is_uncertain ? "(to be confirmed) " : "",
                      marks.is_approximate ? "(approximate) " : "",
                      EventTitleWords(event));
}

void AddStatus(Standing standing, icalcomponent* event) {
  switch (standing) {
    case Standing::kConfirmed:
      icalcomponent_add_property(
          event, icalproperty_new_status(ICAL_STATUS_CONFIRMED));
      break;
    case Standing::kTentative:
      icalcomponent_add_property(
          event, icalproperty_new_status(ICAL_STATUS_TENTATIVE));
      break;
    case Standing::kCancelled:
      icalcomponent_add_property(
          event, icalproperty_new_status(ICAL_STATUS_CANCELLED));
      break;
    case Standing::kNotSaid:
      break;
  }
  icalcomponent_add_property(
      event, icalproperty_new_transp(standing == Standing::kConfirmed
                                         ? ICAL_TRANSP_OPAQUE
                                         : ICAL_TRANSP_TRANSPARENT));
}

Component MakeEvent(const CalendarEvent& event, const ExactDays& days,
                    const ReportContext& context) {
  const v1::ReportContent& content = context.content;
  const absl::Time time = ToTime(content.revision_time());
  const DateMarks marks = MarksOf(event);
  const std::string uid =
      absl::StrCat(base::Sha256Hex(event.key()).substr(0, kUidDigits), "@",
                   Printable(content.store_id()));
  const int sequence = static_cast<int>(std::min<int64_t>(
      content.spec().revision(), std::numeric_limits<int>::max()));
  Component made(icalcomponent_new(ICAL_VEVENT_COMPONENT));
  const auto add = [&](icalproperty* property) {
    icalcomponent_add_property(made.get(), property);
  };
  add(icalproperty_new_uid(uid.c_str()));
  add(icalproperty_new_dtstamp(TimeOf(time)));
  add(icalproperty_new_lastmodified(TimeOf(time)));
  add(icalproperty_new_sequence(sequence));
  add(icalproperty_new_dtstart(DateOf(days.first)));
  add(icalproperty_new_dtend(DateOf(days.last + 1)));
  add(icalproperty_new_summary(Printable(SummaryOf(event, marks)).c_str()));
  AddStatus(StandingOf(event, marks), made.get());
  if (const std::string level = LevelWords(event.level()); !level.empty())
    add(icalproperty_new_categories(level.c_str()));
  if (const std::string place =
          FullPlaceWords(event.city(), event.country_code());
      !place.empty())
    add(icalproperty_new_location(Printable(place).c_str()));
  add(icalproperty_new_description(
      Printable(DescriptionOf(event, context)).c_str()));
  add(ExtraProperty("X-COMPENDIUM-EDTF", event.date().edtf()));
  return made;
}

// What the calendar does not show, in words.
std::string LeftOutWords(int coarse_count, int undated_count) {
  if (coarse_count + undated_count == 0) return "Every event is shown.";
  return absl::StrCat(
      Counted(coarse_count + undated_count, "event"),
      " not shown, because a "
      "calendar would give them days that nobody said: ",
      coarse_count,
      " of which only a month, several days to choose from or a longer time is "
      "known, ",
      undated_count, " without a date.");
}

// What the calendar says of itself.
void AddHead(const ReportContext& context, const std::string& left_out_words,
             int left_out_count, icalcomponent* calendar) {
  const v1::ReportContent& content = context.content;
  const std::string name = absl::StrCat(ReportKindWords(content.spec().kind()),
                                        ", ", RoundWords(content));
  const auto add = [&](icalproperty* property) {
    icalcomponent_add_property(calendar, property);
  };
  add(icalproperty_new_version("2.0"));
  add(icalproperty_new_prodid("-//Compendium//Reports//EN"));
  add(icalproperty_new_calscale("GREGORIAN"));
  add(icalproperty_new_name(Printable(name).c_str()));
  add(ExtraProperty("X-WR-CALNAME", name));
  add(icalproperty_new_description(left_out_words.c_str()));
  add(ExtraProperty("X-COMPENDIUM-LEFT-OUT", absl::StrCat(left_out_count)));
  add(ExtraProperty("X-COMPENDIUM-REVISION",
                    absl::StrCat(content.spec().revision())));
  add(ExtraProperty("X-COMPENDIUM-RULE-SET", content.spec().rule_set()));
  add(ExtraProperty("X-COMPENDIUM-STORE", content.store_id()));
  add(ExtraProperty("X-COMPENDIUM-REVISION-HASH", content.revision_hash()));
  add(ExtraProperty("X-COMPENDIUM-CONTENT-SHA256",
                    base::Sha256Hex(SerializeDeterministic(content))));
}

}  // namespace

std::string WriteIcalendar(const v1::ReportContent& content) {
  const ReportContext context(content);
  std::vector<Component> events;
  int coarse_count = 0;
  int undated_count = 0;
  for (const CalendarEvent& event : content.calendar().events()) {
    const auto days = ExactDaysOf(event.date().edtf());
    if (days.has_value()) {
      events.push_back(MakeEvent(event, *days, context));
    } else {
      ++(event.date().edtf().empty() ? undated_count : coarse_count);
    }
  }
  const Component calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
  AddHead(context, LeftOutWords(coarse_count, undated_count),
          coarse_count + undated_count, calendar.get());
  for (Component& event : events)
    icalcomponent_add_component(calendar.get(), event.release());
  const std::unique_ptr<char, decltype(&std::free)> text(
      icalcomponent_as_ical_string_r(calendar.get()), &std::free);
  return text.get();
}

}  // namespace compendium
