// SPDX-License-Identifier: Apache-2.0
#include "lib/report/evidence_list.h"

#include <gtest/gtest.h>

#include "lib/report/report_test.h"

namespace compendium {
namespace {

constexpr char kQuestionnaire[] = "mechanisms/midsa/questionnaires/2016";

registry::v1::Evidence SomeEvidence(const std::string& quote) {
  registry::v1::Evidence evidence;
  evidence.set_question_id("3A");
  evidence.set_begin_byte(2);
  evidence.set_end_byte(2 + static_cast<int>(quote.size()));
  evidence.set_quote(quote);
  return evidence;
}

TEST(EvidenceList, EachPieceStandsOnce) {
  EvidenceList list;

  EXPECT_EQ(list.Add(kQuestionnaire, SomeEvidence("a"),
                     registry::v1::ORIGIN_EXTRACTED),
            1);
  EXPECT_EQ(
      list.Add(kQuestionnaire, SomeEvidence("b"), registry::v1::ORIGIN_CURATED),
      2);
  EXPECT_EQ(list.Add(kQuestionnaire, SomeEvidence("a"),
                     registry::v1::ORIGIN_EXTRACTED),
            1);
  EXPECT_EQ(list.AddParticipant(kQuestionnaire, 0, "a",
                                registry::v1::ORIGIN_EXTRACTED),
            3);
  EXPECT_EQ(list.AddAnswerState(kQuestionnaire, "4", "left blank", "",
                                registry::v1::ORIGIN_UNSPECIFIED),
            4);

  Document document;
  document.sections.push_back(list.ToSection());
  const auto rows = RowsOf(document, "evidence-table");
  ASSERT_EQ(rows.size(), 4u);
  EXPECT_EQ(rows[0],
            "1|a|3A|mechanisms/midsa/questionnaires/2016|bytes 2–3|extracted");
  EXPECT_EQ(rows[1],
            "2|b|3A|mechanisms/midsa/questionnaires/2016|bytes 2–3|curated");
  EXPECT_EQ(rows[2],
            "3|a|participants|mechanisms/midsa/questionnaires/2016|entry 1|"
            "extracted");
  EXPECT_EQ(
      rows[3],
      "4|(left blank)|4|mechanisms/midsa/questionnaires/2016|the answer|");
}

TEST(EvidenceList, CellsLeadToTheRows) {
  const DocumentCell cell = EvidenceList::Cell({3, 1, 3});

  EXPECT_EQ(TextOf(cell.parts), "1, 3");
  ASSERT_EQ(cell.parts.size(), 3u);
  EXPECT_EQ(cell.parts[0].target, "#evidence-1");
  EXPECT_EQ(cell.parts[1].target, "");
  EXPECT_EQ(cell.parts[2].target, "#evidence-3");
}

TEST(EvidenceList, WithoutEvidenceThereIsASentence) {
  Document document;
  document.sections.push_back(EvidenceList().ToSection());

  EXPECT_TRUE(RowsOf(document, "evidence-table").empty());
  EXPECT_EQ(ProseOf(document, "evidence"),
            "No figure of this report rests on a sentence.\n");
}

}  // namespace
}  // namespace compendium
