// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <google/protobuf/message.h>

#include <string>

namespace compendium {

// The message's bytes, the same whenever the message is the same.
std::string SerializeDeterministic(const google::protobuf::Message& message);

}  // namespace compendium
