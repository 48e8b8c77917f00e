// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "absl/strings/string_view.h"

namespace compendium {

// The id of a mechanism or round, the last part of its resource name: "midsa"
// for "mechanisms/midsa". Borrows from `resource_name`.
inline absl::string_view RecordId(absl::string_view resource_name) {
  const size_t slash = resource_name.rfind('/');
  return slash == absl::string_view::npos ? resource_name
                                          : resource_name.substr(slash + 1);
}

// The id of a questionnaire's mechanism: "midsa" for
// "mechanisms/midsa/questionnaires/2016". Borrows from `questionnaire`.
inline absl::string_view MechanismId(absl::string_view questionnaire) {
  return RecordId(
      questionnaire.substr(0, questionnaire.find("/questionnaires/")));
}

}  // namespace compendium
