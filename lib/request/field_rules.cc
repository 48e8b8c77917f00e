// SPDX-License-Identifier: Apache-2.0
#include "lib/request/field_rules.h"

#include <string>
#include <vector>

#include "lib/base/status_macros.h"
#include "lib/request/compiled_rules.h"
#include "lib/request/error_details.h"
#include "lib/request/field_walk.h"
#include "lib/request/wire_check.h"

namespace compendium {

using google::protobuf::Descriptor;

FieldRules FieldRules::ForService(absl::string_view service_name) {
  const auto* service =
      google::protobuf::DescriptorPool::generated_pool()->FindServiceByName(
          std::string(service_name));
  CHECK(service != nullptr);
  std::vector<const Descriptor*> requests;
  requests.reserve(static_cast<size_t>(service->method_count()));
  for (int i = 0; i < service->method_count(); ++i)
    requests.push_back(service->method(i)->input_type());
  return FieldRules(requests);
}

FieldRules::FieldRules(absl::Span<const Descriptor* const> messages)
    : compiled_(std::make_unique<const CompiledRules>(messages)) {}

FieldRules::~FieldRules() = default;
FieldRules::FieldRules(FieldRules&&) noexcept = default;

absl::Status FieldRules::Check(const google::protobuf::Message& message,
                               absl::string_view path) const {
  const CompiledMessage* rules = compiled_->Find(message.GetDescriptor());
  CHECK(rules != nullptr && rules->reflection == message.GetReflection());
  FieldWalk walk(path, kProblemCountMax);
  walk.Walk(message, *rules);
  if (walk.problems().empty()) return absl::OkStatus();
  return InvalidFields(walk.problems());
}

absl::Status FieldRules::CheckParsed(
    absl::string_view bytes, const google::protobuf::Message& message) const {
  const CompiledMessage* rules = compiled_->Find(message.GetDescriptor());
  CHECK(rules != nullptr);
  if (CertainlyKeepsRules(bytes, *rules)) return absl::OkStatus();
  return Check(message);
}

absl::Status CheckFields(const google::protobuf::Message& request) {
  return FieldRules({request.GetDescriptor()}).Check(request);
}

}  // namespace compendium
