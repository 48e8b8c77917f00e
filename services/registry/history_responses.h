// SPDX-License-Identifier: Apache-2.0
// The responses that hold no records, as messages.
#pragma once

#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "compendium/registry/v1/registry_service.pb.h"
#include "services/registry/feed/feed.h"
#include "services/registry/registry_reader.h"
#include "services/registry/store/store.h"

namespace compendium::registry {

v1::ListRevisionsResponse RevisionsResponse(const VersionPage& page,
                                            std::string next_page_token);

// Takes the payloads and values out of `page`.
v1::ListLogEntriesResponse LogEntriesResponse(LogPage page);

// What runs, since when, over which store, and who watches.
v1::GetRegistryStatusResponse StatusResponse(const Store& store,
                                             const Feed& feed,
                                             absl::string_view release,
                                             absl::Time start_time);

}  // namespace compendium::registry
