// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/edtf_date.h"

#include <algorithm>
#include <random>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace compendium {
namespace {

EdtfDate Date(absl::string_view text) { return *EdtfDate::Parse(text); }

std::string Message(absl::string_view text) {
  return std::string(EdtfDate::Parse(text).status().message());
}

TEST(EdtfDate, IsKeptAsWritten) {
  EXPECT_EQ(Date("2016-11-1X").ToString(), "2016-11-1X");
  EXPECT_NE(Date("2016-11"), Date("2016-11-XX"));
}

TEST(EdtfDate, ErrorNamesTheByteAndWhatIsWanted) {
  EXPECT_EQ(Message(""), "byte 0: got the end, want a date");
  EXPECT_EQ(Message("16-04-2016"), "byte 2: got \"-\", want a digit or X");
  EXPECT_EQ(Message("2016-02-30"),
            "byte 0: got \"2016-02-30\", want a date of the calendar");
  EXPECT_EQ(Message("2016-10/2016-09"),
            "byte 8: got an end before the start, want the start or later");
  EXPECT_EQ(Message("201u"),
            "byte 3: got \"u\", want a digit or X (old draft: write an "
            "upper-case X for an unspecified digit)");
}

TEST(EdtfDate, LongTextIsRefusedUnread) {
  std::string list = "{2016";
  while (list.size() + 6 <= EdtfDate::kTextSizeMax) list += ",2016";
  list += '}';
  const std::string too_long(EdtfDate::kTextSizeMax + 1, '2');

  EXPECT_TRUE(EdtfDate::Parse(list).ok());
  EXPECT_EQ(EdtfDate::Parse(too_long).status().code(),
            absl::StatusCode::kResourceExhausted);
  EXPECT_EQ(EdtfDate::Parse(too_long.substr(1)).status().code(),
            absl::StatusCode::kInvalidArgument);
}

TEST(EdtfDate, SeasonHasSearchBoundsOnly) {
  const EdtfDate season = Date("2016-22");

  EXPECT_EQ(season.earliest_day().kind(), DayBound::Kind::kNone);
  EXPECT_EQ(season.latest_day().kind(), DayBound::Kind::kNone);
  EXPECT_EQ(season.search_from_day().ToString(), "2016-01-01");
  EXPECT_EQ(season.search_to_day().ToString(), "2016-12-31");
}

TEST(EdtfDate, QuarterHasDays) {
  EXPECT_EQ(Date("2016-36").earliest_day().ToString(), "2016-10-01");
  EXPECT_EQ(Date("2016-36").search_to_day().ToString(), "2016-12-31");
}

TEST(EdtfDate, OrderIsFromThenToThenText) {
  const std::vector<absl::string_view> want = {
      "../2015", "../..",   "/2015",   "2016",       "2016-XX",    "2016/",
      "2016/..", "2016-02", "2016-03", "2016-04-04", "2016-04-04?"};
  std::vector<EdtfDate> dates;
  for (const auto text : want) dates.insert(dates.begin(), Date(text));

  std::sort(dates.begin(), dates.end());

  std::vector<absl::string_view> got;
  for (const EdtfDate& date : dates) got.push_back(date.ToString());
  EXPECT_EQ(got, want);
}

TEST(EdtfDate, ProgramsPutDatesTogether) {
  const absl::CivilDay day(2016, 12, 8);
  const auto start = *EdtfDate::Day(day, EdtfQualifier::kUncertain);
  const auto end = *EdtfDate::Day(day + 1, EdtfQualifier::kUncertain);

  EXPECT_EQ(EdtfDate::Interval(start, end)->ToString(),
            "2016-12-08?/2016-12-09?");
  EXPECT_EQ(EdtfDate::Month(absl::CivilMonth(2016, 10))->ToString(), "2016-10");
  EXPECT_EQ(EdtfDate::Year(absl::CivilYear(2017), EdtfQualifier::kApproximate)
                ->ToString(),
            "2017~");
  EXPECT_EQ(
      EdtfDate::Year(absl::CivilYear(-44), EdtfQualifier::kBoth)->ToString(),
      "-0044%");
  EXPECT_EQ(EdtfDate::OpenInterval(start)->ToString(), "2016-12-08?/..");
}

TEST(EdtfDate, ImpossibleDatesCannotBePutTogether) {
  EXPECT_FALSE(EdtfDate::Year(absl::CivilYear(10000)).ok());
  EXPECT_FALSE(EdtfDate::Year(absl::CivilYear(-10000)).ok());
  EXPECT_FALSE(EdtfDate::Interval(Date("2017"), Date("2016")).ok());
  EXPECT_FALSE(EdtfDate::Interval(Date("2016-21"), Date("2017")).ok());
  EXPECT_FALSE(EdtfDate::Interval(Date("2016/"), Date("2017")).ok());
}

// Makes valid strings: a real day, shortened, qualified or with digits
// replaced by X, alone or in an interval, a set or a list.
class RandomText {
 public:
  explicit RandomText(unsigned seed) : random_(seed) {}

