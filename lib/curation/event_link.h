// SPDX-License-Identifier: Apache-2.0
// What people say about mentions being one event.
#pragma once

#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "compendium/registry/v1/curation_step.pb.h"
#include "compendium/registry/v1/round.pb.h"
#include "lib/curation/apply.h"

namespace compendium {

// Puts the link at the end of the round's, with its author and in place of one
// about exactly the same mentions. Of whether the mentions exist it knows
// nothing. INVALID_ARGUMENT, below `path`, for fewer than two mentions, or one
// twice, or no kind.
absl::Status AddEventLink(registry::v1::EventLink link,
                          const std::string& author, absl::string_view path,
                          registry::v1::Round& round);

// Takes the link of that kind about exactly these mentions out.
// INVALID_ARGUMENT naming `path`.mentions when there is none.
absl::Status RemoveOneEventLink(const registry::v1::RemoveEventLink& remove,
                                absl::string_view path,
                                registry::v1::Round& round);

}  // namespace compendium
