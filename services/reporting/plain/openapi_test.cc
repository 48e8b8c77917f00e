// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/plain/openapi.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "compendium/reporting/v1/report_service.pb.h"
#include "compendium/reporting/v1/reporting_service.pb.h"
#include "services/reporting/plain/route.h"

namespace compendium::reporting {
namespace {

using nlohmann::json;
using testing::ElementsAre;

class OpenApiTest : public testing::Test {
 protected:
  // The service of the file in which a message stands, which links it, too.
  template <class Message>
  static std::string ServiceOf() {
    return Message::descriptor()->file()->service(0)->full_name();
  }

  json Operation(const std::string& path) const {
    return document_.at("paths").at(path).at("get");
  }
  std::vector<std::string> ParametersOf(const std::string& path) const {
    std::vector<std::string> names;
    const json operation = Operation(path);
    for (const json& parameter : operation.at("parameters"))
      names.push_back(parameter.at("name"));
    return names;
  }

  const json document_ = json::parse(
      OpenApiDocument(connect::MethodTable({ServiceOf<v1::GetCoverageRequest>(),
                                            ServiceOf<v1::GetReportRequest>()}),
                      "1.2.3"));
};

TEST_F(OpenApiTest, HasEveryRoute) {
  EXPECT_EQ(document_.at("openapi"), "3.1.0");
  EXPECT_EQ(document_.at("info").at("version"), "1.2.3");
  // The files of reports are none of the table.
  EXPECT_EQ(document_.at("paths").size(), PlainRouteTable().size() + 1);
  for (const Route& route : PlainRouteTable())
    EXPECT_EQ(
        Operation(route.path).at("responses").at("200").at("content").size(),
        route.csv == nullptr ? 1u : 2u)
        << route.path;
}

TEST_F(OpenApiTest, ParametersAreThoseThatAreTaken) {
  EXPECT_THAT(ParametersOf("/v1/coverage"),
              ElementsAre("round", "framework", "mechanism", "min_revision",
                          "as_of", "format", "bom", "raw"));
  EXPECT_THAT(ParametersOf("/v1/reports/{report}"),
              ElementsAre("report", "format"));
  const json parameters = Operation("/v1/coverage").at("parameters");
  EXPECT_EQ(parameters[0].at("required"), true);
  EXPECT_EQ(parameters[0].at("example"), "rounds/2016");
  EXPECT_EQ(parameters[1].at("required"), false);
  EXPECT_EQ(parameters[3].at("schema").at("type"), "integer");
  EXPECT_EQ(parameters[3].at("example"), 1);
}

TEST_F(OpenApiTest, EveryReferenceLeadsSomewhere) {
  int count = 0;
  const json values = document_.flatten();
  for (const auto& [pointer, value] : values.items()) {
    if (pointer.size() < 5 || pointer.substr(pointer.size() - 5) != "/$ref")
      continue;
    const std::string target = value.get<std::string>().substr(1);
    EXPECT_TRUE(document_.contains(json::json_pointer(target))) << target;
    ++count;
  }
  EXPECT_GT(count, 30);
}

TEST_F(OpenApiTest, SchemasAreThoseOfProtosJson) {
  const json coverage = document_.at("components")
                            .at("schemas")
                            .at("compendium.reporting.v1.GetCoverageResponse")
                            .at("properties");
  EXPECT_EQ(coverage.at("computedAtRevision").at("type"), "string");
  EXPECT_EQ(coverage.at("coverage").at("$ref"),
            "#/components/schemas/compendium.reporting.v1.Coverage");
}

}  // namespace
}  // namespace compendium::reporting
