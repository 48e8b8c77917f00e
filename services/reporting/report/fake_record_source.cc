// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/report/fake_record_source.h"

namespace compendium::reporting {

absl::StatusOr<RoundRecords> FakeRecordSource::Read(
    const RoundName& round, const std::optional<MechanismName>& mechanism,
    int64_t revision) {
  revisions_.push_back(revision);
  if (!status_.ok()) return status_;
  RoundRecords read;
  for (const auto& record : records_.mechanisms)
    if (!mechanism.has_value() || record.name() == mechanism->ToString())
      read.mechanisms.push_back(record);
  for (const auto& record : records_.questionnaires) {
    const auto name = QuestionnaireName::Parse(record.name());
    if (name.ok() && name->round() == round &&
        (!mechanism.has_value() || name->mechanism() == *mechanism))
      read.questionnaires.push_back(record);
  }
  return read;
}

}  // namespace compendium::reporting
