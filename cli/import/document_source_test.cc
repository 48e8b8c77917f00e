// SPDX-License-Identifier: Apache-2.0
// Documents as Word and browsers have them, made by pandoc from words of our
// own while the test runs, are read back through pandoc.
#include "cli/import/document_source.h"

#include <cstdlib>
#include <iostream>
#include <map>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/atomic_file.h"
#include "lib/base/sha256.h"
#include "lib/document/coverage_check.h"
#include "lib/document/markup.h"
#include "lib/document/plain_text.h"

namespace compendium {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

// A questionnaire as a Word form has it; rows follow.
constexpr char kFront[] =
    "<h1>3. Elbe Dialogue (ELD)</h1>"
    "<p><b>Member States:</b> Albania, C\u00f4te d\u2019Ivoire and Peru</p>"
    "<p><b>Focus</b></p><ul><li>labour migration;</li><li>data</li></ul>";

std::string Rows(const std::string& rows) {
  return absl::StrCat(kFront,
                      "<table><tr><th>Question</th><th>Answer</th></tr>"
                      "<tr><td>1. Brief update on main activities in 2016:</td>"
                      "<td>A study.</td></tr>",
                      rows, "</table>");
}

class Documents : public testing::Test {
 protected:
  // `input` in the format `from`, as a Word document.
  std::string Docx(const std::string& input, const std::string& from = "html") {
    const auto docx = pandoc_.Convert(
        {.from = from, .to = "docx", .bytes = input, .document_name = "input"});
    EXPECT_TRUE(docx.ok()) << docx.status();
    return docx.ok() ? *docx : "";
  }

  ParsedDocument Parse(const std::string& bytes) {
    const auto source =
        ReadSourceText(bytes, "form.docx", std::nullopt, pandoc_);
    EXPECT_TRUE(source.ok()) << source.status();
    if (!source.ok()) return {};
    text_ = source->text;
    const auto parsed =
        ParseCompendiumText(source->text, {.file_name = "form.docx",
                                           .round_id = "2016",
                                           .original = source->original});
    EXPECT_TRUE(parsed.ok()) << parsed.status() << "\n" << source->text;
    if (!parsed.ok()) return {};
    EXPECT_EQ(FindCoverageProblem(source->text, *parsed), "");
    return *parsed;
  }

  // Reads the page as it is and as a Word document; both must say the same.
  ParsedDocument ParseBoth(const std::string& page) {
    const ParsedDocument html =
        Parse(absl::StrCat("<!DOCTYPE html><html><body>", page));
    const ParsedDocument docx = Parse(Docx(page));
    EXPECT_EQ(html.questionnaires.size(), docx.questionnaires.size());
    for (size_t i = 0;
         i < html.questionnaires.size() && i < docx.questionnaires.size();
         ++i) {
      const auto& one = html.questionnaires[i].questionnaire;
      const auto& other = docx.questionnaires[i].questionnaire;
      EXPECT_EQ(one.name(), other.name());
      EXPECT_EQ(one.participants_size(), other.participants_size());
      for (int k = 0; k < one.answers_size(); ++k)
        EXPECT_EQ(one.answers(k).text(), other.answers(k).text());
    }
    return docx;
  }

