// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/event_candidates.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"

namespace compendium {
namespace {

constexpr const char* kQuestions[] = {"1", "2", "2A", "3"};

using Pairs = std::set<std::pair<size_t, size_t>>;

// Titles of one to six words out of nine, some in parentheses; days, months and
// years that meet, touch or do not.
std::vector<MeetingMention> MixedMentions(size_t count) {
  constexpr const char* kWords[] = {"port",   "crew",    "fee",
                                    "3rd",    "safe",    "wage",
                                    "return", "(inland", "border)"};
  constexpr std::pair<const char*, DateDetail> kDates[] = {
      {"2016", DateDetail::kYear},
      {"2016-05", DateDetail::kMonth},
      {"2016-05-30", DateDetail::kDay},
      {"2016-05-31", DateDetail::kDay},
      {"2016-06-01/2016-06-03", DateDetail::kDay},
      {"", DateDetail::kYear},
      {"2017", DateDetail::kYear}};
  std::vector<MeetingMention> mentions;
  size_t number = 1;
  const auto next = [&](size_t below) {
    number = number * 48271 % 2147483647;
    return number % below;
  };
  while (mentions.size() < count) {
    MeetingMention& mention = mentions.emplace_back();
    mention.question_id = kQuestions[next(4)];
    for (size_t words = 1 + next(6); words > 0; --words) {
      absl::StrAppend(&mention.title, kWords[next(9)], " ");
    }
    const auto& [edtf, detail] = kDates[next(7)];
    mention.edtf = edtf;
    const auto date = EdtfDate::Parse(edtf);
    if (date.ok()) mention.days = DaysOf(*date);
    mention.detail = detail;
    mention.city = next(3) == 0 ? "Lima" : "";
  }
  return mentions;
}

Pairs Candidates(const EventKinds& kinds) {
  Pairs pairs;
  VisitCandidates(kinds.kinds(), [&](size_t one, size_t other) {
    EXPECT_LT(one, other);
    pairs.emplace(one, other);
  });
  return pairs;
}

TEST(EventCandidates, HoldAllThatAgree) {
  const EventKinds kinds(MixedMentions(400));

  const Pairs candidates = Candidates(kinds);

  size_t agreeing = 0;
  for (size_t i = 0; i < kinds.kinds().size(); ++i) {
    for (size_t k = i + 1; k < kinds.kinds().size(); ++k) {
      if (Agreement(kinds.kinds()[i].side, kinds.kinds()[k].side) == 0)
        continue;
      ++agreeing;
      EXPECT_TRUE(candidates.count({i, k})) << i << " and " << k;
    }
  }
  EXPECT_GT(agreeing, 100);
}

TEST(EventCandidates, CommonWordsAloneAreNotCompared) {
  std::vector<MeetingMention> mentions(100);
  for (size_t i = 0; i < mentions.size(); ++i) {
    mentions[i].question_id = kQuestions[i % 4];
    mentions[i].title =
        absl::StrCat("Workshop on harbour h", i, " and crew c", i / 2);
    mentions[i].edtf = "2016";
  }

  EXPECT_EQ(Candidates(EventKinds(mentions)).size(), 50);
}

}  // namespace
}  // namespace compendium
