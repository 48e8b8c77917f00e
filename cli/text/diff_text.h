// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "compendium/reporting/v1/diff.pb.h"
#include "lib/words/short_name.h"

namespace compendium {

// Why figures changed, for people: below a heading for each aggregate every
// cell that differs, with what it said before and says now, the quotes that
// came (+) and went (-), and who changed it when and why. At the end how many
// there are. `width` columns wide, at least 40.
std::string DiffText(const reporting::v1::Diff& diff, const ShortNames& names,
                     size_t width);

}  // namespace compendium
