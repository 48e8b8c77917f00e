// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/theme.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/domain/framework.h"
#include "nlohmann/json.hpp"

namespace compendium {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(ThemesOf, WordsNameThemesInTheirOrder) {
  EXPECT_THAT(ThemesOf("Remittances and diasporas"),
              ElementsAre("development.remittances", "development.diasporas"));
  EXPECT_THAT(ThemesOf("people smuggling, human trafficking"),
              ElementsAre("irregular-migration.smuggling",
                          "irregular-migration.trafficking"));
}

TEST(ThemesOf, ParentStaysBesideItsChild) {
  EXPECT_THAT(
      ThemesOf("Irregular movements, smuggling"),
      ElementsAre("irregular-migration", "irregular-migration.smuggling"));
}

TEST(ThemesOf, SpellingDoesNotMatter) {
  for (const char* const words :
       {"LABOUR MIGRATION", "labor migration", "labour-migration;",
        "⇒ Labour  Migration."}) {
    EXPECT_THAT(ThemesOf(words), ElementsAre("labour-migration")) << words;
  }
  EXPECT_THAT(ThemesOf("Migrants’ rights"), ElementsAre("rights"));
  EXPECT_THAT(ThemesOf("rights of migrants"), ElementsAre("rights"));
}

TEST(ThemesOf, LongerPhraseTakesTheMeaningFromAShorterOne) {
  EXPECT_THAT(ThemesOf("Regional integration"),
              ElementsAre("cooperation.regional-integration"));
  EXPECT_THAT(ThemesOf("social security"),
              ElementsAre("labour-migration.workers"));
  EXPECT_THAT(ThemesOf("Drug trafficking"), IsEmpty());
}

TEST(ThemesOf, WordThatIsAThemeOnlyByItself) {
  EXPECT_THAT(ThemesOf("Development;"), ElementsAre("development"));
  EXPECT_THAT(ThemesOf("development of forms"), IsEmpty());
}

TEST(ThemesOf, NothingIsGuessed) {
  EXPECT_THAT(ThemesOf("Any other business"), IsEmpty());
  EXPECT_THAT(ThemesOf(""), IsEmpty());
  EXPECT_THAT(ThemesOf("réfugiés"), IsEmpty());
}

TEST(ThemesOf, EachCodeComesOnceAndNotTooMany) {
  EXPECT_THAT(ThemesOf("asylum, asylum practices"),
              ElementsAre("protection.asylum"));
  EXPECT_EQ(ThemesOf("asylum, refugees, return, health, trade, visas, gender, "
                     "remittances, diasporas, technology")
                .size(),
            kThemesMax);
}

// A theme that no word leads to could never be told of.
TEST(ThemesOf, EveryThemeHasAWordThatNamesIt) {
  for (const FrameworkNode& node : FindFramework("themes")->nodes()) {
    const auto themes = ThemesOf(node.title);
    const bool found =
        std::find(themes.begin(), themes.end(), node.code) != themes.end();
    EXPECT_TRUE(found) << node.code << " is not named by its title \""
                       << node.title << "\"";
  }
}

// The sample round was made by hand and must stay what an import would give.
TEST(ThemesOf, SampleRoundHasTheThemesOfItsWords) {
  const char* const root = std::getenv("COMPENDIUM_SOURCE_DIR");
  std::ifstream file(
      absl::StrCat(root == nullptr ? "." : root, "/data/round-2016.json"));
  const nlohmann::json round = nlohmann::json::parse(file, nullptr, false);
  ASSERT_FALSE(round.is_discarded());
  size_t areas = 0;

  for (const char* const list : {"mechanisms", "questionnaires"}) {
    for (const nlohmann::json& entry : round[list]) {
      const nlohmann::json& record =
          entry.contains("mechanism") && entry["mechanism"].is_object()
              ? entry["mechanism"]
              : entry["questionnaire"];
      for (const nlohmann::json& area :
           record.value("focusAreas", nlohmann::json::array())) {
        ++areas;
        const std::string words = area["asWritten"];
        EXPECT_EQ(area.value("themes", std::vector<std::string>()),
                  ThemesOf(words))
            << words;
      }
    }
  }

  EXPECT_GT(areas, 100u);
}

}  // namespace
}  // namespace compendium
