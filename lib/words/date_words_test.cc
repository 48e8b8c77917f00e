// SPDX-License-Identifier: Apache-2.0
#include "lib/words/date_words.h"

#include <string>

#include <gtest/gtest.h>

namespace compendium {
namespace {

struct Case {
  const char* edtf;
  const char* words;
};

TEST(DateWords, DatesReadAsPeopleWriteThem) {
  constexpr Case kCases[] = {
      {"2016", "2016"},
      {"2016-12", "Dec 2016"},
      {"2016-06-03", "3 Jun 2016"},
      {"2016-22", "summer 2016"},
      {"2016-34", "2nd quarter 2016"},
      {"2016-06-03T10:00:00Z", "3 Jun 2016 10:00:00Z"},
  };
  for (const Case& c : kCases) EXPECT_EQ(DateWords(c.edtf), c.words) << c.edtf;
}

TEST(DateWords, IntervalsSayOnceWhatTheirEndsShare) {
  constexpr Case kCases[] = {
      {"2016-12-08/2016-12-09", "8\u20139 Dec 2016"},
      {"2016-02-28/2016-03-01", "28 Feb\u20131 Mar 2016"},
      {"2016-12-30/2017-01-02", "30 Dec 2016\u20132 Jan 2017"},
      {"2016-08/2016-09", "Aug\u2013Sep 2016"},
      {"2015-06/2019-05", "Jun 2015\u2013May 2019"},
      {"2016/2017", "2016\u20132017"},
      {"2016-10-01/2016-12", "1 Oct 2016\u2013Dec 2016"},
      {"2016-10/..", "from Oct 2016"},
      {"/2016-10-05", "until 5 Oct 2016"},
      {"../..", "at any time"},
  };
  for (const Case& c : kCases) EXPECT_EQ(DateWords(c.edtf), c.words) << c.edtf;
}

TEST(DateWords, MarksAreSpelled) {
  constexpr Case kCases[] = {
      {"2016-12-08?/2016-12-09?", "8\u20139 Dec 2016 (uncertain)"},
      {"2016-12~", "about Dec 2016"},
      {"2016-06-16%", "about 16 Jun 2016 (uncertain)"},
      {"2016-11-XX", "a day in Nov 2016"},
      {"2016-XX", "a month in 2016"},
      {"2016-XX-XX", "a day in 2016"},
  };
  for (const Case& c : kCases) EXPECT_EQ(DateWords(c.edtf), c.words) << c.edtf;
}

TEST(DateWords, AlternativesAndListsAreJoined) {
  constexpr Case kCases[] = {
      {"[2016-08,2016-09]", "Aug or Sep 2016"},
      {"{2016-08-23,2016-08-24,2016-08-25}",
       "23 Aug 2016, 24 Aug 2016 and 25 Aug 2016"},
      {"[2016-01-02..2016-01-05]", "2\u20135 Jan 2016"},
      {"[2016-11-14,2016-11-15]", "14 Nov 2016 or 15 Nov 2016"},
  };
  for (const Case& c : kCases) EXPECT_EQ(DateWords(c.edtf), c.words) << c.edtf;
}

TEST(DateWords, WhatHasNoWordsStaysAsItIs) {
  constexpr const char* kTexts[] = {"", "next week", "201X", "-0044-03-15",
                                    "2016-1X-XX"};
  for (const char* text : kTexts) EXPECT_EQ(DateWords(text), text);
}

}  // namespace
}  // namespace compendium
