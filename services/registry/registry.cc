// SPDX-License-Identifier: Apache-2.0
#include "services/registry/registry.h"

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "compendium/registry/v1/mechanism.pb.h"
#include "compendium/registry/v1/questionnaire.pb.h"
#include "compendium/registry/v1/round.pb.h"
#include "lib/base/status_macros.h"
#include "lib/domain/resource_name.h"
#include "services/registry/record_wire.h"
#include "services/registry/record_write.h"
#include "services/registry/request_rules.h"
#include "services/registry/update_mask.h"

namespace compendium::registry {
namespace {

using google::protobuf::FieldMask;
using google::protobuf::Message;

// What `name` needs to be live beside it: a questionnaire its mechanism and its
// round.
std::vector<Precondition> ParentsExist(const std::string& name) {
  const auto questionnaire = QuestionnaireName::Parse(name);
  if (!questionnaire.ok()) return {};
  std::vector<Precondition> preconditions(2);
  preconditions[0].kind = Precondition::Kind::kExists;
  preconditions[0].name = questionnaire->mechanism().ToString();
  preconditions[1].kind = Precondition::Kind::kExists;
  preconditions[1].name = questionnaire->round().ToString();
  return preconditions;
}

// That no live questionnaire belongs to the mechanism or round `name`.
std::vector<Precondition> NoQuestionnaires(const std::string& name) {
  Precondition childless;
  childless.kind = Precondition::Kind::kNoLiveChildren;
  if (KindOfName(name) == RecordKind::kMechanism) {
    childless.name = name + "/";
    return {childless};
  }
  const auto round = RoundName::Parse(name);
  if (!round.ok()) return {};
  childless.name = "mechanisms/";
  childless.suffix = "/questionnaires/" + round->id();
  return {childless};
}

absl::StatusOr<std::optional<int64_t>> RevisionOf(const std::string& etag,
                                                  absl::string_view path) {
  if (etag.empty()) return std::optional<int64_t>();
  ASSIGN_OR_RETURN(const int64_t revision, ParseEtag(etag, path));
  return std::optional<int64_t>(revision);
}

absl::StatusOr<SharedBytes> SameValue(const RecordVersion& version) {
  return version.value;
}

}  // namespace

Registry::Registry(const Store& store, CommitQueue& queue)
    : store_(store),
      queue_(queue),
      record_rules_({v1::Mechanism::descriptor(), v1::Round::descriptor(),
                     v1::Questionnaire::descriptor()}) {}

void Registry::Create(CreateCall call, WriteDone done) {
  absl::StatusOr<std::string> value = ValueOf(call.name, *call.record);
  if (!value.ok()) return std::move(done)(std::move(value).status());
  Transaction transaction;
  transaction.author = std::move(call.context.author);
  transaction.reason = std::move(call.context.reason);
  transaction.request_id = std::move(call.context.request_id);
  transaction.request_fingerprint = std::move(call.context.request_fingerprint);
  transaction.preconditions = ParentsExist(call.name);
  transaction.mutations.push_back({.name = call.name,
                                   .kind = ChangeKind::kCreated,
                                   .value = *std::move(value)});
  queue_.Submit(std::move(transaction),
                [name = std::move(call.name), done = std::move(done)](
                    absl::StatusOr<Committed> outcome) mutable {
                  std::move(done)(AnswerOf(name, std::move(outcome)));
                });
}

absl::StatusOr<std::string> Registry::ValueOf(const std::string& name,
                                              Message& record) {
  const RecordKind kind = KindOfName(name);
  RETURN_IF_ERROR(CompleteRecord(kind, record, FieldOfKind(kind)));
  std::string value = SerializeStored(name, record);
  RETURN_IF_ERROR(CheckRecordSize(value.size()));
  return value;
}

void Registry::Update(UpdateCall call, WriteDone done) {
  auto wanted = RevisionOf(
      call.etag, absl::StrCat(FieldOfKind(KindOfName(call.name)), ".etag"));
  if (!wanted.ok()) return std::move(done)(std::move(wanted).status());
  RecordWrite::Options options;
  options.name = call.name;
  options.kind = ChangeKind::kUpdated;
  options.wanted_revision = *wanted;
  options.context = std::move(call.context);
  absl::Status status = SetValue(call, options);
  if (!status.ok()) return std::move(done)(std::move(status));
  options.done = std::move(done);
  Begin(std::move(options));
}

absl::Status Registry::SetValue(const UpdateCall& call,
                                RecordWrite::Options& options) const {
  if (ReplacesAll(call.mask)) {
    // The request's rules have checked the whole record; nothing is merged.
    ASSIGN_OR_RETURN(std::string value, ValueOf(call.name, *call.record));
    options.bytes = value.size();
    options.make_value =
        [value = SharedBytes(std::move(value))](
            const RecordVersion&) -> absl::StatusOr<SharedBytes> {
      return value;
    };
    return absl::OkStatus();
  }
  ASSIGN_OR_RETURN(FieldMask mask, ResolveMask(*call.record, call.mask));
  options.bytes = call.record->ByteSizeLong();
  std::shared_ptr<Message> changes(call.record->New());
  changes->CopyFrom(*call.record);
  options.make_value =
      [this, mask = std::move(mask), changes = std::move(changes)](
          const RecordVersion& version) -> absl::StatusOr<SharedBytes> {
    return MergedValue(version, mask, *changes);
  };
  return absl::OkStatus();
}

absl::StatusOr<std::string> Registry::MergedValue(
    const RecordVersion& version, const FieldMask& mask,
    const Message& changes) const {
  const RecordKind kind = KindOfName(version.name);
  ASSIGN_OR_RETURN(const auto record, ParseStored(kind, version.value));
  ApplyMask(mask, changes, *record);
  RETURN_IF_ERROR(record_rules_.Check(*record, FieldOfKind(kind)));
  return ValueOf(version.name, *record);
}

void Registry::Edit(EditCall call, WriteDone done) {
  auto wanted = RevisionOf(call.etag, "etag");
  if (!wanted.ok()) return std::move(done)(std::move(wanted).status());
  RecordWrite::Options options;
  options.name = std::move(call.name);
  options.kind = ChangeKind::kUpdated;
  options.wanted_revision = *wanted;
  options.make_value =
      [this, edit = std::move(call.edit)](const RecordVersion& version) {
        return EditedValue(version, edit);
      };
  options.bytes = call.bytes;
  options.context = std::move(call.context);
  options.done = std::move(done);
  Begin(std::move(options));
}

absl::StatusOr<std::string> Registry::EditedValue(
    const RecordVersion& version,
    const std::function<absl::Status(Message&)>& edit) const {
  const RecordKind kind = KindOfName(version.name);
  ASSIGN_OR_RETURN(const auto record, ParseStored(kind, version.value));
  RETURN_IF_ERROR(edit(*record));
  RETURN_IF_ERROR(record_rules_.Check(*record, FieldOfKind(kind)));
  return ValueOf(version.name, *record);
}

void Registry::Begin(RecordWrite::Options options) {
  std::make_shared<RecordWrite>(store_, queue_, line_, std::move(options))
      ->Start();
}

void Registry::Delete(HideCall call, WriteDone done) {
  auto wanted = RevisionOf(call.etag, "etag");
  if (!wanted.ok()) return std::move(done)(wanted.status());
  RecordWrite::Options options;
  options.preconditions = NoQuestionnaires(call.name);
  options.name = std::move(call.name);
  options.kind = ChangeKind::kDeleted;
  options.wanted_revision = *wanted;
  options.make_value = SameValue;
  options.context = std::move(call.context);
  options.done = std::move(done);
  Begin(std::move(options));
}

void Registry::Undelete(HideCall call, WriteDone done) {
  auto wanted = RevisionOf(call.etag, "etag");
  if (!wanted.ok()) return std::move(done)(wanted.status());
  RecordWrite::Options options;
  options.preconditions = ParentsExist(call.name);
  options.name = std::move(call.name);
  options.kind = ChangeKind::kUndeleted;
  options.wanted_revision = *wanted;
  options.make_value = SameValue;
  options.context = std::move(call.context);
  options.done = std::move(done);
  Begin(std::move(options));
}

}  // namespace compendium::registry
