// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/plain/plain_query.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/strip.h"
#include "lib/base/status_macros.h"
#include "lib/connect/codec.h"
#include "lib/request/error_details.h"
#include "lib/request/timestamp.h"

namespace compendium::reporting {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::EnumDescriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Timestamp;

constexpr absl::string_view kAsOfRevision = "as_of_revision";
constexpr absl::string_view kAsOfTime = "as_of_time";

// Why a parameter has a wrong value; nothing when it has not.
using Problem = std::optional<std::string>;

Problem Wrong(absl::string_view got, absl::string_view want) {
  return absl::StrCat("got ", got, ", want ", want);
}

std::string NamesOf(const EnumDescriptor& type) {
  std::vector<std::string> names;
  names.reserve(static_cast<size_t>(type.value_count()));
  for (int i = 0; i < type.value_count(); ++i)
    names.push_back(type.value(i)->name());
  return absl::StrJoin(names, ", ");
}

template <class Number>
std::optional<Number> ReadNumber(absl::string_view text) {
  Number number = 0;
  // It would pass over blanks.
  const bool is_plain =
      !text.empty() && text.find_first_not_of("-0123456789") == text.npos;
  if (!is_plain || !absl::SimpleAtoi(text, &number)) return std::nullopt;
  return number;
}

Problem SetField(const FieldDescriptor& field, const std::string& text,
                 Message& request) {
  const auto& reflection = *request.GetReflection();
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_STRING:
      reflection.SetString(&request, &field, text);
      return std::nullopt;
    case FieldDescriptor::CPPTYPE_BOOL:
      if (text != "true" && text != "false")
        return Wrong(text, "true or false");
      reflection.SetBool(&request, &field, text == "true");
      return std::nullopt;
    case FieldDescriptor::CPPTYPE_INT32:
      if (const auto number = ReadNumber<int32_t>(text)) {
        reflection.SetInt32(&request, &field, *number);
        return std::nullopt;
      }
      return Wrong(text, "a number of 32 bits");
    case FieldDescriptor::CPPTYPE_INT64:
      if (const auto number = ReadNumber<int64_t>(text)) {
        reflection.SetInt64(&request, &field, *number);
        return std::nullopt;
      }
      return Wrong(text, "a number of 64 bits");
    default:
      break;
  }
  CHECK(field.cpp_type() == FieldDescriptor::CPPTYPE_ENUM);
  const auto* value = field.enum_type()->FindValueByName(text);
  if (value == nullptr)
    return Wrong(text, absl::StrCat("one of ", NamesOf(*field.enum_type())));
  reflection.SetEnum(&request, &field, value);
  return std::nullopt;
}

Problem SetAsOf(const std::string& text, PlainQuery& query) {
  const absl::StatusOr<AsOf> as_of = ParseAsOf(text);
  if (!as_of.ok()) return std::string(as_of.status().message());
  query.as_of = *as_of;
  Message& request = *query.request;
  const auto& reflection = *request.GetReflection();
  const Descriptor& type = *request.GetDescriptor();
  if (const auto* revision = std::get_if<int64_t>(&*as_of)) {
    reflection.SetInt64(
        &request, type.FindFieldByName(std::string(kAsOfRevision)), *revision);
    return std::nullopt;
  }
  Message* time = reflection.MutableMessage(
      &request, type.FindFieldByName(std::string(kAsOfTime)));
  SetTimestamp(std::get<absl::Time>(*as_of), static_cast<Timestamp&>(*time));
  return std::nullopt;
}

Problem SetFormat(const std::string& text, const Route& route,
                  PlainQuery& query) {
  if (text == "json") {
    query.format = PlainFormat::kJson;
  } else if (text == "csv" && route.csv != nullptr) {
    query.format = PlainFormat::kCsv;
  } else {
    return Wrong(text, route.csv == nullptr ? "json" : "json or csv");
  }
  return std::nullopt;
}

Problem SetSwitch(const std::string& text, bool& on) {
  if (text != "0" && text != "1") return Wrong(text, "0 or 1");
  on = text == "1";
  return std::nullopt;
}

// The names of all parameters, for whoever has used another.
std::string ParametersOf(const Route& route, const Descriptor& request) {
  std::vector<std::string> names;
  for (const FieldDescriptor* field : ParameterFields(request))
    if (field->name() != route.path_field) names.push_back(field->name());
  if (TakesAsOf(request)) names.emplace_back("as_of");
  names.emplace_back("format");
  if (route.csv != nullptr) names.insert(names.end(), {"bom", "raw"});
  return absl::StrJoin(names, ", ");
}

Problem SetParameter(const http::Target::Parameter& parameter,
                     const Route& route, PlainQuery& query) {
  const Descriptor& type = *query.request->GetDescriptor();
  const std::string& name = parameter.name;
  if (name == "format") return SetFormat(parameter.value, route, query);
  if (name == "bom" && route.csv != nullptr)
    return SetSwitch(parameter.value, query.bom);
  if (name == "raw" && route.csv != nullptr) {
    bool raw = false;
    Problem problem = SetSwitch(parameter.value, raw);
    if (raw) query.csv_text = CsvText::kRaw;
    return problem;
  }
  if (name == "as_of" && TakesAsOf(type))
    return SetAsOf(parameter.value, query);
  const auto fields = ParameterFields(type);
  const auto field =
      std::find_if(fields.begin(), fields.end(),
                   [&name](const auto* one) { return one->name() == name; });
  if (field == fields.end() || name == route.path_field)
    return absl::StrCat("got a parameter that is none here, want one of ",
                        ParametersOf(route, type));
  return SetField(**field, parameter.value, *query.request);
}

}  // namespace

std::vector<const FieldDescriptor*> ParameterFields(const Descriptor& request) {
  std::vector<const FieldDescriptor*> fields;
  for (int i = 0; i < request.field_count(); ++i) {
    const FieldDescriptor* field = request.field(i);
    if (!field->is_repeated() && field->message_type() == nullptr &&
        field->name() != kAsOfRevision)
      fields.push_back(field);
  }
  return fields;
}

bool TakesAsOf(const Descriptor& request) {
  return request.FindFieldByName(std::string(kAsOfRevision)) != nullptr;
}

absl::StatusOr<PlainQuery> ReadPlainQuery(const http::Target& target,
                                          const Route& route,
                                          const Descriptor& request) {
  PlainQuery query{.request = connect::NewMessage(request)};
  if (!route.path_field.empty()) {
    const size_t end = target.path().rfind('/') + 1;
    query.request->GetReflection()->SetString(
        query.request.get(), request.FindFieldByName(route.path_field),
        absl::StrCat(route.path_field_prefix, target.path().substr(end)));
  }
  std::vector<FieldProblem> problems;
  std::unordered_set<std::string> seen;
  for (const http::Target::Parameter& parameter : target.parameters()) {
    const Problem problem = seen.insert(parameter.name).second
                                ? SetParameter(parameter, route, query)
                                : "got it again, want it once";
    if (problem.has_value()) problems.push_back({parameter.name, *problem});
  }
  if (!problems.empty()) return InvalidFields(problems);
  if (const auto* field = request.FindFieldByName("min_revision"))
    query.min_revision =
        query.request->GetReflection()->GetInt64(*query.request, field);
  return query;
}

}  // namespace compendium::reporting
