// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "absl/strings/string_view.h"
#include "compendium/registry/v1/mechanism.pb.h"

namespace compendium {

// What mechanisms are called in tables, where their full names do not fit.
// Not thread-safe.
class ShortNames {
 public:
  // Learns the mechanism's acronym, or the beginning of its name when its id
  // is made from that ("5+5 Dialogue on …" with the id 5-5-dialogue).
  void Add(const registry::v1::Mechanism& mechanism);

  // Learns what `other` has learnt.
  void Merge(const ShortNames& other);

  // The short name of the mechanism that `resource_name` (of a mechanism or
  // one of its questionnaires) names: what was learnt, without "Process" and
  // the like, or else the id in a form for people ("Almaty", "Pan-African",
  // "MIDSA"). Another text is returned as it is.
  std::string Of(absl::string_view resource_name) const;

 private:
  std::map<std::string, std::string> by_id_;
};

}  // namespace compendium
