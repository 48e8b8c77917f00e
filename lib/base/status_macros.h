// SPDX-License-Identifier: Apache-2.0
// The only macros of the project: leave a function early with an error, and
// stop the program on a broken invariant. Propagation adds no context; where
// context is new, build the status by hand.
#pragma once

#include <cstdio>
#include <cstdlib>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

#define COMPENDIUM_CONCAT_INNER(a, b) a##b
#define COMPENDIUM_CONCAT(a, b) COMPENDIUM_CONCAT_INNER(a, b)

// Returns `expression`'s status from the enclosing function unless it is OK.
#define RETURN_IF_ERROR(expression)                         \
  do {                                                      \
    if (absl::Status return_if_error_status = (expression); \
        !return_if_error_status.ok())                       \
      return return_if_error_status;                        \
  } while (false)

// `ASSIGN_OR_RETURN(auto x, F())`: declares or assigns the value of a StatusOr,
// or returns its status from the enclosing function.
#define ASSIGN_OR_RETURN(target, expression)                             \
  ASSIGN_OR_RETURN_IMPL(COMPENDIUM_CONCAT(status_or_, __LINE__), target, \
                        expression)
#define ASSIGN_OR_RETURN_IMPL(holder, target, expression) \
  auto holder = (expression);                             \
  if (!holder.ok()) return std::move(holder).status();    \
  target = *std::move(holder)

// Ends the process when `condition` is false, also in release builds: after a
// broken invariant nobody knows what would be written next.
#define CHECK(condition)                                                    \
  do {                                                                      \
    if (!(condition)) [[unlikely]] {                                        \
      std::fprintf(stderr, "%s:%d: CHECK failed: %s\n", __FILE__, __LINE__, \
                   #condition);                                             \
      std::abort();                                                         \
    }                                                                       \
  } while (false)
