// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/project_finder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/extract/limits.h"

namespace compendium {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<FoundProject> Find(absl::string_view text) {
  return FindProjects(AnswerText(text), 2016);
}

// "title | period | coverage | funding | website", empty fields left empty.
std::vector<std::string> Shown(absl::string_view text) {
  std::vector<std::string> shown;
  for (const FoundProject& found : Find(text)) {
    shown.push_back(absl::StrCat(found.title, " | ", found.period_edtf, " | ",
                                 found.coverage, " | ", found.funding, " | ",
                                 found.website_uri));
  }
  return shown;
}

std::vector<std::string> Titles(absl::string_view text) {
  std::vector<std::string> titles;
  for (const FoundProject& found : Find(text)) titles.push_back(found.title);
  return titles;
}

TEST(ProjectFinder, LabelledLinesAreOneProject) {
  EXPECT_THAT(Shown("Title: Safe Harbours for Seafarers\n"
                    "Duration: May 2016 – April 2018\n"
                    "Objective: Ports know the rights of crews\n"
                    "Geographical coverage: Peru and Chile\n"
                    "Funding source: Fund for Quiet Seas\n"
                    "Website: http://harbours.example/safe.\n"),
              ElementsAre("Safe Harbours for Seafarers | 2016-05/2018-04 | "
                          "Peru and Chile | Fund for Quiet Seas | "
                          "http://harbours.example/safe"));
}

TEST(ProjectFinder, OtherWordingsAndOrdersOfLabels) {
  EXPECT_THAT(
      Shown("Donor(s): The Lakes Trust\n"
            "Project name: “Bridges over borders”\n"
            "Start date: 1 March 2017\n"
            "End date: 28 February 2019\n"
            "Overall objective: To train clerks\n"
            "Countries covered: Ghana, Togo\n"
            "Source of funding: The Lakes Trust\n"
            "Link to the project website: https://bridges.example\n"),
      ElementsAre("Bridges over borders | 2017-03-01/2019-02-28 | Ghana, Togo "
                  "| Lakes Trust | https://bridges.example"));
}

TEST(ProjectFinder, RunOnLabelsOnOneLine) {
  EXPECT_THAT(
      Shown("• Pilot on fair fees (Kenya) – with support from the chair; "
            "project duration, 6 months – July 2016 to December 2016; project "
            "objective: to try lower fees; Coverage – Kenya; Funded by the "
            "Nile Facility."),
      ElementsAre("Pilot on fair fees (Kenya) | 2016-07/2016-12 | Kenya | Nile "
                  "Facility | "));
  EXPECT_THAT(
      Shown("HELP FOR STRANDED DIVERS – Phase II 1 May 2017 – 30 June 2018 The "
            "overall objective of the project is to bring them home. "
            "Geographical coverage: South Sea Funding source: Pearl Fund "
            "Website: www.divers.example"),
      ElementsAre("HELP FOR STRANDED DIVERS – Phase II | "
                  "2017-05-01/2018-06-30 | South Sea | Pearl Fund | "
                  "www.divers.example"));
}

TEST(ProjectFinder, SeveralLabelledProjectsInOneAnswer) {
  EXPECT_THAT(Shown("Title: First bridge\nDuration: 2016-2018\n"
                    "Title: Second bridge\nDuration: 2017\n"),
              ElementsAre("First bridge | 2016/2018 |  |  | ",
                          "Second bridge | 2017 |  |  | "));
  EXPECT_THAT(Shown("First bridge\nDuration: 2016-2018\nDonor: Lake Fund\n"
                    "Second bridge\nDuration: 2017-2019\nDonor: Hill Fund\n"),
              ElementsAre("First bridge | 2016/2018 |  | Lake Fund | ",
                          "Second bridge | 2017/2019 |  | Hill Fund | "));
  EXPECT_THAT(Shown("1. Project title: First bridge\n2. Duration: 24 months "
                    "from May 2016\n3. Donor: Lake Fund"),
              ElementsAre("First bridge | 2016-05/2018-04 |  | Lake Fund | "));
}

TEST(ProjectFinder, EachItemOfAListIsAProject) {
  EXPECT_THAT(
      Shown("The following new projects started:\n"
            "• Mapping of river crossings (2016 – 2017), funded by the Delta "
            "Bank\n"
            "• “Coast to Coast” – a project funded by Norway and Iceland\n"
            "• Regional Programme on Fair Recruitment, Phase III"),
      ElementsAre(
          "Mapping of river crossings | 2016/2017 |  | Delta Bank | ",
          "Coast to Coast |  |  | Norway and Iceland | ",
          "Regional Programme on Fair Recruitment, Phase III |  |  |  | "));
}

TEST(ProjectFinder, TitleLinesWithProseBelow) {
  const auto found = Find(
      "Road map against forced labour in quarries\n"
      "This project will give Dune Process member States a common plan.\n"
      "The road map will hold examples. It is meant to last.\n"
      "Course for border nurses – Health Project\n"
      "Under this project nurses will be trained.\n");

  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].title, "Road map against forced labour in quarries");
  EXPECT_EQ(found[0].coverage, "Dune Process member States");
  EXPECT_EQ(found[0].objective,
            "This project will give Dune Process member States a common "
            "plan.\nThe road map will hold examples. It is meant to last");
  EXPECT_EQ(found[1].title, "Course for border nurses – Health Project");
}

TEST(ProjectFinder, SentencesNameTheirProject) {
  EXPECT_THAT(
      Titles("In May 2016 the secretariat launched a project called “Open "
             "Wells” in order to help herders."),
      ElementsAre("Open Wells"));
  EXPECT_THAT(Titles("A regional training programme for customs officers was "
                     "started in 2016 and will end in 2018."),
              ElementsAre("regional training programme for customs officers"));
  EXPECT_THAT(Titles("Network of coast guards: initiative to be approved in "
                     "November."),
              ElementsAre("Network of coast guards"));
}

TEST(ProjectFinder, WhatDeniesOrGuessesIsNoProject) {
  EXPECT_THAT(Titles("No current projects but one of the outcomes might be a "
                     "pilot project on fees."),
              IsEmpty());
  EXPECT_THAT(Titles("There are no new projects."), IsEmpty());
}

TEST(ProjectFinder, ItemsBelowALabelBelongToItsField) {
  const auto found = Find(
      "Title: Clear Waters\nObjectives:\n• Raise awareness of fishers\n"
      "• To train port staff\nDonor: Reef Trust\n");

  ASSERT_EQ(found.size(), 1u);
  EXPECT_THAT(found[0].objective, testing::HasSubstr("Raise awareness"));
  EXPECT_THAT(found[0].objective, testing::HasSubstr("port staff"));
  EXPECT_EQ(found[0].funding, "Reef Trust");
}

TEST(ProjectFinder, PeriodKeepsItsWords) {
  const auto found = Find("Title: Clear Waters\nDuration: 18 months\n");

  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].period_as_written, "18 months");
  EXPECT_EQ(found[0].period_edtf, "");
}

TEST(ProjectFinder, ManyProjectsStayWithinTheLimit) {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "• Bridge over the river\n";

  EXPECT_EQ(Find(text).size(), kProjectsMax);
}

}  // namespace
}  // namespace compendium
