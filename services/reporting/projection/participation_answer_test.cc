// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/participation_answer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "lib/request/error_details.h"
#include "services/reporting/limits.h"
#include "services/reporting/testing/history.h"

namespace compendium::reporting {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// A participant in text format.
std::string Listed(absl::string_view as_written, absl::string_view code,
                   absl::string_view kind = "STATE",
                   absl::string_view role = "MEMBER") {
  return absl::StrCat("participants { as_written: '", as_written,
                      "' country_code: '", code, "' kind: PARTICIPANT_KIND_",
                      kind, " role: PARTICIPANT_ROLE_", role, " }");
}

// Two mechanisms in two rounds; between them Swaziland changed its name.
Projections SomeState() {
  return ProjectionsOf(
      {PutMechanism("midsa", "MIDSA"), PutMechanism("bali", "Bali Process"),
       PutRound("2016", ""), PutRound("2018", ""),
       PutQuestionnaire("midsa", "2016",
                        Listed("Swaziland", "SWZ") + Listed("Kenya", "KEN")),
       PutQuestionnaire("midsa", "2018",
                        Listed("Eswatini", "SWZ") +
                            Listed("Kenya", "KEN", "STATE", "OBSERVER") +
                            Listed("The SADC", "", "ORGANISATION", "PARTNER")),
       PutQuestionnaire("bali", "2016",
                        Listed("Hong Kong", "HKG", "TERRITORY") +
                            Listed("SADC", "", "ORGANISATION") +
                            Listed("Kosovo*", "", "OTHER_ENTITY"))});
}

v1::Participation Answer(const Projections& state,
                         const ParticipationQuery& query = {}) {
  const absl::StatusOr<v1::Participation> participation =
      AnswerParticipation(state.directory, state.participation, query);
  EXPECT_TRUE(participation.ok()) << participation.status();
  return participation.ok() ? *participation : v1::Participation();
}

std::vector<std::string> NamesOf(const v1::Participation& participation) {
  std::vector<std::string> names;
  for (const auto& participant : participation.participants())
    names.push_back(participant.name());
  return names;
}

std::vector<std::string> EntriesOf(
    const v1::ParticipantParticipation& participant) {
  std::vector<std::string> entries;
  for (const auto& entry : participant.entries())
    entries.push_back(absl::StrCat(
        entry.mechanism(), " ", entry.round(), " ",
        registry::v1::ParticipantRole_Name(entry.role()).substr(17), " ",
        entry.as_written()));
  return entries;
}

TEST(ParticipationAnswer, CodesComeFirstThenNames) {
  EXPECT_THAT(NamesOf(Answer(SomeState())),
              ElementsAre("China, Hong Kong Special Administrative Region",
                          "Kenya", "Eswatini", "Kosovo*", "SADC"));
}

TEST(ParticipationAnswer, RenamedStateIsOneParticipantWithBothNames) {
  const v1::Participation participation = Answer(SomeState());

  const v1::ParticipantParticipation& eswatini = participation.participants(2);
  EXPECT_EQ(eswatini.country_code(), "SWZ");
  EXPECT_THAT(eswatini.names_as_written(),
              ElementsAre("Swaziland", "Eswatini"));
  EXPECT_THAT(EntriesOf(eswatini),
              ElementsAre("mechanisms/midsa rounds/2016 MEMBER Swaziland",
                          "mechanisms/midsa rounds/2018 MEMBER Eswatini"));
  EXPECT_EQ(eswatini.mechanism_count(), 1);
  EXPECT_EQ(eswatini.round_count(), 2);
}

TEST(ParticipationAnswer, RegionsAreThoseOfM49) {
  const v1::Participation participation = Answer(SomeState());

  const v1::ParticipantParticipation& kenya = participation.participants(1);
  EXPECT_EQ(kenya.region().code(), "002");
  EXPECT_EQ(kenya.region().name(), "Africa");
  EXPECT_EQ(kenya.subregion().name(), "Sub-Saharan Africa");
  EXPECT_EQ(kenya.intermediate_region().name(), "Eastern Africa");
  EXPECT_FALSE(participation.participants(0).has_intermediate_region());
  EXPECT_FALSE(participation.participants(3).has_region());
}

TEST(ParticipationAnswer, TerritoryIsNoState) {
  const v1::ParticipantParticipation hong_kong =
      Answer(SomeState()).participants(0);

  EXPECT_EQ(hong_kong.kind(), registry::v1::PARTICIPANT_KIND_TERRITORY);
}

TEST(ParticipationAnswer, WhatHasNoCodeIsKnownByItsName) {
  const v1::ParticipantParticipation sadc = Answer(SomeState()).participants(4);

  EXPECT_EQ(sadc.country_code(), "");
  EXPECT_EQ(sadc.kind(), registry::v1::PARTICIPANT_KIND_ORGANISATION);
  EXPECT_THAT(sadc.names_as_written(), ElementsAre("SADC", "The SADC"));
  EXPECT_EQ(sadc.mechanism_count(), 2);
}

TEST(ParticipationAnswer, MechanismsLeadBackToTheirParticipants) {
  const v1::Participation participation = Answer(SomeState());

  ASSERT_EQ(participation.mechanisms_size(), 3);
  const v1::MechanismParticipation& bali = participation.mechanisms(0);
  EXPECT_EQ(bali.mechanism(), "mechanisms/bali");
  EXPECT_EQ(bali.display_name(), "Bali Process");
  EXPECT_EQ(bali.round(), "rounds/2016");
  EXPECT_THAT(bali.country_codes(), ElementsAre("HKG"));
  EXPECT_THAT(bali.other_names(), ElementsAre("Kosovo*", "SADC"));
  EXPECT_EQ(participation.mechanisms(2).round(), "rounds/2018");
}

TEST(ParticipationAnswer, CountsAreOfDifferentParticipants) {
  const v1::Participation participation = Answer(SomeState());

  EXPECT_EQ(participation.counts().participant_count(), 5);
  EXPECT_EQ(participation.counts().state_count(), 2);
  EXPECT_EQ(participation.counts().territory_count(), 1);
  EXPECT_EQ(participation.counts().organisation_count(), 1);
  EXPECT_EQ(participation.counts().other_entity_count(), 1);
  // Kenya is a member in 2016 and an observer in 2018.
  EXPECT_EQ(participation.counts().member_count(), 5);
  EXPECT_EQ(participation.counts().observer_count(), 1);
  EXPECT_EQ(participation.counts().partner_count(), 1);
  ASSERT_EQ(participation.rounds_size(), 2);
  EXPECT_EQ(participation.rounds(0).round(), "rounds/2016");
  EXPECT_EQ(participation.rounds(0).mechanism_count(), 2);
  EXPECT_EQ(participation.rounds(0).counts().participant_count(), 5);
  EXPECT_EQ(participation.rounds(1).mechanism_count(), 1);
  EXPECT_EQ(participation.rounds(1).counts().participant_count(), 3);
  EXPECT_EQ(participation.mechanisms(1).counts().state_count(), 2);
}

TEST(ParticipationAnswer, ParticipantThatIsListedTwiceCountsOnce) {
  const v1::Participation participation = Answer(ProjectionsOf(
      {PutMechanism("midsa", "MIDSA"), PutRound("2016", ""),
       PutQuestionnaire("midsa", "2016",
                        Listed("Kenya", "KEN") +
                            Listed("Kenya", "KEN", "STATE", "OBSERVER"))}));

  ASSERT_EQ(participation.participants_size(), 1);
  EXPECT_EQ(participation.participants(0).entries_size(), 2);
  EXPECT_EQ(participation.participants(0).entries(1).participant_index(), 1);
  EXPECT_THAT(participation.mechanisms(0).country_codes(), ElementsAre("KEN"));
  const v1::ParticipationCounts& counts = participation.mechanisms(0).counts();
  EXPECT_EQ(counts.participant_count(), 1);
  EXPECT_EQ(counts.member_count(), 1);
  EXPECT_EQ(counts.observer_count(), 1);
}

TEST(ParticipationAnswer, KindAndRoleThatNobodySaidAreCountedAsSuch) {
  const v1::Participation participation = Answer(ProjectionsOf(
      {PutMechanism("midsa", "MIDSA"), PutRound("2016", ""),
       PutQuestionnaire("midsa", "2016",
                        Listed("Atlantis", "", "UNSPECIFIED", "UNSPECIFIED") +
                            Listed("Kenya", "KEN", "UNSPECIFIED"))}));

  EXPECT_EQ(participation.counts().unknown_kind_count(), 1);
  EXPECT_EQ(participation.counts().unknown_role_count(), 1);
  EXPECT_EQ(participation.counts().state_count(), 1);  // M49 says so
}

TEST(ParticipationAnswer, EveryFieldOfTheQueryLimits) {
  const Projections state = SomeState();
  const auto round = *RoundName::FromId("2016");
  const auto midsa = *MechanismName::FromId("midsa");
  const auto eswatini = *CountryCode::Parse("SWZ");

  EXPECT_THAT(NamesOf(Answer(
                  state, {.selection = {.round = *RoundName::FromId("2018")}})),
              ElementsAre("Kenya", "Eswatini", "The SADC"));
  EXPECT_THAT(NamesOf(Answer(
                  state, {.selection = {.round = round, .mechanism = midsa}})),
              ElementsAre("Kenya", "Eswatini"));
  EXPECT_THAT(
      NamesOf(Answer(state, {.role = registry::v1::PARTICIPANT_ROLE_OBSERVER})),
      ElementsAre("Kenya"));
  EXPECT_THAT(EntriesOf(Answer(state, {.country = eswatini}).participants(0)),
              ElementsAre("mechanisms/midsa rounds/2016 MEMBER Swaziland",
                          "mechanisms/midsa rounds/2018 MEMBER Eswatini"));
  EXPECT_THAT(EntriesOf(Answer(state, {.selection = {.round = round},
                                       .country = eswatini})
                            .participants(0)),
              ElementsAre("mechanisms/midsa rounds/2016 MEMBER Swaziland"));
}

TEST(ParticipationAnswer, OneStateIsSelectedAsFromTheWhole) {
  const Projections state = SomeState();

  const v1::Participation kenya = Answer(
      state, {.selection = {.mechanism = *MechanismName::FromId("midsa")},
              .country = *CountryCode::Parse("KEN")});
  const v1::Participation nobody =
      Answer(state, {.selection = {.mechanism = *MechanismName::FromId("bali")},
                     .country = *CountryCode::Parse("KEN")});

  EXPECT_EQ(kenya.participants(0).SerializeAsString(),
            Answer(state).participants(1).SerializeAsString());
  EXPECT_EQ(kenya.mechanisms_size(), 2);
  EXPECT_EQ(kenya.counts().participant_count(), 1);
  EXPECT_THAT(nobody.participants(), IsEmpty());
  EXPECT_THAT(nobody.mechanisms(), IsEmpty());
}

TEST(ParticipationAnswer, DeletedRecordsDoNotCount) {
  const auto midsa = PutMechanism("midsa", "MIDSA");
  const auto round = PutRound("2016", "");
  const auto filled = PutQuestionnaire("midsa", "2016", Listed("Kenya", "KEN"));

  for (const auto& deleted : {midsa, round, filled})
    EXPECT_EQ(Answer(ProjectionsOf({midsa, round, filled, Deleted(deleted)}))
                  .counts()
                  .participant_count(),
              0);
}

TEST(ParticipationAnswer, UnknownRoundOrMechanismIsNotFound) {
  const Projections state = SomeState();

  const auto no_round =
      AnswerParticipation(state.directory, state.participation,
                          {.selection = {.round = *RoundName::FromId("1999")}});
  const auto no_mechanism = AnswerParticipation(
      state.directory, state.participation,
      {.selection = {.mechanism = *MechanismName::FromId("igc")}});

  EXPECT_EQ(ReasonOf(no_round.status()), "RECORD_NOT_FOUND");
  EXPECT_EQ(ReasonOf(no_mechanism.status()), "RECORD_NOT_FOUND");
}

TEST(ParticipationAnswer, TooManyMentionsAreRefused) {
  std::vector<registry::v1::RecordChange> records = {
      PutMechanism("midsa", "MIDSA")};
  std::string list;
  for (int i = 0; i < 400; ++i) list += Listed("Kenya", "KEN");
  for (size_t i = 0; i <= kParticipantMentionsMax / 400; ++i) {
    const std::string round = absl::StrCat(1000 + i);
    records.push_back(PutRound(round, ""));
    records.push_back(PutQuestionnaire("midsa", round, list));
  }
  const Projections state = ProjectionsOf(std::move(records));

  for (const ParticipationQuery& query :
       {ParticipationQuery{},
        ParticipationQuery{.country = *CountryCode::Parse("KEN")}}) {
    const auto all =
        AnswerParticipation(state.directory, state.participation, query);
    EXPECT_EQ(all.status().code(), absl::StatusCode::kResourceExhausted);
    EXPECT_EQ(ReasonOf(all.status()), "ANSWER_TOO_LARGE");
  }
  EXPECT_EQ(Answer(state, {.selection = {.round = *RoundName::FromId("1000")}})
                .participants(0)
                .entries_size(),
            400);
}

TEST(ParticipationAnswer, TooManyBytesAreRefused) {
  std::vector<registry::v1::RecordChange> records = {PutRound("2016", "")};
  const std::string name(kAnswerBytesMax / 60, 'a');
  for (int i = 0; i < 61; ++i) {
    records.push_back(PutMechanism(absl::StrCat("m", i), name));
    records.push_back(
        PutQuestionnaire(absl::StrCat("m", i), "2016", Listed("Kenya", "KEN")));
  }
  const Projections state = ProjectionsOf(std::move(records));

  const auto all =
      AnswerParticipation(state.directory, state.participation, {});

  EXPECT_EQ(ReasonOf(all.status()), "ANSWER_TOO_LARGE");
}

}  // namespace
}  // namespace compendium::reporting
