// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/endpoint/diff_call.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/request/error_details.h"
#include "lib/rpc/grpc_status.h"
#include "services/reporting/diff/bounded_diff.h"
#include "services/reporting/endpoint/moment.h"
#include "services/reporting/endpoint/wait_deadline.h"
#include "services/reporting/projection/not_found.h"
#include "services/reporting/projection/request_value.h"

namespace compendium::reporting {
namespace {

// How to ask for less.
constexpr absl::string_view kAdvice = "fewer kinds or a single mechanism";

// OK for a kind that aggregates have.
absl::Status CheckKind(absl::string_view path, v1::DiffKind kind) {
  if (kind == v1::DIFF_KIND_ANSWERS)
    return InvalidField(
        path,
        "got DIFF_KIND_ANSWERS, want a kind of aggregate: these texts are "
        "compared between two reports that hold them");
  if (kind == v1::DIFF_KIND_UNSPECIFIED || !v1::DiffKind_IsValid(kind))
    return InvalidField(path, absl::StrCat("got ", static_cast<int>(kind),
                                           ", want a kind of aggregate"));
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<DiffMoments> ReadDiffMoments(const v1::GetDiffRequest& request,
                                            absl::Time now) {
  DiffMoments moments{request.from_revision()};
  moments.min_revision =
      std::max(request.min_revision(), request.from_revision());
  if (request.has_from_time()) {
    ASSIGN_OR_RETURN(moments.from,
                     PassedTime("from_time", request.from_time(), now));
  } else if (!request.has_from_revision()) {
    return InvalidField("from", "got nothing, want a revision or a time");
  }
  if (request.has_to_time()) {
    ASSIGN_OR_RETURN(moments.to, PassedTime("to_time", request.to_time(), now));
  } else if (request.has_to_revision()) {
    moments.to = request.to_revision();
    moments.min_revision =
        std::max(moments.min_revision, request.to_revision());
  }
  return moments;
}

absl::StatusOr<DiffQuery> ReadDiffQuery(const v1::GetDiffRequest& request) {
  ASSIGN_OR_RETURN(
      const auto round,
      ParseRequired<RoundName>("round", request.round(), "rounds/{round}"));
  ASSIGN_OR_RETURN(const auto mechanism, ParseOptional<MechanismName>(
                                             "mechanism", request.mechanism()));
  ASSIGN_OR_RETURN(const Framework* framework,
                   ParseFramework(request.framework()));
  DiffQuery query{.selection = {.round = round, .mechanism = mechanism},
                  .framework = *framework,
                  .kinds = {},
                  .has_due_day = !mechanism.has_value()};
  for (int i = 0; i < request.kinds_size(); ++i) {
    RETURN_IF_ERROR(
        CheckKind(absl::StrCat("kinds[", i, "]"), request.kinds(i)));
    query.kinds.push_back(request.kinds(i));
  }
  if (query.kinds.empty()) query.kinds = AggregateKinds();
  std::sort(query.kinds.begin(), query.kinds.end());
  query.kinds.erase(std::unique(query.kinds.begin(), query.kinds.end()),
                    query.kinds.end());
  return query;
}

void DiffCall::Begin(DiffQuery query, const DiffMoments& moments,
                     absl::Time deadline) {
  query_.emplace(std::move(query));
  moments_ = moments;
  deadline_ = deadline;
  ticket_ = publisher_.Await(moments_.min_revision, deadline_,
                             [this](const absl::StatusOr<SnapshotLink>& found) {
                               if (found.ok()) {
                                 ReadTo(*found);
                               } else {
                                 Complete(found.status());
                               }
                             });
}

void DiffCall::OnCancel() {
  if (publisher_.Forget(ticket_)) Finish(CancelledStatus());
}

void DiffCall::ReadTo(const SnapshotLink& current) {
  if (!moments_.to.has_value() || IsOf(*current, *moments_.to))
    return ReadFrom(current);
  past_.Read(*moments_.to, deadline_,
             [this](const absl::StatusOr<SnapshotLink>& found) {
               if (found.ok()) {
                 ReadFrom(*found);
               } else {
                 Complete(found.status());
               }
             });
}

void DiffCall::ReadFrom(SnapshotLink to) {
  to_ = std::move(to);
  if (IsOf(*to_, moments_.from)) return Compare(to_);
  past_.Read(moments_.from, deadline_,
             [this](const absl::StatusOr<SnapshotLink>& found) {
               if (found.ok()) {
                 Compare(*found);
               } else {
                 Complete(found.status());
               }
             });
}

void DiffCall::Compare(SnapshotLink from) {
  from_ = std::move(from);
  if (context_.IsCancelled()) return Finish(CancelledStatus());
  absl::StatusOr<std::vector<CellChange>> changes = FindChanges();
  if (!changes.ok()) return Complete(changes.status());
  const bool differ = !changes->empty();
  history_ = std::make_unique<CellHistory>(DiffState{from_->projections},
                                           *query_, *std::move(changes));
  if (!differ) return Complete(absl::OkStatus());
  reader_.Read(
      {.from = from_,
       .to = to_,
       .deadline = deadline_,
       .visit =
           [this](const registry::v1::Change& change) {
             return history_->Apply(change);
           },
       .done = [this](const absl::Status& status) { Complete(status); }});
}

absl::StatusOr<std::vector<CellChange>> DiffCall::FindChanges() const {
  if (from_->revision > to_->revision)
    return InvalidField(
        "from", absl::StrCat("got revision ", from_->revision, ", want ",
                             to_->revision, " or an earlier one"));
  RETURN_IF_ERROR(CheckDiffLength("from, to", from_->revision, to_->revision,
                                  "compare in steps"));
  const RoundName& round = *query_->selection.round;
  const auto has_round = [&](const SnapshotLink& snapshot) {
    return snapshot->projections.directory.rounds.Find(round.id()) != nullptr;
  };
  if (!has_round(from_) && !has_round(to_))
    return NotFound("round", round.ToString());
  ASSIGN_OR_RETURN(const Cells before,
                   QueryCells({from_->projections}, *query_));
  ASSIGN_OR_RETURN(const Cells after, QueryCells({to_->projections}, *query_));
  return reporting::FindChanges(before, after, kAdvice);
}

void DiffCall::Complete(const absl::Status& status) {
  if (context_.IsCancelled()) return Finish(CancelledStatus());
  if (!status.ok()) return Finish(ToGrpcStatus(status));
  v1::Diff& diff = *response_.mutable_diff();
  diff.set_round(query_->selection.round->ToString());
  diff.set_from_revision(from_->revision);
  diff.set_to_revision(to_->revision);
  Finish(ToGrpcStatus(FillCells(history_->Take(), kAdvice, diff)));
}

}  // namespace compendium::reporting
