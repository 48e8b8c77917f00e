// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "absl/time/time.h"
#include "lib/http/message.h"

namespace compendium::http {

// What a client is answered that asks too often: 429, to come again after
// `wait`, in whole seconds.
Response TooManyRequests(absl::Duration wait);

// What it is answered when too many bodies are in memory: 503.
Response TooManyBytes();

}  // namespace compendium::http
