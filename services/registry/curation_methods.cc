// SPDX-License-Identifier: Apache-2.0
// The service's methods for what programs found and people decide.
#include <algorithm>
#include <memory>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "lib/base/status_macros.h"
#include "lib/domain/round_year.h"
#include "lib/request/error_details.h"
#include "services/registry/curation.h"
#include "services/registry/limits.h"
#include "services/registry/registry_service.h"
#include "services/registry/request_translation.h"
#include "services/registry/text_analysis.h"

namespace compendium::registry {
namespace {

using google::protobuf::Message;

// Which page a request lists. `after` of its token is a count.
template <class Request>
absl::StatusOr<FindingCall> FindingCallOf(const Request& request) {
  ASSIGN_OR_RETURN(const PageToken token, TokenOf(request));
  FindingCall call{.parent = request.parent(),
                   .show_decided = request.show_decided(),
                   .read_revision = token.revision,
                   .page_size = request.page_size()};
  if (!token.after.empty() && !absl::SimpleAtoi(token.after, &call.after_count))
    return InvalidField("page_token", "got a token of another listing");
  return call;
}

// The page in a response, whose list `add` fills.
template <class Response, class Request, class Item, class Add>
std::string PageBytes(const Request& request, ItemPage<Item> page,
                      const Add& add) {
  Response response;
  for (Item& item : page.items) add(response)->Swap(&item);
  response.set_revision(page.revision);
  if (page.continue_after > 0)
    response.set_next_page_token(
        NextToken(request, page.revision, absl::StrCat(page.continue_after)));
  return response.SerializeAsString();
}

absl::StatusOr<int> YearOf(const v1::AnalyzeTextRequest& request) {
  switch (request.year_case()) {
    case v1::AnalyzeTextRequest::kRoundYear:
      return request.round_year();
    case v1::AnalyzeTextRequest::kRound: {
      absl::StatusOr<int> year =
          RoundYear(absl::StripPrefix(request.round(), "rounds/"));
      if (year.ok()) return year;
      return InvalidField(
          "round", absl::StripPrefix(year.status().message(), "round: "));
    }
    case v1::AnalyzeTextRequest::YEAR_NOT_SET:
      break;
  }
  return InvalidField("year", "got none, want round_year or round");
}

v1::AnalyzeTextResponse ResponseOf(TextAnalysis analysis) {
  v1::AnalyzeTextResponse response;
  v1::Questionnaire& found = analysis.questionnaire;
  response.set_state(found.answers(0).state());
  response.mutable_meetings()->Swap(found.mutable_meetings());
  response.mutable_claims()->Swap(found.mutable_claims());
  response.mutable_projects()->Swap(found.mutable_projects());
  response.mutable_publications()->Swap(found.mutable_publications());
  for (v1::Finding& finding : analysis.findings)
    response.add_findings()->Swap(&finding);
  for (v1::Suggestion& suggestion : analysis.suggestions)
    response.add_suggestions()->Swap(&suggestion);
  return response;
}

}  // namespace

absl::Status RegistryService::CurateOne(
    const v1::CurateQuestionnaireRequest& request,
    v1::Questionnaire& questionnaire) const {
  Curator curator{.author = request.author(), .reason = request.reason()};
  if (std::any_of(
          request.steps().begin(), request.steps().end(),
          [](const v1::CurationStep& step) { return step.has_decide(); })) {
    ASSIGN_OR_RETURN(const int64_t revision, reader_.Resolve(0));
    ASSIGN_OR_RETURN(curator.round,
                     finding_reader_.OptionsFor(request.name(), revision));
  }
  return registry::CurateQuestionnaire(request.steps(), curator, questionnaire);
}

grpc::ServerUnaryReactor* RegistryService::CurateQuestionnaire(
    Context* context, const Buffer* request, Buffer* response) {
  // Kept until the record is written: the steps may be made again.
  const auto parsed = std::make_shared<v1::CurateQuestionnaireRequest>();
  absl::Status status = ReadInto(*request, *parsed);
  if (!status.ok()) return Refuse(*context, status);
  WriteContext write_context = ContextOf(*parsed);
  Unary* const reactor = context->DefaultReactor();
  registry_.Edit({.name = parsed->name(),
                  .etag = parsed->etag(),
                  .edit =
                      [this, parsed](Message& record) {
                        return CurateOne(
                            *parsed, static_cast<v1::Questionnaire&>(record));
                      },
                  .bytes = parsed->ByteSizeLong(),
                  .context = std::move(write_context)},
                 AnswerLater(reactor, response));
  return reactor;
}

grpc::ServerUnaryReactor* RegistryService::CurateRound(Context* context,
                                                       const Buffer* request,
                                                       Buffer* response) {
  const auto parsed = std::make_shared<v1::CurateRoundRequest>();
  absl::Status status = ReadInto(*request, *parsed);
  if (!status.ok()) return Refuse(*context, status);
  WriteContext write_context = ContextOf(*parsed);
  Unary* const reactor = context->DefaultReactor();
  registry_.Edit(
      {.name = parsed->name(),
       .etag = parsed->etag(),
       .edit =
           [this, parsed](Message& record) {
             return registry::CurateRound(
                 parsed->steps(),
                 {.author = parsed->author(), .reason = parsed->reason()},
                 reader_, static_cast<v1::Round&>(record));
           },
       .bytes = parsed->ByteSizeLong(),
       .context = std::move(write_context)},
      AnswerLater(reactor, response));
  return reactor;
}

absl::StatusOr<std::string> RegistryService::FindingsBytes(
    const Buffer& buffer) const {
  v1::ListFindingsRequest request;
  RETURN_IF_ERROR(ReadInto(buffer, request));
  ASSIGN_OR_RETURN(const FindingCall call, FindingCallOf(request));
  ASSIGN_OR_RETURN(auto page, finding_reader_.ListFindings(call));
  return PageBytes<v1::ListFindingsResponse>(
      request, std::move(page), [](v1::ListFindingsResponse& response) {
        return response.add_findings();
      });
}

absl::StatusOr<std::string> RegistryService::SuggestionsBytes(
    const Buffer& buffer) const {
  v1::ListSuggestionsRequest request;
  RETURN_IF_ERROR(ReadInto(buffer, request));
  ASSIGN_OR_RETURN(const FindingCall call, FindingCallOf(request));
  ASSIGN_OR_RETURN(auto page, finding_reader_.ListSuggestions(call));
  return PageBytes<v1::ListSuggestionsResponse>(
      request, std::move(page), [](v1::ListSuggestionsResponse& response) {
        return response.add_suggestions();
      });
}

absl::StatusOr<std::string> RegistryService::AnalysisBytes(
    const Buffer& buffer) const {
  v1::AnalyzeTextRequest request;
  RETURN_IF_ERROR(ReadInto(buffer, request));
  ASSIGN_OR_RETURN(const int year, YearOf(request));
  std::string bytes =
      ResponseOf(
          AnalyzeAnswer(
              {.question_id = request.question_id(),
               .text = std::move(*request.mutable_text()),
               .round_year = year,
               .mechanism_title = std::move(*request.mutable_mechanism_title()),
               .question_as_written =
                   std::move(*request.mutable_question_as_written())}))
          .SerializeAsString();
  if (bytes.size() > kMessageBytesMax)
    return ErrorWithReason(
        absl::StatusCode::kResourceExhausted, "ANALYSIS_TOO_LARGE",
        absl::StrCat("text: got one whose items take ", bytes.size(),
                     " bytes with their quotes, want a shorter one of at most ",
                     kMessageBytesMax),
        {{"bytes_max", absl::StrCat(kMessageBytesMax)}});
  return bytes;
}

grpc::ServerUnaryReactor* RegistryService::ListFindings(Context* context,
                                                        const Buffer* request,
                                                        Buffer* response) {
  return Answer(*context, FindingsBytes(*request), *response);
}

grpc::ServerUnaryReactor* RegistryService::ListSuggestions(
    Context* context, const Buffer* request, Buffer* response) {
  return Answer(*context, SuggestionsBytes(*request), *response);
}

grpc::ServerUnaryReactor* RegistryService::AnalyzeText(Context* context,
                                                       const Buffer* request,
                                                       Buffer* response) {
  return Answer(*context, AnalysisBytes(*request), *response);
}

}  // namespace compendium::registry
