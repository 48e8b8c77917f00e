// SPDX-License-Identifier: Apache-2.0
#include "cli/registry_record_port.h"

#include <algorithm>
#include <utility>

#include "absl/functional/function_ref.h"
#include "absl/strings/match.h"
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

// Above this, names are listed and records read in batches: below, listing a
// large registry costs more than it saves.
constexpr size_t kSingleReadsMax = 100;

// The most names of one BatchGet, by the contract.
constexpr size_t kBatchNamesMax = 100;

// Reads the records, which exist, batch by batch. A batch that is too large for
// one message is read in halves.
template <class Request, class Response>
absl::Status ReadBatches(const Client& client,
                         grpc::Status (RegistryStub::*method)(
                             grpc::ClientContext*, const Request&, Response*),
                         const std::vector<std::string>& names,
                         absl::FunctionRef<void(Response&)> use) {
  size_t count = kBatchNamesMax;
  for (size_t begin = 0; begin < names.size();) {
    const size_t end = std::min(begin + count, names.size());
    Request request;
    for (size_t i = begin; i < end; ++i) request.add_names(names[i]);
    absl::StatusOr<Response> response = client.Call(method, request);
    if (absl::IsResourceExhausted(response.status()) && end - begin > 1) {
      count = (end - begin) / 2;
      continue;
    }
    if (!response.ok()) return response.status();
    use(*response);
    begin = end;
  }
  return absl::OkStatus();
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

absl::StatusOr<RecordMap> RegistryRecordPort::ReadAll(
    const std::vector<std::string>& names) {
  if (options_.expected_count <= kSingleReadsMax) {
    return RecordPort::ReadAll(names);
  }
  if (!names_.has_value()) RETURN_IF_ERROR(ListNames());
  std::vector<std::string> rounds;
  std::vector<std::string> mechanisms;
  std::vector<std::string> questionnaires;
  for (const std::string& name : names) {
    if (absl::StartsWith(name, "rounds/")) {
      rounds.push_back(name);
    } else if (names_->count(name) > 0) {
      (absl::StrContains(name, "/questionnaires/") ? questionnaires
                                                   : mechanisms)
          .push_back(name);
    }
  }
  ASSIGN_OR_RETURN(RecordMap records, RecordPort::ReadAll(rounds));
  RETURN_IF_ERROR((ReadBatches<v1::BatchGetMechanismsRequest,
                               v1::BatchGetMechanismsResponse>(
      client_, &RegistryStub::BatchGetMechanisms, mechanisms,
      [&](v1::BatchGetMechanismsResponse& response) {
        for (v1::Mechanism& mechanism : *response.mutable_mechanisms()) {
          const std::string name = mechanism.name();
          *records[name].mutable_mechanism() = std::move(mechanism);
        }
      })));
  RETURN_IF_ERROR((ReadBatches<v1::BatchGetQuestionnairesRequest,
                               v1::BatchGetQuestionnairesResponse>(
      client_, &RegistryStub::BatchGetQuestionnaires, questionnaires,
      [&](v1::BatchGetQuestionnairesResponse& response) {
        for (v1::Questionnaire& record : *response.mutable_questionnaires()) {
          const std::string name = record.name();
          *records[name].mutable_questionnaire() = std::move(record);
        }
      })));
  return records;
}

// Page by page, of which only the names are kept.
absl::Status RegistryRecordPort::ListNames() {
  std::set<std::string> names;
  v1::ListMechanismsRequest mechanisms;
  mechanisms.set_show_deleted(true);
  RETURN_IF_ERROR(
      (ForEachPage<v1::ListMechanismsRequest, v1::ListMechanismsResponse>(
          client_, &RegistryStub::ListMechanisms, mechanisms,
          [&](const v1::ListMechanismsResponse& page) {
            for (const v1::Mechanism& record : page.mechanisms())
              names.insert(record.name());
          })));
  v1::ListQuestionnairesRequest questionnaires;
  questionnaires.set_parent("mechanisms/-");
  questionnaires.set_round(options_.round);
  questionnaires.set_show_deleted(true);
  RETURN_IF_ERROR((ForEachPage<v1::ListQuestionnairesRequest,
                               v1::ListQuestionnairesResponse>(
      client_, &RegistryStub::ListQuestionnaires, questionnaires,
      [&](const v1::ListQuestionnairesResponse& page) {
        for (const v1::Questionnaire& record : page.questionnaires())
          names.insert(record.name());
      })));
  names_ = std::move(names);
  return absl::OkStatus();
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
