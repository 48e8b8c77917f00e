// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "absl/strings/string_view.h"

namespace compendium::http {

// Whether who sends this Accept-Encoding (RFC 9110 §12.5.3) takes gzip and does
// not like "identity" better. What is no list of codings is taken for none.
bool AcceptsGzip(absl::string_view accept_encoding);

}  // namespace compendium::http
