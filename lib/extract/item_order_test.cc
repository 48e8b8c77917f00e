// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/item_order.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace compendium {
namespace {

namespace v1 = registry::v1;

TEST(SortItems, AnswersThenTextThenWhatHasNoPlace) {
  v1::Questionnaire questionnaire;
  ASSERT_TRUE(google::protobuf::TextFormat::ParseFromString(
      R"pb(
        answers { question_id: "2" }
        answers { question_id: "1" }
        claims { code: "none" }
        claims {
          code: "1 late"
          evidence { question_id: "1" begin_byte: 9 }
        }
        claims {
          code: "gone"
          evidence { question_id: "7" }
        }
        claims {
          code: "1 early"
          evidence { question_id: "1" begin_byte: 2 }
        }
        claims {
          code: "1 same"
          evidence { question_id: "1" begin_byte: 2 }
        }
        claims {
          code: "2"
          evidence { question_id: "2" begin_byte: 20 }
        }
      )pb",
      &questionnaire));

  SortItems(questionnaire);

  std::vector<std::string> codes;
  for (const v1::Claim& claim : questionnaire.claims())
    codes.push_back(claim.code());
  EXPECT_THAT(codes, testing::ElementsAre("2", "1 early", "1 same", "1 late",
                                          "none", "gone"));
}

}  // namespace
}  // namespace compendium
