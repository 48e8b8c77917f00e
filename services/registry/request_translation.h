// SPDX-License-Identifier: Apache-2.0
// What the heart, the reader and the feed are asked, out of requests that
// passed the annotations' rules. The overloads are what differs between the
// resources.
#pragma once

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "compendium/registry/v1/registry_service.pb.h"
#include "lib/request/page_token.h"
#include "services/registry/feed/watch_cursor.h"
#include "services/registry/registry_reader.h"
#include "services/registry/write_call.h"

namespace compendium::registry {

// The name of the record that a request creates.
std::string NewName(const v1::CreateMechanismRequest& request);
std::string NewName(const v1::CreateRoundRequest& request);
std::string NewName(const v1::CreateQuestionnaireRequest& request);

// The record in a write.
v1::Mechanism& RecordOf(v1::CreateMechanismRequest& request);
v1::Mechanism& RecordOf(v1::UpdateMechanismRequest& request);
v1::Round& RecordOf(v1::CreateRoundRequest& request);
v1::Round& RecordOf(v1::UpdateRoundRequest& request);
v1::Questionnaire& RecordOf(v1::CreateQuestionnaireRequest& request);
v1::Questionnaire& RecordOf(v1::UpdateQuestionnaireRequest& request);

// Which records a request lists, on its first page.
ListCall CallOf(const v1::ListMechanismsRequest& request);
ListCall CallOf(const v1::ListRoundsRequest& request);
ListCall CallOf(const v1::ListQuestionnairesRequest& request);

// INVALID_ARGUMENT when the request does not say where to begin, or gives a
// hash that is none or has no revision.
absl::StatusOr<WatchCall> CallOf(const v1::WatchRequest& request);

// Identifies what a request asks for: its type and all its fields.
std::string RequestFingerprint(const google::protobuf::Message& request);

// Who asks, why, and under which id. Ids are compared in lower case, so the
// request gets its id in lower case before its fingerprint is taken.
template <class Request>
WriteContext ContextOf(Request& request) {
  absl::AsciiStrToLower(request.mutable_request_id());
  WriteContext context = {.author = request.author(),
                          .reason = request.reason(),
                          .request_id = request.request_id()};
  if (!context.request_id.empty())
    context.request_fingerprint = RequestFingerprint(request);
  return context;
}

// The page that a request continues; one without `after` for the first page.
template <class Request>
absl::StatusOr<PageToken> TokenOf(const Request& request) {
  if (!request.page_token().empty())
    return PageToken::Parse(request.page_token(), FingerprintOf(request));
  PageToken first;
  first.revision = request.read_revision();
  return first;
}

// The token of the page that follows `after`; empty when that is empty.
template <class Request>
std::string NextToken(const Request& request, int64_t revision,
                      absl::string_view after) {
  if (after.empty()) return "";
  return PageToken{.revision = revision,
                   .after = std::string(after),
                   .arguments_fingerprint = FingerprintOf(request)}
      .ToString();
}

}  // namespace compendium::registry
