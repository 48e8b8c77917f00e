// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace compendium {

// A goal, or which sort of target. A target with a letter is a means of
// implementation, and so is every target of goal 17.
enum class SdgKind { kGoal, kOutcome, kMeansOfImplementation };

// The code of one of the 17 Sustainable Development Goals ("10") or of their
// 169 targets ("10.7", "4.b") of A/RES/70/1. It is never a decimal number: 8.1
// and 8.10 are two targets. An immutable value; any thread may use it.
class SdgCode {
 public:
  // The letter may be a capital; nothing else is tolerated: no blanks, no
  // leading zeros. kInvalidArgument for every code that does not exist.
  static absl::StatusOr<SdgCode> Parse(absl::string_view text);

  // The same without a message: nothing for a code that does not exist.
  static std::optional<SdgCode> Find(absl::string_view text);

  // All goals and targets in order: each goal, then its targets.
  static absl::Span<const SdgCode> All();

  // As Parse reads it, the letter in lower case.
  std::string ToString() const;

  // 1 … 17; of a target, the goal it belongs to.
  int goal() const { return goal_; }
  bool is_goal() const { return target_ == 0; }

  // The code of that goal; of a goal, itself.
  SdgCode goal_code() const { return SdgCode(goal_, 0); }

  SdgKind kind() const;

  // A short title in this project's words; not the official wording.
  absl::string_view title() const;

  // The United Nations' name of it, e.g. http://metadata.un.org/sdg/10.7. The
  // scheme is http by their definition.
  std::string Iri() const;

  // By goal; within it the goal itself, the numbered targets by number, then
  // those with letters.
  // NOLINTNEXTLINE(modernize-use-nullptr): the check mistakes the operator's 0
  friend auto operator<=>(const SdgCode& a, const SdgCode& b) = default;

  template <typename H>
  friend H AbslHashValue(H state, const SdgCode& code) {
    return H::combine(std::move(state), code.goal_, code.target_);
  }

 private:
  SdgCode(int goal, int target) : goal_(goal), target_(target) {}

  int goal_;
  int target_;  // 0 the goal itself, 1 to 99 a number, above that a letter
};

}  // namespace compendium
