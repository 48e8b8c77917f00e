// SPDX-License-Identifier: Apache-2.0
// One phrase for meetings of several levels: "spring meetings (Experts and
// Ministers)", "Expert and Ministerial Meetings", "meetings at expert and
// ministerial level". Pure; linear in the title.
#pragma once

#include <string>
#include <vector>

#include "compendium/registry/v1/questionnaire.pb.h"
#include "lib/extract/mechanism_names.h"
#include "lib/extract/text_lines.h"
#include "lib/extract/token.h"

namespace compendium {

// One of the meetings that such a phrase tells of.
struct LevelPart {
  std::string title;
  registry::v1::MeetingLevel level = registry::v1::MEETING_LEVEL_UNSPECIFIED;
};

// The meetings of a title, one for each level that it lists; empty when it
// tells of one meeting: the noun must be a plural, and the levels must differ.
std::vector<LevelPart> SplitLevels(const AnswerText& answer,
                                   const MechanismNames& names,
                                   TokenRange title);

}  // namespace compendium
