// SPDX-License-Identifier: Apache-2.0
#include "cli/import/import_source.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace compendium {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr char kRoundFile[] = R"json({
  "round": {"name": "rounds/2016", "title": "Sample", "etag": "\"7\""},
  "mechanisms": [{"id": "a1", "mechanism": {"name": "mechanisms/x9"}},
                 {"id": "b2", "mechanism": {}}],
  "questionnaires": [{"mechanism": "c3", "questionnaire": {}},
                     {"mechanism": "b2", "questionnaire": {}}]})json";

std::vector<std::string> Names(const ImportSource& source) {
  std::vector<std::string> names;
  for (const registry::v1::Record& record : source.records)
    names.push_back(RecordName(record));
  return names;
}

TEST(ImportSource, ARoundFileIsKnownByItsFirstCharacter) {
  const auto source =
      ReadImportSource(std::string("\xEF\xBB\xBF \n") + kRoundFile,
                       {.file_name = "x.json", .round_id = "2016"});

  ASSERT_TRUE(source.ok()) << source.status();
  EXPECT_THAT(Names(*source),
              ElementsAre("rounds/2016", "mechanisms/a1", "mechanisms/b2",
                          "mechanisms/b2/questionnaires/2016",
                          "mechanisms/c3/questionnaires/2016"));
}

TEST(ImportSource, OutputOnlyFieldsOfARoundFileAreDropped) {
  const auto source =
      ReadImportSource(kRoundFile, {.file_name = "x.json", .round_id = "2016"});

  ASSERT_TRUE(source.ok());
  EXPECT_EQ(source->records[0].round().etag(), "");
  EXPECT_EQ(source->records[0].round().title(), "Sample");
}

TEST(ImportSource, OnlyARoundFileStatesItems) {
  const auto source =
      ReadImportSource(kRoundFile, {.file_name = "x.json", .round_id = "2016"});

  ASSERT_TRUE(source.ok());
  EXPECT_TRUE(source->states_items);
  EXPECT_FALSE(ImportSource().states_items);
}

TEST(ImportSource, ARoundFileOfAnotherRoundIsRefused) {
  const auto source =
      ReadImportSource(kRoundFile, {.file_name = "x.json", .round_id = "2017"});

  EXPECT_TRUE(absl::IsInvalidArgument(source.status()));
  EXPECT_THAT(std::string(source.status().message()),
              HasSubstr("x.json:round.name: got rounds/2016, "
                        "want rounds/2017"));
}

TEST(ImportSource, TextThatIsNoQuestionnaireIsRefused) {
  const auto source = ReadImportSource(
      "nothing here", {.file_name = "x.txt", .round_id = "2016"});

  EXPECT_TRUE(absl::IsInvalidArgument(source.status())) << source.status();
}

TEST(RecordRevision, IsThatOfTheRecordOfAnyKind) {
  registry::v1::Record record;
  EXPECT_EQ(RecordRevision(record), 0);
  record.mutable_mechanism()->set_revision(1);
  EXPECT_EQ(RecordRevision(record), 1);
  record.mutable_round()->set_revision(2);
  EXPECT_EQ(RecordRevision(record), 2);
  record.mutable_questionnaire()->set_revision(3);
  EXPECT_EQ(RecordRevision(record), 3);
}

}  // namespace
}  // namespace compendium
