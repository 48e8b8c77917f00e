// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/projections.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "services/reporting/testing/history.h"

namespace compendium::reporting {
namespace {

std::vector<registry::v1::RecordChange> SomeRecords() {
  return {PutMechanism("midsa", "MIDSA"),
          PutRound("2016", "questions { id: '2C' asks_for_claims: true }"),
          PutQuestionnaire("midsa", "2016", R"pb(
            answers { question_id: "2C" state: ANSWER_STATE_ANSWERED }
            claims { framework: "sdg" code: "5" }
            meetings {
              title: "A"
              date { edtf: "2016-05-04" }
            }
            participants { as_written: "Swaziland" country_code: "SWZ" }
            projects { title: "B" }
            publications { title: "C" }
          )pb")};
}

// Saves the state and restores it record by record.
Projections RoundTrip(const Projections& state) {
  Projections restored;
  ForEachSaved(state, [&](const SavedRecord& saved) {
    const absl::Status status =
        Restore(saved.kind, CanonicalBytes(saved.message), restored);
    EXPECT_TRUE(status.ok()) << status;
  });
  return restored;
}

TEST(Projections, SavedRecordsRestoreTheState) {
  const Projections state = ProjectionsOf(SomeRecords());

  const Projections restored = RoundTrip(state);

  EXPECT_EQ(Sha256Of(restored), Sha256Of(state));
  EXPECT_FALSE(restored.calendar.contributions.empty());
  EXPECT_EQ(restored.participation.index.size(), 1u);
  EXPECT_FALSE(restored.projects.contributions.empty());
  EXPECT_FALSE(restored.publications.contributions.empty());
}

TEST(Projections, OrderOfIndependentChangesDoesNotMatter) {
  std::vector<registry::v1::RecordChange> records = SomeRecords();
  records.push_back(PutMechanism("rcm", "RCM"));
  const Projections forth = ProjectionsOf(records);
  std::reverse(records.begin(), records.end());

  const Projections back = ProjectionsOf(records);

  EXPECT_EQ(Sha256Of(forth), Sha256Of(back));
}

TEST(Projections, ContentDecidesTheHash) {
  auto changed = SomeRecords();
  changed.push_back(PutQuestionnaire("midsa", "2016", R"pb(
    answers { question_id: "2C" state: ANSWER_STATE_BLANK }
  )pb"));
  auto deleted = SomeRecords();
  deleted.push_back(Deleted(deleted[2]));
  auto undeleted = deleted;
  undeleted.push_back(Undeleted(deleted[2]));
  const std::string first = Sha256Of(ProjectionsOf(SomeRecords()));

  EXPECT_NE(Sha256Of(ProjectionsOf(changed)), first);
  EXPECT_NE(Sha256Of(ProjectionsOf(deleted)), first);
  EXPECT_EQ(Sha256Of(ProjectionsOf(undeleted)), first);
}

TEST(Projections, EachListThatIsKeptDecidesTheHash) {
  const std::string first = Sha256Of(ProjectionsOf(SomeRecords()));

  for (const char* list : {"projects", "publications", "participants"}) {
    auto records = SomeRecords();
    auto& questionnaire = *records[2].mutable_record()->mutable_questionnaire();
    const auto* field = questionnaire.GetDescriptor()->FindFieldByName(list);
    questionnaire.GetReflection()->ClearField(&questionnaire, field);
    EXPECT_NE(Sha256Of(ProjectionsOf(records)), first) << list;
  }
}

TEST(Projections, TextThatNoProjectionKeepsDoesNotChangeTheState) {
  auto records = SomeRecords();
  auto edited = records[2];
  edited.mutable_record()
      ->mutable_questionnaire()
      ->mutable_answers(0)
      ->set_text("more words");
  edited.set_kind(registry::v1::CHANGE_KIND_UPDATED);
  records.push_back(edited);

  EXPECT_EQ(Sha256Of(ProjectionsOf(records)),
            Sha256Of(ProjectionsOf(SomeRecords())));
}

TEST(Projections, EarlierStateStaysAsItWas) {
  const Projections before = ProjectionsOf(SomeRecords());
  const std::string sha256 = Sha256Of(before);

  const auto after = Apply(before, MakeChange(2, {Deleted(SomeRecords()[2])}));

  ASSERT_TRUE(after.ok());
  EXPECT_EQ(Sha256Of(before), sha256);
  EXPECT_FALSE(before.calendar.contributions.empty());
  EXPECT_TRUE(after->calendar.contributions.empty());
}

TEST(Projections, RecordOfAnUnknownKindIsPassedOver) {
  registry::v1::RecordChange unknown;
  unknown.set_name("things/x");

  EXPECT_EQ(Sha256Of(ProjectionsOf({unknown})), Sha256Of(Projections()));
}

TEST(Projections, NameThatContradictsTheRecordIsDataLoss) {
  auto wrong_kind = PutMechanism("midsa", "MIDSA");
  wrong_kind.set_name("rounds/2016");
  auto no_name = PutMechanism("midsa", "MIDSA");
  no_name.set_name("midsa");
  auto no_record = PutMechanism("midsa", "MIDSA");
  no_record.clear_record();

  for (const auto& record : {wrong_kind, no_name, no_record})
    EXPECT_EQ(Apply(Projections(), MakeChange(1, {record})).status().code(),
              absl::StatusCode::kDataLoss);
}

TEST(Projections, DamagedSavedRecordIsDataLoss) {
  Projections state;

  EXPECT_EQ(Restore(SavedKind::kMechanism, "\xff", state).code(),
            absl::StatusCode::kDataLoss);
  EXPECT_EQ(Restore(SavedKind::kRound, "", state).code(),
            absl::StatusCode::kDataLoss);
  EXPECT_EQ(Restore(static_cast<SavedKind>(9), "", state).code(),
            absl::StatusCode::kDataLoss);
}

}  // namespace
}  // namespace compendium::reporting
