// SPDX-License-Identifier: Apache-2.0
#include "lib/connect/problem_of.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "lib/connect/connect_code.h"
#include "lib/http/problem.h"
#include "lib/request/error_details.h"

namespace compendium::connect {

http::Response ProblemOf(const absl::Status& error) {
  std::vector<http::FieldError> errors;
  for (FieldProblem& problem : FieldProblemsOf(error))
    errors.push_back({std::move(problem.path), std::move(problem.description)});
  const std::string reason = ReasonOf(error);
  http::Response response = http::ProblemResponse(
      HttpStatusOf(error.code()),
      reason.empty() ? absl::AsciiStrToUpper(CodeName(error.code())) : reason,
      error.message(), errors);
  if (const auto delay = RetryDelayOf(error); delay.has_value())
    http::AddRetryAfter(*delay, response);
  return response;
}

}  // namespace compendium::connect
