// SPDX-License-Identifier: Apache-2.0
#include "cli/text/record_text.h"

#include <string>

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include "lib/base/status_macros.h"

namespace compendium {
namespace {

using ::testing::HasSubstr;

std::string TextOf(const std::string& record_text) {
  registry::v1::Record record;
  CHECK(google::protobuf::TextFormat::ParseFromString(record_text, &record));
  return RecordText(record, 80);
}

TEST(RecordText, AMechanismIsAListOfFields) {
  EXPECT_EQ(TextOf(R"pb(
              mechanism {
                name: "mechanisms/midsa"
                display_name: "Migration Dialogue"
                level: MECHANISM_LEVEL_REGIONAL
                participants { as_written: "Angola" }
                participants { as_written: "Botswana" }
                revision: 2
                update_time { seconds: 60 }
                create_time { seconds: 1 }
              })pb"),
            "name          mechanisms/midsa\n"
            "revision      2, written 1970-01-01 00:01:00Z\n"
            "created       1970-01-01 00:00:01Z\n"
            "title         Migration Dialogue\n"
            "level         regional\n"
            "members (2)   Angola; Botswana\n");
}

TEST(RecordText, AQuestionnaireShowsAnswersClaimsAndMeetings) {
  const std::string text = TextOf(R"pb(
    questionnaire {
      name: "mechanisms/midsa/questionnaires/2016"
      answers {
        question_id: "2C"
        state: ANSWER_STATE_ANSWERED
        text: "Target 10.7.\nIn May."
      }
      claims {
        framework: "sdg"
        code: "10.7"
        strength: CLAIM_STRENGTH_EXPLICIT
        evidence { question_id: "2C" quote: "Target 10.7" }
      }
      meetings {
        title: "Workshop"
        date { edtf: "2016-05" }
        city: "Lusaka"
      }
      delete_time { seconds: 5 }
    })pb");

  EXPECT_THAT(text, HasSubstr("deleted       1970-01-01 00:00:05Z\n"));
  EXPECT_THAT(text,
              HasSubstr("2C (answered)\n    Target 10.7.\n    In May.\n"));
  EXPECT_THAT(text, HasSubstr("sdg 10.7  2C        explicit"));
  EXPECT_THAT(text, HasSubstr("May 2016        Lusaka  Workshop"));
}

TEST(RecordText, ARoundShowsItsForm) {
  EXPECT_THAT(TextOf(R"pb(round {
                            name: "rounds/2016"
                            form { questions { id: "1" title: "Update" } }
                          })pb"),
              HasSubstr("1   Update\n"));
}

}  // namespace
}  // namespace compendium
