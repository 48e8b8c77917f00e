// SPDX-License-Identifier: Apache-2.0
#include "cli/registry_reads.h"

#include "cli/exit_code.h"
#include "cli/list_pages.h"
#include "lib/base/status_macros.h"
#include "lib/domain/resource_name.h"
#include "lib/json/json_output.h"

namespace compendium {
namespace v1 = registry::v1;
namespace {

template <class Request, class Response>
absl::StatusOr<Response> Get(
    const Client& client,
    grpc::Status (RegistryStub::*method)(grpc::ClientContext*, const Request&,
                                         Response*),
    const std::string& name, int64_t revision, std::string* json_response) {
  Request request;
  request.set_name(name);
  request.set_read_revision(revision);
  ASSIGN_OR_RETURN(Response response, client.Call(method, request));
  if (json_response != nullptr) {
    ASSIGN_OR_RETURN(*json_response, JsonDocument(response));
  }
  return response;
}

}  // namespace

absl::StatusOr<v1::Record> GetRecord(const Client& client,
                                     const std::string& name, int64_t revision,
                                     std::string* json_response) {
  const absl::StatusOr<ResourceName> parsed = ResourceName::Parse(name);
  if (!parsed.ok()) return BadUsage(parsed.status());
  v1::Record record;
  switch (parsed->kind()) {
    case ResourceName::Kind::kMechanism: {
      ASSIGN_OR_RETURN(auto response, Get(client, &RegistryStub::GetMechanism,
                                          name, revision, json_response));
      record.mutable_mechanism()->Swap(response.mutable_mechanism());
      break;
    }
    case ResourceName::Kind::kRound: {
      ASSIGN_OR_RETURN(auto response, Get(client, &RegistryStub::GetRound, name,
                                          revision, json_response));
      record.mutable_round()->Swap(response.mutable_round());
      break;
    }
    case ResourceName::Kind::kQuestionnaire: {
      ASSIGN_OR_RETURN(auto response,
                       Get(client, &RegistryStub::GetQuestionnaire, name,
                           revision, json_response));
      record.mutable_questionnaire()->Swap(response.mutable_questionnaire());
      break;
    }
  }
  return record;
}

absl::StatusOr<v1::ListQuestionnairesResponse> ListRoundQuestionnaires(
    const Client& client, const std::string& round_name) {
  v1::ListQuestionnairesRequest request;
  request.set_parent("mechanisms/-");
  request.set_round(round_name);
  return ListPages(client, &RegistryStub::ListQuestionnaires, request);
}

ShortNames ReadShortNames(const Client& client) {
  ShortNames names;
  const auto response = ListPages(client, &RegistryStub::ListMechanisms,
                                  v1::ListMechanismsRequest());
  if (!response.ok()) return names;
  for (const v1::Mechanism& mechanism : response->mechanisms())
    names.Add(mechanism);
  return names;
}

}  // namespace compendium
