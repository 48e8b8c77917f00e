// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "compendium/reporting/v1/clashes.pb.h"
#include "lib/words/short_name.h"

namespace compendium {

// Clashes for people, `width` columns wide: the two meetings of each, and under
// them the days with the States that are expected at both. Certain clashes come
// first, possible ones under a heading of their own.
std::string ClashesText(const reporting::v1::Clashes& clashes,
                        const ShortNames& names, size_t width);

}  // namespace compendium
