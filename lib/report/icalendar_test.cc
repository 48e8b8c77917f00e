// SPDX-License-Identifier: Apache-2.0
#include "lib/report/icalendar.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <libical/ical.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "lib/report/report_test.h"

namespace compendium {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

// The file of a calendar with this one event.
std::string WriteEvent(const std::string& event) {
  return WriteIcalendar(ContentOf(
      absl::StrCat("spec { kind: REPORT_KIND_CALENDAR } calendar { events { ",
                   "mechanisms: 'mechanisms/midsa' ", event, " } }")));
}

// The content lines, unfolded. Checks what RFC 5545, 3.1 asks of them.
std::vector<std::string> LinesOf(const std::string& file) {
  EXPECT_TRUE(absl::EndsWith(file, "\r\n"));
  for (const absl::string_view line :
       absl::StrSplit(absl::StripSuffix(file, "\r\n"), "\r\n")) {
    EXPECT_LE(line.size(), 75u) << line;
    EXPECT_FALSE(absl::StrContains(line, "\n")) << line;
    EXPECT_FALSE(absl::StrContains(line, "\r")) << line;
    // No line begins within a character: after the blank of a folded one.
    const absl::string_view rest = absl::StripPrefix(line, " ");
    EXPECT_FALSE(!rest.empty() && (rest[0] & 0xC0) == 0x80) << line;
  }
  return absl::StrSplit(absl::StrReplaceAll(file, {{"\r\n ", ""}}), "\r\n",
                        absl::SkipEmpty());
}

std::vector<std::string> EventLines(const std::string& event) {
  return LinesOf(WriteEvent(event));
}

TEST(Icalendar, AllDayEventEndsOnTheDayAfter) {
  const auto lines = EventLines(
      "title: 'Forum' date { edtf: '2016-12-30/2016-12-31' } "
      "status: MEETING_STATUS_HELD city: 'Lusaka' country_code: 'ZMB' "
      "level: MEETING_LEVEL_MINISTERIAL count: 1");

  for (const char* line :
       {"BEGIN:VCALENDAR", "VERSION:2.0", "CALSCALE:GREGORIAN",
        "DTSTART;VALUE=DATE:20161230", "DTEND;VALUE=DATE:20170101",
        "DTSTAMP:20161124T150640Z", "SEQUENCE:7", "SUMMARY:Forum",
        "STATUS:CONFIRMED", "TRANSP:OPAQUE", "CATEGORIES:ministerial",
        "LOCATION:Lusaka\\, Zambia", "X-COMPENDIUM-EDTF:2016-12-30/2016-12-31",
        "X-COMPENDIUM-LEFT-OUT:0", "X-COMPENDIUM-REVISION:7", "END:VCALENDAR"})
    EXPECT_THAT(lines, Contains(line));
  // METHOD would make it an invitation.
  for (const std::string& line : lines)
    EXPECT_FALSE(absl::StartsWith(line, "METHOD")) << line;
}

TEST(Icalendar, UncertainDateIsMarkedAndTakesUpNoTime) {
  const auto lines = EventLines(
      "title: 'Forum' date { edtf: '2016-12-08?/2016-12-09?' } "
      "status: MEETING_STATUS_PLANNED");

  EXPECT_THAT(lines, Contains("SUMMARY:(to be confirmed) Forum"));
  EXPECT_THAT(lines, Contains("STATUS:TENTATIVE"));
  EXPECT_THAT(lines, Contains("TRANSP:TRANSPARENT"));
  EXPECT_THAT(lines, Contains("X-COMPENDIUM-EDTF:2016-12-08?/2016-12-09?"));
  EXPECT_THAT(EventLines("title: 'x' date { edtf: '2016-12-08~' }"),
              Contains("SUMMARY:(approximate) x"));
}

TEST(Icalendar, StatusIsTheMeetings) {
  const std::string date = "date { edtf: '2016-12-08' } status: ";

  EXPECT_THAT(EventLines(date + "MEETING_STATUS_PLANNED"),
              Contains("STATUS:CONFIRMED"));
  EXPECT_THAT(EventLines(date + "MEETING_STATUS_TENTATIVE"),
              Contains("STATUS:TENTATIVE"));
  EXPECT_THAT(EventLines(date + "MEETING_STATUS_POSTPONED"),
              Contains("STATUS:CANCELLED"));
  const auto not_said = EventLines("date { edtf: '2016-12-08' }");
  EXPECT_THAT(not_said, Not(Contains(HasSubstr("STATUS:"))));
  EXPECT_THAT(not_said, Contains("TRANSP:TRANSPARENT"));
}

TEST(Icalendar, NoDayIsInvented) {
  const auto lines = LinesOf(WriteIcalendar(ContentOf(R"pb(
    spec { kind: REPORT_KIND_CALENDAR }
    calendar {
      events {
        key: "a"
        date { edtf: "2016-12" }
      }
      events {
        key: "b"
        date { edtf: "2016" }
      }
      events {
        key: "c"
        date { edtf: "[2016-12-08,2016-12-15]" }
      }
      events { key: "d" }
    })pb")));

  EXPECT_THAT(lines, Not(Contains("BEGIN:VEVENT")));
  EXPECT_THAT(lines, Contains("X-COMPENDIUM-LEFT-OUT:4"));
  EXPECT_THAT(lines, Contains(HasSubstr("DESCRIPTION:4 events not shown")));
  EXPECT_THAT(lines, Contains(HasSubstr("longer time is known\\, 1 without")));
}

TEST(Icalendar, UidIsThatOfTheKeyWhateverElseChanges) {
  const auto uid_of = [](const std::string& event) {
    for (const std::string& line : EventLines(event))
      if (absl::StartsWith(line, "UID:")) return line;
    return std::string();
  };

  const std::string uid =
      uid_of("key: 'k' title: 'x' date { edtf: '2016-12-08' }");

  EXPECT_EQ(uid.size(), sizeof("UID:@store") - 1 + 32);
  EXPECT_EQ(uid_of("key: 'k' title: 'y' date { edtf: '2017-01-01' }"), uid);
  EXPECT_NE(uid_of("key: 'l' title: 'x' date { edtf: '2016-12-08' }"), uid);
}

TEST(Icalendar, TextCannotBecomeALine) {
  const std::string hostile =
      "x\\\\;,\\r\\nEND:VEVENT\\nBEGIN:VEVENT\\007\\302\\200\\377y";

  const auto lines =
      EventLines(absl::StrCat("title: '", hostile, "' city: '", hostile,
                              "' date { edtf: '2016-12-08' }"));

  EXPECT_EQ(std::count(lines.begin(), lines.end(), "BEGIN:VEVENT"), 1);
  EXPECT_EQ(std::count(lines.begin(), lines.end(), "END:VEVENT"), 1);
  EXPECT_THAT(lines, Contains("SUMMARY:x\\\\\\;\\,\uFFFD\\nEND:VEVENT\\n"
                              "BEGIN:VEVENT\uFFFD\uFFFD\uFFFDy"));
}

TEST(Icalendar, OwnPropertiesAreEscapedToo) {
  reporting::v1::ReportContent content =
      ContentOf("spec { kind: REPORT_KIND_CALENDAR }");
  content.mutable_round()->set_title("a\nBEGIN:VEVENT;b");
  content.set_store_id("s\r\nX:1");

  const auto lines = LinesOf(WriteIcalendar(content));

  EXPECT_THAT(lines, Not(Contains(HasSubstr("X:1\n"))));
  EXPECT_THAT(lines, Not(Contains("BEGIN:VEVENT;b (rounds/2016)")));
  EXPECT_THAT(lines, Contains("X-COMPENDIUM-STORE:s\uFFFD\\nX:1"));
}

TEST(Icalendar, LongLinesAreFoldedBetweenCharacters) {
  std::string title;
  for (int i = 0; i < 200; ++i) title += "é€𝄞";

  EXPECT_THAT(EventLines(absl::StrCat("title: '", title,
                                      "' date { edtf: '2016-12-08' }")),
              Contains(absl::StrCat("SUMMARY:", title)));
}

struct FreeComponent {
  void operator()(icalcomponent* component) const {
    icalcomponent_free(component);
  }
};

TEST(Icalendar, AnotherReaderTakesIt) {
  const std::string file =
      WriteEvent("title: 'a, b' date { edtf: '2016-12-08' }");

  const std::unique_ptr<icalcomponent, FreeComponent> read(
      icalparser_parse_string(file.c_str()));

  ASSERT_NE(read, nullptr);
  EXPECT_EQ(icalrestriction_check(read.get()), 1);
  EXPECT_EQ(icalcomponent_count_errors(read.get()), 0);
  icalcomponent* event =
      icalcomponent_get_first_component(read.get(), ICAL_VEVENT_COMPONENT);
  ASSERT_NE(event, nullptr);
  EXPECT_STREQ(icalcomponent_get_summary(event), "a, b");
  EXPECT_EQ(icalcomponent_get_dtend(event).day, 9);
}

TEST(Icalendar, EqualContentsGiveEqualBytes) {
  EXPECT_EQ(WriteEvent("title: 'x' date { edtf: '2016-12-08' }"),
            WriteEvent("title: 'x' date { edtf: '2016-12-08' }"));
}

}  // namespace
}  // namespace compendium
