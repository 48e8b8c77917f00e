// SPDX-License-Identifier: Apache-2.0
// The lists of a profile that follow its questionnaires: participants and
// focus areas. Each follows on its own, while nobody has edited it: that is,
// while it is what the questionnaires said when it was written.
//
// What they said then is the newest version, before that revision, of the
// questionnaire of the latest round; for an import writes a questionnaire
// first and the profile after it. A mechanism is created before its
// questionnaire, so where none is older, the first one counts.
//
// An import that broke off between the two therefore leaves a list that still
// follows; and a list that a person put back to an older state does not. A
// mechanism without any questionnaire is taken for a person's: an import that
// broke off right after creating it looks the same.
#pragma once

#include <string>
#include <vector>

#include "compendium/registry/v1/change.pb.h"

namespace compendium {

// The versions of a mechanism and of its questionnaires of all rounds, those
// of one record newest first. Name, revision, deletion and the two lists are
// enough of each.
using RecordVersions = std::vector<registry::v1::Record>;

// Whether both lists are the same.
bool HaveSameLists(const registry::v1::Mechanism& a,
                   const registry::v1::Mechanism& b);
bool HaveSameLists(const registry::v1::Mechanism& a,
                   const registry::v1::Questionnaire& b);

// Puts those lists of `fresh`, which a file of the round says, into `mechanism`
// that follow. None does when a round with a greater id has a questionnaire
// that is not deleted: a profile is of today.
void FollowLists(const registry::v1::Mechanism& fresh,
                 const std::string& round_id, const RecordVersions& versions,
                 registry::v1::Mechanism& mechanism);

}  // namespace compendium
