// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "lib/request/error_details.h"
#include "lib/request/field_rules.h"

namespace compendium::registry {

// The problems found in one request so far; those beyond what an error can
// carry are only noticed. Not thread-safe.
class FieldProblems {
 public:
  void Add(std::string path, std::string description) {
    if (problems_.size() < FieldRules::kProblemCountMax)
      problems_.push_back({std::move(path), std::move(description)});
  }

  // OK when there is none, else INVALID_ARGUMENT with all of them.
  absl::Status ToStatus() const {
    return problems_.empty() ? absl::OkStatus() : InvalidFields(problems_);
  }

 private:
  std::vector<FieldProblem> problems_;
};

}  // namespace compendium::registry
