// SPDX-License-Identifier: Apache-2.0
#include "cli/import/import_plan.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include "lib/base/status_macros.h"
#include "lib/curation/apply.h"
#include "lib/extract/item_id.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

using ::testing::ElementsAre;

v1::Record FromText(const std::string& text) {
  v1::Record record;
  CHECK(google::protobuf::TextFormat::ParseFromString(text, &record));
  return record;
}

const char kRound[] = R"pb(
  round {
    name: "rounds/2016"
    title: "Round 2016"
    form { questions { id: "2C" } }
    documents {
      source { file_name: "a.txt" sha256: "aa" }
      remainders { text: "title" }
      sections {
        questionnaire: "mechanisms/midsa/questionnaires/2016"
        span { begin_byte: 20 end_byte: 41 }
      }
    }
  })pb";

const char kMechanism[] = R"pb(
  mechanism {
    name: "mechanisms/midsa"
    display_name: "Dialogue"
    participants { as_written: "Angola" }
    focus_areas { as_written: "health" }
  })pb";

const char kQuestionnaire[] = R"pb(
  questionnaire {
    name: "mechanisms/midsa/questionnaires/2016"
    participants { as_written: "Angola" }
    focus_areas { as_written: "health" }
    answers {
      question_id: "2C"
      state: ANSWER_STATE_ANSWERED
      text: "10.7"
      source_spans { begin_byte: 10 end_byte: 20 }
    }
    meetings {
      date { edtf: "2016-05" }
      origin: ORIGIN_EXTRACTED
    }
    source { file_name: "a.txt" sha256: "cc" }
    source_spans { begin_byte: 1 end_byte: 9 }
    remainders {
      span { begin_byte: 20 end_byte: 21 }
      text: "?"
    }
  })pb";

ImportSource Source() {
  ImportSource source;
  source.round_id = "2016";
  source.records = {FromText(kRound), FromText(kMechanism),
                    FromText(kQuestionnaire)};
  FillItemIds(*source.records[2].mutable_questionnaire());
  return source;
}

// What the registry has after the first import: with its own fields.
RecordMap Imported() {
  RecordMap existing;
  for (v1::Record record : Source().records) {
    const std::string name = RecordName(record);
    if (record.has_round()) record.mutable_round()->set_etag("\"1\"");
    if (record.has_mechanism()) record.mutable_mechanism()->set_etag("\"2\"");
    if (record.has_questionnaire()) {
      record.mutable_questionnaire()->set_etag("\"3\"");
      v1::UncertainDate& date =
          *record.mutable_questionnaire()->mutable_meetings(0)->mutable_date();
      date.set_earliest_day("2016-05-01");
      date.set_latest_day("2016-05-31");
    }
    existing[name] = record;
  }
  return existing;
}

std::vector<WriteAction> Actions(const ImportSource& source,
                                 const RecordMap& existing) {
  std::vector<WriteAction> actions;
  for (size_t i = 0; i < source.records.size(); ++i)
    actions.push_back(PlanWrite(source, i, existing, {}).action);
  return actions;
}

TEST(PlanImport, EverythingIsCreatedInAnEmptyRegistry) {
  EXPECT_THAT(Actions(Source(), {}),
              ElementsAre(WriteAction::kCreate, WriteAction::kCreate,
                          WriteAction::kCreate));
}

TEST(PlanImport, TheSameFileAgainWritesNothing) {
  EXPECT_THAT(Actions(Source(), Imported()),
              ElementsAre(WriteAction::kLeave, WriteAction::kLeave,
                          WriteAction::kLeave));
}

TEST(PlanImport, TheSameBytesUnderAnotherNameWriteNothing) {
  ImportSource source = Source();
  source.records[0]
      .mutable_round()
      ->mutable_documents(0)
      ->mutable_source()
      ->set_file_name("b.txt");
  source.records[2].mutable_questionnaire()->mutable_source()->set_file_name(
      "b.txt");

  EXPECT_THAT(Actions(source, Imported()),
              ElementsAre(WriteAction::kLeave, WriteAction::kLeave,
                          WriteAction::kLeave));
}

TEST(PlanImport, AnEditElsewhereInTheDocumentIsTheRoundsAlone) {
  ImportSource source = Source();
  v1::RoundDocument& document =
      *source.records[0].mutable_round()->mutable_documents(0);
  document.mutable_source()->set_sha256("bb");
  document.mutable_sections(0)->mutable_span()->set_begin_byte(30);

  EXPECT_THAT(Actions(source, Imported()),
              ElementsAre(WriteAction::kUpdate, WriteAction::kLeave,
                          WriteAction::kLeave));
}

