// SPDX-License-Identifier: Apache-2.0
#include "services/registry/store/precondition.h"

#include "absl/strings/str_cat.h"
#include "lib/request/error_details.h"

namespace compendium::registry {
namespace {

absl::Status CheckNeverUsed(absl::string_view name,
                            const std::optional<RecordHead>& head) {
  if (!head.has_value()) return absl::OkStatus();
  return ErrorWithReason(
      absl::StatusCode::kAlreadyExists, "RECORD_EXISTS",
      absl::StrCat(name, ": got a name in use since revision ",
                   head->create_revision,
                   head->deleted() ? " (deleted now)" : "", ", want a new one"),
      {{"name", std::string(name)},
       {"revision", absl::StrCat(head->revision)}});
}

absl::Status NotFound(absl::string_view name) {
  return ErrorWithReason(absl::StatusCode::kNotFound, "RECORD_NOT_FOUND",
                         absl::StrCat(name, ": there is no such record"),
                         {{"name", std::string(name)}});
}

absl::Status CheckAtRevision(const Precondition& precondition,
                             const std::optional<RecordHead>& head) {
  const int64_t found = head.has_value() ? head->revision : 0;
  if (found == precondition.revision) return absl::OkStatus();
  return ErrorWithReason(
      absl::StatusCode::kAborted, "ETAG_MISMATCH",
      absl::StrCat(precondition.name, ": got the etag of revision ",
                   precondition.revision, ", want that of revision ", found,
                   ", the latest; read the record again"),
      {{"name", precondition.name},
       {"got_revision", absl::StrCat(precondition.revision)},
       {"latest_revision", absl::StrCat(found)}});
}

}  // namespace

absl::Status CheckRecord(const Precondition& precondition,
                         const std::optional<RecordHead>& head) {
  const std::string& name = precondition.name;
  switch (precondition.kind) {
    case Precondition::Kind::kNeverUsed:
      return CheckNeverUsed(name, head);
    case Precondition::Kind::kExists:
      if (!head.has_value()) return NotFound(name);
      if (!head->deleted()) return absl::OkStatus();
      return PreconditionError(
          "RECORD_DELETED", name,
          absl::StrCat("got a record deleted by revision ", head->revision,
                       ", want one that is not deleted"));
    case Precondition::Kind::kDeleted:
      if (!head.has_value()) return NotFound(name);
      if (head->deleted()) return absl::OkStatus();
      return PreconditionError("RECORD_NOT_DELETED", name,
                               "got a record that is not deleted, want a "
                               "deleted one");
    case Precondition::Kind::kAtRevision:
      return CheckAtRevision(precondition, head);
    case Precondition::Kind::kNoLiveChildren:
      break;  // looks at many records; see BatchPlanner
  }
  return absl::InternalError("precondition: got a kind of many records");
}

absl::Status HasChildrenError(const Precondition& precondition,
                              absl::string_view child) {
  return PreconditionError(
      "HAS_CHILDREN", precondition.name,
      absl::StrCat("got ", child, ", which is not deleted; want no such ",
                   "record; delete it first"));
}

absl::Status RequestIdReusedError(absl::string_view request_id,
                                  int64_t revision) {
  return ErrorWithReason(
      absl::StatusCode::kInvalidArgument, "REQUEST_ID_REUSED",
      absl::StrCat("request_id: got ", request_id,
                   ", which committed another request as revision ", revision,
                   ", want a new one"),
      {{"request_id", std::string(request_id)},
       {"revision", absl::StrCat(revision)}});
}

Precondition PresumedBy(ChangeKind kind, absl::string_view name) {
  Precondition presumed;
  presumed.name = std::string(name);
  switch (kind) {
    case ChangeKind::kCreated:
      presumed.kind = Precondition::Kind::kNeverUsed;
      break;
    case ChangeKind::kUpdated:
    case ChangeKind::kDeleted:
      presumed.kind = Precondition::Kind::kExists;
      break;
    case ChangeKind::kUndeleted:
      presumed.kind = Precondition::Kind::kDeleted;
      break;
  }
  return presumed;
}

}  // namespace compendium::registry
