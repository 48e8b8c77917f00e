// SPDX-License-Identifier: Apache-2.0
#include "cli/import/import_run.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "cli/import/limits.h"
#include "cli/text/status_prefix.h"
#include "lib/base/status_macros.h"

namespace compendium {
namespace {

absl::Status ReadInto(const std::string& name, RecordPort& port,
                      RecordMap& existing) {
  ASSIGN_OR_RETURN(std::optional<registry::v1::Record> record, port.Read(name));
  if (record.has_value()) existing[name] = *std::move(record);
  return absl::OkStatus();
}

bool WasOvertaken(const absl::Status& status) {
  return absl::IsAborted(status) || absl::IsAlreadyExists(status);
}

// The revision that the record had when it was read; 0 for a new one.
int64_t RevisionOf(const registry::v1::Record& record) {
  if (record.has_mechanism()) return record.mechanism().revision();
  if (record.has_round()) return record.round().revision();
  return record.questionnaire().revision();
}

absl::StatusOr<RecordOutcome> WriteRecord(const ImportSource& source,
                                          size_t index, RecordPort& port,
                                          RecordMap& existing) {
  const std::string& name = RecordName(source.records[index]);
  absl::Status last;
  for (int attempt = 0; attempt < kImportAttemptsMax; ++attempt) {
    if (attempt > 0) RETURN_IF_ERROR(ReadInto(name, port, existing));
    const PlannedWrite write = PlanWrite(source, index, existing);
    if (write.action == WriteAction::kLeave ||
        write.action == WriteAction::kSkip)
      return RecordOutcome{name, write.action};
    const absl::StatusOr<int64_t> revision = port.Write(write);
    if (revision.ok()) {
      const auto before = existing.find(name);
      const bool changed =
          before == existing.end() || *revision != RevisionOf(before->second);
      return RecordOutcome{name, changed ? write.action : WriteAction::kLeave,
                           changed ? *revision : 0};
    }
    if (!WasOvertaken(revision.status()))
      return WithPrefix(name, revision.status());
    last = revision.status();
  }
  return absl::AbortedError(
      absl::StrCat(name, ": written by somebody else ", kImportAttemptsMax,
                   " times while it was imported; last: ", last.message()));
}

}  // namespace

absl::StatusOr<std::vector<RecordOutcome>> RunImport(
    const ImportSource& source, bool dry_run, RecordPort& port,
    const ImportObserver& observer) {
  RecordMap existing;
  for (const registry::v1::Record& record : source.records)
    RETURN_IF_ERROR(ReadInto(RecordName(record), port, existing));
  std::vector<RecordOutcome> outcomes;
  for (size_t i = 0; i < source.records.size(); ++i) {
    RecordOutcome outcome;
    if (dry_run) {
      const PlannedWrite plan = PlanWrite(source, i, existing);
      outcome = {plan.name, plan.action};
    } else {
      ASSIGN_OR_RETURN(outcome, WriteRecord(source, i, port, existing));
    }
    observer(outcome);
    outcomes.push_back(std::move(outcome));
  }
  return outcomes;
}

}  // namespace compendium
