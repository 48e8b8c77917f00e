// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <google/protobuf/message.h>

#include <functional>
#include <string>
#include <vector>

#include "lib/csv/csv_writer.h"

namespace compendium::reporting {

// A path at which a method is read, without anything of gRPC or Connect.
struct Route {
  std::string path;  // "/v1/coverage"; of one report, "/v1/reports/{report}"
  std::string
      method;  // "/compendium.reporting.v1.ReportingService/GetCoverage"
  std::string summary;  // one sentence for people
  // The response's table; null where it has none.
  std::function<std::string(const google::protobuf::Message& response,
                            CsvText text)>
      csv = nullptr;
  // The field that holds the end of the path; empty where it has none. What
  // comes before it in the field, such as "reports/".
  std::string path_field = {};
  std::string path_field_prefix = {};
};

// All of them.
std::vector<Route> PlainRouteTable();

}  // namespace compendium::reporting
