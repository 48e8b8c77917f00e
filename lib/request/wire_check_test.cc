// SPDX-License-Identifier: Apache-2.0
// What it accepts and what it leaves to the walk; that it never accepts what
// the walk refuses, field_rules_test tries with each rule.
#include "lib/request/wire_check.h"

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "lib/base/status_macros.h"
#include "lib/request/field_rules.h"
#include "lib/request/sample.pb.h"

namespace compendium {
namespace {

template <class Message>
bool Accepts(const std::string& bytes) {
  const CompiledRules rules({Message::descriptor()});
  return CertainlyKeepsRules(bytes, *rules.Find(Message::descriptor()));
}

template <class Message>
bool AcceptsText(const std::string& text) {
  Message message;
  CHECK(google::protobuf::TextFormat::ParseFromString(text, &message));
  return Accepts<Message>(message.SerializeAsString());
}

constexpr char kLimited[] = R"pb(
  text: "12345"
  raw: "\001\002"
  texts: "a"
  texts: "b"
  limited {
    text: "in"
    limited {}
  }
  small: -1
  large: 9223372036854775807
  color: COLOR_RED
  day: "2016-02-29"
  days: "2016-01-01"
  labels { key: "k" value: "v" })pb";

TEST(WireCheck, AcceptsWhatIsUsual) {
  EXPECT_TRUE(AcceptsText<sample::Limited>(kLimited));
  EXPECT_TRUE(AcceptsText<sample::Limited>(""));
  EXPECT_TRUE(AcceptsText<sample::Choice>("text: 'abc'"));
  EXPECT_TRUE(AcceptsText<sample::Given>(
      "name: 'not a name' revision: 99 create_time { seconds: -1 }"));
  EXPECT_TRUE(AcceptsText<sample::Update>(
      "child { title: 'a' color: COLOR_RED } update_mask { paths: '*' }"));
}

TEST(WireCheck, LeavesTheUnusualToTheWalk) {
  EXPECT_FALSE(AcceptsText<sample::Limited>("numbers: 1"));
  EXPECT_FALSE(AcceptsText<sample::Times>("timestamp { seconds: 1 }"));
  EXPECT_FALSE(AcceptsText<sample::Update>(
      "child { title: 'a' } update_mask { paths: 'title' }"));
  EXPECT_FALSE(
      Accepts<sample::Limited>("\x0a\x01"
                               "a"
                               "\x0a\x01"
                               "b"));
}

TEST(WireCheck, DoesNotAcceptBytesThatEndEarly) {
  sample::Limited message;
  ASSERT_TRUE(
      google::protobuf::TextFormat::ParseFromString(kLimited, &message));
  const std::string bytes = message.SerializeAsString();

  for (size_t size = 0; size < bytes.size(); ++size) {
    sample::Limited parsed;
    const std::string cut = bytes.substr(0, size);
    if (Accepts<sample::Limited>(cut))
      EXPECT_TRUE(parsed.ParseFromString(cut)) << size;
  }
}

// Bytes that are nearly a good message, as an attacker or a bug makes them.
TEST(WireCheck, NeverAcceptsWhatTheWalkRefuses) {
  sample::Limited message;
  ASSERT_TRUE(
      google::protobuf::TextFormat::ParseFromString(kLimited, &message));
  const std::string bytes = message.SerializeAsString();
  const FieldRules rules({sample::Limited::descriptor()});
  std::mt19937 random(7);
  int accepted_count = 0;
  int parsed_count = 0;
  for (int i = 0; i < 50000; ++i) {
    std::string changed = bytes;
    for (unsigned j = random() % 3 + 1; j > 0; --j)
      changed[random() % changed.size()] = static_cast<char>(random());
    sample::Limited parsed;
    if (!parsed.ParseFromString(changed)) continue;
    ++parsed_count;
    if (!Accepts<sample::Limited>(changed)) continue;
    ++accepted_count;
    ASSERT_TRUE(rules.Check(parsed).ok()) << parsed.DebugString();
  }
  EXPECT_GT(accepted_count, 250);
  EXPECT_GT(parsed_count, 2 * accepted_count);
}

}  // namespace
}  // namespace compendium
