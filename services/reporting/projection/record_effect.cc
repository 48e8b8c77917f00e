// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/record_effect.h"

#include <string>
#include <utility>

#include "absl/strings/str_cat.h"

namespace compendium::reporting {
namespace {

using registry::v1::Record;
using registry::v1::RecordChange;

absl::Status Contradiction(const RecordChange& change, absl::string_view what) {
  return absl::DataLossError(
      absl::StrCat("records.name: got \"", change.name(), "\", want ", what));
}

// Whether the record is of the kind that its name says.
bool KindFits(const Record& record, ResourceName::Kind kind) {
  switch (record.kind_case()) {
    case Record::kMechanism:
      return kind == ResourceName::Kind::kMechanism;
    case Record::kRound:
      return kind == ResourceName::Kind::kRound;
    case Record::kQuestionnaire:
      return kind == ResourceName::Kind::kQuestionnaire;
    case Record::KIND_NOT_SET:
      break;
  }
  return false;
}

}  // namespace

absl::StatusOr<std::optional<RecordEffect>> ReadEffect(
    const RecordChange& change) {
  const Record& record = change.record();
  absl::StatusOr<ResourceName> name = ResourceName::Parse(change.name());
  if (record.kind_case() == Record::KIND_NOT_SET) {
    // A later release may know more kinds, but none with the names of these.
    if (!name.ok()) return std::nullopt;
    return Contradiction(change, "the name of a record that came with it");
  }
  if (!name.ok()) return Contradiction(change, "a resource name");
  if (!KindFits(record, name->kind()))
    return Contradiction(change, "the name of such a record");

  RecordEffect effect{*std::move(name)};
  if (change.kind() == registry::v1::CHANGE_KIND_DELETED) return effect;
  if (record.has_mechanism()) effect.mechanism = &record.mechanism();
  if (record.has_round()) effect.round = &record.round();
  if (record.has_questionnaire())
    effect.questionnaire = &record.questionnaire();
  return effect;
}

}  // namespace compendium::reporting
