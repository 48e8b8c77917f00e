// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/answer_state.h"

#include <array>
#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"

namespace compendium {
namespace {

constexpr std::array<std::pair<AnswerState, absl::string_view>, 6> kNames = {
    {{AnswerState::kAnswered, "answered"},
     {AnswerState::kNotApplicable, "not_applicable"},
     {AnswerState::kNothingToReport, "nothing_to_report"},
     {AnswerState::kBlank, "blank"},
     {AnswerState::kCrossReference, "cross_reference"},
     {AnswerState::kNegativeStatement, "negative_statement"}}};

}  // namespace

absl::string_view ToString(AnswerState state) {
  for (const auto& [value, name] : kNames) {
    if (value == state) return name;
  }
  CHECK(false);  // no other value can be made but by a cast
  return "";
}

absl::StatusOr<AnswerState> ParseAnswerState(absl::string_view text) {
  for (const auto& [value, name] : kNames) {
    if (name == text) return value;
  }
  return absl::InvalidArgumentError(
      absl::StrCat("got \"", absl::CHexEscape(text.substr(0, 32)),
                   "\", want answered, not_applicable, nothing_to_report, "
                   "blank, cross_reference or negative_statement"));
}

}  // namespace compendium
