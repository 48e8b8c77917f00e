// SPDX-License-Identifier: Apache-2.0
// gzip (RFC 1952) of texts in memory. Pure functions; any thread.
#pragma once

#include <cstddef>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace compendium::http {

// Equal bytes give equal bytes: there is no time in them. Some 10 ns a byte.
std::string Gzip(absl::string_view bytes);

// INVALID_ARGUMENT for what is not exactly one gzip member, RESOURCE_EXHAUSTED
// when more than `bytes_max` would come out.
absl::StatusOr<std::string> Gunzip(absl::string_view bytes, size_t bytes_max);

}  // namespace compendium::http
