// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <google/protobuf/descriptor.h>

#include <string>
#include <unordered_map>
#include <vector>

namespace compendium::connect {

// A method that can be called over HTTP.
struct Method {
  std::string path;  // "/package.Service/Method"
  const google::protobuf::MethodDescriptor* descriptor = nullptr;
  bool streams = false;         // sends many messages
  bool has_no_effects = false;  // may be called by GET
};

// The methods of some services by their paths, as the program's descriptors
// tell them. Those to which clients stream are left out: over HTTP/1.1 nobody
// could answer before the end. Immutable; any thread.
class MethodTable {
 public:
  // Full names of services whose generated code is in the program.
  explicit MethodTable(const std::vector<std::string>& services);

  // Null when there is none.
  const Method* Find(const std::string& path) const;

  // The path must be that of a method.
  const Method& At(const std::string& path) const;

  const std::unordered_map<std::string, Method>& all() const {
    return methods_;
  }

 private:
  std::unordered_map<std::string, Method> methods_;
};

}  // namespace compendium::connect
