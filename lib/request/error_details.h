// SPDX-License-Identifier: Apache-2.0
// Errors that carry google.rpc details (AIP-193) as payloads of absl::Status,
// so that code without gRPC can say exactly what was wrong. lib/rpc puts them
// on the wire. Every error that leaves a service has one ErrorInfo; lib/rpc
// adds a generic one where none was given.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"

namespace compendium {

// A value that an error's message names, for programs.
struct ErrorValue {
  absl::string_view name;
  std::string value;
};

// A wrong field of a request: its path and "got X, want Y".
struct FieldProblem {
  std::string path;
  std::string description;
};

// INVALID_ARGUMENT with reason INVALID_FIELD and a BadRequest that lists the
// problems (at least one). The message is "path: description; …".
absl::Status InvalidFields(const std::vector<FieldProblem>& problems);

// The same for one field.
absl::Status InvalidField(absl::string_view path,
                          absl::string_view description);

// An error with an ErrorInfo: `reason` is a constant such as ETAG_MISMATCH.
absl::Status ErrorWithReason(absl::StatusCode code, absl::string_view reason,
                             absl::string_view message,
                             std::initializer_list<ErrorValue> values = {});

// FAILED_PRECONDITION with ErrorInfo and one PreconditionFailure violation.
// `reason` is also the violation's type, `subject` the resource name.
absl::Status PreconditionError(absl::string_view reason,
                               absl::string_view subject,
                               absl::string_view description);

// UNAVAILABLE with ErrorInfo and RetryInfo.
absl::Status TryAgainError(absl::string_view reason, absl::string_view message,
                           absl::Duration retry_delay);

// The reason of the status's ErrorInfo; empty when it has none.
std::string ReasonOf(const absl::Status& status);

// The delay of the status's RetryInfo; absent when it has none.
std::optional<absl::Duration> RetryDelayOf(const absl::Status& status);

// The problems of the status's BadRequest, in order.
std::vector<FieldProblem> FieldProblemsOf(const absl::Status& status);

// The paths of these.
std::vector<std::string> FieldPathsOf(const absl::Status& status);

}  // namespace compendium
