// SPDX-License-Identifier: Apache-2.0
// The checks of projects, publications and links.
#include "gmock/gmock.h"
#include "lib/findings/check_test.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

v1::Questionnaire WithProject(const std::string& edtf,
                              const std::string& as_written) {
  v1::Questionnaire questionnaire = QuestionnaireOf({{"3", "Harbour school"}});
  v1::Project& project = *questionnaire.add_projects();
  project.set_title("Harbour school");
  project.mutable_period()->set_edtf(edtf);
  project.mutable_period()->set_as_written(as_written);
  project.mutable_evidence()->set_question_id("3");
  project.mutable_evidence()->set_end_byte(14);
  project.mutable_evidence()->set_quote("Harbour school");
  return questionnaire;
}

TEST(EndedProject, OverBeforeTheRound) {
  const auto ended = WithProject("2014-01/2015-12", "2014 to 2015");

  EXPECT_THAT(QuotesOf(FindingsOf("ended-project", ended)[0]),
              ElementsAre("3: Harbour school"));
  EXPECT_THAT(FindingsOf("earlier-project", ended), IsEmpty());
  EXPECT_THAT(FindingsOf("ended-project", ended, {}), IsEmpty());
}

TEST(EarlierProject, BeganBeforeTheRoundsYear) {
  EXPECT_THAT(FindingsOf("earlier-project",
                         WithProject("2015-06/2019-05", "June 2015-May 2019")),
              SizeIs(1));
  EXPECT_THAT(FindingsOf("earlier-project",
                         WithProject("2016-10/..", "since October 2016")),
              IsEmpty());
}

TEST(ReversedPeriod, EndsBeforeItBegins) {
  EXPECT_THAT(FindingsOf("reversed-period",
                         WithProject("", "October 2017 - September 2016")),
              SizeIs(1));
  for (const char* const words : {"October 2016 - September 2017", "2016",
                                  "12 months", "May 2016 - 2016", ""}) {
    EXPECT_THAT(FindingsOf("reversed-period", WithProject("", words)),
                IsEmpty())
        << words;
  }
}

TEST(EarlierPublication, OfAnEarlierYear) {
  v1::Questionnaire questionnaire = QuestionnaireOf({{"4", "Port atlas"}});
  v1::Publication& publication = *questionnaire.add_publications();
  publication.set_title("Port atlas");
  publication.mutable_date()->set_edtf("2015");

  EXPECT_THAT(FindingsOf("earlier-publication", questionnaire), SizeIs(1));

  publication.mutable_date()->set_edtf("2016");
  EXPECT_THAT(FindingsOf("earlier-publication", questionnaire), IsEmpty());
}

TEST(BrokenLink, InTextAndItems) {
  v1::Questionnaire questionnaire = QuestionnaireOf(
      {{"1", "See http://port-forum/atlas and https://ports.example.org/a."}});
  questionnaire.add_projects()->set_website_uri("http://ports.example.org/a b");
  questionnaire.add_projects()->set_website_uri("http://port-forum/atlas");

  const auto found = FindingsOf("broken-link", questionnaire);

  ASSERT_THAT(found, SizeIs(2)) << "each address once";
  EXPECT_THAT(QuotesOf(found[0]), ElementsAre("1: http://port-forum/atlas"));
  EXPECT_THAT(found[1].message(), HasSubstr("holds a blank"));
}

TEST(BareLink, OnlyWhereAPublicationIsWanted) {
  const std::string text = "It is at https://ports.example.org.";

  EXPECT_THAT(FindingsOf("bare-link", QuestionnaireOf({{"4", text}})),
              SizeIs(1));
  EXPECT_THAT(FindingsOf("bare-link", QuestionnaireOf({{"1", text}})),
              IsEmpty());
}

}  // namespace
}  // namespace compendium
