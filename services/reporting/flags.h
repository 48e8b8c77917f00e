// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/reporting/options.h"

namespace compendium::reporting {

// What the command line says, once absl::ParseCommandLine has read it.
Options OptionsFromFlags();

}  // namespace compendium::reporting
