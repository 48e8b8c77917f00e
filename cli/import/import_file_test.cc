// SPDX-License-Identifier: Apache-2.0
#include "cli/import/import_file.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "cli/import/limits.h"

namespace compendium {
namespace {

using ::testing::HasSubstr;

constexpr size_t kMany = 3 * kImportBatchRecordsMax;

ImportOptions Options(const std::string& file_name) {
  return {.file_name = file_name, .round_id = "2016"};
}

std::string ManyInTextFormat() {
  std::string text = "round { title: 'Many' }\n";
  for (size_t i = 0; i < kMany; ++i)
    absl::StrAppend(&text, "mechanisms { id: 'm", i, "' mechanism {} }\n",
                    "questionnaires { mechanism: 'm", i,
                    "' questionnaire { title: 'T' } }\n");
  return text;
}

std::string ManyRows() {
  std::string text = "mechanism,question,answer\n";
  for (size_t i = 0; i < kMany; ++i)
    absl::StrAppend(&text, "Forum ", i, ",1,Meeting number ", i, "\n");
  return text;
}

// All records, after looking at how they came.
std::vector<registry::v1::Record> AllOf(ImportFile& file) {
  std::vector<registry::v1::Record> records;
  for (;;) {
    auto batch = file.Next();
    EXPECT_TRUE(batch.ok()) << batch.status();
    if (!batch.ok() || !batch->has_value()) return records;
    EXPECT_LE((*batch)->records.size(), kImportBatchRecordsMax + 1);
    // A profile never ends a batch that its questionnaire begins.
    EXPECT_TRUE((*batch)->records.back().has_questionnaire());
    for (registry::v1::Record& record : (*batch)->records)
      records.push_back(std::move(record));
  }
}

TEST(ImportFile, LargeFilesComeInBatches) {
  for (const std::string& text : {ManyInTextFormat(), ManyRows()}) {
    const auto file = ImportFile::Open(text, Options("many"));
    ASSERT_TRUE(file.ok()) << file.status();
    EXPECT_EQ((*file)->record_count(), 1 + 2 * kMany);

    const auto records = AllOf(**file);

    ASSERT_EQ(records.size(), 1 + 2 * kMany);
    EXPECT_EQ(RecordName(records[0]), "rounds/2016");
    for (size_t i = 1; i < records.size(); i += 2)
      EXPECT_EQ(RecordName(records[i + 1]),
                RecordName(records[i]) + "/questionnaires/2016");
  }
}

TEST(ImportFile, WhatIsWrongAtTheEndIsFoundBeforeTheFirstRecord) {
  const auto table =
      ImportFile::Open(ManyRows() + "Forum 0,1,again\n", Options("many.csv"));
  const auto round_file = ImportFile::Open(
      ManyInTextFormat() + "questionnaires { mechanism: 'x' answer: 1 }",
      Options("many.textproto"));

  EXPECT_TRUE(absl::IsInvalidArgument(table.status()));
  EXPECT_THAT(std::string(table.status().message()),
              HasSubstr(absl::StrCat("many.csv: line ", kMany + 2)));
  EXPECT_TRUE(absl::IsInvalidArgument(round_file.status()));
  EXPECT_THAT(std::string(round_file.status().message()),
              HasSubstr(absl::StrCat("many.textproto:", 2 + 2 * kMany)));
}

TEST(ImportFile, TheFormatMayBeSaid) {
  ImportOptions options = Options("a.txt");
  options.format = FileFormat::kCsv;

  const auto file = ImportFile::Open("mechanism,question\n", options);

  EXPECT_THAT(std::string(file.status().message()),
              HasSubstr("a.txt: line 1: got no names of columns"));
}

TEST(ImportFile, AnswersOfATableAreReadForItems) {
  const auto file = ImportFile::Open(
      "mechanism,question,answer,state\n"
      "IGC,2,\"Workshop on data, Lima, Peru, 3 May 2016\",\n"
      "IGC,4,N/A,nothing_to_report\n",
      Options("a.csv"));
  ASSERT_TRUE(file.ok()) << file.status();

  const auto records = AllOf(**file);

  ASSERT_EQ(records.size(), 3u);
  const auto& questionnaire = records[2].questionnaire();
  EXPECT_EQ(questionnaire.meetings_size(), 1);
  for (const auto& answer : questionnaire.answers()) {
    if (answer.question_id() == "4")
      EXPECT_EQ(answer.state(), registry::v1::ANSWER_STATE_NOTHING_TO_REPORT);
  }
  EXPECT_EQ(records[0].round().documents(0).source().format(),
            registry::v1::DOCUMENT_FORMAT_CSV);
}

}  // namespace
}  // namespace compendium
