// SPDX-License-Identifier: Apache-2.0
// Every input has a limit: walks over all requests of the services.
#include <gmock/gmock.h>
#include <google/protobuf/descriptor.h>
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "compendium/registry/v1/registry_service.grpc.pb.h"
#include "compendium/reporting/v1/reporting_service.grpc.pb.h"
#include "compendium/rules/v1/rules.pb.h"
#include "google/api/field_behavior.pb.h"
#include "lib/request/field_rules.h"

namespace compendium {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::DescriptorPool;
using google::protobuf::FieldDescriptor;
using testing::IsEmpty;

std::vector<std::string> ServiceNames() {
  // Naming a message of each links its file.
  registry::v1::GetMechanismRequest::descriptor();
  reporting::v1::GetCoverageRequest::descriptor();
  return {registry::v1::RegistryService::service_full_name(),
          reporting::v1::ReportingService::service_full_name()};
}

bool IsOutputOnly(const FieldDescriptor& field) {
  const auto& options = field.options();
  for (int i = 0; i < options.ExtensionSize(google::api::field_behavior); ++i) {
    if (options.GetExtension(google::api::field_behavior, i) ==
        google::api::OUTPUT_ONLY)
      return true;
  }
  return false;
}

// The fields without a limit in `type` and in the messages below it.
void Collect(const Descriptor& type, std::set<std::string>& seen,
             std::vector<std::string>& unlimited) {
  // The well-known types are limited by FieldRules itself.
  if (absl::StartsWith(type.full_name(), "google.protobuf.")) return;
  if (!seen.insert(type.full_name()).second) return;
  for (int i = 0; i < type.field_count(); ++i) {
    const FieldDescriptor& field = *type.field(i);
    const auto& rules = field.options().GetExtension(rules::v1::field);
    const bool is_integer =
        field.cpp_type() == FieldDescriptor::CPPTYPE_INT32 ||
        field.cpp_type() == FieldDescriptor::CPPTYPE_INT64 ||
        field.cpp_type() == FieldDescriptor::CPPTYPE_UINT32 ||
        field.cpp_type() == FieldDescriptor::CPPTYPE_UINT64;
    const bool is_text = field.cpp_type() == FieldDescriptor::CPPTYPE_STRING;
    if ((is_text && rules.bytes_max() == 0) ||
        (field.is_repeated() && rules.items_max() == 0) ||
        (is_integer && !rules.has_range() && !IsOutputOnly(field)))
      unlimited.push_back(field.full_name());
    if (field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE &&
        !IsOutputOnly(field))
      Collect(*field.message_type(), seen, unlimited);
  }
}

TEST(Requests, EveryInputHasALimit) {
  for (const std::string& name : ServiceNames()) {
    const auto* service =
        DescriptorPool::generated_pool()->FindServiceByName(name);
    ASSERT_NE(service, nullptr) << name;
    ASSERT_GT(service->method_count(), 0) << name;
    std::set<std::string> seen;
    std::vector<std::string> unlimited;

    for (int i = 0; i < service->method_count(); ++i)
      Collect(*service->method(i)->input_type(), seen, unlimited);

    EXPECT_THAT(unlimited, IsEmpty()) << name;
  }
}

TEST(Requests, RulesFitTheirFields) {
  for (const std::string& name : ServiceNames()) {
    const FieldRules rules = FieldRules::ForService(name);
    const auto* service =
        DescriptorPool::generated_pool()->FindServiceByName(name);

    for (int i = 0; i < service->method_count(); ++i) {
      const auto* request =
          google::protobuf::MessageFactory::generated_factory()->GetPrototype(
              service->method(i)->input_type());
      const absl::Status status = rules.Check(*request);
      EXPECT_TRUE(status.ok() ||
                  status.code() == absl::StatusCode::kInvalidArgument)
          << status;
    }
  }
}

}  // namespace
}  // namespace compendium
