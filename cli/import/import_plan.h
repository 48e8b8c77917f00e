// SPDX-License-Identifier: Apache-2.0
// Decides what an import writes. Pure: it sees the file and the records that
// exist, and talks to nobody.
//
//   round          created when missing. Else its title, form and due day are
//                  filled in where they are empty and never changed; of the
//                  documents, the one with the same file name is replaced, and
//                  one with the same bytes is left alone.
//   mechanism      created when missing. Else it belongs to people: only its
//                  participants and focus areas follow the file, each only
//                  while it is what the stored questionnaire says, that is, as
//                  long as nobody has edited it since the last import.
//   questionnaire  created when missing. Else replaced by the file, but for
//                  curated items. Its places count from its own section, so an
//                  edit elsewhere in the document does not change it; nor does
//                  another name of a file with the same section.
//
// A deleted record stays deleted, and so does what needs it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <google/protobuf/field_mask.pb.h>

#include "cli/import/import_source.h"
#include "compendium/registry/v1/change.pb.h"

namespace compendium {

// Records of the registry by name, deleted ones too.
using RecordMap = std::map<std::string, registry::v1::Record>;

enum class WriteAction {
  kCreate,
  kUpdate,
  kLeave,  // it is as the file says
  kSkip,   // it, or a record that it needs, is deleted
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

// What happens to the record at `index` of the source.
PlannedWrite PlanWrite(const ImportSource& source, size_t index,
                       const RecordMap& existing);

// The same for all records, in their order.
std::vector<PlannedWrite> PlanImport(const ImportSource& source,
                                     const RecordMap& existing);

}  // namespace compendium
