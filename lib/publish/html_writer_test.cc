// SPDX-License-Identifier: Apache-2.0
#include "lib/publish/html_writer.h"

#include <set>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lib/publish/hostile_records.h"

namespace compendium {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

PublishedRound Round() {
  PublishedRound round;
  round.title = "Round <2016>";
  round.sections.push_back(
      {.mechanism_id = "midsa",
       .title = "A & B",
       .participants = {{registry::v1::PARTICIPANT_ROLE_MEMBER, {"<Angola>"}}},
       .focus_areas = {"health"},
       .questions = {{"2A", "Officials", "See http://a.example/?b&c\n• one"},
                     {"4", "Books", ""}},
       .notes = {"¹ <http://n.example>"}});
  return round;
}

TEST(WriteHtml, IsAPageOfItsOwn) {
  const std::string html = WriteHtml(Round());

  EXPECT_THAT(html, HasSubstr("<html lang=\"en\">"));
  EXPECT_THAT(html, HasSubstr("<title>Round &lt;2016&gt;</title>"));
  EXPECT_THAT(html, HasSubstr("default-src 'none'"));
  for (const char* const foreign :
       {"<script", "<link", "<img", "src=", "@import", "url("}) {
    EXPECT_THAT(html, Not(HasSubstr(foreign)));
  }
}

TEST(WriteHtml, HasRealTables) {
  const std::string html = WriteHtml(Round());

  EXPECT_THAT(html, HasSubstr("<caption>Answers of A &amp; B</caption>"));
  EXPECT_THAT(html, HasSubstr("<th scope=\"col\">Question</th>"));
  EXPECT_THAT(html, HasSubstr("<th scope=\"row\" dir=\"auto\" "
                              "id=\"midsa-question-2A\">2A. Officials</th>"));
  EXPECT_THAT(html, HasSubstr("<a href=\"http://a.example/?b&amp;c\">"));
  EXPECT_THAT(html, HasSubstr("<ul>\n<li dir=\"auto\">one</li>\n</ul>\n"));
  EXPECT_THAT(html, HasSubstr("4. Books</th><td></td>"));
  EXPECT_THAT(html, HasSubstr("<li dir=\"auto\">&lt;Angola&gt;</li>"));
}

TEST(WriteHtml, LinksLeadToIdsThatAreThereOnce) {
  HostileRecordMaker maker(3);
  const HostileRecords records = maker.Make(30);
  const auto round = MakePublishedRound(records.round, records.mechanisms,
                                        records.questionnaires);
  ASSERT_TRUE(round.ok()) << round.status();
  const std::string html = WriteHtml(*round);

  // In text a quotation mark is escaped, so these are the attributes.
  std::set<std::string> ids;
  for (size_t at = html.find(" id=\""); at != html.npos;
       at = html.find(" id=\"", at + 1)) {
    const size_t begin = at + 5;
    EXPECT_TRUE(
        ids.insert(html.substr(begin, html.find('"', begin) - begin)).second);
  }
  for (size_t at = html.find("href=\"#"); at != html.npos;
       at = html.find("href=\"#", at + 1)) {
    const size_t begin = at + 7;
    EXPECT_EQ(ids.count(html.substr(begin, html.find('"', begin) - begin)), 1U);
  }
  EXPECT_GT(ids.size(), 300U);
}

}  // namespace
}  // namespace compendium
