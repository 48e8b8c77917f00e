// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace compendium::tests {

// The number in the environment variable `name`, or `otherwise` when it is not
// set; fails the test when it holds something else.
int64_t NumberFromEnvironment(const char* name, int64_t otherwise);

}  // namespace compendium::tests
