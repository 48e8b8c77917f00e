// SPDX-License-Identifier: Apache-2.0
#include "cli/error_output.h"

#include <optional>
#include <vector>

#include "absl/strings/cord.h"
#include "absl/strings/str_cat.h"
#include "google/rpc/error_details.pb.h"
#include "lib/words/display_width.h"

namespace compendium {
namespace {

// The detail of type `Detail`, if the status has a readable one.
template <class Detail>
std::optional<Detail> DetailOf(const absl::Status& status) {
  const auto payload = status.GetPayload(
      absl::StrCat("type.googleapis.com/", Detail::descriptor()->full_name()));
  Detail detail;
  if (!payload.has_value() || !detail.ParseFromString(std::string(*payload)))
    return std::nullopt;
  return detail;
}

std::vector<std::string> Violations(const absl::Status& status) {
  std::vector<std::string> lines;
  if (const auto request = DetailOf<google::rpc::BadRequest>(status)) {
    for (const auto& violation : request->field_violations())
      lines.push_back(
          absl::StrCat(violation.field(), ": ", violation.description()));
  }
  if (const auto failure = DetailOf<google::rpc::PreconditionFailure>(status)) {
    for (const auto& violation : failure->violations())
      lines.push_back(
          absl::StrCat(violation.subject(), ": ", violation.description()));
  }
  return lines;
}

}  // namespace

std::string ErrorText(const absl::Status& status) {
  const std::vector<std::string> violations = Violations(status);
  std::string message(status.message());
  // The message of one violation says the same as the violation.
  const bool said = violations.size() == 1 &&
                    message.find(violations[0]) != std::string::npos;
  std::string text =
      absl::StrCat("compendium: ", message, " (",
                   absl::StatusCodeToString(status.code()), ")\n");
  if (!said) {
    for (const std::string& violation : violations)
      absl::StrAppend(&text, "  ", violation, "\n");
  }
  return Printable(text);
}

}  // namespace compendium
