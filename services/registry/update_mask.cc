// SPDX-License-Identifier: Apache-2.0
#include "services/registry/update_mask.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/util/field_mask_util.h>

#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/request/plain_text.h"
#include "services/registry/field_problems.h"

namespace compendium::registry {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::FieldMask;
using google::protobuf::Message;
using google::protobuf::util::FieldMaskUtil;

FieldMask MaskOfAllFields(const Descriptor& type) {
  FieldMask mask;
  for (int i = 0; i < type.field_count(); ++i)
    if (!IsOutputOnly(*type.field(i))) mask.add_paths(type.field(i)->name());
  return mask;
}

FieldMask MaskOfSetFields(const Message& record) {
  std::vector<const FieldDescriptor*> fields;
  record.GetReflection()->ListFields(record, &fields);
  FieldMask mask;
  for (const FieldDescriptor* field : fields)
    if (!IsOutputOnly(*field)) mask.add_paths(field->name());
  return mask;
}

}  // namespace

absl::StatusOr<FieldMask> ResolveMask(const Message& record,
                                      const FieldMask* mask) {
  if (mask == nullptr || mask->paths().empty()) return MaskOfSetFields(record);
  const Descriptor& type = *record.GetDescriptor();
  if (ReplacesAll(mask)) return MaskOfAllFields(type);
  FieldProblems problems;
  for (int i = 0; i < mask->paths_size(); ++i) {
    const std::string& path = mask->paths(i);
    std::vector<const FieldDescriptor*> fields;
    // A last field that is repeated is replaced as a whole; GetFieldDescriptors
    // lets only that one be repeated.
    if (!FieldMaskUtil::GetFieldDescriptors(&type, path, &fields) ||
        fields.empty()) {
      problems.Add(absl::StrCat("update_mask.paths[", i, "]"),
                   absl::StrCat("got ", QuotedForError(path),
                                ", want a field of the record"));
    } else if (IsOutputOnly(*fields.front())) {
      problems.Add(absl::StrCat("update_mask.paths[", i, "]"),
                   absl::StrCat("got ", QuotedForError(path),
                                ", which the registry sets, want a field that "
                                "callers set"));
    }
  }
  if (absl::Status status = problems.ToStatus(); !status.ok()) return status;
  return *mask;
}

bool ReplacesAll(const FieldMask* mask) {
  return mask != nullptr && mask->paths_size() == 1 && mask->paths(0) == "*";
}

void ApplyMask(const FieldMask& mask, const Message& changes, Message& record) {
  FieldMaskUtil::MergeOptions options;
  options.set_replace_message_fields(true);
  options.set_replace_repeated_fields(true);
  FieldMaskUtil::MergeMessageTo(changes, mask, options, &record);
}

}  // namespace compendium::registry