// The same questionnaire, out of a document that looks different.
v1::Questionnaire& SetOtherDocument(ImportSource& source) {
  v1::RoundDocument& document =
      *source.records[0].mutable_round()->mutable_documents(0);
  document.mutable_source()->set_file_name("b.txt");
  document.mutable_source()->set_sha256("bb");
  document.mutable_remainders(0)->set_text("Round 2016\nContents\n");
  v1::Questionnaire& questionnaire = *source.records[2].mutable_questionnaire();
  questionnaire.mutable_source()->set_file_name("b.txt");
  questionnaire.mutable_source()->set_sha256("dd");
  questionnaire.mutable_answers(0)->set_verbatim("<p>10.7</p>");
  questionnaire.mutable_answers(0)->clear_source_spans();
  questionnaire.clear_meetings();
  questionnaire.clear_remainders();
  return questionnaire;
}

TEST(PlanImport, AnotherDocumentThatSaysTheSameWritesNothing) {
  ImportSource source = Source();
  SetOtherDocument(source);

  EXPECT_THAT(Actions(source, Imported()),
              ElementsAre(WriteAction::kLeave, WriteAction::kLeave,
                          WriteAction::kLeave));
}

TEST(PlanImport, AnotherDocumentThatSaysMoreIsWrittenWithItsSource) {
  ImportSource source = Source();
  SetOtherDocument(source).mutable_answers(0)->set_text("10.7!");

  EXPECT_THAT(Actions(source, Imported()),
              ElementsAre(WriteAction::kUpdate, WriteAction::kLeave,
                          WriteAction::kUpdate));
  const PlannedWrite write = PlanWrite(source, 2, Imported(), {});
  EXPECT_EQ(write.record.questionnaire().source().sha256(), "dd");
}

TEST(PlanImport, AnotherDocumentWithWordsOfItsOwnIsKept) {
  ImportSource source = Source();
  SetOtherDocument(source);
  source.records[0]
      .mutable_round()
      ->mutable_documents(0)
      ->mutable_remainders(0)
      ->set_text("Round 2016\nProvisional\n");

  EXPECT_THAT(Actions(source, Imported()),
              ElementsAre(WriteAction::kUpdate, WriteAction::kLeave,
                          WriteAction::kLeave));
}

TEST(PlanImport, AProfileKeepsWhatIsKnownOfNamesThatAreSaidAgain) {
  ImportSource source = Source();
  SetOtherDocument(source);
  RecordMap existing = Imported();
  for (const char* const name :
       {"mechanisms/midsa", "mechanisms/midsa/questionnaires/2016"}) {
    v1::Record& record = existing[name];
    v1::Participant& participant =
        record.has_mechanism()
            ? *record.mutable_mechanism()->mutable_participants(0)
            : *record.mutable_questionnaire()->mutable_participants(0);
    participant.set_country_code("AGO");
    participant.set_origin(v1::ORIGIN_CURATED);
  }

  EXPECT_FALSE(NeedsVersions(source, 1, existing));
  EXPECT_EQ(PlanWrite(source, 1, existing, {}).action, WriteAction::kLeave);
}

TEST(PlanImport, TheSameDocumentBringsWhatExtractionFindsToday) {
  ImportSource source = Source();
  source.records[2]
      .mutable_questionnaire()
      ->mutable_meetings(0)
      ->mutable_date()
      ->set_edtf("2016-06");

  const PlannedWrite write = PlanWrite(source, 2, Imported(), {});

  EXPECT_THAT(write.update_mask.paths(), ElementsAre("meetings"));
}

TEST(PlanImport, AChangedAnswerIsWrittenWithItsPlaceAndTheEtag) {
  ImportSource source = Source();
  v1::Questionnaire& questionnaire = *source.records[2].mutable_questionnaire();
  questionnaire.mutable_answers(0)->set_text("10.7 and 17.18");
  questionnaire.mutable_source()->set_sha256("dd");

  const PlannedWrite write = PlanWrite(source, 2, Imported(), {});

  EXPECT_EQ(write.action, WriteAction::kUpdate);
  EXPECT_THAT(write.update_mask.paths(), ElementsAre("answers", "source"));
  EXPECT_EQ(write.record.questionnaire().etag(), "\"3\"");
}

TEST(PlanImport, AnItemThatIsGoneIsWrittenToo) {
  ImportSource source = Source();
  source.records[2].mutable_questionnaire()->clear_meetings();

  const PlannedWrite write = PlanWrite(source, 2, Imported(), {});

  EXPECT_EQ(write.action, WriteAction::kUpdate);
  EXPECT_THAT(write.update_mask.paths(), ElementsAre("meetings"));
}

