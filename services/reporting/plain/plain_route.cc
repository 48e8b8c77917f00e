// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/plain/plain_route.h"

#include <utility>
#include <variant>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "lib/base/status_macros.h"
#include "lib/connect/call_request.h"
#include "lib/connect/codec.h"
#include "lib/connect/problem_of.h"
#include "lib/http/accept.h"
#include "lib/http/entity_tag.h"
#include "lib/http/problem.h"
#include "lib/http/read_response.h"
#include "lib/json/json_output.h"
#include "lib/report/format_traits.h"
#include "lib/request/deterministic_bytes.h"
#include "services/reporting/plain/plain_headers.h"
#include "services/reporting/plain/plain_tag.h"

namespace compendium::reporting {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

constexpr absl::string_view kByteOrderMark = "\xef\xbb\xbf";

// In the order of PlainFormat; who takes anything gets the first.
constexpr absl::string_view kTypes[] = {"application/json", "text/csv"};

absl::Span<const absl::string_view> TypesOf(const Route& route) {
  return absl::MakeConstSpan(kTypes).first(route.csv == nullptr ? 1 : 2);
}

// The format that the query says, or else the one that the client likes best;
// nothing when it likes none that there is.
std::optional<PlainFormat> FormatOf(const http::Request& request,
                                    const PlainQuery& query,
                                    const Route& route) {
  if (query.format.has_value()) return query.format;
  const auto chosen = http::ChooseType(
      request.fields.Find("accept").value_or(""), TypesOf(route));
  if (!chosen.has_value()) return std::nullopt;
  return *chosen == 0 ? PlainFormat::kJson : PlainFormat::kCsv;
}

// "coverage.csv", a name for who keeps the table of /v1/coverage.
std::string FileNameOf(const Route& route) {
  return absl::StrCat(route.path.substr(route.path.rfind('/') + 1), ".csv");
}

void ClearMinRevision(Message& request) {
  request.GetReflection()->ClearField(
      &request, request.GetDescriptor()->FindFieldByName("min_revision"));
}

// Of the page after this one; empty after the last, and for what has no pages.
std::string NextPageTokenOf(const Message& answer) {
  const FieldDescriptor* field =
      answer.GetDescriptor()->FindFieldByName("next_page_token");
  return field == nullptr ? ""
                          : answer.GetReflection()->GetString(answer, field);
}

int64_t RevisionOf(const Message& answer) {
  const FieldDescriptor* field =
      answer.GetDescriptor()->FindFieldByName("computed_at_revision");
  return answer.GetReflection()->GetInt64(answer, field);
}

}  // namespace

PlainRoute::PlainRoute(const Route& route, const connect::Method& method,
                       const Options& options, connect::Caller& caller,
                       BodyCache& cache)
    : route_(route),
      method_(method),
      options_(options),
      caller_(caller),
      cache_(cache) {}

void PlainRoute::Handle(std::shared_ptr<http::Exchange> exchange) {
  const http::Request& request = exchange->request();
  if (!http::IsRead(request)) return RespondError(*exchange, http::OnlyReads());
  absl::StatusOr<PlainQuery> query =
      ReadPlainQuery(request.target, route_, *method_.descriptor->input_type());
  if (!query.ok())
    return RespondError(*exchange, connect::ProblemOf(query.status()));
  const std::optional<PlainFormat> format = FormatOf(request, *query, route_);
  if (!format.has_value())
    return RespondError(*exchange, NotAcceptable(TypesOf(route_)));
  Asked asked = MakeAsked(*std::move(query), *format);
  if (std::optional<http::Response> response = FromCache(request, asked)) {
    exchange->Respond(*std::move(response));
  } else {
    Call(exchange, std::move(asked));
  }
}

PlainRoute::Asked PlainRoute::MakeAsked(PlainQuery query,
                                        PlainFormat format) const {
  Asked asked{.query = std::move(query), .format = format};
  const PlainQuery& of = asked.query;
  if (TakesAsOf(*method_.descriptor->input_type())) {
    asked.of = Of::kLatest;
    if (of.as_of.has_value())
      asked.of = std::holds_alternative<int64_t>(*of.as_of) ? Of::kRevision
                                                            : Of::kTime;
    asked.state = options_.state();
  }
  const bool is_csv = format == PlainFormat::kCsv;
  absl::StrAppend(&asked.key, route_.path, is_csv ? " csv" : " json",
                  is_csv && of.bom ? " bom" : "",
                  is_csv && of.csv_text == CsvText::kRaw ? " raw" : "", "\n");
  if (asked.of == Of::kLatest) {
    const std::unique_ptr<Message> request(of.request->New());
    request->CopyFrom(*of.request);
    ClearMinRevision(*request);
    asked.key += SerializeDeterministic(*request);
  } else {
    asked.key += SerializeDeterministic(*of.request);
  }
  return asked;
}

