// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "compendium/registry/v1/mechanism.pb.h"

namespace compendium {

// A mechanism of which more is known than a document says.
struct KnownMechanism {
  std::string id;  // the last part of its resource name
  std::string display_name;
  std::string acronym;  // empty when there is none
  registry::v1::MechanismLevel level =
      registry::v1::MECHANISM_LEVEL_UNSPECIFIED;
};

// The mechanism in data/mechanisms.csv that `heading` names; null when none.
// Compared by NameKey and exactly: the heading as a whole, without the remark
// in parentheses at its end, or one of the names in those parentheses ("RCM –
// also known as Puebla Process"). Lives as long as the program; any thread.
const KnownMechanism* FindKnownMechanism(absl::string_view heading);

// What is said of a mechanism that is in no table: its id is made from the
// acronym in the heading's parentheses, else from the heading without them;
// the same heading always gives the same id. The level is unspecified.
KnownMechanism MakeMechanism(absl::string_view heading);

}  // namespace compendium
