// SPDX-License-Identifier: Apache-2.0
#include "services/registry/record_write.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/request/error_details.h"
#include "services/registry/limits.h"
#include "services/registry/store/precondition.h"

namespace compendium::registry {
namespace {

Precondition AtRevision(const std::string& name, int64_t revision) {
  return {.kind = Precondition::Kind::kAtRevision,
          .name = name,
          .revision = revision,
          .suffix = ""};
}

absl::Status OutrunError(const std::string& name) {
  return ErrorWithReason(
      absl::StatusCode::kAborted, "CONCURRENT_CHANGES",
      absl::StrCat(name, ": got other changes before each of ",
                   kWriteAttemptsMax, " attempts, want fewer writers"),
      {{"name", name}});
}

// No version has it, so that a transaction that wants it commits nothing and
// only finds out whether its request_id has been committed before.
constexpr int64_t kNoRevision = -1;

}  // namespace

absl::StatusOr<WriteAnswer> AnswerOf(const std::string& name,
                                     absl::StatusOr<Committed> outcome) {
  // Moved, not copied: TSan does not see the count of a shared status, which
  // Debian's library keeps, and answers cross threads.
  if (!outcome.ok()) return std::move(outcome).status();
  CHECK(outcome->heads.size() == 1);
  return WriteAnswer{.name = name,
                     .head = outcome->heads.front(),
                     .revision = outcome->revision};
}

RecordWrite::RecordWrite(const Store& store, CommitQueue& queue,
                         WriteLine& line, Options options)
    : store_(store), queue_(queue), line_(line), options_(std::move(options)) {}

void RecordWrite::Start() {
  if (!waits_in_line()) return Attempt();
  absl::Status status =
      line_.Enter(options_.name, options_.bytes,
                  [self = shared_from_this()] { self->Attempt(); });
  if (!status.ok()) std::move(options_.done)(std::move(status));
}

void RecordWrite::Attempt() {
  ++attempts_;
  absl::StatusOr<Plan> plan = MakePlan();
  if (!plan.ok()) return AnswerUnlessRepeated(std::move(plan).status());
  if (const auto* unchanged = std::get_if<WriteAnswer>(&*plan))
    return AnswerUnlessRepeated(*unchanged);
  Commit(std::get<Transaction>(*std::move(plan)));
}

// Says what the store would say, in its order: the etag comes first.
absl::StatusOr<RecordWrite::Plan> RecordWrite::MakePlan() const {
  const int64_t revision = store_.LastRevision();
  absl::StatusOr<RecordVersion> version = store_.Get(options_.name, revision);
  if (!version.ok()) return std::move(version).status();
  const RecordHead& head = version->head;
  if (options_.wanted_revision.has_value())
    RETURN_IF_ERROR(CheckRecord(
        AtRevision(options_.name, *options_.wanted_revision), head));
  RETURN_IF_ERROR(CheckRecord(PresumedBy(options_.kind, options_.name), head));
  RETURN_IF_ERROR(CheckChildren(revision));
  ASSIGN_OR_RETURN(SharedBytes value, options_.make_value(*version));
  if (options_.kind == ChangeKind::kUpdated && value == version->value)
    return Plan(WriteAnswer{
        .name = options_.name, .head = head, .revision = head.revision});
  Transaction transaction = NewTransaction(std::move(value));
  // Before those of other records, which may take long to find out.
  transaction.preconditions.push_back(AtRevision(options_.name, head.revision));
  transaction.preconditions.insert(transaction.preconditions.end(),
                                   options_.preconditions.begin(),
                                   options_.preconditions.end());
  return Plan(std::move(transaction));
}

// What the store finds out by a scan, so that it need not begin one in vain
// while all other writes wait.
absl::Status RecordWrite::CheckChildren(int64_t at_revision) const {
  for (const Precondition& precondition : options_.preconditions) {
    if (precondition.kind != Precondition::Kind::kNoLiveChildren) continue;
    ListQuery query;
    query.prefix = precondition.name;
    query.suffix = precondition.suffix;
    query.at_revision = at_revision;
    query.limit = {1, 1};
    ASSIGN_OR_RETURN(const ListPage page, store_.List(query));
    if (!page.records.empty())
      return HasChildrenError(precondition, page.records.front().name);
  }
  return absl::OkStatus();
}

void RecordWrite::Commit(Transaction transaction) {
  queue_.Submit(std::move(transaction), [self = shared_from_this()](
                                            absl::StatusOr<Committed> outcome) {
    const bool outrun =
        absl::IsAborted(outcome.status()) && self->waits_in_line();
    if (outrun && self->attempts_ < kWriteAttemptsMax)
      return self->line_.Repeat([self] { self->Attempt(); });
    if (outrun) return self->Answer(OutrunError(self->options_.name));
    self->Answer(AnswerOf(self->options_.name, std::move(outcome)));
  });
}

// Gives `answer`, unless the request has been committed before: then that
// answer counts, or the store's objection to the request_id.
void RecordWrite::AnswerUnlessRepeated(absl::StatusOr<WriteAnswer> answer) {
  if (options_.context.request_id.empty()) return Answer(std::move(answer));
  Transaction probe = NewTransaction({});
  probe.preconditions.push_back(AtRevision(options_.name, kNoRevision));
  queue_.Submit(
      std::move(probe), [self = shared_from_this(), answer = std::move(answer)](
                            absl::StatusOr<Committed> outcome) mutable {
        const bool is_first = absl::IsAborted(outcome.status());
        self->Answer(is_first
                         ? std::move(answer)
                         : AnswerOf(self->options_.name, std::move(outcome)));
      });
}

void RecordWrite::Answer(absl::StatusOr<WriteAnswer> answer) {
  // First, because whoever waits for the last answer may take the line away.
  if (waits_in_line()) line_.Leave(options_.name);
  std::move(options_.done)(std::move(answer));
}

Transaction RecordWrite::NewTransaction(SharedBytes value) const {
  Transaction transaction;
  transaction.author = options_.context.author;
  transaction.reason = options_.context.reason;
  transaction.request_id = options_.context.request_id;
  transaction.request_fingerprint = options_.context.request_fingerprint;
  transaction.mutations.push_back({.name = options_.name,
                                   .kind = options_.kind,
                                   .value = std::move(value)});
  return transaction;
}

}  // namespace compendium::registry