TEST(PlanImport, CuratedItemsSurvive) {
  RecordMap existing = Imported();
  v1::Questionnaire& stored =
      *existing["mechanisms/midsa/questionnaires/2016"].mutable_questionnaire();
  v1::Claim& claim = *stored.add_claims();
  claim.set_framework("sdg");
  claim.set_code("10.7");
  claim.set_strength(v1::CLAIM_STRENGTH_EXPLICIT);
  claim.set_origin(v1::ORIGIN_CURATED);

  const PlannedWrite write = PlanWrite(Source(), 2, existing, {});

  EXPECT_EQ(write.action, WriteAction::kLeave);
  EXPECT_EQ(write.record.questionnaire().claims_size(), 1);
}

TEST(PlanImport, ItemsThatTheFileStatesItselfAreNotDoubled) {
  ImportSource source = Source();
  source.states_items = true;
  RecordMap existing = Imported();
  for (v1::Record* record :
       {&source.records[2],
        &existing["mechanisms/midsa/questionnaires/2016"]}) {
    for (const v1::Origin origin : {v1::ORIGIN_SUBMITTED, v1::ORIGIN_CURATED}) {
      v1::Claim& claim = *record->mutable_questionnaire()->add_claims();
      claim.set_code("10.7");
      claim.set_origin(origin);
    }
  }

  EXPECT_EQ(PlanWrite(source, 2, existing, {}).action, WriteAction::kLeave);

  source.records[2].mutable_questionnaire()->mutable_claims(0)->set_code(
      "10.2");
  const PlannedWrite write = PlanWrite(source, 2, existing, {});
  EXPECT_THAT(write.update_mask.paths(), ElementsAre("claims"));
  EXPECT_EQ(write.record.questionnaire().claims_size(), 2);
}

// A claim that a person made, with the place of its quote in the answer.
v1::Claim CuratedClaim(int begin_byte) {
  v1::Claim claim;
  claim.set_framework("sdg");
  claim.set_code("10.7");
  claim.set_origin(v1::ORIGIN_CURATED);
  claim.mutable_evidence()->set_question_id("2C");
  claim.mutable_evidence()->set_begin_byte(begin_byte);
  claim.mutable_evidence()->set_end_byte(begin_byte + 4);
  claim.mutable_evidence()->set_quote("10.7");
  return claim;
}

TEST(PlanImport, CuratedItemWhoseQuoteMovedIsNotDoubled) {
  ImportSource source = Source();
  source.states_items = true;
  RecordMap existing = Imported();
  *existing["mechanisms/midsa/questionnaires/2016"]
       .mutable_questionnaire()
       ->add_claims() = CuratedClaim(0);
  v1::Questionnaire& questionnaire = *source.records[2].mutable_questionnaire();
  questionnaire.mutable_answers(0)->set_text("Target 10.7");
  *questionnaire.add_claims() = CuratedClaim(7);

  const PlannedWrite write = PlanWrite(source, 2, existing, {});

  EXPECT_THAT(write.update_mask.paths(), ElementsAre("answers", "claims"));
  ASSERT_EQ(write.record.questionnaire().claims_size(), 1);
  EXPECT_EQ(write.record.questionnaire().claims(0).evidence().begin_byte(), 7);

  existing[write.name] = write.record;
  EXPECT_EQ(PlanWrite(source, 2, existing, {}).action, WriteAction::kLeave);
}

// The registry with a claim of this origin, which the file does not have.
RecordMap ImportedAndClaimed(v1::Origin origin) {
  RecordMap existing = Imported();
  v1::Claim& claim = *existing["mechanisms/midsa/questionnaires/2016"]
                          .mutable_questionnaire()
                          ->add_claims();
  claim = CuratedClaim(0);
  claim.set_origin(origin);
  return existing;
}

TEST(PlanImport, TheLastSubmittedItemThatARoundFileDropsIsGone) {
  ImportSource source = Source();
  source.states_items = true;

  const PlannedWrite write =
      PlanWrite(source, 2, ImportedAndClaimed(v1::ORIGIN_SUBMITTED), {});

  EXPECT_THAT(write.update_mask.paths(), ElementsAre("claims"));
  EXPECT_EQ(write.record.questionnaire().claims_size(), 0);
  EXPECT_EQ(
      PlanWrite(source, 2, ImportedAndClaimed(v1::ORIGIN_CURATED), {}).action,
      WriteAction::kLeave);
}

