// SPDX-License-Identifier: Apache-2.0
#include "lib/document/section_spans.h"

#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "lib/base/sha256.h"

namespace compendium {
namespace {

registry::v1::SourceSpan Span(int64_t begin, int64_t end) {
  registry::v1::SourceSpan span;
  span.set_begin_byte(begin);
  span.set_end_byte(end);
  return span;
}

TEST(CountFromSections, SpansStartWithTheirSection) {
  ParsedDocument parsed;
  parsed.document.mutable_source()->set_file_name("round.txt");
  auto& questionnaire = parsed.questionnaires.emplace_back().questionnaire;
  questionnaire.set_name("mechanisms/m/questionnaires/2016");
  *questionnaire.add_source_spans() = Span(4, 6);
  *questionnaire.add_answers()->add_source_spans() = Span(6, 9);
  *questionnaire.add_remainders()->mutable_span() = Span(9, 10);

  CountFromSections("0123456789ab", parsed);

  EXPECT_EQ(questionnaire.source_spans(0).begin_byte(), 0);
  EXPECT_EQ(questionnaire.answers(0).source_spans(0).begin_byte(), 2);
  EXPECT_EQ(questionnaire.remainders(0).span().end_byte(), 6);
  EXPECT_EQ(questionnaire.source().file_name(), "round.txt");
  EXPECT_EQ(questionnaire.source().size_bytes(), 6);
  EXPECT_EQ(questionnaire.source().sha256(), base::Sha256Hex("456789"));
  ASSERT_EQ(parsed.document.sections_size(), 1);
  EXPECT_EQ(parsed.document.sections(0).questionnaire(), questionnaire.name());
  EXPECT_EQ(parsed.document.sections(0).span().begin_byte(), 4);
  EXPECT_EQ(parsed.document.sections(0).span().end_byte(), 10);
}

TEST(CountFromSections, ChangeBeforeASectionLeavesItsQuestionnaireAsItWas) {
  constexpr absl::string_view kTable =
      "Alpha Process\n\nMember States: Ghana, Togo\n\n"
      "1. Brief update on main activities in 2016:\tTwo talks\n";
  const ParseOptions options = {.file_name = "round.txt", .round_id = "2016"};

  const auto one =
      ParseCompendiumText(absl::StrCat("Title page\n\n", kTable), options);
  const auto other = ParseCompendiumText(
      absl::StrCat("Longer title page\n\n", kTable), options);

  ASSERT_TRUE(one.ok()) << one.status();
  ASSERT_TRUE(other.ok()) << other.status();
  EXPECT_EQ(one->questionnaires[0].questionnaire.SerializeAsString(),
            other->questionnaires[0].questionnaire.SerializeAsString());
  EXPECT_NE(one->document.sections(0).span().begin_byte(),
            other->document.sections(0).span().begin_byte());
}

}  // namespace
}  // namespace compendium
