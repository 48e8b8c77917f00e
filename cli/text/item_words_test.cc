// SPDX-License-Identifier: Apache-2.0
#include "cli/text/item_words.h"

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <string>

namespace compendium {
namespace {

namespace v1 = registry::v1;

v1::Questionnaire Sample() {
  v1::Questionnaire questionnaire;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(
      R"pb(
        meetings {
          id: "m-1"
          title: "Annual forum"
          date { edtf: "2016-11-14/2016-11-15" }
          city: "Lima"
          country_code: "PER"
          level: MEETING_LEVEL_SENIOR_OFFICIALS
          status: MEETING_STATUS_HELD
          event_count: 12
        }
        meetings {
          id: "m-2"
          date { as_written: "soon" }
        }
        claims {
          id: "c-1"
          framework: "sdg"
          code: "10.7"
          strength: CLAIM_STRENGTH_POSSIBLE
        }
        projects { id: "p-1" title: "Ports" website_uri: "http://p.example" }
        publications {
          id: "b-1"
          title: "Atlas"
          date { edtf: "2016" }
          status: PUBLICATION_STATUS_DRAFT
        }
        participants {
          as_written: "Peru"
          country_code: "PER"
          kind: PARTICIPANT_KIND_STATE
          role: PARTICIPANT_ROLE_OBSERVER
        }
        focus_areas { as_written: "Piers" }
        rejections {
          item_id: "m-9"
          meeting { title: "Dinner" }
        }
        rejections { item_id: "m-8" }
      )pb",
      &questionnaire));
  return questionnaire;
}

TEST(ItemWords, EachKindInOneLine) {
  const v1::Questionnaire sample = Sample();

  EXPECT_EQ(ItemWords(sample, "m-1"),
            "meeting: Annual forum; 14–15 Nov 2016; Lima, Peru; senior "
            "officials, held; 12 events");
  EXPECT_EQ(ItemWords(sample, "m-2"), "meeting: (no title); soon");
  EXPECT_EQ(ItemWords(sample, "c-1"), "claim: sdg 10.7, possible");
  EXPECT_EQ(ItemWords(sample, "p-1"), "project: Ports; http://p.example");
  EXPECT_EQ(ItemWords(sample, "b-1"), "publication: Atlas; 2016; draft");
  EXPECT_EQ(ItemWords(sample, "Peru"),
            "participant: Peru; PER; state, observer");
  EXPECT_EQ(ItemWords(sample, "Piers"), "focus area: Piers");
  EXPECT_EQ(ItemWords(sample, "nothing"), "");
}

TEST(ItemWords, RejectionsSayWhatTheyHold) {
  EXPECT_EQ(ItemWords(Sample().rejections(0)), "Dinner");
  EXPECT_EQ(ItemWords(Sample().rejections(1)), "m-8");
  EXPECT_EQ(ItemWords(Sample(), "m-9"), "rejected: Dinner");
}

}  // namespace
}  // namespace compendium
