// SPDX-License-Identifier: Apache-2.0
#include "lib/publish/docx_round.h"

#include <map>
#include <memory>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lib/publish/docx_form.h"
#include "lib/publish/hostile_records.h"
#include "lib/publish/unzip.h"

namespace compendium {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

// What is wrong with the nesting of the tags; empty when all is well.
std::string FindXmlProblem(const std::string& xml) {
  std::vector<std::string> open;
  for (size_t at = xml.find('<'); at != xml.npos; at = xml.find('<', at + 1)) {
    const size_t end = xml.find('>', at);
    if (end == xml.npos) return "a tag without end";
    std::string tag = xml.substr(at + 1, end - at - 1);
    if (tag[0] == '?' || tag[0] == '!' || tag.back() == '/') continue;
    if (tag[0] == '/') {
      if (open.empty() || open.back() != tag.substr(1)) return "closed: " + tag;
      open.pop_back();
    } else {
      open.push_back(tag.substr(0, tag.find_first_of(" \n")));
    }
  }
  return open.empty() ? "" : "open: " + open.back();
}

size_t Count(const std::string& text, const std::string& words) {
  size_t count = 0;
  for (size_t at = text.find(words); at != text.npos;
       at = text.find(words, at + 1)) {
    ++count;
  }
  return count;
}

PublishedRound Round() {
  PublishedRound round;
  round.title = "Round & more";
  round.revision = 7;
  round.written_time = "2016-05-04T00:00:00Z";
  round.sections.push_back(
      {.mechanism_id = "midsa",
       .title = "Dialogue",
       .participants = {{registry::v1::PARTICIPANT_ROLE_MEMBER,
                         {"Angola", "Kosovo*"}}},
       .focus_areas = {"health"},
       .questions = {{"2A", "Officials", "In Lima ¹\n• see http://a.example/é"},
                     {"4", "Books", ""}},
       .notes = {"¹ See <http://n.example>", "* A remark", "² Nowhere"}});
  return round;
}

TEST(WriteRoundDocx, HasWhatAReaderExpects) {
  const auto bytes = WriteRoundDocx(Round());
  ASSERT_TRUE(bytes.ok()) << bytes.status();
  const auto parts = Unzip(*bytes);
  const std::string& document = parts.at("word/document.xml");

  EXPECT_THAT(document, HasSubstr("<w:tblHeader/>"));
  EXPECT_THAT(document, HasSubstr(" PAGEREF mechanism-midsa \\h "));
  EXPECT_THAT(document, HasSubstr("w:name=\"mechanism-midsa\""));
  EXPECT_THAT(document, HasSubstr("w:anchor=\"mechanism-midsa\""));
  EXPECT_THAT(document, HasSubstr("w:name=\"question-2A-0\""));
  EXPECT_THAT(document, HasSubstr("<w:titlePg/>"));
  EXPECT_THAT(parts.at("word/header1.xml"), HasSubstr("Round &amp; more"));
  EXPECT_THAT(parts.at("word/footer1.xml"), HasSubstr(" PAGE "));
  EXPECT_THAT(parts.at("docProps/core.xml"),
              HasSubstr(">2016-05-04T00:00:00Z</dcterms:created>"));
  EXPECT_THAT(parts.at("word/_rels/document.xml.rels"),
              HasSubstr("Target=\"http://a.example/%C3%A9\""));
}

TEST(WriteRoundDocx, NotesHangAtTheirMarks) {
  const auto bytes = WriteRoundDocx(Round());
  ASSERT_TRUE(bytes.ok()) << bytes.status();
  const auto parts = Unzip(*bytes);
  const std::string& document = parts.at("word/document.xml");

  EXPECT_EQ(Count(document, "<w:footnoteReference "), 2U);
  EXPECT_THAT(document, HasSubstr("w:id=\"1\"/><w:t>*</w:t>"));
  EXPECT_THAT(document, HasSubstr("w:id=\"2\"/><w:t>¹</w:t>"));
  EXPECT_THAT(parts.at("word/footnotes.xml"), HasSubstr("* A remark"));
  EXPECT_THAT(parts.at("word/_rels/footnotes.xml.rels"),
              HasSubstr("Target=\"http://n.example\""));
  EXPECT_THAT(document, HasSubstr("² Nowhere"));
}

TEST(WriteRoundDocx, EqualRoundsGiveEqualBytes) {
  EXPECT_EQ(*WriteRoundDocx(Round()), *WriteRoundDocx(Round()));
  PublishedRound other = Round();
  other.sections[0].focus_areas[0] = "wealth";
  EXPECT_NE(*WriteRoundDocx(Round()), *WriteRoundDocx(other));
}

TEST(WriteRoundDocx, IsWellFormedWhateverItHolds) {
  HostileRecordMaker maker(11);
  const HostileRecords records = maker.Make(60);
  const auto round = MakePublishedRound(records.round, records.mechanisms,
                                        records.questionnaires);
  ASSERT_TRUE(round.ok()) << round.status();
  const auto bytes = WriteRoundDocx(*round);
  ASSERT_TRUE(bytes.ok()) << bytes.status();

  const auto parts = Unzip(*bytes);
  EXPECT_THAT(parts, SizeIs(12));
  for (const auto& [name, xml] : parts) {
    EXPECT_EQ(FindXmlProblem(xml), "") << name;
  }
  const std::string& document = parts.at("word/document.xml");
  EXPECT_EQ(Count(document, "w:name=\"mechanism-mechanism-"), 60U);
  EXPECT_EQ(Count(document, "<w:tblHeader/>"), 60U);
}

TEST(WriteFormDocx, AsksWhatTheRoundAsksAndSaysUntilWhen) {
  registry::v1::Round asking;
  asking.set_title("Round 2017");
  asking.set_due_day("2017-03-01");
  asking.mutable_form()->add_questions()->set_id("9");
  asking.mutable_form()->mutable_questions(0)->set_title("Something new");

  const PublishedRound last = Round();
  const auto bytes =
      WriteFormDocx(MakePrefilledForm(last, last.sections[0], asking));
  ASSERT_TRUE(bytes.ok()) << bytes.status();
  const std::string document = Unzip(*bytes).at("word/document.xml");

  EXPECT_EQ(FindXmlProblem(document), "");
  EXPECT_THAT(document, HasSubstr("by 1 March 2017."));
  EXPECT_THAT(document, HasSubstr("9. Something new"));
  EXPECT_THAT(document, HasSubstr("Angola"));
  EXPECT_THAT(document, HasSubstr("health"));
  EXPECT_THAT(document, Not(HasSubstr("In Lima")));
  EXPECT_THAT(document, Not(HasSubstr("2A. Officials")));

  asking.clear_due_day();
  EXPECT_THAT(
      Unzip(*WriteFormDocx(MakePrefilledForm(last, last.sections[0], asking)))
          .at("word/document.xml"),
      Not(HasSubstr("return this form")));
}

}  // namespace
}  // namespace compendium
