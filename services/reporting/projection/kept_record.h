// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <utility>

#include <google/protobuf/message_lite.h>

#include "lib/base/sha256.h"

namespace compendium::reporting {

// The bytes of `message`: the same for equal messages.
std::string CanonicalBytes(const google::protobuf::MessageLite& message);

// What a projection keeps of one record, with the SHA-256 (32 bytes) of its
// canonical bytes, so that equal content is seen without comparing it and the
// hash of the whole state costs no serialization. Immutable.
template <class Message>
struct Kept {
  Message record;
  std::string sha256;
};

template <class Message>
using KeptLink = std::shared_ptr<const Kept<Message>>;

template <class Message>
KeptLink<Message> Keep(Message record) {
  std::string sha256 = base::Sha256({CanonicalBytes(record)});
  return std::make_shared<const Kept<Message>>(
      Kept<Message>{std::move(record), std::move(sha256)});
}

// Whether both keep the same content, or both keep nothing.
template <class Message>
bool SameContent(const KeptLink<Message>& a, const KeptLink<Message>& b) {
  return a != nullptr && b != nullptr ? a->sha256 == b->sha256 : a == b;
}

}  // namespace compendium::reporting
