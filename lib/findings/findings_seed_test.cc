// SPDX-License-Identifier: Apache-2.0
// The checks and vocabularies against the real compendium of 2016: everything
// they find in it, so that a change of a check or a table shows what it does.
// The document is no part of this tree; without it every test here is skipped,
// loudly.
#include <cstdlib>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/atomic_file.h"
#include "lib/document/compendium_text.h"
#include "lib/domain/resource_name.h"
#include "lib/extract/extract_items.h"
#include "lib/findings/find_findings.h"
#include "lib/findings/find_suggestions.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr size_t kFileBytesMax = 1 << 20;

std::string ReadSeed() {
  const char* const root = std::getenv("COMPENDIUM_SOURCE_DIR");
  const std::string path =
      absl::StrCat(root == nullptr ? "." : root,
                   "/../shared/seeds/000_156af223e0624c09.txt");
  const auto text = base::ReadFile(path, kFileBytesMax);
  if (!text.ok()) std::cerr << "ABSENT, NOT TESTED: " << path << std::endl;
  return text.ok() ? *text : "";
}

class FindingsOf2016 : public ::testing::Test {
 protected:
  void SetUp() override {
    const std::string text = ReadSeed();
    if (text.empty()) GTEST_SKIP() << "THE COMPENDIUM OF 2016 IS NOT HERE";
    auto parsed = ParseCompendiumText(
        text, {.file_name = "compendium.txt", .round_id = "2016"});
    ASSERT_TRUE(parsed.ok()) << parsed.status();
    round_.set_name("rounds/2016");
    *round_.mutable_form() = parsed->form;
    for (ParsedQuestionnaire& entry : parsed->questionnaires) {
      ExtractItems({.round_year = 2016}, entry.questionnaire);
      questionnaires_.push_back(std::move(entry.questionnaire));
    }
  }

  // "mechanism: check", of every finding, in order.
  std::vector<std::string> AllFindings() const {
    std::vector<std::string> found;
    for (const v1::Questionnaire& questionnaire : questionnaires_) {
      for (const v1::Finding& finding :
           FindFindings(questionnaire, OptionsOf(round_))) {
        found.push_back(
            absl::StrCat(IdOf(questionnaire), ": ", finding.check()));
      }
    }
    return found;
  }

  // The only finding of a check in a mechanism's questionnaire.
  v1::Finding Find(absl::string_view mechanism, absl::string_view check) const {
    std::vector<v1::Finding> found;
    for (const v1::Questionnaire& questionnaire : questionnaires_) {
      if (IdOf(questionnaire) != mechanism) continue;
      for (const v1::Finding& finding :
           FindFindings(questionnaire, OptionsOf(round_))) {
        if (finding.check() == check) found.push_back(finding);
      }
    }
    EXPECT_EQ(found.size(), 1u) << mechanism << " " << check;
    return found.empty() ? v1::Finding() : found[0];
  }

  static std::string IdOf(const v1::Questionnaire& questionnaire) {
    return QuestionnaireName::Parse(questionnaire.name())->mechanism().id();
  }

  v1::Round round_;
  std::vector<v1::Questionnaire> questionnaires_;
};

std::string QuoteIn(const v1::Finding& finding, int index) {
  if (index >= finding.evidence_size()) return "";
  const v1::Evidence& evidence = finding.evidence(index).evidence();
  return absl::StrCat(evidence.question_id(), ": ", evidence.quote());
}

TEST_F(FindingsOf2016, AreThese) {
  EXPECT_THAT(AllFindings(),
              ElementsAre("5-5-dialogue: goals-unnamed",              //
                          "5-5-dialogue: undated-meetings",           //
                          "almaty-process: stated-count",             //
                          "bali-process: event-dates",                //
                          "budapest-process: goals-unnamed",          //
                          "budapest-process: goals-without-project",  //
                          "budapest-process: bare-link",              //
                          "colombo-process: new-member",              //
                          "colombo-process: earlier-publication",     //
                          "colombo-process: earlier-project",         //
                          "comesa-rcp: cut-participants",             //
                          "igc: undated-meetings",                    //
                          "igc: missing-label",                       //
                          "igc: earlier-publication",                 //
                          "midwa: copied-heading",                    //
                          "prague-process: goals-without-project",    //
                          "prague-process: undated-meetings",         //
                          "rcm: code-subject",                        //
                          "rcm: undated-meetings",                    //
                          "rcm: stated-meetings",                     //
                          "sacm: undated-meetings",                   //
                          "pan-african-forum: unclear-year",          //
                          "pan-african-forum: question-number"));
  EXPECT_THAT(FindRoundFindings(questionnaires_, round_), IsEmpty());
}

TEST_F(FindingsOf2016, AlmatyStatesFourGoalsAndListsSix) {
  const v1::Finding finding = Find("almaty-process", "stated-count");

  EXPECT_EQ(finding.severity(), v1::FINDING_SEVERITY_ERROR);
  EXPECT_THAT(finding.message(), AllOf(HasSubstr(" 4 "), HasSubstr("lists 6")));
  EXPECT_THAT(QuoteIn(finding, 0),
              AllOf(HasSubstr("3A: "), HasSubstr("4 out of the 17")));
}

