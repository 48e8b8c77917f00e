// SPDX-License-Identifier: Apache-2.0
// What is framed by hand must be, byte for byte, what the generated classes
// serialize.
#include "services/registry/record_wire.h"

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "compendium/registry/v1/registry_service.pb.h"
#include "lib/request/error_details.h"
#include "services/registry/record_kind.h"

namespace compendium::registry {
namespace {

constexpr char kQuestionnaire[] = "mechanisms/midsa/questionnaires/2016";

template <class Message>
Message FromText(const std::string& text) {
  Message message;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &message));
  return message;
}

// A version of a record, and the same as a message with its output-only fields.
RecordVersion Version(const std::string& name,
                      google::protobuf::Message& record, ChangeKind kind) {
  RecordVersion version;
  version.name = name;
  version.head = {.revision = 300,
                  .create_revision = 7,
                  .kind = kind,
                  .create_time = absl::FromUnixMicros(1'480'000'000'123'456),
                  .update_time = absl::FromUnixSeconds(1'490'000'000)};
  version.value = SerializeStored(name, record);
  return version;
}

template <class Record>
void SetOutputFields(ChangeKind kind, Record& record) {
  record.set_etag("\"300\"");
  record.set_revision(300);
  record.mutable_create_time()->set_seconds(1'480'000'000);
  record.mutable_create_time()->set_nanos(123'456'000);
  record.mutable_update_time()->set_seconds(1'490'000'000);
  if (kind == ChangeKind::kDeleted)
    record.mutable_delete_time()->set_seconds(1'490'000'000);
}

struct Sample {
  RecordVersion version;
  v1::Questionnaire message;
};

Sample QuestionnaireSample(ChangeKind kind) {
  auto message = FromText<v1::Questionnaire>(R"pb(
    title: "MIDSA"
    answers { question_id: "1" state: ANSWER_STATE_ANSWERED text: "täglich" }
    participants { as_written: "Malawi" country_code: "MWI" }
    claims { framework: "sdg" code: "10.7" }
  )pb");
  Sample sample;
  sample.version = Version(kQuestionnaire, message, kind);
  SetOutputFields(kind, message);
  sample.message = message;
  return sample;
}

RecordVersion MechanismVersion() {
  auto message = FromText<v1::Mechanism>(R"pb(display_name: "MIDSA")pb");
  return Version("mechanisms/midsa", message, ChangeKind::kUpdated);
}

TEST(Etag, ReadsWhatItWrote) {
  EXPECT_EQ(EtagOf(42), "\"42\"");
  EXPECT_EQ(*ParseEtag("\"42\"", "etag"), 42);
}

TEST(Etag, RefusesAnythingElse) {
  for (const char* text :
       {"", "42", "\"42", "\"\"", "\"0\"", "\"-1\"", "\"042\"", "\"+1\"",
        "\" 1\"", "W/\"1\"", "\"x\"", "\"99999999999999999999\""}) {
    const auto revision = ParseEtag(text, "mechanism.etag");

    EXPECT_TRUE(absl::IsInvalidArgument(revision.status())) << text;
    EXPECT_EQ(FieldPathsOf(revision.status()),
              std::vector<std::string>{"mechanism.etag"});
  }
}

TEST(EncodeRecord, EqualsGeneratedBytes) {
  for (ChangeKind kind : {ChangeKind::kUpdated, ChangeKind::kDeleted}) {
    const Sample sample = QuestionnaireSample(kind);

    EXPECT_EQ(EncodeRecord(sample.version), sample.message.SerializeAsString());
  }
}

TEST(EncodeRecord, OfAnEmptyRecordHasItsNameAndTimes) {
  v1::Mechanism empty;
  RecordVersion version = Version("mechanisms/x", empty, ChangeKind::kCreated);
  SetOutputFields(ChangeKind::kCreated, empty);

  EXPECT_EQ(EncodeRecord(version), empty.SerializeAsString());
}

TEST(EncodeRecord, KeepsTimesBefore1970) {
  RecordVersion version = MechanismVersion();
  version.head.create_time = absl::FromUnixMicros(-1);

  v1::Mechanism message;
  ASSERT_TRUE(message.ParseFromString(EncodeRecord(version)));

  EXPECT_EQ(message.create_time().seconds(), -1);
  EXPECT_EQ(message.create_time().nanos(), 999'999'000);
}

TEST(EncodeGetResponse, EqualsGeneratedBytes) {
  const Sample sample = QuestionnaireSample(ChangeKind::kUpdated);
  v1::GetQuestionnaireResponse expected;
  *expected.mutable_questionnaire() = sample.message;
  expected.set_revision(1'000'000);

  const GetResponsePieces pieces = EncodeGetResponse(sample.version, 1'000'000);
  EXPECT_EQ(pieces.value.data(), sample.version.value.data());
  EXPECT_EQ(absl::StrCat(pieces.front, pieces.value.view(), pieces.back),
            expected.SerializeAsString());
}

TEST(EncodeListResponse, EqualsGeneratedBytes) {
  const Sample sample = QuestionnaireSample(ChangeKind::kDeleted);
  v1::ListQuestionnairesResponse expected;
  *expected.add_questionnaires() = sample.message;
  *expected.add_questionnaires() = sample.message;
  expected.set_revision(5);
  expected.set_next_page_token("token");

  EXPECT_EQ(EncodeListResponse({sample.version, sample.version}, 5, "token"),
            expected.SerializeAsString());
}

TEST(EncodeListResponse, OfNothingIsEmpty) {
  EXPECT_EQ(EncodeListResponse({}, 0, ""), "");
}

TEST(EncodeListResponse, WithoutTokenIsABatch) {
  const Sample sample = QuestionnaireSample(ChangeKind::kUpdated);
  v1::BatchGetQuestionnairesResponse expected;
  *expected.add_questionnaires() = sample.message;
  expected.set_revision(5);

  EXPECT_EQ(EncodeListResponse({sample.version}, 5, ""),
            expected.SerializeAsString());
}

TEST(EncodeWriteResponse, EqualsGeneratedBytes) {
  for (ChangeKind kind : {ChangeKind::kUpdated, ChangeKind::kDeleted}) {
    const Sample sample = QuestionnaireSample(kind);
    v1::DeleteQuestionnaireResponse expected;
    v1::RecordVersion& version = *expected.mutable_version();
    version.set_name(kQuestionnaire);
    SetOutputFields(kind, version);
    expected.set_revision(301);

    EXPECT_EQ(EncodeWriteResponse(kQuestionnaire, sample.version.head, 301),
              expected.SerializeAsString());
  }
}

TEST(EncodeWatchChange, EqualsGeneratedBytes) {
  const Sample sample = QuestionnaireSample(ChangeKind::kUpdated);
  LoggedChange logged;
  logged.entry.revision = 300;
  logged.entry.commit_time = absl::FromUnixSeconds(1'490'000'000);
  logged.entry.author = "a.diallo";
  logged.entry.reason = "first import";
  logged.entry.request_id = "00000000-0000-4000-8000-000000000000";
  logged.entry.hash = std::string(32, '\x80');
  logged.versions = {MechanismVersion(), sample.version};

  v1::WatchResponse expected;
  v1::Change& change = *expected.mutable_change();
  change.set_revision(300);
  change.mutable_commit_time()->set_seconds(1'490'000'000);
  change.set_author("a.diallo");
  change.set_reason("first import");
  change.set_request_id("00000000-0000-4000-8000-000000000000");
  change.set_hash(std::string(32, '\x80'));
  v1::RecordChange& first = *change.add_records();
  first.set_name("mechanisms/midsa");
  first.set_kind(v1::CHANGE_KIND_UPDATED);
  ASSERT_TRUE(first.mutable_record()->mutable_mechanism()->ParseFromString(
      EncodeRecord(MechanismVersion())));
  v1::RecordChange& second = *change.add_records();
  second.set_name(kQuestionnaire);
  second.set_kind(v1::CHANGE_KIND_UPDATED);
  *second.mutable_record()->mutable_questionnaire() = sample.message;

  EXPECT_EQ(EncodeWatchChange(logged), expected.SerializeAsString());
}

TEST(EncodeWatchSnapshotPart, EqualsGeneratedBytes) {
  const Sample sample = QuestionnaireSample(ChangeKind::kDeleted);
  v1::Round round;
  round.set_title("2016");
  const RecordVersion round_version =
      Version("rounds/2016", round, ChangeKind::kCreated);
  SetOutputFields(ChangeKind::kCreated, round);

  v1::WatchResponse expected;
  *expected.mutable_snapshot_part()->add_records()->mutable_questionnaire() =
      sample.message;
  *expected.mutable_snapshot_part()->add_records()->mutable_round() = round;

  EXPECT_EQ(EncodeWatchSnapshotPart({sample.version, round_version}),
            expected.SerializeAsString());
}

TEST(EncodeWatchSnapshotEnd, EqualsGeneratedBytes) {
  v1::WatchResponse expected;
  expected.mutable_snapshot_end()->set_revision(9);
  expected.mutable_snapshot_end()->set_record_count(2);
  expected.mutable_snapshot_end()->set_sha256("digest");
  expected.mutable_snapshot_end()->set_hash("hash");

  EXPECT_EQ(EncodeWatchSnapshotEnd(9, 2, "digest", "hash"),
            expected.SerializeAsString());
}

TEST(EncodeWatchProgress, EqualsGeneratedBytes) {
  v1::WatchResponse expected;
  expected.mutable_progress()->set_revision(9);
  v1::WatchResponse at_the_beginning;
  at_the_beginning.mutable_progress();

  EXPECT_EQ(EncodeWatchProgress(9), expected.SerializeAsString());
  EXPECT_EQ(EncodeWatchProgress(0), at_the_beginning.SerializeAsString());
}

}  // namespace
}  // namespace compendium::registry
