// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "lib/http/target.h"
#include "lib/request/as_of.h"
#include "services/reporting/plain/route.h"

namespace compendium::reporting {

enum class PlainFormat { kJson, kCsv };

// What a query asks a method, and how it wants to have it:
//
//   query     = *( field "=" value / option )
//   field     = the name of a field of the method's request, as in the proto
//   option    = "as_of=" ( revision / day / time )   ; lib/request/as_of.h
//             / "format=" ( "json" / "csv" )
//             / "bom=1"                              ; CSV: a byte order mark
//             / "raw=1"                              ; CSV: no guard of
//             formulas
//
// Texts are as they are, numbers decimal, truth values true and false,
// enumerations the names of the proto. Each parameter comes once. as_of stands
// for the request's fields as_of_revision and as_of_time, and is there where
// these are.
struct PlainQuery {
  std::unique_ptr<google::protobuf::Message> request;
  // Where the query says it.
  std::optional<PlainFormat> format = std::nullopt;
  bool bom = false;
  CsvText csv_text = CsvText::kGuarded;
  std::optional<AsOf> as_of = std::nullopt;
  int64_t min_revision = 0;
};

// The fields that may be parameters, in their order.
std::vector<const google::protobuf::FieldDescriptor*> ParameterFields(
    const google::protobuf::Descriptor& request);

// Whether its answers may be asked of the past, and so have a revision.
bool TakesAsOf(const google::protobuf::Descriptor& request);

// The query of a request for `route`, whose method takes that request.
// INVALID_ARGUMENT that names each parameter which is none or has a wrong
// value. What the method itself refuses is not looked at.
absl::StatusOr<PlainQuery> ReadPlainQuery(
    const http::Target& target, const Route& route,
    const google::protobuf::Descriptor& request);

}  // namespace compendium::reporting
