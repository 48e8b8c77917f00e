// SPDX-License-Identifier: Apache-2.0
#include "services/registry/request_translation.h"

#include "absl/memory/memory.h"
#include "absl/strings/str_cat.h"
#include "lib/base/sha256.h"
#include "services/registry/record_kind.h"

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

Record TakeRecord(v1::CreateMechanismRequest& request) {
  return absl::WrapUnique(request.release_mechanism());
}
Record TakeRecord(v1::CreateRoundRequest& request) {
  return absl::WrapUnique(request.release_round());
}
Record TakeRecord(v1::CreateQuestionnaireRequest& request) {
  return absl::WrapUnique(request.release_questionnaire());
}
Record TakeRecord(v1::UpdateMechanismRequest& request) {
  return absl::WrapUnique(request.release_mechanism());
}
Record TakeRecord(v1::UpdateRoundRequest& request) {
  return absl::WrapUnique(request.release_round());
}
Record TakeRecord(v1::UpdateQuestionnaireRequest& request) {
  return absl::WrapUnique(request.release_questionnaire());
}

const v1::Mechanism& RecordOf(const v1::UpdateMechanismRequest& request) {
  return request.mechanism();
}
const v1::Round& RecordOf(const v1::UpdateRoundRequest& request) {
  return request.round();
}
const v1::Questionnaire& RecordOf(
    const v1::UpdateQuestionnaireRequest& request) {
  return request.questionnaire();
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

WatchCall CallOf(const v1::WatchRequest& request) {
  WatchCall call;
  if (request.has_after_revision())
    call.after_revision = request.after_revision();
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