  base::RealClock clock_;
  const Pandoc pandoc_{{}, clock_};
  std::string text_;  // what was derived last
};

std::string AnswerOf(const ParsedDocument& document,
                     const std::string& question, size_t index = 0) {
  if (index >= document.questionnaires.size()) return "no questionnaire";
  for (const auto& answer :
       document.questionnaires[index].questionnaire.answers()) {
    if (answer.question_id() == question) return answer.text();
  }
  return "no answer";
}

std::vector<std::string> NamesOf(const ParsedDocument& document) {
  std::vector<std::string> names;
  if (document.questionnaires.empty()) return names;
  for (const auto& name :
       document.questionnaires[0].questionnaire.participants())
    names.push_back(name.as_written());
  return names;
}

std::vector<std::string> FocusOf(const ParsedDocument& document) {
  std::vector<std::string> areas;
  if (document.questionnaires.empty()) return areas;
  for (const auto& area :
       document.questionnaires[0].questionnaire.focus_areas())
    areas.push_back(area.as_written());
  return areas;
}

TEST_F(Documents, AFormIsReadAsItStands) {
  const ParsedDocument form = ParseBoth(Rows(
      "<tr><td>2. Meetings organized in 2016:</td><td><p>Two:</p>"
      "<ul><li>Lima, 3 May</li><li>Rome<ul><li>inner</li></ul></li></ul>"
      "</td></tr><tr><td>4. New publications in 2016:</td><td></td></tr>"));

  ASSERT_THAT(form.questionnaires, SizeIs(1));
  EXPECT_EQ(form.questionnaires[0].mechanism_id, "eld");
  EXPECT_THAT(NamesOf(form),
              ElementsAre("Albania", "C\u00f4te d\u2019Ivoire", "Peru"));
  EXPECT_THAT(FocusOf(form), ElementsAre("labour migration", "data"));
  EXPECT_EQ(AnswerOf(form, "1"), "A study.");
  EXPECT_EQ(AnswerOf(form, "2"),
            "Two:\n\u2022 Lima, 3 May\n\u2022 Rome\n\u2022 inner");
  EXPECT_EQ(AnswerOf(form, "4"), "");
}

TEST_F(Documents, TheSourceIsTheFileAndTheTextDerivedFromIt) {
  const std::string docx = Docx(Rows(""));
  const ParsedDocument form = Parse(docx);

  ASSERT_THAT(form.questionnaires, SizeIs(1));
  const auto& source = form.document.source();
  EXPECT_EQ(source.format(), registry::v1::DOCUMENT_FORMAT_DOCX);
  EXPECT_EQ(source.sha256(), base::Sha256Hex(docx));
  EXPECT_EQ(source.size_bytes(), static_cast<int64_t>(docx.size()));
  EXPECT_EQ(source.derived_sha256(), base::Sha256Hex(text_));
  EXPECT_EQ(source.derived_size_bytes(), static_cast<int64_t>(text_.size()));
  const auto& section = form.questionnaires[0].questionnaire.source();
  EXPECT_EQ(section.format(), registry::v1::DOCUMENT_FORMAT_DOCX);
  EXPECT_EQ(section.derived_sha256(), "");
}

TEST_F(Documents, ARowThatGoesOnInTheNextTableIsOneAnswer) {
  const ParsedDocument form = ParseBoth(absl::StrCat(
      Rows("<tr><td>2. Meetings organized in 2016:</td><td>The forum in</td>"
           "</tr>"),
      "<p></p><table><tr><th>Question</th><th>Answer</th></tr>"
      "<tr><td></td><td>Lima.</td></tr>"
      "<tr><td>4. New publications:</td><td>One</td></tr></table>"));

  EXPECT_EQ(AnswerOf(form, "2"), "The forum in Lima.");
  EXPECT_EQ(AnswerOf(form, "4"), "One");
}

TEST_F(Documents, NumbersMayHaveAColumnOfTheirOwn) {
  const ParsedDocument form = ParseBoth(absl::StrCat(
      kFront,
      "<table><tr><th>No.</th><th>Question</th><th>Answer</th></tr>"
      "<tr><td>1</td><td>Brief update on main activities</td><td>A</td></tr>"
      "<tr><td>2A</td><td>Senior Officials\u2019 Meetings</td><td>B</td></tr>"
      "<tr><td>4.</td><td>New publications in 2016</td><td>C</td></tr>"
      "</table>"));

  EXPECT_EQ(AnswerOf(form, "1"), "A");
  EXPECT_EQ(AnswerOf(form, "2A"), "B");
  EXPECT_EQ(AnswerOf(form, "4"), "C");
}

TEST_F(Documents, MergedCellsAnswerAllTheirQuestions) {
  const ParsedDocument form = Parse(absl::StrCat(
      "<html>",
      Rows("<tr><td>2A Senior Officials' Meetings in 2016:</td>"
           "<td rowspan=2>None this year</td></tr>"
           "<tr><td>2B Ministerial meetings in 2016:</td></tr>"
           "<tr><td rowspan=2>3. New projects in 2016:</td><td>First</td></tr>"
           "<tr><td>Second</td></tr>"
           "<tr><td colspan=2>4. New publications in 2016:</td></tr>"
           "<tr><td colspan=2>A handbook</td></tr>")));

  EXPECT_EQ(AnswerOf(form, "2A"), "None this year");
  EXPECT_EQ(AnswerOf(form, "2B"), "None this year");
  EXPECT_EQ(AnswerOf(form, "3"), "First\nSecond");
  EXPECT_EQ(AnswerOf(form, "4"), "A handbook");
}

TEST_F(Documents, TablesWithinAnswersAreLinesOfThem) {
  const ParsedDocument form = ParseBoth(
      Rows("<tr><td>2. Meetings organized in 2016:</td><td><p>All:</p><table>"
           "<tr><td>May</td><td>Lima</td></tr><tr><td>June</td><td>Rome</td>"
           "</tr></table></td></tr>"));

  EXPECT_EQ(AnswerOf(form, "2"), "All:\nMay | Lima\nJune | Rome");
}

TEST_F(Documents, ATableForLayoutVanishes) {
  const ParsedDocument form = Parse(
      absl::StrCat("<html><table><tr><td>", Rows(""), "</td></tr></table>"));

  EXPECT_EQ(AnswerOf(form, "1"), "A study.");
  EXPECT_THAT(NamesOf(form), SizeIs(3));
}

TEST_F(Documents, QuestionsMayBeHeadingsOrBoldLines) {
  const ParsedDocument form = ParseBoth(absl::StrCat(
      kFront,
      "<h2>1. Brief update on main activities in 2016</h2>"
      "<p>A study &lt;draft&gt;.</p><ul><li>and more</li></ul>"
      "<p><b>2A Senior Officials\u2019 Meetings</b></p><p><b>Workshops</b></p>"
      "<p>Lima, May.</p>"
      "<p><b>4. New publications:</b> A handbook</p>"
      "<h1>Bali Process</h1><p>Member States: Fiji</p>"
      "<p>1. Brief update on main activities:</p><p>Much.</p>"));

  ASSERT_THAT(form.questionnaires, SizeIs(2));
  EXPECT_EQ(AnswerOf(form, "1"), "A study <draft>.\n\u2022 and more");
  EXPECT_EQ(AnswerOf(form, "2A"), "Workshops\nLima, May.");
  EXPECT_EQ(AnswerOf(form, "4"), "A handbook");
  EXPECT_EQ(form.questionnaires[1].mechanism_id, "bali-process");
  EXPECT_EQ(AnswerOf(form, "1", 1), "Much.");
}

TEST_F(Documents, MembersFocusAndNameMayBeRows) {
  const ParsedDocument form = ParseBoth(
      "<table><tr><td>Name of the mechanism</td><td>Rhine Talks</td></tr>"
      "<tr><td>Member States</td><td><ul><li>Peru</li><li>Chile</li></ul></td>"
      "</tr><tr><td>Focus areas</td><td><p>labour</p><p>data</p></td></tr>"
      "<tr><td>1. Brief update on main activities:</td><td>Yes.</td></tr>"
      "<tr><td>4. New publications:</td><td>No.</td></tr></table>");

  ASSERT_THAT(form.questionnaires, SizeIs(1));
  EXPECT_EQ(form.questionnaires[0].mechanism_id, "rhine-talks");
  EXPECT_THAT(NamesOf(form), ElementsAre("Peru", "Chile"));
  EXPECT_THAT(FocusOf(form), ElementsAre("labour", "data"));
  EXPECT_EQ(AnswerOf(form, "1"), "Yes.");
}

TEST_F(Documents, FootnotesAndLinksStayWithTheirAnswer) {
  const ParsedDocument form = Parse(Docx(
      "# Bali Process\n\nMember States: Peru^[Since 2015.], Chile\n\n"
      "## 4. New publications:\n\n"
      "[A handbook](https://books.example/1) came out^[See <https://x.example>"
      " for more.].\n",
      "markdown"));

  EXPECT_THAT(NamesOf(form), ElementsAre("Peru", "Chile"));
  EXPECT_THAT(AnswerOf(form, "4"),
              HasSubstr("A handbook https://books.example/1 came out[2]."));
  EXPECT_THAT(AnswerOf(form, "4"), HasSubstr("See https://x.example for more"));
  EXPECT_THAT(text_, HasSubstr("[1] Since 2015."));
}

TEST_F(Documents, TrackedChangesLeaveTheFinalTextAndListTheRest) {
  const ParsedDocument form = Parse(Docx(
      "# Bali Process\n\nMember States: Peru, Chile\n\n"
      "## 1. Brief update on main activities:\n\n"
      "We held [two]{.deletion author=\"Ana\" date=\"2016-05-01T00:00:00Z\"}"
      "[three]{.insertion author=\"Ana\" date=\"2016-05-01T00:00:00Z\"}"
      " meetings.\n",
      "markdown"));

  EXPECT_EQ(AnswerOf(form, "1"), "We held three meetings.");
  ASSERT_THAT(form.questionnaires, SizeIs(1));
  EXPECT_THAT(text_, HasSubstr("deleted by Ana: two"));
  std::string kept;
  for (const auto& rest : form.questionnaires[0].questionnaire.remainders())
    kept += rest.text();
  EXPECT_THAT(kept, HasSubstr("deleted by Ana: two"));
}

TEST_F(Documents, ContentControlsAreText) {
  const ParsedDocument form = Parse(Docx(
      "# Bali Process\n\nMember States: Peru, Chile\n\n"
      "## 1. Brief update on main activities:\n\n"
      "```{=openxml}\n<w:sdt><w:sdtPr><w:alias w:val=\"Answer\"/></w:sdtPr>"
      "<w:sdtContent><w:p><w:r><w:t>Typed into a control</w:t></w:r></w:p>"
      "</w:sdtContent></w:sdt>\n```\n",
      "markdown"));

  EXPECT_EQ(AnswerOf(form, "1"), "Typed into a control");
}

TEST_F(Documents, NoWordIsLost) {
  const std::string page = absl::StrCat(
      "<h1>Preface alpha</h1><p>beta <a href='https://gamma.example'>delta</a>"
      "</p><blockquote>epsilon</blockquote><pre>zeta\neta</pre><dl><dt>theta"
      "</dt><dd>iota</dd></dl>",
      Rows("<tr><td>9. Anything else to tell</td><td>kappa</td><td>lambda</td>"
           "</tr><tr><td>mu</td><td>nu</td></tr>"),
      "<ol start=4><li>xi</li></ol><table><caption>omicron</caption><tr>"
      "<td>pi</td><td>rho</td></tr></table><p>sigma</p>");
  ParseBoth(page);

  for (const char* word :
       {"alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta",
        "iota", "kappa", "lambda", "mu", "nu", "xi", "omicron", "pi", "rho",
        "sigma", "A study."}) {
    EXPECT_THAT(text_, HasSubstr(word));
  }
}

TEST_F(Documents, TextInUtf16IsConverted) {
  std::string utf16("\xff\xfe", 2);
  for (const char c :
       std::string("Bali Process\n\nMember States: Peru, Fiji\n\n"
                   "1. Brief update on main activities:\tYes\n"))
    utf16.append({c, '\0'});
  const ParsedDocument form = Parse(utf16);

  EXPECT_EQ(AnswerOf(form, "1"), "Yes");
  EXPECT_EQ(form.document.source().format(),
            registry::v1::DOCUMENT_FORMAT_UTF16_TEXT);
  EXPECT_EQ(form.document.source().sha256(), base::Sha256Hex(utf16));
}

TEST_F(Documents, ErrorsNameTheFile) {
  const auto message = [&](std::string bytes) {
    const auto source =
        ReadSourceText(std::move(bytes), "x.docx", std::nullopt, pandoc_);
    EXPECT_FALSE(source.ok());
    return std::string(source.status().message());
  };
  EXPECT_THAT(message("PK\x03\x04 word/document.xml but broken"),
              HasSubstr("x.docx: got what pandoc cannot turn from docx"));
  EXPECT_THAT(message("%PDF-1.4"), HasSubstr("x.docx: document: got a PDF"));
  EXPECT_THAT(
      message("<html>Bogot\xe1"),
      HasSubstr("x.docx: got no UTF-8 at byte 11, want a page in UTF-8; "
                "it looks like ISO-8859-1"));
  EXPECT_THAT(message(std::string("\xff\xfe"
                                  "A",
                                  3)),
              HasSubstr("x.docx: document: got half a character"));
}

// A compendium text as a page: runs of rows become tables, runs of other lines
// paragraphs, and of the markup, which need not be whole, line ends stay.
std::string PageOf(absl::string_view text) {
  std::string page;
  const auto add = [&](absl::string_view markup) {
    while (!markup.empty()) {
      const MarkupPiece piece = TakeMarkup(markup);
      if (piece.kind == MarkupKind::kText) absl::StrAppend(&page, piece.text);
      if (piece.kind != MarkupKind::kText && piece.kind != MarkupKind::kInline)
        page += "<br>";
    }
  };
  bool in_table = false;
  bool in_paragraph = false;
  for (const absl::string_view line : absl::StrSplit(text, '\n')) {
    const size_t tab = line.find('\t');
    const bool row = tab != line.npos;
    const bool blank = !row && OneLine(line).empty();
    if (in_paragraph && (row || blank)) {
      page += "</p>";
      in_paragraph = false;
    }
    if (blank) continue;
    if (row != in_table) page += row ? "<table>" : "</table>";
    in_table = row;
    if (row) {
      page += "<tr><td>";
      add(line.substr(0, tab));
      page += "</td><td>";
      add(line.substr(tab + 1));
      page += "</td></tr>";
    } else {
      page += in_paragraph ? "<br>" : "<p>";
      in_paragraph = true;
      add(absl::StrReplaceAll(line, {{"**", ""}}));
    }
  }
  return page;
}

// Of the compendium of 2016 as a Word document nothing is lost: it was a text
// with rows, which become tables.
TEST_F(Documents, TheCompendiumOf2016SaysTheSameAsAWordDocument) {
  const char* const root = std::getenv("COMPENDIUM_SOURCE_DIR");
  const std::string path =
      absl::StrCat(root == nullptr ? "." : root,
                   "/../shared/seeds/000_156af223e0624c09.txt");
  const auto text = base::ReadFile(path, 1 << 20);
  if (!text.ok()) {
    std::cerr << "ABSENT, NOT TESTED: " << path << std::endl;
    GTEST_SKIP();
  }
  const auto plain =
      ParseCompendiumText(*text, {.file_name = "c.txt", .round_id = "2016"});
  ASSERT_TRUE(plain.ok());
  const ParsedDocument word = Parse(Docx(PageOf(*text)));

  ASSERT_EQ(word.questionnaires.size(), 14u);
  int participants = 0;
  for (size_t i = 0; i < 14; ++i) {
    const ParsedQuestionnaire& parsed = word.questionnaires[i];
    EXPECT_EQ(parsed.mechanism_id, plain->questionnaires[i].mechanism_id);
    participants += parsed.questionnaire.participants_size();
    EXPECT_EQ(parsed.questionnaire.participants_size(),
              plain->questionnaires[i].questionnaire.participants_size())
        << parsed.mechanism_id;
    for (const auto& answer :
         plain->questionnaires[i].questionnaire.answers()) {
      std::string want;
      std::string got;
      const auto letters = [](absl::string_view from, std::string& to) {
        for (const char c : from) {
          if (absl::ascii_isalnum(static_cast<unsigned char>(c))) to += c;
        }
      };
      letters(answer.text(), want);
      letters(AnswerOf(word, answer.question_id(), i), got);
      EXPECT_EQ(got, want) << parsed.mechanism_id << answer.question_id();
    }
  }
  EXPECT_EQ(participants, 279);
}

}  // namespace
}  // namespace compendium
