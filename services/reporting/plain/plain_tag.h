// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "absl/strings/string_view.h"
#include "services/reporting/plain/state_id.h"

namespace compendium::reporting {

// The entity tag, with its quotation marks and without "W/", of the answer to
// what was asked (`key`) that a release computes from a state: "29-…". It is
// known before the answer is, and weak: equal tags mean equal content, and the
// bytes are whatever the release writes.
std::string TagOf(const StateId& state, absl::string_view release,
                  absl::string_view key);

}  // namespace compendium::reporting
