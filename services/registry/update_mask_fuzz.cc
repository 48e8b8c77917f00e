// SPDX-License-Identifier: Apache-2.0
#include <google/protobuf/field_mask.pb.h>

#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/strings/str_split.h"
#include "compendium/registry/v1/questionnaire.pb.h"
#include "lib/base/status_macros.h"
#include "services/registry/update_mask.h"

// Lines are the paths of a mask. What is accepted never touches what the
// registry alone sets.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  namespace registry = compendium::registry;
  const absl::string_view text(reinterpret_cast<const char*>(data), size);
  google::protobuf::FieldMask mask;
  for (absl::string_view path : absl::StrSplit(text, '\n'))
    mask.add_paths(std::string(path));
  registry::v1::Questionnaire changes;
  changes.set_revision(2);
  changes.mutable_source()->set_file_name("new");
  registry::v1::Questionnaire record;
  record.set_revision(1);
  record.set_etag("old");
  const auto resolved = registry::ResolveMask(changes, &mask);
  if (!resolved.ok()) return 0;
  registry::ApplyMask(*resolved, changes, record);
  CHECK(record.revision() == 1 && record.etag() == "old");
  CHECK(record.name().empty() && !record.has_create_time());
  return 0;
}
