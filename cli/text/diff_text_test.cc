// SPDX-License-Identifier: Apache-2.0
#include "cli/text/diff_text.h"

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <string>

namespace compendium {
namespace {

std::string TextOf(const std::string& text, size_t width = 80) {
  reporting::v1::Diff diff;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &diff));
  return DiffText(diff, {}, width);
}

TEST(DiffText, SaysWhatChangedOnWhichWordsAndByWhom) {
  EXPECT_EQ(
      TextOf(R"pb(
        round: "rounds/2016"
        from_revision: 3
        to_revision: 9
        cells {
          kind: DIFF_KIND_COVERAGE
          questionnaire: "mechanisms/midsa/questionnaires/2016"
          subject: "10.7"
          title: "Orderly migration"
          old_value: "2C explicit"
          new_value: "3A possible"
          evidence {
            movement: EVIDENCE_MOVEMENT_WENT
            questionnaire: "mechanisms/midsa/questionnaires/2016"
            evidence { question_id: "2C" quote: "SDG 10.7" }
          }
          evidence {
            movement: EVIDENCE_MOVEMENT_CAME
            questionnaire: "mechanisms/midsa/questionnaires/2016"
            evidence { question_id: "3A" quote: "possibly\n10.7" }
          }
          revision_count: 3
          revisions {
            revision: 5
            commit_time { seconds: 1480000000 }
            author: "a.diallo"
            reason: "the letter of 3 May"
          }
          revisions {
            revision: 9
            commit_time { seconds: 1480000060 }
            author: "b.okafor"
            reason: "asked again"
            value: "3A possible"
          }
        }
        cells {
          kind: DIFF_KIND_COMPLETION
          title: "due day"
          new_value: "2016-10-01"
          revision_count: 1
          revisions {
            revision: 6
            commit_time { seconds: 1480000000 }
            author: "a.diallo"
            reason: "prolonged"
            value: "2016-10-01"
          }
        }
        cells {
          kind: DIFF_KIND_COMPLETION
          questionnaire: "mechanisms/midsa/questionnaires/2016"
          subject: "3"
          old_value: "answered"
          new_value: "answered"
        }
      )pb"),
      "Coverage\n"
      "  MIDSA 10.7 – Orderly migration\n"
      "    2C explicit → 3A possible\n"
      "    - 2C: “SDG 10.7”\n"
      "    + 3A: “possibly 10.7”\n"
      "    1 earlier revision\n"
      "    rev. 5  2016-11-24 15:06:40Z, a.diallo: the letter of 3 May → "
      "(nothing)\n"
      "    rev. 9  2016-11-24 15:07:40Z, b.okafor: asked again → 3A possible\n"
      "\n"
      "Completion\n"
      "  due day\n"
      "    (nothing) → 2016-10-01\n"
      "    rev. 6  2016-11-24 15:06:40Z, a.diallo: prolonged\n"
      "  MIDSA 3\n"
      "    answered (on other words)\n"
      "\n"
      "3 cells of rounds/2016 differ between revision 3 and 9: coverage 1, "
      "completion\n2.\n");
}

TEST(DiffText, AnswersAreToldOnOneLineWithTheLinesThatChanged) {
  EXPECT_EQ(TextOf(R"pb(
              from_revision: 3
              to_revision: 9
              cells {
                kind: DIFF_KIND_ANSWERS
                questionnaire: "mechanisms/midsa/questionnaires/2016"
                title: "title and focus areas"
                old_value: "MIDSA; Health"
                new_value: "MIDSA"
                evidence {
                  movement: EVIDENCE_MOVEMENT_WENT
                  questionnaire: "mechanisms/midsa/questionnaires/2016"
                  evidence { quote: "Health" }
                }
              }
              cells {
                kind: DIFF_KIND_ANSWERS
                questionnaire: "mechanisms/midsa/questionnaires/2016"
                subject: "2"
                title: "Meetings"
                old_value: "Forum\nSummit"
                new_value: "Forum\nSummit"
                evidence {
                  movement: EVIDENCE_MOVEMENT_CAME
                  questionnaire: "mechanisms/midsa/questionnaires/2016"
                  evidence { question_id: "2" quote: "a line" }
                }
              }
            )pb"),
            "Answers\n"
            "  MIDSA 2016 – title and focus areas\n"
            "    MIDSA; Health → MIDSA\n"
            "    - “Health”\n"
            "  MIDSA 2016 2 – Meetings\n"
            "    Forum Summit (on other words)\n"
            "    + 2: “a line”\n"
            "\n"
            "2 cells differ between revision 3 and 9: answers 2.\n");
}

TEST(DiffText, NothingDiffers) {
  EXPECT_EQ(TextOf("round: 'rounds/2016' from_revision: 3 to_revision: 4"),
            "0 cells of rounds/2016 differ between revision 3 and 4.\n");
}

}  // namespace
}  // namespace compendium
