// SPDX-License-Identifier: Apache-2.0
#include "lib/curation/event_link.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "lib/request/error_details.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;
using ::testing::ElementsAre;

std::string Mention(const std::string& mechanism, const std::string& id) {
  return absl::StrCat("mentions { questionnaire: 'mechanisms/", mechanism,
                      "/questionnaires/2016' item_id: '", id, "' }");
}

template <class Message>
Message Parse(const std::string& text) {
  Message message;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &message));
  return message;
}

absl::Status Add(const std::string& text, v1::Round& round) {
  return AddEventLink(Parse<v1::EventLink>(text), "a.diallo", "add", round);
}

const std::string kBoth = Mention("midsa", "m-1") + Mention("comesa", "m-2");

TEST(AddEventLink, SaysWhoSaidIt) {
  v1::Round round;

  ASSERT_TRUE(
      Add("kind: EVENT_LINK_KIND_JOIN reason: 'same' " + kBoth, round).ok());

  ASSERT_EQ(round.event_links_size(), 1);
  EXPECT_EQ(round.event_links(0).author(), "a.diallo");
  EXPECT_EQ(round.event_links(0).reason(), "same");
}

TEST(AddEventLink, TakesThePlaceOfWhatWasSaidOfTheSameMentions) {
  v1::Round round;
  ASSERT_TRUE(Add("kind: EVENT_LINK_KIND_JOIN " + kBoth, round).ok());
  ASSERT_TRUE(
      Add("kind: EVENT_LINK_KIND_JOIN " + kBoth + Mention("rcm", "m-3"), round)
          .ok());

  ASSERT_TRUE(Add("kind: EVENT_LINK_KIND_SPLIT " + Mention("comesa", "m-2") +
                      Mention("midsa", "m-1"),
                  round)
                  .ok());

  ASSERT_EQ(round.event_links_size(), 2);
  EXPECT_EQ(round.event_links(0).mentions_size(), 3);
  EXPECT_EQ(round.event_links(1).kind(), v1::EVENT_LINK_KIND_SPLIT);
}

TEST(AddEventLink, WantsTwoDifferentMentions) {
  v1::Round round;

  EXPECT_THAT(FieldPathsOf(Add(Mention("midsa", "m-1"), round)),
              ElementsAre("add.mentions"));
  EXPECT_THAT(FieldPathsOf(Add(kBoth + Mention("midsa", "m-1"), round)),
              ElementsAre("add.mentions[2].item_id"));
  EXPECT_EQ(round.event_links_size(), 0);
}

TEST(RemoveOneEventLink, FindsItByKindAndMentions) {
  v1::Round round;
  ASSERT_TRUE(Add("kind: EVENT_LINK_KIND_JOIN " + kBoth, round).ok());
  const auto join = Parse<v1::RemoveEventLink>("kind: EVENT_LINK_KIND_JOIN " +
                                               Mention("comesa", "m-2") +
                                               Mention("midsa", "m-1"));
  v1::RemoveEventLink split = join;
  split.set_kind(v1::EVENT_LINK_KIND_SPLIT);

  EXPECT_THAT(FieldPathsOf(RemoveOneEventLink(split, "remove", round)),
              ElementsAre("remove.mentions"));
  EXPECT_TRUE(RemoveOneEventLink(join, "remove", round).ok());
  EXPECT_EQ(round.event_links_size(), 0);
  EXPECT_FALSE(RemoveOneEventLink(join, "remove", round).ok());
}

}  // namespace
}  // namespace compendium
