// SPDX-License-Identifier: Apache-2.0
#include "lib/publish/text_writer.h"

#include <cstdlib>
#include <map>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lib/document/compendium_text.h"
#include "lib/document/coverage_check.h"
#include "lib/document/exported_text.h"
#include "lib/publish/hostile_records.h"

namespace compendium {
namespace {

using ::testing::HasSubstr;

TEST(WriteValue, PlainTextIsPlain) {
  EXPECT_EQ(WriteValue("Two meetings in Lima."), "Two meetings in Lima.");
  EXPECT_EQ(WriteValue(""), "");
}

TEST(WriteValue, LinesAreParagraphsAndItems) {
  EXPECT_EQ(WriteValue("First:\n• one\n• two\nLast"),
            "<p>First:</p> <ul> <li>one</li> <li>two</li> </ul> <p>Last</p>");
}

TEST(WriteValue, WhatMarkupWouldChangeIsExact) {
  EXPECT_EQ(WriteValue("a  b"), "<pre>a  b</pre>");
  EXPECT_EQ(WriteValue("a\t**b**\n"), "<pre>a&#9;**b**&#10;</pre>");
  EXPECT_EQ(WriteValue("- a"), "<pre>- a</pre>");
}

TEST(WriteValue, AnyTextIsReadBack) {
  HostileRecordMaker maker(7);
  for (int i = 0; i < 3000; ++i) {
    const std::string text = maker.Text(12);
    const std::string value = WriteValue(text);

    EXPECT_EQ(ReadValue(value), text) << value;
    EXPECT_EQ(value.find_first_of("\n\r\t"), std::string::npos) << value;
  }
}

// What a document says of a questionnaire.
std::string Content(const PublishedSection& section) {
  std::string content = absl::StrCat(section.mechanism_id, "\n", section.title);
  for (const PublishedGroup& group : section.participants) {
    for (const std::string& name : group.names) {
      absl::StrAppend(&content, "\n", GroupWords(group.role), " ", name);
    }
  }
  for (const std::string& area : section.focus_areas) {
    absl::StrAppend(&content, "\nfocus ", area);
  }
  // Readers know eight questions, answered or not.
  std::map<std::string, std::string> answers;
  for (const PublishedQuestion& question : section.questions) {
    if (!question.text.empty()) answers[question.id] = question.text;
  }
  for (const auto& [id, text] : answers) {
    absl::StrAppend(&content, "\n", id, "=", text);
  }
  return content;
}

TEST(WriteCompendiumText, IsReadBackLetterByLetter) {
  const char* const seed = std::getenv("COMPENDIUM_SEED");
  HostileRecordMaker maker(
      seed == nullptr ? 2016 : static_cast<uint32_t>(std::atoi(seed)));
  const HostileRecords records = maker.Make(200);
  const auto round = MakePublishedRound(records.round, records.mechanisms,
                                        records.questionnaires);
  ASSERT_TRUE(round.ok()) << round.status();

  const std::string text = WriteCompendiumText(*round);
  const auto parsed =
      ParseCompendiumText(text, {.file_name = "a.txt", .round_id = "2016"});
  ASSERT_TRUE(parsed.ok()) << parsed.status();

  EXPECT_EQ(FindCoverageProblem(text, *parsed), "");
  registry::v1::Round round_read;
  round_read.set_name("rounds/2016");
  ASSERT_EQ(parsed->questionnaires.size(), 200U);
  for (size_t i = 0; i < 200; ++i) {
    registry::v1::Mechanism mechanism = parsed->questionnaires[i].mechanism;
    mechanism.set_name(
        absl::StrCat("mechanisms/", parsed->questionnaires[i].mechanism_id));
    const auto read = MakePublishedRound(
        round_read, {mechanism}, {parsed->questionnaires[i].questionnaire});
    ASSERT_TRUE(read.ok()) << read.status();
    EXPECT_EQ(Content(read->sections[0]), Content(round->sections[i]));
  }
}

TEST(WriteCompendiumText, ReadsAsACompendium) {
  PublishedRound round;
  round.title = "Round 2016";
  round.revision = 3;
  round.sections.push_back(
      {.mechanism_id = "midsa",
       .title = "Dialogue (D)",
       .participants = {{registry::v1::PARTICIPANT_ROLE_MEMBER, {"Angola"}},
                        {registry::v1::PARTICIPANT_ROLE_OBSERVER, {"Chad"}}},
       .focus_areas = {"health"},
       .questions = {{"2A", "Officials", "In Lima"}, {"4", "Books", ""}},
       .notes = {"¹ A note"}});

  EXPECT_EQ(WriteCompendiumText(round),
            "Round 2016\n"
            "Completed questionnaires of 1 inter-State consultation mechanism "
            "on migration\n"
            "As of revision 3 of the registry\n\n"
            "Contents\n• Dialogue (D)\n\n"
            "<h1 id=\"mechanism-midsa\">Dialogue (D)</h1>\n\n"
            "<p id=\"participants\">Participants:</p>\n• Angola\n\n"
            "<p id=\"observers\">Observers:</p>\n• Chad\n\n"
            "<p id=\"focus-areas\">Focus areas:</p>\n• health\n\n"
            "<b id=\"question-2A\">2A. Officials:</b>\tIn Lima\n"
            "<b id=\"question-4\">4. Books:</b>\t\n\n"
            "¹ A note\n\n");
}

}  // namespace
}  // namespace compendium
