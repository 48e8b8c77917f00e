// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/participant.h"

#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/atomic_file.h"
#include "nlohmann/json.hpp"

namespace compendium {
namespace {

constexpr size_t kFileSizeMax = 1 << 20;

// A file of the folder with the annotated sources, which is not part of the
// tree; empty, and a line that cannot be overlooked, when it is absent.
std::string SharedFile(absl::string_view name) {
  const char* const root = std::getenv("COMPENDIUM_SOURCE_DIR");
  const std::string path =
      absl::StrCat(root == nullptr ? "." : root, "/../shared/", name);
  const auto text = base::ReadFile(path, kFileSizeMax);
  if (text.ok()) return *text;
  std::cerr << "ABSENT, NOT TESTED: " << path << std::endl;
  return "";
}

std::string CodeOf(absl::string_view name) {
  const ParticipantMatch match = LookUpParticipant(name);
  return match.country.has_value() ? match.country->ToString() : "";
}

TEST(Participant, StateHasItsCode) {
  const ParticipantMatch match = LookUpParticipant("Swaziland");

  EXPECT_EQ(match.kind, ParticipantKind::kState);
  EXPECT_EQ(match.country->ToString(), "SWZ");
}

TEST(Participant, ObserverStateIsAState) {
  for (const absl::string_view name : {"State of Palestine", "Holy See"})
    EXPECT_EQ(LookUpParticipant(name).kind, ParticipantKind::kState) << name;
}

TEST(Participant, TerritoryHasItsCode) {
  for (const absl::string_view name : {"Hong Kong", "Macau", "New Caledonia"}) {
    EXPECT_EQ(LookUpParticipant(name).kind, ParticipantKind::kTerritory);
    EXPECT_FALSE(CodeOf(name).empty()) << name;
  }
}

TEST(Participant, KosovoHasNoCode) {
  for (const absl::string_view name : {"Kosovo*", "Kosovo"}) {
    const ParticipantMatch match = LookUpParticipant(name);
    EXPECT_EQ(match.kind, ParticipantKind::kOtherEntity) << name;
    EXPECT_FALSE(match.country.has_value());
  }
}

TEST(Participant, OrganisationMayCarryARemark) {
  for (const absl::string_view name :
       {"Common Market for Eastern and Southern Africa RCP (COMESA-RCP, pillar "
        "of the Common Market for Eastern and Southern Africa (COMESA))",
        "Migration Dialogue for Central Africa (MIDCAS)", "the African Union",
        "IOM"})
    EXPECT_EQ(LookUpParticipant(name).kind, ParticipantKind::kOrganisation)
        << name;
}

TEST(Participant, UnknownNameIsLeftToAPerson) {
  for (const absl::string_view name : {"", "(", "Atlantis", "Korea"})
    EXPECT_EQ(LookUpParticipant(name).kind, ParticipantKind::kUnknown) << name;
}

TEST(Participant, TextOfEveryKindIsReadBack) {
  for (const ParticipantKind kind :
       {ParticipantKind::kUnknown, ParticipantKind::kState,
        ParticipantKind::kTerritory, ParticipantKind::kOrganisation,
        ParticipantKind::kOtherEntity})
    EXPECT_EQ(*ParseParticipantKind(ToString(kind)), kind);
  EXPECT_FALSE(ParseParticipantKind("country").ok());
}

// Names as the lists of 2016 write them.
TEST(Participant, EveryNameOfTheFirstRoundIsKnown) {
  for (const absl::string_view list :
       {"Algeria, France, Libya, Mauritania, Malta, Kyrgyz Republic, Turkey",
        "Comoros, Djibouti, State of Palestine, Syria, United Arab Emirates",
        "Brunei, DPR Korea, Hong Kong, Lao, Macau, Timor Leste, Vietnam, Iran",
        "Bosnia and Herzegovina, Czech Republic, Moldova, UK, Netherlands",
        "Swaziland, Tanzania, Democratic Republic of the Congo, Seychelles",
        "Cape Verde, C\u00f4te d'Ivoire, Gambia, Guinea, Guinea-Bissau, Niger",
        "the Czech Republic, the Netherlands, the Russian Federation, USA",
        "the former Yugoslav Republic of Macedonia, Kyrgyzstan, Venezuela",
        "Bolivia, Suriname, Dominican Republic, United States of America"}) {
    for (const absl::string_view name : absl::StrSplit(list, ", "))
      EXPECT_FALSE(CodeOf(name).empty()) << name;
  }
}

TEST(Participant, AnnotatedNamesHaveTheAnnotatedCodes) {
  for (const char* const slug :
       {"almaty-process", "bali-process", "budapest-process", "comesa-rcp",
        "midsa", "prague-process", "sacm"}) {
    const std::string text = SharedFile(absl::StrCat("gold/", slug, ".json"));
    if (text.empty()) GTEST_SKIP() << "the annotations are absent";
    const auto gold = nlohmann::json::parse(text, nullptr, false);
    ASSERT_FALSE(gold.is_discarded()) << slug;
    EXPECT_FALSE(gold["participants"].empty()) << slug;
    for (const auto& participant : gold["participants"]) {
      const std::string name = participant["as_written"];
      const auto& code = participant["iso3166_alpha3"];
      EXPECT_EQ(CodeOf(name),
                code.is_null() ? std::string() : code.get<std::string>())
          << name;
      EXPECT_NE(LookUpParticipant(name).kind, ParticipantKind::kUnknown)
          << name;
    }
  }
}

// The names of one "Member States:" line; a list ends in "X, and Y" or "X and
// Y", and one name holds an "and" of its own.
std::vector<std::string> NamesOf(absl::string_view line) {
  std::string list(line.substr(line.find(':') + 1));
  list = absl::StrReplaceAll(
      list,
      {{"**", ""}, {", and ", ", "}, {"and Herzegovina", "& Herzegovina"}});
  list = absl::StrReplaceAll(list, {{" and ", ", "}});
  return absl::StrSplit(list, ", ");
}

TEST(Participant, EveryMemberStateOfTheSourceIsKnown) {
  const std::string source = SharedFile("seeds/000_156af223e0624c09.txt");
  if (source.empty()) GTEST_SKIP() << "the source is absent";

  size_t names = 0;
  for (const absl::string_view line : absl::StrSplit(source, '\n')) {
    if (!absl::StartsWith(line, "Member States:") &&
        !absl::StartsWith(line, "- Member States:"))
      continue;
    for (const std::string& name : NamesOf(line)) {
      EXPECT_NE(LookUpParticipant(name).kind, ParticipantKind::kUnknown)
          << name;
      ++names;
    }
  }
  EXPECT_EQ(names, 274u);
}

TEST(Participant, EveryBodyOfTheSourceIsKnown) {
  const std::string source = SharedFile("seeds/000_156af223e0624c09.txt");
  if (source.empty()) GTEST_SKIP() << "the source is absent";

  int bodies = 0;
  for (const absl::string_view line : absl::StrSplit(source, '\n')) {
    if (!absl::StrContains(line, ", pillar of the ")) continue;
    const size_t label = line.find("Participants:**");
    const absl::string_view name =
        label == line.npos ? line : line.substr(label + 15);
    EXPECT_EQ(LookUpParticipant(name).kind, ParticipantKind::kOrganisation)
        << name;
    ++bodies;
  }
  EXPECT_EQ(bodies, 5);
}

TEST(LookUpLossyParticipant, FindsNamesThatLostTheirLigatures) {
  EXPECT_EQ(LookUpLossyParticipant("Croa a").country->alpha3(), "HRV");
  EXPECT_EQ(LookUpLossyParticipant("Mauri us").country->alpha3(), "MUS");
  EXPECT_EQ(LookUpLossyParticipant("the Russian Federa on").country->alpha3(),
            "RUS");
  EXPECT_EQ(LookUpParticipant("Croa a").kind, ParticipantKind::kUnknown);
}

TEST(LookUpLossyParticipant, DoesNotGuessWhereTooLittleIsLeft) {
  EXPECT_EQ(LookUpLossyParticipant("Hai").kind, ParticipantKind::kUnknown);
  EXPECT_EQ(LookUpLossyParticipant("").kind, ParticipantKind::kUnknown);
  EXPECT_EQ(LookUpLossyParticipant("Niger").country->alpha3(), "NER");
}

}  // namespace
}  // namespace compendium
