// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/escaping.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "lib/base/status_macros.h"

namespace compendium {

// The number of an accepted request in the one log: 1, 2, 3 … without gaps.
// 0 is the state before the first. A type of its own, so that no count and no
// index is ever taken for one. An immutable value; any thread may use it.
class Revision {
 public:
  // Before the first.
  constexpr Revision() = default;

  // kInvalidArgument for anything but a number from 0 to the largest int64,
  // in decimal digits without sign or leading zeros.
  static absl::StatusOr<Revision> Parse(absl::string_view text);

  // For numbers from a wire or a disk; kInvalidArgument below 0.
  static absl::StatusOr<Revision> FromNumber(int64_t number);

  // Decimal digits, as Parse reads them.
  std::string ToString() const { return absl::StrCat(number_); }

  // For a wire or a disk; within the program, pass the revision itself.
  constexpr int64_t number() const { return number_; }

  // Whether this is before the first.
  constexpr bool is_zero() const { return number_ == 0; }

  // The one after. A log that is full is a programmer's error: at a million
  // requests in a second it takes 292,000 years.
  Revision next() const {
    CHECK(number_ < std::numeric_limits<int64_t>::max());
    return Revision(number_ + 1);
  }

  // A later revision is the greater one.
  friend auto operator<=>(const Revision& a, const Revision& b) = default;

  template <typename H>
  friend H AbslHashValue(H state, const Revision& revision) {
    return H::combine(std::move(state), revision.number_);
  }

 private:
  constexpr explicit Revision(int64_t number) : number_(number) {}

  int64_t number_ = 0;
};

inline absl::StatusOr<Revision> Revision::FromNumber(int64_t number) {
  if (number >= 0) return Revision(number);
  return absl::InvalidArgumentError(
      absl::StrCat("got revision ", number, ", want 0 or more"));
}

inline absl::StatusOr<Revision> Revision::Parse(absl::string_view text) {
  int64_t number = 0;
  // What reads as a number but is written otherwise would not round-trip.
  if (absl::SimpleAtoi(text, &number) && number >= 0 &&
      absl::StrCat(number) == text)
    return Revision(number);
  return absl::InvalidArgumentError(
      absl::StrCat("got \"", absl::CHexEscape(text.substr(0, 32)),
                   "\", want a revision: 0 or a positive number"));
}

}  // namespace compendium