  std::string Make() {
    switch (Below(4)) {
      case 0:
        return Interval();
      case 1:
        return absl::StrCat("[", Items(), "]");
      case 2:
        return absl::StrCat("{", Items(), "}");
      default:
        return One();
    }
  }

 private:
  int Below(int limit) {
    return static_cast<int>(random_() % static_cast<unsigned>(limit));
  }

  std::string One() {
    const absl::CivilDay day = absl::CivilDay(-9998, 1, 1) + Below(19990 * 365);
    std::string text = IsoDay(day);
    const size_t sign = day.year() < 0 ? 1 : 0;
    const size_t sizes[] = {4, 7, 10};
    text.resize(sign + sizes[Below(3)]);
    if (Below(2) == 0) return Qualified(text);
    for (size_t i = sign; i < text.size(); ++i) {
      if (text[i] != '-' && Below(4) == 0) text[i] = 'X';
    }
    return text;
  }

  std::string Qualified(const std::string& text) {
    const absl::string_view signs = "?~%";
    if (Below(3) == 0) return text;
    const std::string sign(1, signs[static_cast<size_t>(Below(3))]);
    if (Below(2) == 0) return absl::StrCat(text, sign);
    if (Below(2) == 0) return absl::StrCat(sign, text);
    const size_t last = text.rfind('-');
    if (last == std::string::npos || last == 0) return text;
    return absl::StrCat(text.substr(0, last + 1), sign, text.substr(last + 1));
  }

  std::string Interval() {
    std::string a = One();
    std::string b = One();
    if (Date(b).earliest_day().day() < Date(a).earliest_day().day())
      std::swap(a, b);
    const char* const none[] = {"", ".."};
    if (Below(4) == 0) return absl::StrCat(a, "/", none[Below(2)]);
    if (Below(4) == 0) return absl::StrCat(none[Below(2)], "/", b);
    return absl::StrCat(a, "/", b);
  }

  std::string Items() {
    std::vector<std::string> items;
    const int count = 1 + Below(5);
    for (int i = 0; i < count; ++i) items.push_back(One());
    std::string text = absl::StrJoin(items, ",");
    if (Below(4) == 0) text = absl::StrCat("..", text);
    if (Below(4) == 0 && (count > 1 || !absl::StartsWith(text, "..")))
      text = absl::StrCat(text, "..");
    return text;
  }

  std::mt19937 random_;
};

TEST(EdtfDate, RandomValidTextIsReadBackWithBoundsInOrder) {
  constexpr unsigned kSeed = 20161103;
  RandomText random(kSeed);

  for (int i = 0; i < 20000; ++i) {
    const std::string text = random.Make();
    const auto date = EdtfDate::Parse(text);
    ASSERT_TRUE(date.ok()) << text << ": " << date.status();
    EXPECT_EQ(*EdtfDate::Parse(date->ToString()), *date);
    const DayBound from = date->earliest_day();
    const DayBound to = date->latest_day();
    if (from.is_day() && to.is_day()) {
      EXPECT_LE(from.day(), to.day()) << text;
    }
  }
}

TEST(EdtfDate, DamagedTextNeverReadsAsAnotherDate) {
  RandomText random(4);
  std::mt19937 place(4);

  for (int i = 0; i < 20000; ++i) {
    std::string text = random.Make();
    text[place() % text.size()] = static_cast<char>(place() % 256);
    const auto date = EdtfDate::Parse(text);
    if (date.ok()) {
      EXPECT_EQ(date->ToString(), text);
    } else {
      EXPECT_TRUE(absl::StartsWith(date.status().message(), "byte "));
    }
  }
}

// A plain day is read by a shorter way than all else.
TEST(EdtfDate, PlainDayMeansWhatAnyFormOfItMeans) {
  for (const char* day :
       {"2016-11-14", "2016-02-29", "0000-01-01", "9999-12-31"}) {
    const auto plain = EdtfDate::Parse(day);
    const auto of_a_time = EdtfDate::Parse(absl::StrCat(day, "T00:00:00"));
    const auto of_a_list = EdtfDate::Parse(absl::StrCat("{", day, "}"));
    ASSERT_TRUE(plain.ok() && of_a_time.ok() && of_a_list.ok()) << day;
    EXPECT_EQ(plain->kind(), EdtfKind::kDate);
    EXPECT_EQ(plain->level(), 0);
    EXPECT_EQ(plain->precision(), of_a_list->precision());
    EXPECT_FALSE(plain->is_uncertain() || plain->is_approximate());
    EXPECT_EQ(plain->earliest_day(), of_a_time->earliest_day());
    EXPECT_EQ(plain->latest_day(), of_a_time->latest_day());
    EXPECT_EQ(plain->search_from_day(), of_a_list->search_from_day());
    EXPECT_EQ(plain->search_to_day(), of_a_list->search_to_day());
  }
  EXPECT_FALSE(EdtfDate::Parse("2015-02-29").ok());
}

}  // namespace
}  // namespace compendium