TEST_F(FindingsOf2016, BaliGivesTwoDatesForOneMeeting) {
  const v1::Finding finding = Find("bali-process", "event-dates");

  EXPECT_THAT(finding.message(),
              AllOf(HasSubstr("14-15 November"), HasSubstr("15-16 November")));
  EXPECT_THAT(QuoteIn(finding, 0), HasSubstr("1: "));
  EXPECT_THAT(QuoteIn(finding, 1), HasSubstr("2A: "));
}

TEST_F(FindingsOf2016, RcmNamesAnotherTargetForChildTrafficking) {
  const v1::Finding finding = Find("rcm", "code-subject");

  EXPECT_THAT(finding.message(), AllOf(HasSubstr("16.3"), HasSubstr("16.2")));
  EXPECT_THAT(QuoteIn(finding, 0),
              AllOf(HasSubstr("3A: "), HasSubstr("children trafficking")));
}

TEST_F(FindingsOf2016, RcmStatesSixMeetingsAndListsFive) {
  EXPECT_THAT(Find("rcm", "stated-meetings").message(),
              HasSubstr("speaks of 6 meetings and lists 5"));
}

TEST_F(FindingsOf2016, MidwaCopiedItsHeading) {
  const v1::Finding finding = Find("midwa", "copied-heading");

  EXPECT_THAT(QuoteIn(finding, 0),
              AllOf(HasSubstr("2A: "), HasSubstr("23-24 August 2016")));
  EXPECT_THAT(QuoteIn(finding, 1),
              AllOf(HasSubstr("2B: "), HasSubstr("23-24 August 2016")));
}

TEST_F(FindingsOf2016, ComesasMembersBeginAtM) {
  EXPECT_THAT(Find("comesa-rcp", "cut-participants").message(),
              HasSubstr("begins at \"Mauritius\""));
}

TEST_F(FindingsOf2016, IgcHasNoLabelFor2B) {
  EXPECT_THAT(Find("igc", "missing-label").message(), HasSubstr("question 2B"));
}

TEST_F(FindingsOf2016, FivePlusFiveNamesNoGoal) {
  EXPECT_THAT(QuoteIn(Find("5-5-dialogue", "goals-unnamed"), 0),
              HasSubstr("3A: "));
}

TEST_F(FindingsOf2016, PanAfricanForumNumbersQuestionFourAsFive) {
  EXPECT_THAT(Find("pan-african-forum", "question-number").message(),
              HasSubstr("Question 4 of the form is numbered 5"));
}

TEST_F(FindingsOf2016, ColomboWelcomedAMemberThatIsNotListed) {
  EXPECT_THAT(Find("colombo-process", "new-member").message(),
              HasSubstr("Cambodia"));
}

// Words that moved within their answers are still these words.
TEST_F(FindingsOf2016, IdsAreTheSameAfterAnotherImport) {
  for (v1::Questionnaire& questionnaire : questionnaires_) {
    const auto before = FindFindings(questionnaire, OptionsOf(round_));
    for (v1::Answer& answer : *questionnaire.mutable_answers()) {
      if (!answer.text().empty()) answer.set_text("\n" + answer.text());
    }
    ExtractItems({.round_year = 2016}, questionnaire);
    const auto after = FindFindings(questionnaire, OptionsOf(round_));

    ASSERT_EQ(before.size(), after.size());
    for (size_t i = 0; i < before.size(); ++i) {
      EXPECT_EQ(before[i].id(), after[i].id());
    }
  }
}

// By mechanism; who is not here has none.
TEST_F(FindingsOf2016, SuggestionsAreThese) {
  std::map<std::string, std::string> codes;
  for (const v1::Questionnaire& questionnaire : questionnaires_) {
    std::vector<std::string> suggested;
    for (const v1::Suggestion& suggestion : FindSuggestions(questionnaire)) {
      suggested.push_back(suggestion.code());
    }
    if (suggested.empty()) continue;
    codes[IdOf(questionnaire)] = absl::StrJoin(suggested, " ");
  }

  EXPECT_EQ(codes, (std::map<std::string, std::string>{
                       {"almaty-process", "5.2 8.8"},
                       {"arcp", "10.7"},
                       {"bali-process", "8.5 8.7 16.4"},
                       {"budapest-process", "5.2 8.3 16.2 17.17"},
                       {"colombo-process", "4.4 8.5 17.14"},
                       {"comesa-rcp", "10.7"},
                       {"igc", "10.7"},
                       {"midsa", "16.9"},
                       {"midwa", "10.7 13.1 15.3 16.9 17.17 17.18"},
                       {"pan-african-forum", "8.3 8.5 8.6 8.8"},
                       {"prague-process", "17.18"},
                       {"rcm", "3.8 8.7 10.7 16.2 17.17"},
                       {"sacm", "10.2 10.7 11.3 13.1 16.3"}}));
}

}  // namespace
}  // namespace compendium
