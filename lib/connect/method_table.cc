// SPDX-License-Identifier: Apache-2.0
#include "lib/connect/method_table.h"

#include <google/protobuf/descriptor.pb.h>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"

namespace compendium::connect {

MethodTable::MethodTable(const std::vector<std::string>& services) {
  using google::protobuf::DescriptorPool;
  using google::protobuf::MethodOptions;
  for (const std::string& name : services) {
    const auto* service =
        DescriptorPool::generated_pool()->FindServiceByName(name);
    CHECK(service != nullptr);
    for (int i = 0; i < service->method_count(); ++i) {
      const auto* method = service->method(i);
      if (method->client_streaming()) continue;
      const std::string path = absl::StrCat("/", name, "/", method->name());
      methods_.emplace(path, Method{.path = path,
                                    .descriptor = method,
                                    .streams = method->server_streaming(),
                                    .has_no_effects =
                                        method->options().idempotency_level() ==
                                        MethodOptions::NO_SIDE_EFFECTS});
    }
  }
}

const Method* MethodTable::Find(const std::string& path) const {
  const auto found = methods_.find(path);
  return found == methods_.end() ? nullptr : &found->second;
}

const Method& MethodTable::At(const std::string& path) const {
  const Method* method = Find(path);
  CHECK(method != nullptr);
  return *method;
}

}  // namespace compendium::connect
