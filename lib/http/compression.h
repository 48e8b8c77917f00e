// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lib/http/message.h"

namespace compendium::http {

// Compresses the body where the client likes gzip, the body is a text in memory
// of some length and no other coding was chosen; says so in the fields, also
// for caches. An entity tag gets "-gzip" at its end, since the bytes are
// others. A stream is left as it is: its parts are to leave at once.
void CompressResponse(const Request& request, Response& response);

}  // namespace compendium::http
