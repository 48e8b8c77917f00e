// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "absl/strings/string_view.h"
#include "lib/connect/method_table.h"

namespace compendium::reporting {

// The plain routes as an OpenAPI 3.1 document: made of the table of routes, the
// descriptors of their methods, and what parameters mean, which descriptors do
// not say. Schemas are those of proto3's JSON. The example of a parameter is of
// the sample round (data/round-2016.json). `methods` has those of the routes.
std::string OpenApiDocument(const connect::MethodTable& methods,
                            absl::string_view release);

}  // namespace compendium::reporting
