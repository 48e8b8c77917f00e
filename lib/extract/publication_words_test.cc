// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/publication_words.h"

#include <gtest/gtest.h>
#include <string>

namespace compendium {
namespace {

using registry::v1::PUBLICATION_STATUS_DRAFT;
using registry::v1::PUBLICATION_STATUS_FORTHCOMING;
using registry::v1::PUBLICATION_STATUS_IN_PREPARATION;
using registry::v1::PUBLICATION_STATUS_PUBLISHED;
using registry::v1::PUBLICATION_STATUS_UNSPECIFIED;

registry::v1::PublicationStatus StatusOf(absl::string_view text) {
  const AnswerText answer(text);
  return PublicationStatusIn(answer, {0, answer.tokens().size()});
}

std::string Told(absl::string_view text) {
  const AnswerText answer(text);
  const TokenRange all{0, answer.tokens().size()};
  return std::string(answer.Slice({AfterDenial(answer, all), all.last}));
}

TEST(PublicationWords, StatusByItsWords) {
  EXPECT_EQ(StatusOf("The guide is being drafted"),
            PUBLICATION_STATUS_IN_PREPARATION);
  EXPECT_EQ(StatusOf("Guide, under development"),
            PUBLICATION_STATUS_IN_PREPARATION);
  EXPECT_EQ(StatusOf("Guide (in preparation)"),
            PUBLICATION_STATUS_IN_PREPARATION);
  EXPECT_EQ(StatusOf("Draft guide"), PUBLICATION_STATUS_DRAFT);
  EXPECT_EQ(StatusOf("The guide will be issued in May"),
            PUBLICATION_STATUS_FORTHCOMING);
  EXPECT_EQ(StatusOf("Guide (in print)"), PUBLICATION_STATUS_FORTHCOMING);
  EXPECT_EQ(StatusOf("The guide was published and is available here"),
            PUBLICATION_STATUS_PUBLISHED);
  EXPECT_EQ(StatusOf("Guide for crews"), PUBLICATION_STATUS_UNSPECIFIED);
}

TEST(PublicationWords, DenialMayTellOfSomethingAfterAll) {
  EXPECT_EQ(Told("None yet – however, a guide is being written"),
            "a guide is being written");
  EXPECT_EQ(Told("No publications."), "");
  EXPECT_EQ(Told("Guide on fees, not on wages but on rents"),
            "Guide on fees, not on wages but on rents");
}

TEST(PublicationWords, MakersAreNoTitles) {
  const AnswerText maker("Report by: the secretariat");
  const AnswerText title("Report on crews");

  EXPECT_TRUE(NamesMaker(maker, {0, maker.tokens().size()}));
  EXPECT_FALSE(NamesMaker(title, {0, title.tokens().size()}));
}

}  // namespace
}  // namespace compendium
