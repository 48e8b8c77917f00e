// SPDX-License-Identifier: Apache-2.0
#include "cli/registry_record_port.h"

#include "absl/strings/string_view.h"
#include "cli/list_pages.h"
#include "cli/registry_reads.h"
#include "lib/base/status_macros.h"

namespace compendium {
namespace v1 = registry::v1;
namespace {

// The part of a resource name after its last slash.
std::string LastId(absl::string_view name) {
  return std::string(name.substr(name.rfind('/') + 1));
}

template <class Request, class Response>
absl::StatusOr<int64_t> Send(
    const Client& client,
    grpc::Status (RegistryStub::*method)(grpc::ClientContext*, const Request&,
                                         Response*),
    const RegistryRecordPort::Options& options, Request request) {
  request.set_author(options.author);
  request.set_reason(options.reason);
  ASSIGN_OR_RETURN(const Response response, client.Call(method, request));
  return response.version().revision();
}

absl::StatusOr<int64_t> Create(const Client& client,
                               const RegistryRecordPort::Options& options,
                               const PlannedWrite& write) {
  if (write.record.has_round()) {
    v1::CreateRoundRequest request;
    request.set_round_id(LastId(write.name));
    *request.mutable_round() = write.record.round();
    return Send(client, &RegistryStub::CreateRound, options, request);
  }
  if (write.record.has_mechanism()) {
    v1::CreateMechanismRequest request;
    request.set_mechanism_id(LastId(write.name));
    *request.mutable_mechanism() = write.record.mechanism();
    return Send(client, &RegistryStub::CreateMechanism, options, request);
  }
  v1::CreateQuestionnaireRequest request;
  request.set_parent(write.name.substr(0, write.name.find("/questionnaires/")));
  request.set_questionnaire_id(LastId(write.name));
  *request.mutable_questionnaire() = write.record.questionnaire();
  return Send(client, &RegistryStub::CreateQuestionnaire, options, request);
}

absl::StatusOr<int64_t> Update(const Client& client,
                               const RegistryRecordPort::Options& options,
                               const PlannedWrite& write) {
  if (write.record.has_round()) {
    v1::UpdateRoundRequest request;
    *request.mutable_round() = write.record.round();
    *request.mutable_update_mask() = write.update_mask;
    return Send(client, &RegistryStub::UpdateRound, options, request);
  }
  if (write.record.has_mechanism()) {
    v1::UpdateMechanismRequest request;
    *request.mutable_mechanism() = write.record.mechanism();
    *request.mutable_update_mask() = write.update_mask;
    return Send(client, &RegistryStub::UpdateMechanism, options, request);
  }
  v1::UpdateQuestionnaireRequest request;
  *request.mutable_questionnaire() = write.record.questionnaire();
  *request.mutable_update_mask() = write.update_mask;
  return Send(client, &RegistryStub::UpdateQuestionnaire, options, request);
}

// What profile_lists.h needs of a record; whole histories are large.
template <class Resource>
void KeepLists(const Resource& record, Resource& kept) {
  kept.set_name(record.name());
  kept.set_revision(record.revision());
  *kept.mutable_participants() = record.participants();
  *kept.mutable_focus_areas() = record.focus_areas();
  if (record.has_delete_time())
    *kept.mutable_delete_time() = record.delete_time();
}

// Adds the record's versions, newest first.
absl::Status AddVersions(const Client& client, const std::string& name,
                         RecordVersions& versions) {
  v1::ListRevisionsRequest request;
  request.set_name(name);
  ASSIGN_OR_RETURN(const v1::ListRevisionsResponse response,
                   ListPages(client, &RegistryStub::ListRevisions, request));
  for (const v1::RecordRevision& revision : response.revisions()) {
    ASSIGN_OR_RETURN(
        const v1::Record record,
        GetRecord(client, name, revision.version().revision(), nullptr));
    v1::Record& kept = versions.emplace_back();
    if (record.has_mechanism())
      KeepLists(record.mechanism(), *kept.mutable_mechanism());
    else
      KeepLists(record.questionnaire(), *kept.mutable_questionnaire());
  }
  return absl::OkStatus();
}

}  // namespace

RegistryRecordPort::RegistryRecordPort(const Options& options,
                                       const Client& client)
    : options_(options), client_(client) {}

absl::StatusOr<std::optional<v1::Record>> RegistryRecordPort::Read(
    const std::string& name) {
  absl::StatusOr<v1::Record> record = GetRecord(client_, name, 0, nullptr);
  if (absl::IsNotFound(record.status())) return std::nullopt;
  if (!record.ok()) return record.status();
  return *std::move(record);
}

absl::StatusOr<RecordVersions> RegistryRecordPort::Versions(
    const std::string& mechanism) {
  v1::ListQuestionnairesRequest request;
  request.set_parent(mechanism);
  request.set_show_deleted(true);
  ASSIGN_OR_RETURN(
      const v1::ListQuestionnairesResponse response,
      ListPages(client_, &RegistryStub::ListQuestionnaires, request));
  RecordVersions versions;
  RETURN_IF_ERROR(AddVersions(client_, mechanism, versions));
  for (const v1::Questionnaire& questionnaire : response.questionnaires())
    RETURN_IF_ERROR(AddVersions(client_, questionnaire.name(), versions));
  return versions;
}

absl::StatusOr<int64_t> RegistryRecordPort::Write(const PlannedWrite& write) {
  return write.action == WriteAction::kCreate
             ? Create(client_, options_, write)
             : Update(client_, options_, write);
}

}  // namespace compendium
