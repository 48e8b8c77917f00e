// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>

#include "lib/base/status_macros.h"
#include "services/registry/request_rules.h"

namespace {

namespace registry = compendium::registry;

// Whatever parses is judged, and what was accepted is so again, unchanged.
template <class Record>
void Judge(const uint8_t* data, size_t size) {
  Record record;
  if (!record.ParseFromArray(data, static_cast<int>(size))) return;
  const registry::RecordKind kind = Record::descriptor()->name() == "Mechanism"
                                        ? registry::RecordKind::kMechanism
                                    : Record::descriptor()->name() == "Round"
                                        ? registry::RecordKind::kRound
                                        : registry::RecordKind::kQuestionnaire;
  if (!registry::CompleteRecord(kind, record, "record").ok()) return;
  const std::string value = registry::SerializeStored("name", record);
  CHECK(registry::CompleteRecord(kind, record, "record").ok());
  CHECK(registry::SerializeStored("name", record) == value);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  switch (data[0] % 3) {
    case 0:
      Judge<registry::v1::Mechanism>(data + 1, size - 1);
      break;
    case 1:
      Judge<registry::v1::Round>(data + 1, size - 1);
      break;
    default:
      Judge<registry::v1::Questionnaire>(data + 1, size - 1);
  }
  return 0;
}
