// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "compendium/registry/v1/registry_service.pb.h"

namespace compendium {

// A message of the feed as lines for people, one for each record: revision,
// time, what happened, name, who and why. Empty for progress messages.
std::string ChangeLines(const registry::v1::WatchResponse& message);

}  // namespace compendium
