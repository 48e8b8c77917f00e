// SPDX-License-Identifier: Apache-2.0
#include "cli/exit_code.h"

namespace compendium {
namespace {

constexpr char kBadInputUrl[] = "compendium.cli/bad_input";
constexpr char kBadUsageUrl[] = "compendium.cli/bad_usage";
constexpr char kBadOutputUrl[] = "compendium.cli/bad_output";

}  // namespace

absl::Status BadInput(absl::Status status) {
  status.SetPayload(kBadInputUrl, absl::Cord());
  return status;
}

absl::Status BadUsage(absl::Status status) {
  status.SetPayload(kBadUsageUrl, absl::Cord());
  return status;
}

absl::Status BadOutput(absl::Status status) {
  status.SetPayload(kBadOutputUrl, absl::Cord());
  return status;
}

ExitCode ExitCodeOf(const absl::Status& status) {
  if (status.ok()) return ExitCode::kOk;
  if (status.GetPayload(kBadInputUrl).has_value()) return ExitCode::kBadInput;
  if (status.GetPayload(kBadUsageUrl).has_value()) return ExitCode::kUsage;
  if (status.GetPayload(kBadOutputUrl).has_value()) return ExitCode::kNegative;
  switch (status.code()) {
    case absl::StatusCode::kUnavailable:
    case absl::StatusCode::kDeadlineExceeded:
    case absl::StatusCode::kCancelled:
      return ExitCode::kUnreachable;
    default:
      return ExitCode::kRefused;
  }
}

}  // namespace compendium
