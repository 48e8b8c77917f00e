// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"
#include "lib/base/persistent_map.h"

namespace compendium::reporting {

// Spreads the bits of `value` over all 64 (the finalizer of MurmurHash3).
inline uint64_t MixBits(uint64_t value) {
  value = (value ^ (value >> 33)) * 0xff51afd7ed558ccdULL;
  value = (value ^ (value >> 33)) * 0xc4ceb9fe1a85ec53ULL;
  return value ^ (value >> 33);
}

// Hashes ids for PersistentMap. The same in every process, because the shape
// of the map follows from it.
struct IdHash {
  uint64_t operator()(absl::string_view id) const {
    uint64_t hash = 0xcbf29ce484222325ULL;  // FNV-1a
    for (const char c : id)
      hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return MixBits(hash);
  }
};

// A persistent map from resource ids, such as "midsa" or "2016". Ids and not
// whole names are the keys: most fit into a string without an allocation, and
// a change copies some twenty of them.
template <class Value>
using IdMap = base::PersistentMap<std::string, Value, IdHash>;

}  // namespace compendium::reporting
