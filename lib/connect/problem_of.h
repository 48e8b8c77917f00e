// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "absl/status/status.h"
#include "lib/http/message.h"

namespace compendium::connect {

// The error of a method as RFC 9457 has it (lib/http/problem.h), for clients
// that know nothing of Connect: its HTTP status is the same; its ErrorInfo is
// `reason`, or the name of the code where it has none; its BadRequest is
// `errors`; its RetryInfo is Retry-After. Not for OK.
http::Response ProblemOf(const absl::Status& error);

}  // namespace compendium::connect
