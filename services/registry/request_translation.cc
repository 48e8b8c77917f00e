// SPDX-License-Identifier: Apache-2.0
#include "services/registry/request_translation.h"

#include "absl/strings/str_cat.h"
#include "lib/base/sha256.h"
#include "lib/request/deterministic_bytes.h"
#include "lib/request/error_details.h"
#include "services/registry/record_kind.h"
#include "services/registry/store/log_entry.h"

namespace compendium::registry {
namespace {

template <class Request>
ListCall ListCallOf(RecordKind kind, const Request& request) {
  return {.kind = kind,
          .show_deleted = request.show_deleted(),
          .read_revision = request.read_revision(),
          .page_size = request.page_size()};
}

}  // namespace

std::string NewName(const v1::CreateMechanismRequest& request) {
  return absl::StrCat("mechanisms/", request.mechanism_id());
}
std::string NewName(const v1::CreateRoundRequest& request) {
  return absl::StrCat("rounds/", request.round_id());
}
std::string NewName(const v1::CreateQuestionnaireRequest& request) {
  return absl::StrCat(request.parent(), "/questionnaires/",
                      request.questionnaire_id());
}

v1::Mechanism& RecordOf(v1::CreateMechanismRequest& request) {
  return *request.mutable_mechanism();
}
v1::Mechanism& RecordOf(v1::UpdateMechanismRequest& request) {
  return *request.mutable_mechanism();
}
v1::Round& RecordOf(v1::CreateRoundRequest& request) {
  return *request.mutable_round();
}
v1::Round& RecordOf(v1::UpdateRoundRequest& request) {
  return *request.mutable_round();
}
v1::Questionnaire& RecordOf(v1::CreateQuestionnaireRequest& request) {
  return *request.mutable_questionnaire();
}
v1::Questionnaire& RecordOf(v1::UpdateQuestionnaireRequest& request) {
  return *request.mutable_questionnaire();
}

ListCall CallOf(const v1::ListMechanismsRequest& request) {
  return ListCallOf(RecordKind::kMechanism, request);
}
ListCall CallOf(const v1::ListRoundsRequest& request) {
  return ListCallOf(RecordKind::kRound, request);
}
ListCall CallOf(const v1::ListQuestionnairesRequest& request) {
  ListCall call = ListCallOf(RecordKind::kQuestionnaire, request);
  call.parent = request.parent();
  call.round = request.round();
  return call;
}

absl::StatusOr<WatchCall> CallOf(const v1::WatchRequest& request) {
  if (request.start_case() == v1::WatchRequest::START_NOT_SET)
    return InvalidField("start", "got none, want snapshot or after_revision");
  const std::string& hash = request.after_hash();
  if (!hash.empty() && !request.has_after_revision())
    return InvalidField("after_hash", "got one, want none with a snapshot");
  if (!hash.empty() && hash.size() != kHashBytes)
    return InvalidField(
        "after_hash",
        absl::StrCat("got ", hash.size(), " bytes, want ", kHashBytes));
  WatchCall call;
  if (request.has_after_revision())
    call.after_revision = request.after_revision();
  call.after_hash = hash;
  call.name_prefixes.assign(request.name_prefixes().begin(),
                            request.name_prefixes().end());
  if (request.has_progress_interval())
    call.progress_interval =
        absl::Seconds(request.progress_interval().seconds()) +
        absl::Nanoseconds(request.progress_interval().nanos());
  call.consumer = request.consumer();
  return call;
}

std::string RequestFingerprint(const google::protobuf::Message& request) {
  return base::Sha256(
      {request.GetTypeName(), " ", SerializeDeterministic(request)});
}

}  // namespace compendium::registry
