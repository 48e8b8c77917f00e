// SPDX-License-Identifier: Apache-2.0
// Decides what an import writes. Pure: it sees the file and the records that
// exist, and talks to nobody.
//
//   round          created when missing. Else its title, form and due day are
//                  filled in where they are empty and never changed; of the
//                  documents, the one with the same file name is replaced, and
//                  one with the same bytes is left alone. A document that says
//                  nothing that is not recorded, such as one that was exported
//                  from the registry, changes nothing.
//   mechanism      created when missing. Else it belongs to people: only its
//                  participants and focus areas follow the file, each only
//                  while nobody has edited it and no later round has spoken
//                  (profile_lists.h has the rule). What people decided about
//                  those of its questionnaire holds for them too.
//   questionnaire  created when missing. Else replaced by the file, but for
//                  what people decided (KeepCurated): curated items and states,
//                  rejections, decisions; so too by a round file, whose own
//                  rejections and decisions count only in a new record. Its
//                  places count from its own section, so an edit
//                  elsewhere in the document does not change it; nor does
//                  another name of a file with the same section; nor does
//                  another document that says the same (same_content.h).
//
// A deleted record stays deleted, and so does what needs it.
#pragma once

#include <map>
#include <string>

#include <google/protobuf/field_mask.pb.h>

#include "cli/import/import_source.h"
#include "cli/import/profile_lists.h"
#include "compendium/registry/v1/change.pb.h"

namespace compendium {

// Records of the registry by name, deleted ones too.
using RecordMap = std::map<std::string, registry::v1::Record>;

enum class WriteAction {
  kCreate,
  kUpdate,
  kLeave,    // it is as the file says
  kSkip,     // it, or a record that it needs, is deleted
  kNotDone,  // only of an import that ended early: it did not get to it
};

// What happens to one record.
struct PlannedWrite {
  WriteAction action = WriteAction::kLeave;
  std::string name;
  // What to send, with the etag of the version it is based on.
  registry::v1::Record record;
  // For kUpdate, the fields that change, in the order of their numbers.
  google::protobuf::FieldMask update_mask;
};

// Whether the plan for the record at `index` of the source needs its versions:
// only for a profile whose lists are not those of the file, for reading a whole
// history costs calls.
bool NeedsVersions(const ImportSource& source, size_t index,
                   const RecordMap& existing);

// What happens to the record at `index` of the source. `versions` may be empty
// unless NeedsVersions.
PlannedWrite PlanWrite(const ImportSource& source, size_t index,
                       const RecordMap& existing,
                       const RecordVersions& versions);

}  // namespace compendium
