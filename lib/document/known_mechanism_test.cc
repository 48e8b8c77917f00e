// SPDX-License-Identifier: Apache-2.0
#include "lib/document/known_mechanism.h"

#include <string>

#include "gtest/gtest.h"
#include "lib/domain/resource_name.h"

namespace compendium {
namespace {

std::string IdOf(absl::string_view heading) {
  const KnownMechanism* known = FindKnownMechanism(heading);
  return known == nullptr ? "" : known->id;
}

TEST(KnownMechanism, IsFoundByAnyOfItsNames) {
  EXPECT_EQ(IdOf("Migration Dialogue for West Africa"), "midwa");
  EXPECT_EQ(IdOf("MIDWA"), "midwa");
  EXPECT_EQ(IdOf("  migration  dialogue for WEST Africa (midwa) "), "midwa");
  EXPECT_EQ(IdOf("Whatever it is called now (Puebla Process)"), "rcm");
  EXPECT_EQ(IdOf("A Conference (RCM, also known as Puebla Process)"), "rcm");
  EXPECT_EQ(IdOf("Inter\u2010Governmental Consultations (IGC)"), "igc");
  EXPECT_EQ(IdOf("5+5 Dialogue"), "5-5-dialogue");
}

TEST(KnownMechanism, SimilarNameIsNotFound) {
  EXPECT_EQ(IdOf("Praque Process"), "");
  EXPECT_EQ(IdOf("Prague Process Ministerial Conference"), "");
  EXPECT_EQ(IdOf("Forum of the Horn (part of MIDSA)"), "");
  EXPECT_EQ(IdOf(""), "");
}

TEST(KnownMechanism, UnknownOneTakesItsAcronymAsId) {
  const KnownMechanism made = MakeMechanism("Forum of the Far Isles (FoFI)");

  EXPECT_EQ(made.id, "fofi");
  EXPECT_EQ(made.acronym, "FoFI");
  EXPECT_EQ(made.display_name, "Forum of the Far Isles");
  EXPECT_EQ(made.level, registry::v1::MECHANISM_LEVEL_UNSPECIFIED);
}

TEST(KnownMechanism, UnknownOneWithoutAcronymTakesItsHeading) {
  EXPECT_EQ(MakeMechanism("Île & Côte Dialogue: 2nd (new series)").id,
            "ile-and-cote-dialogue-2nd");
}

TEST(KnownMechanism, EveryHeadingGivesAnId) {
  for (const std::string& heading :
       {std::string("Диалог о миграции"), std::string("()"), std::string("-"),
        std::string(300, 'x'), std::string("a ") + std::string(80, 'b')}) {
    const KnownMechanism made = MakeMechanism(heading);

    EXPECT_TRUE(MechanismName::FromId(made.id).ok()) << heading;
    EXPECT_EQ(made.id, MakeMechanism(heading).id);
  }
}

TEST(KnownMechanism, NumbersOfHeadingsArePassedOver) {
  for (const char* heading : {"3. Bali Process", "3) Bali Process",
                              "IV. Bali Process", "1.2. Bali Process"}) {
    const KnownMechanism* known = FindKnownMechanism(heading);
    ASSERT_NE(known, nullptr) << heading;
    EXPECT_EQ(known->id, "bali-process");
  }
  EXPECT_EQ(FindKnownMechanism("5+5 Dialogue")->id, "5-5-dialogue");
  EXPECT_EQ(MakeMechanism("12. Elbe Talks").id, "elbe-talks");
  EXPECT_EQ(MakeMechanism("4 Rivers Forum").id, "4-rivers-forum");
}

TEST(KnownMechanism, NamesThatLostTheirLigaturesAreKnown) {
  EXPECT_EQ(FindKnownMechanism("Migra on Dialogue for Southern Africa")->id,
            "midsa");
  EXPECT_EQ(FindKnownMechanism("Mi\u00adgration Dialogue for West Africa")->id,
            "midwa");
  EXPECT_EQ(FindKnownMechanism("RC"), nullptr);
}

}  // namespace
}  // namespace compendium