TEST(PlanImport, ACompendiumTextSaysNothingOfSubmittedItems) {
  EXPECT_EQ(PlanWrite(Source(), 2, ImportedAndClaimed(v1::ORIGIN_SUBMITTED), {})
                .action,
            WriteAction::kLeave);
}

TEST(PlanImport, AProfileFollowsItsQuestionnaireAndKeepsItsName) {
  ImportSource source = Source();
  v1::Mechanism& mechanism = *source.records[1].mutable_mechanism();
  mechanism.add_participants()->set_as_written("Botswana");
  mechanism.set_display_name("Another name");
  const RecordMap existing = Imported();

  ASSERT_TRUE(NeedsVersions(source, 1, existing));
  const PlannedWrite write =
      PlanWrite(source, 1, existing,
                {existing.at("mechanisms/midsa"),
                 existing.at("mechanisms/midsa/questionnaires/2016")});

  EXPECT_EQ(write.action, WriteAction::kUpdate);
  EXPECT_THAT(write.update_mask.paths(), ElementsAre("participants"));
  EXPECT_EQ(write.record.mechanism().etag(), "\"2\"");
  EXPECT_EQ(write.record.mechanism().display_name(), "Dialogue");
}

TEST(PlanImport, VersionsAreNeededOnlyWhereListsDiffer) {
  ImportSource source = Source();
  RecordMap existing = Imported();

  EXPECT_FALSE(NeedsVersions(source, 0, existing));
  EXPECT_FALSE(NeedsVersions(source, 1, existing));
  EXPECT_FALSE(NeedsVersions(source, 1, {}));

  source.records[1].mutable_mechanism()->clear_participants();
  EXPECT_TRUE(NeedsVersions(source, 1, existing));
  existing["mechanisms/midsa"].mutable_mechanism()->mutable_delete_time();
  EXPECT_FALSE(NeedsVersions(source, 1, existing));
}

// The registry after a person took these steps on the questionnaire.
RecordMap Curated(const std::vector<std::string>& steps) {
  RecordMap existing = Imported();
  for (const std::string& text : steps) {
    v1::CurationStep step;
    CHECK(google::protobuf::TextFormat::ParseFromString(text, &step));
    CHECK(Apply(step, {.author = "a.diallo", .reason = "read it"}, "steps[0]",
                *existing["mechanisms/midsa/questionnaires/2016"]
                     .mutable_questionnaire())
              .ok());
  }
  return existing;
}

TEST(PlanImport, WhatPeopleDecidedSurvivesTheSameFile) {
  const std::string meeting =
      Source().records[2].questionnaire().meetings(0).id();
  const RecordMap existing =
      Curated({"reject { item_id: '" + meeting + "' }",
               "put { claim { framework: 'sdg' code: '10.7' strength: "
               "CLAIM_STRENGTH_EXPLICIT evidence { question_id: '2C' quote: "
               "'10.7' } } }",
               "set_answer_state { question_id: '2C' state: "
               "ANSWER_STATE_NEGATIVE_STATEMENT }"});
  ImportSource round_file = Source();
  round_file.states_items = true;

  EXPECT_EQ(PlanWrite(Source(), 2, existing, {}).action, WriteAction::kLeave);
  EXPECT_EQ(PlanWrite(round_file, 2, existing, {}).action, WriteAction::kLeave);
}

TEST(PlanImport, WhatPeopleDecidedSurvivesAChangedFile) {
  const std::string meeting =
      Source().records[2].questionnaire().meetings(0).id();
  const RecordMap existing =
      Curated({"reject { item_id: '" + meeting + "' }",
               "set_answer_state { question_id: '2C' state: "
               "ANSWER_STATE_NEGATIVE_STATEMENT }"});
  ImportSource source = Source();
  source.records[2].mutable_questionnaire()->mutable_answers(0)->set_text(
      "Other words");

  const PlannedWrite write = PlanWrite(source, 2, existing, {});

  EXPECT_THAT(write.update_mask.paths(), ElementsAre("answers"));
  const v1::Questionnaire& planned = write.record.questionnaire();
  EXPECT_EQ(planned.answers(0).state(), v1::ANSWER_STATE_NEGATIVE_STATEMENT);
  EXPECT_EQ(planned.meetings_size(), 0);
  EXPECT_EQ(planned.rejections_size(), 1);
}

