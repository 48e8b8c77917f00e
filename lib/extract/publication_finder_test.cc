// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/publication_finder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "lib/extract/limits.h"

namespace compendium {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<FoundPublication> Find(absl::string_view text) {
  return FindPublications(AnswerText(text), 2016);
}

// "title | date | status | link"; an inferred year has an asterisk.
std::vector<std::string> Shown(absl::string_view text) {
  std::vector<std::string> shown;
  for (const FoundPublication& found : Find(text)) {
    const std::string status = absl::AsciiStrToLower(
        registry::v1::PublicationStatus_Name(found.status).substr(19));
    shown.push_back(absl::StrCat(found.title, " | ", found.date_edtf,
                                 found.year_inferred ? "*" : "", " | ", status,
                                 " | ", found.link_uri));
  }
  return shown;
}

TEST(PublicationFinder, LabelledTitlesWithTheirLinks) {
  EXPECT_THAT(Shown("Title: “Fair Fees: who pays?” (2015)\n"
                    "Web link: http://a.example/fees\n"
                    "Title: Guide for crews\nDate: May 2016\n"
                    "Link: http://a.example/crews,\n"),
              ElementsAre("Fair Fees: who pays? | 2015 | published | "
                          "http://a.example/fees",
                          "Guide for crews | 2016-05 | published | "
                          "http://a.example/crews"));
}

TEST(PublicationFinder, ItemsOfAListAndALinkBelowThem) {
  EXPECT_THAT(Shown("• Handbook on Safe Return;\n"
                    "• Counting Journeys: What Numbers Hide\n"
                    "• Policy brief on remittances (forthcoming)\n"
                    "Links to all of them: https://b.example/list"),
              ElementsAre("Handbook on Safe Return | 2016* | published | "
                          "https://b.example/list",
                          "Counting Journeys: What Numbers Hide | 2016* | "
                          "published | https://b.example/list",
                          "Policy brief on remittances |  | forthcoming | "
                          "https://b.example/list"));
}

TEST(PublicationFinder, SeriesAboutPlacesIsOneEach) {
  EXPECT_THAT(
      Shown(
          "• Country Profiles Brief for Chad and Mali, Togo (forthcoming), as "
          "well as draft CPBs of Benin and Niger; Link: http://c.example"),
      ElementsAre("Country Profile Brief for Chad | 2016* | published | "
                  "http://c.example",
                  "Country Profile Brief for Mali | 2016* | published | "
                  "http://c.example",
                  "Country Profile Brief for Togo |  | forthcoming | "
                  "http://c.example",
                  "Country Profile Brief of Benin |  | draft | "
                  "http://c.example",
                  "Country Profile Brief of Niger |  | draft | "
                  "http://c.example"));
}

TEST(PublicationFinder, SeriesStandsForTheSentenceBeforeIt) {
  EXPECT_THAT(
      Shown("Within the project health profiles of the coast States are being "
            "drafted. These health profiles on Peru and Chile will tell of "
            "clinics.\nPublications are available at https://d.example"),
      ElementsAre("health profile on Peru |  | in_preparation | "
                  "https://d.example",
                  "health profile on Chile |  | in_preparation | "
                  "https://d.example"));
}

TEST(PublicationFinder, SentencesTellTitleDateAndStatus) {
  EXPECT_THAT(
      Shown("The third survey of crews will be issued in December 2016 under "
            "the title: \"Tired Hands\"."),
      ElementsAre("Tired Hands | 2016-12 | forthcoming | "));
  EXPECT_THAT(Shown("A study on \"Winds and Wages in the Western Isles\". This "
                    "is supposed to be issued by the beginning of 2017."),
              ElementsAre("Winds and Wages in the Western Isles | 2017~ | "
                          "forthcoming | "));
  EXPECT_THAT(
      Shown("None so far – however, training module and field guides under "
            "development for publication before end of 2016."),
      ElementsAre("training module | 2016~ | in_preparation | ",
                  "field guides | 2016~ | in_preparation | "));
  EXPECT_THAT(Shown("In June 2016 the secretariat published a handbook on "
                    "labour inspection and a toolkit for consuls."),
              ElementsAre("handbook on labour inspection | 2016-06 | "
                          "published | ",
                          "toolkit for consuls | 2016-06 | published | "));
}

TEST(PublicationFinder, RemarkBelowHoldsForAll) {
  EXPECT_THAT(Shown("• Draft report on visas.\n• Draft paper on ports\n"
                    "*These documents will be approved at the annual meeting "
                    "(3-4 Nov 2016)"),
              ElementsAre("Draft report on visas | 2016* | draft | ",
                          "Draft paper on ports | 2016* | draft | "));
}

TEST(PublicationFinder, YearAtAnEndOfTheTitle) {
  EXPECT_THAT(Shown("2015 Report on Clinics - https://e.example/clinics-2015"),
              ElementsAre("2015 Report on Clinics | 2015 | published | "
                          "https://e.example/clinics-2015"));
  EXPECT_THAT(Shown("Strategy for 2017-2021 explained"),
              ElementsAre("Strategy for 2017-2021 explained | 2016* | "
                          "published | "));
}

TEST(PublicationFinder, LostQuotationMarkAndMaker) {
  EXPECT_THAT(Shown("\"Review of Harbour Rules in the Islands. Report by: The "
                    "Secretariat"),
              ElementsAre("Review of Harbour Rules in the Islands | 2016* | "
                          "published | "));
}

TEST(PublicationFinder, SeveralEntriesOnOneLine) {
  EXPECT_THAT(Shown("Atlas of Routes (May 2016); Glossary of Terms, draft; "
                    "Newsletter No. 4, available at http://f.example/4"),
              ElementsAre("Atlas of Routes | 2016-05 | published | "
                          "http://f.example/4",
                          "Glossary of Terms |  | draft | http://f.example/4",
                          "Newsletter No. 4 | 2016* | published | "
                          "http://f.example/4"));
}

TEST(PublicationFinder, DenialsNameNothing) {
  EXPECT_THAT(Shown("There have been no publications in 2016."), IsEmpty());
  EXPECT_THAT(Shown("None."), IsEmpty());
}

TEST(PublicationFinder, ManyStayWithinTheLimit) {
  std::string text;
  for (int i = 0; i < 900; ++i) text += "• Guide for crews\n";

  EXPECT_EQ(Find(text).size(), kPublicationsMax);
}

}  // namespace
}  // namespace compendium
