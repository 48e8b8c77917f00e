// SPDX-License-Identifier: Apache-2.0
#include "lib/request/error_details.h"

#include <google/protobuf/message.h>

#include <utility>

#include "absl/strings/cord.h"
#include "absl/strings/str_cat.h"
#include "google/rpc/error_details.pb.h"
#include "lib/base/status_macros.h"

namespace compendium {
namespace {

constexpr absl::string_view kDomain = "compendium";

// The message repeats the first problems for people; programs read them in the
// details. Both share the 8 KiB of trailers that gRPC clients take by default,
// so problems beyond these sizes are left out; a client that has corrected the
// first ones is told the rest.
constexpr size_t kMessageBytesMax = 512;
constexpr size_t kViolationBytesMax = 2560;

// The type URL under which google.rpc details travel.
template <class Detail>
std::string TypeUrl() {
  return absl::StrCat("type.googleapis.com/",
                      Detail::descriptor()->full_name());
}

template <class Detail>
void Attach(const Detail& detail, absl::Status& status) {
  status.SetPayload(TypeUrl<Detail>(), absl::Cord(detail.SerializeAsString()));
}

// The status's detail of that type; an empty one when there is none.
template <class Detail>
Detail DetailOf(const absl::Status& status) {
  Detail detail;
  const auto payload = status.GetPayload(TypeUrl<Detail>());
  if (!payload.has_value() || !detail.ParseFromString(std::string(*payload)))
    detail.Clear();
  return detail;
}

std::string MessageFor(const std::vector<FieldProblem>& problems) {
  std::string message;
  for (size_t i = 0; i < problems.size(); ++i) {
    const std::string text = absl::StrCat(i == 0 ? "" : "; ", problems[i].path,
                                          ": ", problems[i].description);
    if (i > 0 && message.size() + text.size() > kMessageBytesMax) {
      absl::StrAppend(&message, "; and ", problems.size() - i, " more");
      break;
    }
    message += text;
  }
  return message;
}

}  // namespace

absl::Status InvalidFields(const std::vector<FieldProblem>& problems) {
  CHECK(!problems.empty());
  absl::Status status = ErrorWithReason(absl::StatusCode::kInvalidArgument,
                                        "INVALID_FIELD", MessageFor(problems));
  google::rpc::BadRequest bad_request;
  for (const FieldProblem& problem : problems) {
    const size_t size = problem.path.size() + problem.description.size();
    if (bad_request.field_violations_size() > 0 &&
        bad_request.ByteSizeLong() + size > kViolationBytesMax)
      break;
    auto& violation = *bad_request.add_field_violations();
    violation.set_field(problem.path);
    violation.set_description(problem.description);
  }
  Attach(bad_request, status);
  return status;
}

absl::Status InvalidField(absl::string_view path,
                          absl::string_view description) {
  return InvalidFields({{std::string(path), std::string(description)}});
}

absl::Status ErrorWithReason(absl::StatusCode code, absl::string_view reason,
                             absl::string_view message,
                             std::initializer_list<ErrorValue> values) {
  CHECK(code != absl::StatusCode::kOk);
  absl::Status status(code, message);
  google::rpc::ErrorInfo info;
  info.set_reason(std::string(reason));
  info.set_domain(std::string(kDomain));
  for (const ErrorValue& value : values)
    (*info.mutable_metadata())[std::string(value.name)] = value.value;
  Attach(info, status);
  return status;
}

absl::Status PreconditionError(absl::string_view reason,
                               absl::string_view subject,
                               absl::string_view description) {
  absl::Status status =
      ErrorWithReason(absl::StatusCode::kFailedPrecondition, reason,
                      absl::StrCat(subject, ": ", description),
                      {{"subject", std::string(subject)}});
  google::rpc::PreconditionFailure failure;
  auto& violation = *failure.add_violations();
  violation.set_type(std::string(reason));
  violation.set_subject(std::string(subject));
  violation.set_description(std::string(description));
  Attach(failure, status);
  return status;
}

absl::Status TryAgainError(absl::string_view reason, absl::string_view message,
                           absl::Duration retry_delay) {
  absl::Status status =
      ErrorWithReason(absl::StatusCode::kUnavailable, reason, message);
  google::rpc::RetryInfo retry;
  absl::Duration rest;
  const int64_t seconds =
      absl::IDivDuration(retry_delay, absl::Seconds(1), &rest);
  retry.mutable_retry_delay()->set_seconds(seconds);
  retry.mutable_retry_delay()->set_nanos(
      static_cast<int32_t>(absl::ToInt64Nanoseconds(rest)));
  Attach(retry, status);
  return status;
}

std::string ReasonOf(const absl::Status& status) {
  return DetailOf<google::rpc::ErrorInfo>(status).reason();
}

std::optional<absl::Duration> RetryDelayOf(const absl::Status& status) {
  const auto retry = DetailOf<google::rpc::RetryInfo>(status);
  if (!retry.has_retry_delay()) return std::nullopt;
  return absl::Seconds(retry.retry_delay().seconds()) +
         absl::Nanoseconds(retry.retry_delay().nanos());
}

std::vector<FieldProblem> FieldProblemsOf(const absl::Status& status) {
  std::vector<FieldProblem> problems;
  const auto bad_request = DetailOf<google::rpc::BadRequest>(status);
  for (const auto& violation : bad_request.field_violations())
    problems.push_back({violation.field(), violation.description()});
  return problems;
}

std::vector<std::string> FieldPathsOf(const absl::Status& status) {
  std::vector<std::string> paths;
  for (FieldProblem& problem : FieldProblemsOf(status))
    paths.push_back(std::move(problem.path));
  return paths;
}

}  // namespace compendium
