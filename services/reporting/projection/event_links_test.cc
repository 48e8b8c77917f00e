// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/event_links.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"

namespace compendium::reporting {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Links of mentions that are written as "a:i1 b:i2".
struct Link {
  std::string kind;
  std::vector<std::pair<std::string, std::string>> mentions;
  std::string reason = "because";
};

EventLinks Make(const std::vector<Link>& links) {
  registry::v1::Round round;
  for (const Link& link : links) {
    auto& added = *round.add_event_links();
    added.set_kind(link.kind == "join" ? registry::v1::EVENT_LINK_KIND_JOIN
                                       : registry::v1::EVENT_LINK_KIND_SPLIT);
    added.set_reason(link.reason);
    for (const auto& [mechanism, item] : link.mentions) {
      auto& mention = *added.add_mentions();
      mention.set_questionnaire(
          absl::StrCat("mechanisms/", mechanism, "/questionnaires/2016"));
      mention.set_item_id(item);
    }
  }
  return EventLinks(*RoundName::FromId("2016"), round);
}

int SetOf(const EventLinks& links, const std::string& mechanism,
          const std::string& item) {
  const EventLinks::Mention* mention = links.Find(mechanism, item);
  return mention == nullptr ? -1 : mention->set;
}

bool AreSplit(const EventLinks& links, const std::string& a,
              const std::string& b) {
  const auto* left = links.Find(a, "i");
  const auto* right = links.Find(b, "i");
  CHECK(left != nullptr && right != nullptr);
  const bool one_set = left->set >= 0 && left->set == right->set;
  return !one_set && Intersect(left->splits, right->splits);
}

TEST(EventLinks, JoinsReachThroughOthers) {
  const EventLinks links = Make({{"join", {{"a", "i"}, {"b", "i"}}},
                                 {"join", {{"b", "i"}, {"c", "i"}}},
                                 {"join", {{"d", "i"}, {"d", "j"}}}});

  const int set = SetOf(links, "a", "i");
  EXPECT_GE(set, 0);
  EXPECT_EQ(SetOf(links, "c", "i"), set);
  EXPECT_NE(SetOf(links, "d", "j"), set);
  EXPECT_THAT(links.MechanismsOf(set), ElementsAre("a", "b", "c"));
  EXPECT_THAT(links.mechanisms(), ElementsAre("a", "b", "c", "d"));
  EXPECT_EQ(links.Find("a", "other"), nullptr);
}

TEST(EventLinks, TheLaterOfTwoThatContradictCounts) {
  const EventLinks joined = Make({{"split", {{"a", "i"}, {"b", "i"}}},
                                  {"join", {{"a", "i"}, {"b", "i"}}}});
  const EventLinks split = Make({{"join", {{"a", "i"}, {"b", "i"}}},
                                 {"split", {{"a", "i"}, {"b", "i"}}}});

  EXPECT_FALSE(AreSplit(joined, "a", "b"));
  EXPECT_EQ(SetOf(joined, "a", "i"), SetOf(joined, "b", "i"));
  EXPECT_TRUE(AreSplit(split, "a", "b"));
  EXPECT_EQ(SetOf(split, "a", "i"), -1);
}

TEST(EventLinks, ASplitHoldsForAllThatIsJoined) {
  const EventLinks links = Make({{"join", {{"a", "i"}, {"b", "i"}}},
                                 {"join", {{"c", "i"}, {"b", "i"}}},
                                 {"split", {{"a", "i"}, {"c", "i"}}}});

  // The later join is looked at first and takes b.
  EXPECT_EQ(SetOf(links, "c", "i"), SetOf(links, "b", "i"));
  EXPECT_EQ(SetOf(links, "a", "i"), -1);
  EXPECT_TRUE(AreSplit(links, "a", "b"));
}

TEST(EventLinks, TheReasonIsThatOfTheLastJoin) {
  const EventLinks links =
      Make({{"join", {{"a", "i"}, {"b", "i"}}, "first"},
            {"join", {{"a", "i"}, {"b", "i"}, {"c", "i"}}, "second"}});

  EXPECT_EQ(links.ReasonOf(SetOf(links, "a", "i")), "second");
}

TEST(EventLinks, WhatNamesAnotherRoundIsWithoutEffect) {
  registry::v1::Round round;
  ASSERT_TRUE(google::protobuf::TextFormat::ParseFromString(
      R"pb(event_links {
             kind: EVENT_LINK_KIND_JOIN
             mentions {
               questionnaire: "mechanisms/a/questionnaires/2015"
               item_id: "i"
             }
             mentions { questionnaire: "nonsense" item_id: "i" }
             mentions {
               questionnaire: "mechanisms/b/questionnaires/2016"
               item_id: "i"
             }
           })pb",
      &round));

  const EventLinks links(*RoundName::FromId("2016"), round);

  EXPECT_EQ(SetOf(links, "b", "i"), -1);
  EXPECT_THAT(links.mechanisms(), ElementsAre("b"));
  EXPECT_THAT(links.Find("b", "i")->splits, IsEmpty());
}

}  // namespace
}  // namespace compendium::reporting
