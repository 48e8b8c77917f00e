// SPDX-License-Identifier: Apache-2.0
// What was exported and is imported again changes no record: neither those of
// the real 2016 compendium, when it is there, nor generated ones that no writer
// likes.
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "cli/import/import_plan.h"
#include "cli/import/import_source.h"
#include "cli/import/limits.h"
#include "lib/base/atomic_file.h"
#include "lib/publish/hostile_records.h"
#include "lib/publish/published_round.h"
#include "lib/publish/text_writer.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// What a registry holds.
RecordMap Stored(const HostileRecords& records) {
  RecordMap map;
  *map[records.round.name()].mutable_round() = records.round;
  for (const v1::Mechanism& mechanism : records.mechanisms)
    *map[mechanism.name()].mutable_mechanism() = mechanism;
  for (const v1::Questionnaire& questionnaire : records.questionnaires)
    *map[questionnaire.name()].mutable_questionnaire() = questionnaire;
  return map;
}

// The round of a registry as text.
std::string Export(const RecordMap& stored) {
  v1::Round round;
  std::vector<v1::Mechanism> mechanisms;
  std::vector<v1::Questionnaire> questionnaires;
  for (const auto& [name, record] : stored) {
    if (record.has_round()) round = record.round();
    if (record.has_mechanism()) mechanisms.push_back(record.mechanism());
    if (record.has_questionnaire())
      questionnaires.push_back(record.questionnaire());
  }
  auto published = MakePublishedRound(round, mechanisms, questionnaires);
  EXPECT_TRUE(published.ok()) << published.status();
  published->revision = 33;
  return WriteCompendiumText(*published);
}

ImportSource Read(const std::string& text, const std::string& file_name) {
  auto source =
      ReadImportSource(text, {.file_name = file_name, .round_id = "2016"});
  EXPECT_TRUE(source.ok()) << source.status();
  return source.ok() ? *std::move(source) : ImportSource();
}

// The names of what an import would write, with the fields that change.
std::vector<std::string> Written(const ImportSource& source,
                                 const RecordMap& stored) {
  std::vector<std::string> names;
  for (size_t i = 0; i < source.records.size(); ++i) {
    RecordVersions versions;
    if (NeedsVersions(source, i, stored)) {
      // The questionnaire first, then the profile that follows it.
      const std::string name = RecordName(source.records[i]);
      versions.push_back(stored.at(name));
      versions.push_back(stored.at(absl::StrCat(name, "/questionnaires/2016")));
    }
    const PlannedWrite write = PlanWrite(source, i, stored, versions);
    if (write.action == WriteAction::kLeave) continue;
    names.push_back(write.name);
    for (const std::string& path : write.update_mask.paths())
      absl::StrAppend(&names.back(), " ", path);
  }
  return names;
}

TEST(ExportRoundTrip, TwoHundredHostileQuestionnairesStayAsTheyAre) {
  const char* const seed = std::getenv("COMPENDIUM_SEED");
  const int number = seed == nullptr ? 1 : std::atoi(seed);
  SCOPED_TRACE(absl::StrCat("COMPENDIUM_SEED=", number));
  const RecordMap stored =
      Stored(HostileRecordMaker(static_cast<uint32_t>(number)).Make(200));

  const ImportSource source = Read(Export(stored), "export.txt");

  EXPECT_THAT(QuestionnairesOf(source), SizeIs(200));
  EXPECT_THAT(Written(source, stored), IsEmpty());
}

class RealRoundTrip : public ::testing::Test {
 protected:
  void SetUp() override {
    const char* folder = std::getenv("COMPENDIUM_SOURCE_DIR");
    const std::string path = std::string(folder == nullptr ? "." : folder) +
                             "/../shared/seeds/000_156af223e0624c09.txt";
    const auto text = base::ReadFile(path, kImportFileBytesMax);
    if (!text.ok())
      GTEST_SKIP() << "NOT TESTED: the compendium is not at " << path;
    const ImportSource source = Read(*text, "first.txt");
    for (size_t i = 0; i < source.records.size(); ++i) {
      const PlannedWrite write = PlanWrite(source, i, {}, {});
      stored_[write.name] = write.record;
    }
  }

  RecordMap stored_;
};

TEST_F(RealRoundTrip, FourteenQuestionnairesStayAsTheyAre) {
  const ImportSource source = Read(Export(stored_), "export.txt");

  EXPECT_THAT(QuestionnairesOf(source), SizeIs(14));
  EXPECT_THAT(Written(source, stored_), IsEmpty());
  // Nor does an export under the first file's name make a new edition of it.
  EXPECT_THAT(Written(Read(Export(stored_), "first.txt"), stored_), IsEmpty());
}

TEST_F(RealRoundTrip, WhatPeopleCorrectedStays) {
  v1::Questionnaire& midsa =
      *stored_["mechanisms/midsa/questionnaires/2016"].mutable_questionnaire();
  midsa.mutable_claims(0)->set_origin(v1::ORIGIN_CURATED);
  midsa.mutable_claims(0)->set_code("8.8");
  midsa.mutable_claims(0)->clear_evidence();
  midsa.mutable_meetings()->RemoveLast();
  midsa.mutable_participants(0)->set_kind(v1::PARTICIPANT_KIND_OTHER_ENTITY);
  midsa.mutable_answers(0)->set_state(v1::ANSWER_STATE_NEGATIVE_STATEMENT);
  midsa.mutable_answers(0)->set_state_origin(v1::ORIGIN_CURATED);
  *stored_["mechanisms/midsa"].mutable_mechanism()->mutable_participants() =
      midsa.participants();

  EXPECT_THAT(Written(Read(Export(stored_), "export.txt"), stored_), IsEmpty());
}

TEST_F(RealRoundTrip, AnEditOfTheExportIsWritten) {
  std::string text = Export(stored_);
  const std::string before = "possibly 17.16";
  const size_t at = text.find(before);
  ASSERT_NE(at, std::string::npos);

  text.replace(at, before.size(), "17.16 and 17.18");

  EXPECT_THAT(Written(Read(text, "export.txt"), stored_),
              ElementsAre("rounds/2016 documents",
                          ::testing::StartsWith(
                              "mechanisms/midsa/questionnaires/2016 answers")));
}

TEST_F(RealRoundTrip, APersonsLineInTheExportIsKept) {
  const std::string text = absl::StrCat("Please check.\n", Export(stored_));

  EXPECT_THAT(Written(Read(text, "export.txt"), stored_),
              ElementsAre("rounds/2016 documents"));
}

}  // namespace
}  // namespace compendium
