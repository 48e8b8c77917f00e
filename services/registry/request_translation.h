// SPDX-License-Identifier: Apache-2.0
// What the heart, the reader and the feed are asked, out of requests that
// passed the annotations' rules. The overloads are what differs between the
// resources.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
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

// Takes the record out of a request instead of copying it.
using Record = std::unique_ptr<google::protobuf::Message>;
Record TakeRecord(v1::CreateMechanismRequest& request);
Record TakeRecord(v1::CreateRoundRequest& request);
Record TakeRecord(v1::CreateQuestionnaireRequest& request);
Record TakeRecord(v1::UpdateMechanismRequest& request);
Record TakeRecord(v1::UpdateRoundRequest& request);
Record TakeRecord(v1::UpdateQuestionnaireRequest& request);

// The record's name and etag, in an update.
const v1::Mechanism& RecordOf(const v1::UpdateMechanismRequest& request);
const v1::Round& RecordOf(const v1::UpdateRoundRequest& request);
const v1::Questionnaire& RecordOf(
    const v1::UpdateQuestionnaireRequest& request);

// Which records a request lists, on its first page.
ListCall CallOf(const v1::ListMechanismsRequest& request);
ListCall CallOf(const v1::ListRoundsRequest& request);
ListCall CallOf(const v1::ListQuestionnairesRequest& request);

WatchCall CallOf(const v1::WatchRequest& request);

// Identifies what a request asks for: its type and all its fields.
std::string RequestFingerprint(const google::protobuf::Message& request);

// Who asks, why, and under which id.
template <class Request>
WriteContext ContextOf(const Request& request) {
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
                      std::string after) {
  if (after.empty()) return "";
  return PageToken{.revision = revision,
                   .after = std::move(after),
                   .arguments_fingerprint = FingerprintOf(request)}
      .ToString();
}

}  // namespace compendium::registry
