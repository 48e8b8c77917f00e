// SPDX-License-Identifier: Apache-2.0
// The real compendium of 2016 and its annotations, which are no part of this
// tree; without them every test here is skipped, loudly.
#include <cstdlib>
#include <iostream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/atomic_file.h"
#include "lib/document/characters.h"
#include "lib/document/compendium_text.h"
#include "lib/document/coverage_check.h"
#include "lib/document/facts_json.h"
#include "lib/document/markup.h"
#include "nlohmann/json.hpp"

namespace compendium {
namespace {

using registry::v1::Answer;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr size_t kFileBytesMax = 1 << 20;

std::string ReadShared(absl::string_view name) {
  const char* const root = std::getenv("COMPENDIUM_SOURCE_DIR");
  const std::string path =
      absl::StrCat(root == nullptr ? "." : root, "/../shared/", name);
  const auto text = base::ReadFile(path, kFileBytesMax);
  if (!text.ok()) std::cerr << "ABSENT, NOT TESTED: " << path << std::endl;
  return text.ok() ? *text : "";
}

ParsedDocument Parse(const std::string& text) {
  const auto parsed = ParseCompendiumText(
      text, {.file_name = "compendium.txt", .round_id = "2016"});
  EXPECT_TRUE(parsed.ok()) << parsed.status();
  if (!parsed.ok()) return {};
  EXPECT_EQ(FindCoverageProblem(text, *parsed), "");
  return *parsed;
}

// The letters and digits of `text`, one after the other.
std::string Letters(absl::string_view text) {
  std::string letters;
  for (size_t at = 0; at < text.size();) {
    const size_t size = CharacterSize(text, at);
    const bool letter =
        size == 1 ? absl::ascii_isalnum(static_cast<unsigned char>(text[at]))
                  : BulletSize(text, at) == 0 && BlankSize(text, at) == 0;
    if (letter) absl::StrAppend(&letters, text.substr(at, size));
    at += size;
  }
  return letters;
}

std::string WithoutTags(absl::string_view text) {
  std::string out;
  while (!text.empty()) {
    const MarkupPiece piece = TakeMarkup(text);
    if (piece.kind == MarkupKind::kText) absl::StrAppend(&out, piece.text);
  }
  return DecodeEntities(out);
}

using AnswerTexts = std::map<std::string, std::string>;

AnswerTexts TextsOf(const ParsedDocument& document) {
  AnswerTexts texts;
  for (const ParsedQuestionnaire& parsed : document.questionnaires) {
    for (const Answer& answer : parsed.questionnaire.answers()) {
      texts[absl::StrCat(parsed.mechanism_id, " ", answer.question_id())] =
          answer.text();
    }
  }
  return texts;
}

AnswerTexts LettersOf(const ParsedDocument& document) {
  AnswerTexts texts = TextsOf(document);
  for (auto& [id, text] : texts) text = Letters(text);
  return texts;
}

std::vector<std::string> NamesOf(const ParsedDocument& document) {
  std::vector<std::string> names;
  for (const ParsedQuestionnaire& parsed : document.questionnaires) {
    for (const auto& participant : parsed.questionnaire.participants()) {
      names.push_back(participant.as_written());
    }
  }
  return names;
}

std::vector<std::string> FocusOf(const ParsedDocument& document) {
  std::vector<std::string> areas;
  for (const ParsedQuestionnaire& parsed : document.questionnaires) {
    for (const auto& area : parsed.questionnaire.focus_areas()) {
      areas.push_back(area.as_written());
    }
  }
  return areas;
}

class CompendiumOf2016 : public ::testing::Test {
 protected:
  void SetUp() override {
    text_ = ReadShared("seeds/000_156af223e0624c09.txt");
    if (text_.empty()) GTEST_SKIP() << "the compendium of 2016 is absent";
    document_ = Parse(text_);
  }

  const ParsedQuestionnaire& Find(absl::string_view mechanism_id) const {
    for (const ParsedQuestionnaire& parsed : document_.questionnaires) {
      if (parsed.mechanism_id == mechanism_id) return parsed;
    }
    ADD_FAILURE() << mechanism_id;
    return document_.questionnaires[0];
  }

  // Where the section of one of document_'s questionnaires begins in text_.
  size_t SectionBegin(const ParsedQuestionnaire& parsed) const {
    for (const auto& section : document_.document.sections()) {
      if (section.questionnaire() == parsed.questionnaire.name()) {
        return static_cast<size_t>(section.span().begin_byte());
      }
    }
    ADD_FAILURE() << parsed.questionnaire.name();
    return 0;
  }

