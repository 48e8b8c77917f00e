// SPDX-License-Identifier: Apache-2.0
// Projects and publications for people, one after the other under the name of
// the mechanism and its round.
#pragma once

#include <cstddef>
#include <string>

#include "compendium/reporting/v1/projects.pb.h"
#include "compendium/reporting/v1/publications.pb.h"
#include "lib/words/short_name.h"

namespace compendium {

struct ItemTextOptions {
  size_t width = 80;
  bool evidence = false;  // quote the words that each rests on
};

// Every field of each project, long texts cut.
std::string ProjectsText(const reporting::v1::Projects& projects,
                         const ShortNames& names,
                         const ItemTextOptions& options);

// Every field of each publication.
std::string PublicationsText(const reporting::v1::Publications& publications,
                             const ShortNames& names,
                             const ItemTextOptions& options);

}  // namespace compendium
