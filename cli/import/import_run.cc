// SPDX-License-Identifier: Apache-2.0
#include "cli/import/import_run.h"

#include <utility>

#include "absl/strings/match.h"
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

absl::StatusOr<PlannedWrite> Plan(const ImportSource& source, size_t index,
                                  RecordPort& port, const RecordMap& existing) {
  RecordVersions versions;
  if (NeedsVersions(source, index, existing)) {
    ASSIGN_OR_RETURN(versions,
                     port.Versions(RecordName(source.records[index])));
  }
  return PlanWrite(source, index, existing, versions);
}

absl::StatusOr<RecordOutcome> WriteRecord(const ImportSource& source,
                                          size_t index, RecordPort& port,
                                          RecordMap& existing) {
  const std::string& name = RecordName(source.records[index]);
  absl::Status last;
  for (int attempt = 0; attempt < kImportAttemptsMax; ++attempt) {
    if (attempt > 0) RETURN_IF_ERROR(ReadInto(name, port, existing));
    ASSIGN_OR_RETURN(const PlannedWrite write,
                     Plan(source, index, port, existing));
    if (write.action == WriteAction::kLeave ||
        write.action == WriteAction::kSkip)
      return RecordOutcome{name, write.action};
    const absl::StatusOr<int64_t> revision = port.Write(write);
    if (revision.ok()) {
      const auto before = existing.find(name);
      const bool changed = before == existing.end() ||
                           *revision != RecordRevision(before->second);
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

// Whether the record at `index` is a profile that exists and is followed by
// its questionnaire.
bool IsProfileToFollow(const ImportSource& source, size_t index,
                       const RecordMap& existing) {
  if (index + 1 >= source.records.size() ||
      !source.records[index].has_mechanism())
    return false;
  const std::string& name = RecordName(source.records[index]);
  return existing.count(name) > 0 &&
         absl::StartsWith(RecordName(source.records[index + 1]),
                          absl::StrCat(name, "/"));
}

// In the order of the source, but such a profile after its questionnaire
// (profile_lists.h says why).
std::vector<size_t> WriteOrder(const ImportSource& source,
                               const RecordMap& existing) {
  std::vector<size_t> order;
  for (size_t i = 0; i < source.records.size(); ++i) order.push_back(i);
  for (size_t i = 0; i < source.records.size(); ++i)
    if (IsProfileToFollow(source, i, existing))
      std::swap(order[i], order[i + 1]);
  return order;
}

absl::Status Import(const ImportSource& source, bool dry_run, RecordPort& port,
                    const ImportObserver& observer,
                    std::vector<RecordOutcome>& outcomes) {
  // The round too, for a later batch of a file does not hold it.
  std::vector<std::string> names = {absl::StrCat("rounds/", source.round_id)};
  for (const registry::v1::Record& record : source.records) {
    if (RecordName(record) != names[0]) names.push_back(RecordName(record));
  }
  ASSIGN_OR_RETURN(RecordMap existing, port.ReadAll(names));
  for (const size_t i : WriteOrder(source, existing)) {
    if (dry_run) {
      ASSIGN_OR_RETURN(const PlannedWrite plan,
                       Plan(source, i, port, existing));
      outcomes[i].action = plan.action;
    } else {
      ASSIGN_OR_RETURN(outcomes[i], WriteRecord(source, i, port, existing));
    }
    observer(outcomes[i]);
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<RecordMap> RecordPort::ReadAll(
    const std::vector<std::string>& names) {
  RecordMap existing;
  for (const std::string& name : names)
    RETURN_IF_ERROR(ReadInto(name, *this, existing));
  return existing;
}

ImportResult RunImport(const ImportSource& source, bool dry_run,
                       RecordPort& port, const ImportObserver& observer) {
  ImportResult result;
  for (const registry::v1::Record& record : source.records)
    result.outcomes.push_back(
        {.name = RecordName(record), .action = WriteAction::kNotDone});
  result.status = Import(source, dry_run, port, observer, result.outcomes);
  return result;
}

}  // namespace compendium