  std::string text_;
  ParsedDocument document_;
};

TEST_F(CompendiumOf2016, HasFourteenQuestionnaires) {
  std::vector<std::string> ids;
  for (const ParsedQuestionnaire& parsed : document_.questionnaires) {
    ids.push_back(parsed.mechanism_id);
    EXPECT_EQ(parsed.questionnaire.answers_size(), 8) << parsed.mechanism_id;
  }

  EXPECT_THAT(
      ids, ElementsAre("5-5-dialogue", "almaty-process", "arcp", "bali-process",
                       "budapest-process", "colombo-process", "comesa-rcp",
                       "igc", "midsa", "midwa", "prague-process", "rcm", "sacm",
                       "pan-african-forum"));
}

TEST_F(CompendiumOf2016, HasAllParticipants) {
  int participants = 0;
  std::vector<std::string> not_states;
  for (const ParsedQuestionnaire& parsed : document_.questionnaires) {
    for (const auto& participant : parsed.questionnaire.participants()) {
      ++participants;
      EXPECT_NE(participant.kind(), registry::v1::PARTICIPANT_KIND_UNSPECIFIED)
          << participant.as_written();
      if (participant.kind() == registry::v1::PARTICIPANT_KIND_TERRITORY) {
        not_states.push_back(participant.country_code());
      }
    }
  }

  EXPECT_EQ(participants, 279);
  EXPECT_THAT(not_states, ElementsAre("NCL", "HKG", "MAC"));
  EXPECT_EQ(Find("pan-african-forum").questionnaire.participants_size(), 5);
}

TEST_F(CompendiumOf2016, ParticipantsAndFocusAreThoseOfTheAnnotations) {
  for (const std::string id :
       {"almaty-process", "bali-process", "budapest-process", "comesa-rcp",
        "midsa", "prague-process", "sacm"}) {
    const std::string gold_text =
        ReadShared(absl::StrCat("gold/", id, ".json"));
    if (gold_text.empty()) GTEST_SKIP() << "the annotations are absent";
    const auto gold = nlohmann::json::parse(gold_text);
    const auto facts =
        nlohmann::json::parse(FactsJson({Find(id).questionnaire})).at(0);

    ASSERT_EQ(facts["participants"].size(), gold["participants"].size()) << id;
    for (size_t i = 0; i < gold["participants"].size(); ++i) {
      for (const char* field : {"as_written", "iso3166_alpha3"}) {
        EXPECT_EQ(facts["participants"][i][field],
                  gold["participants"][i][field])
            << id << " " << i;
      }
    }
    EXPECT_EQ(facts["focus"], gold["focus"]) << id;
    for (const auto& [question, answer] : gold["answers"].items()) {
      EXPECT_EQ(facts["answers"][question]["state"] == "blank",
                answer["state"] == "blank")
          << id << " " << question;
    }
  }
}

TEST_F(CompendiumOf2016, EveryWordOfTheAnswersIsInTheirText) {
  for (const ParsedQuestionnaire& parsed : document_.questionnaires) {
    for (const Answer& answer : parsed.questionnaire.answers()) {
      EXPECT_EQ(Letters(answer.text()), Letters(WithoutTags(answer.verbatim())))
          << parsed.mechanism_id << " " << answer.question_id();
    }
  }
}

TEST_F(CompendiumOf2016, VerbatimStandsWhereTheSpansSay) {
  for (const ParsedQuestionnaire& parsed : document_.questionnaires) {
    for (const Answer& answer : parsed.questionnaire.answers()) {
      std::string source;
      for (const auto& span : answer.source_spans()) {
        source += text_.substr(
            SectionBegin(parsed) + static_cast<size_t>(span.begin_byte()),
            static_cast<size_t>(span.end_byte() - span.begin_byte()));
      }
      size_t at = 0;
      for (const absl::string_view cell :
           absl::StrSplit(answer.verbatim(), '\n')) {
        at = source.find(std::string(cell), at);
        ASSERT_NE(at, source.npos)
            << parsed.mechanism_id << " " << answer.question_id();
      }
    }
  }
}

TEST_F(CompendiumOf2016, OnlyFootnotesAreNotUnderstood) {
  int remainders = 0;
  for (const ParsedQuestionnaire& parsed : document_.questionnaires) {
    remainders += parsed.questionnaire.remainders_size();
  }

  EXPECT_EQ(remainders, 1);
  EXPECT_EQ(Find("bali-process").questionnaire.remainders_size(), 1);
  EXPECT_EQ(document_.document.remainders_size(), 1);  // the title page
}

TEST_F(CompendiumOf2016, SentencesReadAcrossPageBreaks) {
  const AnswerTexts texts = TextsOf(document_);

  EXPECT_NE(texts.at("budapest-process 2").find("Resource Centre (MRC)"),
            std::string::npos);
  EXPECT_NE(texts.at("colombo-process 2").find("Ministerial Consultation.\n3."),
            std::string::npos);
  EXPECT_NE(texts.at("pan-african-forum 2").find("Facilitating Trade"),
            std::string::npos);
}

// Copies that differ in what means nothing: the answers stay the same.
TEST_F(CompendiumOf2016, MangledCopiesHaveTheSameAnswers) {
  const AnswerTexts texts = TextsOf(document_);

  for (const std::string& copy :
       {absl::StrReplaceAll(text_, {{"\n", "\r\n"}}),
        absl::StrReplaceAll(text_, {{"\n", "\r"}}),
        absl::StrReplaceAll(text_, {{" ", "\u00a0"}}),
        absl::StrReplaceAll(text_, {{"**", ""}}),
        absl::StrReplaceAll(text_, {{"- ⇒ ", "❖ "}, {"• ", "➤ "}}),
        absl::StrReplaceAll(text_, {{"- ⇒ ", "* "}, {"- Focus", "**Focus"}}),
        absl::StrReplaceAll(text_, {{"<p>", "<P>"}, {"\n\n", "\n\n\n\f\n"}}),
        absl::StrCat("\ufeff", text_)}) {
    const ParsedDocument document = Parse(copy);
    EXPECT_EQ(TextsOf(document), texts);
    EXPECT_EQ(NamesOf(document), NamesOf(document_));
  }
}

// Copies whose characters came another way: nothing else changes.
TEST_F(CompendiumOf2016, OtherCharactersForTheSameMeanNothing) {
  const AnswerTexts texts = TextsOf(document_);

  for (const std::string& copy :
       {absl::StrReplaceAll(text_, {{" ", "\u2009"}}),
        absl::StrReplaceAll(text_, {{" ", "\u202f"}}),
        absl::StrReplaceAll(text_, {{"gra", "gra\u00ad"}, {"ee", "e\u00ade"}}),
        absl::StrReplaceAll(text_, {{"tion", "tion\u200b"}}),
        absl::StrReplaceAll(text_, {{"ffi", "\ufb03"},
                                    {"ffl", "\ufb04"},
                                    {"ff", "\ufb00"},
                                    {"fi", "\ufb01"},
                                    {"fl", "\ufb02"}}),
        absl::StrReplaceAll(text_, {{"é", "e\u0301"},
                                    {"ê", "e\u0302"},
                                    {"í", "i\u0301"},
                                    {"ó", "o\u0301"},
                                    {"ö", "o\u0308"},
                                    {"ô", "o\u0302"},
                                    {"á", "a\u0301"},
                                    {"ñ", "n\u0303"},
                                    {"ã", "a\u0303"},
                                    {"ü", "u\u0308"}})}) {
    ASSERT_NE(copy, text_);
    const ParsedDocument document = Parse(copy);
    EXPECT_EQ(TextsOf(document), texts);
    EXPECT_EQ(NamesOf(document), NamesOf(document_));
  }
}

TEST_F(CompendiumOf2016, QuotationMarksMayBeOfAnyKind) {
  const std::vector<std::pair<std::string, std::string>> marks = {
      {"\u2019", "'"}, {"\u2018", "'"}, {"\u201c", "\""}, {"\u201d", "\""}};
  AnswerTexts texts = TextsOf(document_);
  for (auto& [id, text] : texts) text = absl::StrReplaceAll(text, marks);

  const ParsedDocument document = Parse(absl::StrReplaceAll(text_, marks));

  EXPECT_EQ(TextsOf(document), texts);
  EXPECT_EQ(document.questionnaires.size(), 14u);
  EXPECT_EQ(NamesOf(document).size(), 279u);
}

TEST_F(CompendiumOf2016, EveryBulletMarksTheFocusAreas) {
  const AnswerTexts letters = LettersOf(document_);

  for (const absl::string_view bullet :
       {"•", "-", "–", "*", "▪", "o", "➢", "\uf0b7", "\uf0d8", "·"}) {
    for (const absl::string_view blank : {" ", "\t", "\u00a0", "   "}) {
      const std::string mark = absl::StrCat(bullet, blank);
      const ParsedDocument document = Parse(absl::StrReplaceAll(
          text_, {{"\n- ⇒ ", "\n" + mark}, {"\n - ⇒ ", "\n  " + mark}}));
      EXPECT_EQ(LettersOf(document), letters) << mark;
      EXPECT_EQ(NamesOf(document), NamesOf(document_)) << mark;
      EXPECT_EQ(FocusOf(document), FocusOf(document_)) << mark;
    }
  }
}

// "par cipants", "informa on", "a er": what some extractors leave.
TEST_F(CompendiumOf2016, LostLigaturesMoveNoAnswer) {
  for (const absl::string_view left : {" ", ""}) {
    const std::vector<std::pair<std::string, std::string>> lost = {
        {"ffi", std::string(left)}, {"ti", std::string(left)},
        {"tt", std::string(left)},  {"ft", std::string(left)},
        {"fi", std::string(left)},  {"ff", std::string(left)}};
    AnswerTexts letters = TextsOf(document_);
    for (auto& [id, text] : letters)
      text = Letters(absl::StrReplaceAll(text, lost));

    const ParsedDocument document = Parse(absl::StrReplaceAll(text_, lost));

    ASSERT_EQ(document.questionnaires.size(), 14u);
    EXPECT_EQ(LettersOf(document), letters);
    int participants = 0;
    for (size_t i = 0; i < 14; ++i) {
      const ParsedQuestionnaire& parsed = document.questionnaires[i];
      EXPECT_EQ(parsed.mechanism_id, document_.questionnaires[i].mechanism_id);
      for (const auto& participant : parsed.questionnaire.participants()) {
        ++participants;
        EXPECT_NE(participant.kind(),
                  registry::v1::PARTICIPANT_KIND_UNSPECIFIED)
            << participant.as_written();
      }
    }
    EXPECT_EQ(participants, 279);
  }
}

TEST_F(CompendiumOf2016, LabelsMayFollowOtherHabits) {
  const AnswerTexts texts = TextsOf(document_);
  for (const auto& [number, letter] :
       std::vector<std::pair<std::string, std::string>>{
           {"$1) ", "$1.a) "},
           {"$1 \u2013 ", "$1-A "},
           {"Frage $1: ", "$1(a) "},
           {"n\u00b0 $1 ", "$1.A "}}) {
    std::string copy = text_;
    for (const char digit : {'1', '2', '3', '4'}) {
      const std::string name(1, digit);
      for (const absl::string_view start : {"\n", "\n<p>"}) {
        absl::StrReplaceAll(
            {{absl::StrCat(start, name, ". "),
              absl::StrCat(start, absl::StrReplaceAll(number, {{"$1", name}}))},
             {absl::StrCat(start, name, "A "),
              absl::StrCat(start,
                           absl::StrReplaceAll(letter, {{"$1", name}}))}},
            &copy);
      }
    }
    absl::StrReplaceAll({{":\t", "\u00a0:\t"}}, &copy);

    const ParsedDocument document = Parse(copy);

    EXPECT_EQ(TextsOf(document), texts) << number;
    EXPECT_EQ(NamesOf(document), NamesOf(document_)) << number;
  }
}

// Copies that lost structure: no word moves to another answer.
TEST_F(CompendiumOf2016, CopiesWithoutMarkupHaveTheSameWords) {
  const AnswerTexts letters = LettersOf(document_);
  std::string bare = WithoutTags(text_);
  absl::StrReplaceAll({{"**", ""}}, &bare);
  std::string dense = absl::StrReplaceAll(text_, {{"\n\n", "\n"}});

  EXPECT_EQ(LettersOf(Parse(bare)), letters);
  EXPECT_EQ(LettersOf(Parse(dense)), letters);
}

TEST_F(CompendiumOf2016, UnknownMechanismsAreReadAlike) {
  const ParsedDocument document = Parse(absl::StrReplaceAll(
      text_, {{"Prague Process\n\nM", "Elbe Process (ELP)\n\nM"},
              {"Budapest Process\n\nM", "Danube Dialogue\n\nM"}}));

  ASSERT_EQ(document.questionnaires.size(), 14u);
  EXPECT_EQ(document.questionnaires[4].mechanism_id, "danube-dialogue");
  EXPECT_EQ(document.questionnaires[10].mechanism_id, "elp");
  EXPECT_EQ(NamesOf(document), NamesOf(document_));
}

TEST_F(CompendiumOf2016, FocusAreasHaveThemes) {
  int mapped = 0;
  int areas = 0;
  for (const ParsedQuestionnaire& parsed : document_.questionnaires) {
    for (const auto& area : parsed.questionnaire.focus_areas()) {
      ++areas;
      mapped += area.themes().empty() ? 0 : 1;
      if (!area.themes().empty()) continue;
      std::cout << "no theme: " << parsed.mechanism_id << ": "
                << area.as_written() << std::endl;
    }
  }

  ASSERT_GT(areas, 0);
  EXPECT_GE(mapped * 100, areas * 95) << mapped << " of " << areas;
}

TEST_F(CompendiumOf2016, AnyPartOfItIsCoveredOrRefused) {
  int covered = 0;
  for (size_t size = 0; size < text_.size(); size += 997) {
    for (const std::string& part :
         {text_.substr(0, size), text_.substr(size)}) {
      const auto parsed = ParseCompendiumText(
          part, {.file_name = "part.txt", .round_id = "2016"});
      if (!parsed.ok()) continue;
      ++covered;
      EXPECT_EQ(FindCoverageProblem(part, *parsed), "") << size;
    }
  }

  EXPECT_GT(covered, 80);
}

}  // namespace
}  // namespace compendium
