// SPDX-License-Identifier: Apache-2.0
#include "lib/report/csv/participation_csv.h"

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include "lib/base/status_macros.h"

namespace compendium {
namespace {

TEST(ParticipationCsv, EachMentionIsARow) {
  reporting::v1::Participation participation;
  CHECK(google::protobuf::TextFormat::ParseFromString(
      R"pb(
        participants {
          country_code: "SWZ"
          name: "Eswatini"
          kind: PARTICIPANT_KIND_STATE
          region { code: "002" name: "Africa" }
          subregion { code: "202" name: "Sub-Saharan Africa" }
          intermediate_region { code: "018" name: "Southern Africa" }
          entries {
            mechanism: "mechanisms/midsa"
            round: "rounds/2016"
            role: PARTICIPANT_ROLE_MEMBER
            as_written: "Swaziland"
            origin: ORIGIN_EXTRACTED
          }
          entries {
            mechanism: "mechanisms/midsa"
            round: "rounds/2018"
            as_written: "Eswatini"
          }
        }
        participants {
          name: "Kosovo*"
          kind: PARTICIPANT_KIND_OTHER_ENTITY
          entries {
            mechanism: "mechanisms/prague-process"
            round: "rounds/2016"
            as_written: "Kosovo*"
          }
        }
        mechanisms { mechanism: "mechanisms/midsa" display_name: "MIDSA" }
      )pb",
      &participation));

  EXPECT_EQ(
      ParticipationCsv(participation, 12),
      "country_code,name,kind,region_code,region,subregion_code,subregion,"
      "intermediate_region_code,intermediate_region,mechanism,mechanism_name,"
      "round,role,as_written,origin,computed_at_revision\r\n"
      "SWZ,Eswatini,state,002,Africa,202,Sub-Saharan Africa,018,"
      "Southern Africa,midsa,MIDSA,2016,member,Swaziland,extracted,12\r\n"
      "SWZ,Eswatini,state,002,Africa,202,Sub-Saharan Africa,018,"
      "Southern Africa,midsa,MIDSA,2018,,Eswatini,,12\r\n"
      ",Kosovo*,other entity,,,,,,,prague-process,,2016,,Kosovo*,,12\r\n");
}

}  // namespace
}  // namespace compendium
