// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/framework.h"

#include <algorithm>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/domain/sdg_target.h"

namespace compendium {
namespace {

size_t CountAt(const Framework& framework, FrameworkLevel level) {
  const auto nodes = framework.nodes();
  return static_cast<size_t>(
      std::count_if(nodes.begin(), nodes.end(),
                    [level](const auto& node) { return node.level == level; }));
}

TEST(Framework, SdgIsOfSeventeenGoalsAnd169Targets) {
  const Framework* const sdg = FindFramework("sdg");

  ASSERT_NE(sdg, nullptr);
  EXPECT_EQ(sdg->version(), "2015");
  EXPECT_EQ(CountAt(*sdg, FrameworkLevel::kGoal), 17u);
  EXPECT_EQ(CountAt(*sdg, FrameworkLevel::kTarget), 169u);
  EXPECT_EQ(sdg->nodes().size(), 186u);
  EXPECT_EQ(sdg->Find("10.7")->parent, "10");
}

TEST(Framework, SdgNodesAreTheSdgCodes) {
  const Framework* const sdg = FindFramework("sdg");

  for (const SdgCode& code : SdgCode::All()) {
    const FrameworkNode* const node = sdg->Find(code.ToString());
    ASSERT_NE(node, nullptr) << code.ToString();
    EXPECT_EQ(node->title, code.title());
    EXPECT_EQ(node->parent, code.is_goal() ? "" : code.goal_code().ToString());
  }
}

TEST(Framework, IomCoreIsEightTargetsOfTheSdgs) {
  const Framework* const core = FindFramework("iom-core");

  ASSERT_NE(core, nullptr);
  std::vector<std::string> codes;
  for (const FrameworkNode& node : core->nodes()) {
    codes.push_back(node.code);
    ASSERT_TRUE(SdgCode::Parse(node.code).ok());
    EXPECT_EQ(node.title, SdgCode::Parse(node.code)->title());
  }
  EXPECT_THAT(codes, testing::ElementsAre("4.b", "5.2", "8.7", "8.8", "10.7",
                                          "10.c", "16.2", "17.18"));
}

TEST(Framework, GcmIsOf23Objectives) {
  const Framework* const gcm = FindFramework("gcm");

  ASSERT_NE(gcm, nullptr);
  EXPECT_EQ(CountAt(*gcm, FrameworkLevel::kObjective), 23u);
  EXPECT_EQ(gcm->nodes().front().code, "1");
  EXPECT_EQ(gcm->nodes().back().code, "23");
}

TEST(Framework, ThemesAreOfTwoLevelsNamedByTheirParents) {
  const Framework* const themes = FindFramework("themes");

  ASSERT_NE(themes, nullptr);
  EXPECT_EQ(CountAt(*themes, FrameworkLevel::kTheme), themes->nodes().size());
  ASSERT_NE(themes->Find("irregular-migration.trafficking"), nullptr);
  for (const FrameworkNode& node : themes->nodes()) {
    EXPECT_LE(node.code.size(), 64u) << "FocusArea.themes holds no more";
    if (node.parent.empty()) {
      EXPECT_EQ(node.code.find('.'), std::string::npos) << node.code;
      continue;
    }
    EXPECT_EQ(node.code.find(node.parent + "."), 0u) << node.code;
    EXPECT_TRUE(themes->Find(node.parent)->parent.empty()) << node.code;
  }
}

TEST(Framework, ThemesAloneTakeNoClaims) {
  for (const Framework& framework : AllFrameworks())
    EXPECT_EQ(framework.takes_claims(), framework.id() != "themes");
}

TEST(Framework, EveryNodeHasATitleAndAListedParent) {
  for (const Framework& framework : AllFrameworks()) {
    for (const FrameworkNode& node : framework.nodes()) {
      EXPECT_FALSE(node.title.empty()) << node.code;
      EXPECT_EQ(framework.Find(node.code), &node);
      const bool is_top = node.parent.empty();
      EXPECT_TRUE(is_top || framework.Find(node.parent) != nullptr);
    }
  }
}

TEST(Framework, CodeIsNormalisedAndThenStable) {
  const Framework* const sdg = FindFramework("sdg");

  EXPECT_EQ(*sdg->NormaliseCode(" 10.C "), "10.c");
  for (const FrameworkNode& node : sdg->nodes())
    EXPECT_EQ(*sdg->NormaliseCode(node.code), node.code);
}

TEST(Framework, CodeOfAnotherFrameworkIsRefused) {
  const auto code = FindFramework("gcm")->NormaliseCode("10.7");

  EXPECT_EQ(code.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(code.status().message(), "got \"10.7\", want a code of gcm 2018");
  EXPECT_EQ(FindFramework("gcm")->Find("24"), nullptr);
}

TEST(Framework, UnknownIdIsNotFound) {
  EXPECT_EQ(FindFramework("SDG"), nullptr);
  EXPECT_EQ(FindFramework(""), nullptr);
}

TEST(FrameworkDeathTest, MalformedTableStopsTheProgram) {
  const auto make = [](absl::string_view table) {
    return Framework({"x", "1", "X", {table}});
  };

  EXPECT_DEATH(make("code,parent,level,title\n1,9,goal,T\n"), "CHECK failed");
  EXPECT_DEATH(make("code,parent,level,title\n1,,goal,T\n1,,goal,T\n"),
               "CHECK failed");
  EXPECT_DEATH(make("code,parent,level,title\n1,,thing,T\n"), "CHECK failed");
}

}  // namespace
}  // namespace compendium
