// SPDX-License-Identifier: Apache-2.0
// Single records as people read them.
#pragma once

#include <cstddef>
#include <string>

#include "compendium/registry/v1/change.pb.h"

namespace compendium {

// All that a record says, `width` columns wide. Only verbatim texts and places
// in source documents are left out; --json has them.
std::string RecordText(const registry::v1::Record& record, size_t width);

}  // namespace compendium
