// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "compendium/reporting/v1/participation.pb.h"
#include "lib/words/short_name.h"

namespace compendium {

// A participation as tables for people: each mechanism and round with its
// number of participants, then each participant with its region and the
// mechanisms that list it. Other names under which it is listed stand in
// parentheses, and a capacity other than member behind the mechanism; the
// rounds stand there when there are several. A sentence when there is nobody.
std::string ParticipationText(const reporting::v1::Participation& participation,
                              const ShortNames& names, size_t width);

}  // namespace compendium
