// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace compendium::registry {

// A new store_id from the operating system's random numbers: 32 lower-case
// hexadecimal digits.
std::string MakeStoreId();

}  // namespace compendium::registry