std::optional<http::Response> PlainRoute::FromCache(
    const http::Request& request, const Asked& asked) {
  if (asked.of == Of::kRevision) {
    const auto kept = cache_.Find(asked.key);
    if (!kept.has_value()) return std::nullopt;
    return Respond(request, asked, *kept);
  }
  const int64_t min_revision = asked.query.min_revision;
  if (asked.of != Of::kLatest || min_revision < 0 ||
      min_revision > asked.state.revision)
    return std::nullopt;
  const std::string tag = TagOf(asked.state, options_.release, asked.key);
  const auto kept = cache_.Find(asked.key);
  if (kept.has_value() && kept->tag == tag)
    return Respond(request, asked, *kept);
  const std::string known = request.fields.Find("if-none-match").value_or("");
  // Whether there is an answer at all ("*"), only the method knows.
  if (absl::StripAsciiWhitespace(known) == "*" ||
      !http::KnownEntityTag(known, tag).has_value())
    return std::nullopt;
  return Respond(request, asked, {.tag = tag, .text = nullptr});
}

void PlainRoute::Call(const std::shared_ptr<http::Exchange>& exchange,
                      Asked asked) {
  const connect::CallRequest call{.message =
                                      asked.query.request->SerializeAsString()};
  const auto shared = std::make_shared<const Asked>(std::move(asked));
  caller_.Call(exchange, method_, call,
               [this, exchange, shared](absl::StatusOr<std::string> bytes) {
                 absl::StatusOr<http::Response> response =
                     FromMethod(exchange->request(), *shared, std::move(bytes));
                 if (response.ok()) {
                   exchange->Respond(*std::move(response));
                 } else {
                   RespondError(*exchange,
                                connect::ProblemOf(response.status()));
                 }
               });
}

absl::StatusOr<http::Response> PlainRoute::FromMethod(
    const http::Request& request, const Asked& asked,
    absl::StatusOr<std::string> bytes) {
  RETURN_IF_ERROR(bytes.status());
  const std::unique_ptr<Message> answer =
      connect::NewMessage(*method_.descriptor->output_type());
  if (!answer->ParseFromString(*bytes))
    return absl::InternalError("the response is no message of its type");
  ASSIGN_OR_RETURN(std::string text, Write(asked, *answer));
  const int64_t revision = asked.of == Of::kNone ? 0 : RevisionOf(*answer);
  std::string tag = TagOfAnswer(asked, revision, text);
  FinishedBody body{.tag = std::move(tag),
                    .text = http::ShareText(std::move(text))};
  const bool keep = asked.of == Of::kLatest || asked.of == Of::kRevision;
  if (keep && !body.tag.empty()) cache_.Put(asked.key, body);
  http::Response response = Respond(request, asked, body);
  AddNextPage(request.target, NextPageTokenOf(*answer), response);
  return response;
}

absl::StatusOr<std::string> PlainRoute::Write(const Asked& asked,
                                              const Message& answer) const {
  if (asked.format == PlainFormat::kJson) return JsonText(answer);
  return absl::StrCat(asked.query.bom ? kByteOrderMark : "",
                      route_.csv(answer, asked.query.csv_text));
}

std::string PlainRoute::TagOfAnswer(const Asked& asked, int64_t revision,
                                    const std::string& text) const {
  if (asked.of != Of::kLatest) return http::EntityTagOf(text);
  if (revision == asked.state.revision)
    return TagOf(asked.state, options_.release, asked.key);
  const StateId state = options_.state();
  if (revision == state.revision)
    return TagOf(state, options_.release, asked.key);
  return "";
}

http::Response PlainRoute::Respond(const http::Request& request,
                                   const Asked& asked,
                                   const FinishedBody& body) const {
  http::Response response =
      ReadResponse(request, {.tag = body.tag,
                             .weak = asked.of == Of::kLatest,
                             .never_changes = asked.of == Of::kRevision});
  response.route = route_.path;
  if (response.status == 304) return response;
  const bool is_csv = asked.format == PlainFormat::kCsv;
  response.fields.Add("Content-Type", TraitsOf(is_csv ? v1::REPORT_FORMAT_CSV
                                                      : v1::REPORT_FORMAT_JSON)
                                          .media_type);
  if (is_csv)
    response.fields.Add(
        "Content-Disposition",
        absl::StrCat("attachment; filename=\"", FileNameOf(route_), "\""));
  response.body = body.text;
  return response;
}

void PlainRoute::RespondError(http::Exchange& exchange,
                              http::Response response) const {
  response.route = route_.path;
  exchange.Respond(std::move(response));
}

}  // namespace compendium::reporting