TEST(PlanImport, ARoundFileHasTheSayOnItsOwnStatesOnly) {
  ImportSource source = Source();
  source.states_items = true;
  v1::Answer& answer =
      *source.records[2].mutable_questionnaire()->mutable_answers(0);
  answer.set_state(v1::ANSWER_STATE_BLANK);
  answer.set_state_origin(v1::ORIGIN_SUBMITTED);
  RecordMap existing = Imported();
  v1::Answer& stored = *existing["mechanisms/midsa/questionnaires/2016"]
                            .mutable_questionnaire()
                            ->mutable_answers(0);
  stored.set_state_origin(v1::ORIGIN_SUBMITTED);
  EXPECT_EQ(PlanWrite(source, 2, existing, {}).action, WriteAction::kUpdate);
  EXPECT_EQ(PlanWrite(Source(), 2, existing, {}).action, WriteAction::kLeave);

  stored.set_state_origin(v1::ORIGIN_CURATED);
  EXPECT_EQ(PlanWrite(source, 2, existing, {}).action, WriteAction::kLeave);
}

TEST(PlanImport, ARoundFilesRejectionsCountOnlyInANewRecord) {
  ImportSource source = Source();
  source.states_items = true;
  source.records[2].mutable_questionnaire()->add_rejections()->set_item_id(
      "Botswana");

  EXPECT_EQ(
      PlanWrite(source, 2, {}, {}).record.questionnaire().rejections_size(), 1);
  EXPECT_EQ(PlanWrite(source, 2, Imported(), {}).action, WriteAction::kLeave);
}

TEST(PlanImport, AProfileFollowsWhatPeopleCorrectedInItsQuestionnaire) {
  const RecordMap existing =
      Curated({"put { item_id: 'Angola' participant { as_written: 'Angola' "
               "country_code: 'AGO' kind: PARTICIPANT_KIND_STATE } }"});
  const RecordMap before = Imported();
  v1::Record first = before.at("mechanisms/midsa/questionnaires/2016");
  v1::Record corrected = existing.at("mechanisms/midsa/questionnaires/2016");
  v1::Record profile = before.at("mechanisms/midsa");
  first.mutable_questionnaire()->set_revision(1);
  profile.mutable_mechanism()->set_revision(2);
  corrected.mutable_questionnaire()->set_revision(3);

  ASSERT_TRUE(NeedsVersions(Source(), 1, existing));
  const PlannedWrite write =
      PlanWrite(Source(), 1, existing, {profile, corrected, first});

  EXPECT_THAT(write.update_mask.paths(), ElementsAre("participants"));
  EXPECT_EQ(write.record.mechanism().participants(0).country_code(), "AGO");
}

TEST(PlanImport, AnotherDocumentIsAddedToTheRound) {
  ImportSource source = Source();
  v1::Round& round = *source.records[0].mutable_round();
  round.set_title("Another title");
  *round.mutable_documents(0)->mutable_source() = v1::SourceDocument();
  round.mutable_documents(0)->mutable_source()->set_file_name("b.txt");
  round.mutable_documents(0)->mutable_source()->set_sha256("bb");

  const PlannedWrite write = PlanWrite(source, 0, Imported(), {});

  EXPECT_THAT(write.update_mask.paths(), ElementsAre("documents"));
  EXPECT_EQ(write.record.round().documents_size(), 2);
  EXPECT_EQ(write.record.round().title(), "Round 2016");
}

TEST(PlanImport, ADeletedRecordStaysDeleted) {
  RecordMap existing = Imported();
  existing["mechanisms/midsa/questionnaires/2016"]
      .mutable_questionnaire()
      ->mutable_delete_time()
      ->set_seconds(1);
  ImportSource source = Source();
  source.records[2].mutable_questionnaire()->set_title("new");

  EXPECT_THAT(Actions(source, existing),
              ElementsAre(WriteAction::kLeave, WriteAction::kLeave,
                          WriteAction::kSkip));
}

TEST(PlanImport, WhatNeedsADeletedRecordIsSkipped) {
  RecordMap existing = Imported();
  existing["rounds/2016"].mutable_round()->mutable_delete_time()->set_seconds(
      1);
  existing.erase("mechanisms/midsa/questionnaires/2016");

  EXPECT_THAT(
      Actions(Source(), existing),
      ElementsAre(WriteAction::kSkip, WriteAction::kLeave, WriteAction::kSkip));
}

TEST(PlanImport, AnEmptyRoundIsFilledIn) {
  RecordMap existing;
  existing["rounds/2016"] =
      FromText(R"pb(round { name: "rounds/2016" title: "By hand" })pb");

  const PlannedWrite write = PlanWrite(Source(), 0, existing, {});

  EXPECT_THAT(write.update_mask.paths(), ElementsAre("form", "documents"));
  EXPECT_EQ(write.record.round().title(), "By hand");
}

}  // namespace
}  // namespace compendium
