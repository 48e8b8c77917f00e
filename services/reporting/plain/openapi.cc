// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/plain/openapi.h"

#include <google/protobuf/descriptor.h>

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "compendium/reporting/v1/report.pb.h"
#include "google/api/field_behavior.pb.h"
#include "lib/report/format_traits.h"
#include "services/reporting/plain/json_schemas.h"
#include "services/reporting/plain/parameter_texts.h"
#include "services/reporting/plain/plain_query.h"
#include "services/reporting/plain/report_file_route.h"
#include "services/reporting/plain/route.h"

namespace compendium::reporting {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using Json = nlohmann::ordered_json;

constexpr char kAbout[] =
    "What a compendium's records add up to, to be read with a browser, a "
    "spreadsheet or curl. GET and HEAD only. Every answer is computed from one "
    "revision, computedAtRevision. The latest state has a weak ETag and is to "
    "be asked for again (If-None-Match, 304); what as_of names by its revision "
    "never changes.";

bool IsRequired(const FieldDescriptor& field) {
  const auto& options = field.options();
  for (int i = 0; i < options.ExtensionSize(google::api::field_behavior); ++i)
    if (options.GetExtension(google::api::field_behavior, i) ==
        google::api::REQUIRED)
      return true;
  return false;
}

// The text as a value of that schema.
Json ExampleOf(const std::string& text, const Json& schema) {
  const bool is_text = schema.at("type") == "string";
  return is_text ? Json(text) : Json::parse(text);
}

Json Parameter(const std::string& name, const std::string& in, bool required,
               Json schema) {
  const ParameterText& text = TextOf(name);
  Json parameter = {{"name", name},
                    {"in", in},
                    {"description", text.description},
                    {"required", required}};
  if (!text.example.empty())
    parameter["example"] = ExampleOf(text.example, schema);
  parameter["schema"] = std::move(schema);
  return parameter;
}

Json OneOf(const std::vector<std::string>& values) {
  return {{"type", "string"}, {"enum", values}};
}

// Numbers stand in queries as they are.
Json ParameterSchema(const FieldDescriptor& field) {
  if (field.cpp_type() == FieldDescriptor::CPPTYPE_INT64)
    return {{"type", "integer"}, {"format", "int64"}};
  return FieldSchema(field);
}

Json ParametersOf(const Route& route, const Descriptor& request) {
  Json parameters = Json::array();
  if (!route.path_field.empty())
    parameters.push_back(
        Parameter("report", "path", true, {{"type", "string"}}));
  for (const FieldDescriptor* field : ParameterFields(request))
    if (field->name() != route.path_field)
      parameters.push_back(Parameter(field->name(), "query", IsRequired(*field),
                                     ParameterSchema(*field)));
  if (TakesAsOf(request))
    parameters.push_back(
        Parameter("as_of", "query", false, {{"type", "string"}}));
  if (route.csv == nullptr) {
    parameters.push_back(Parameter("format", "query", false, OneOf({"json"})));
    return parameters;
  }
  parameters.push_back(
      Parameter("format", "query", false, OneOf({"json", "csv"})));
  for (const char* name : {"bom", "raw"})
    parameters.push_back(Parameter(name, "query", false, OneOf({"0", "1"})));
  return parameters;
}

Json Responses(Json content) {
  const auto header = [](const std::string& about) {
    return Json{{"description", about}, {"schema", {{"type", "string"}}}};
  };
  Json headers = {
      {"ETag", header("Of this answer.")},
      {"Cache-Control",
       header("Whether it may be kept: what never changes, for a year.")}};
  return {{"200",
           {{"description", "The answer."},
            {"headers", headers},
            {"content", std::move(content)}}},
          {"304",
           {{"description", "The client has it: If-None-Match named its tag."},
            {"headers", std::move(headers)}}},
          {"default", {{"$ref", "#/components/responses/Problem"}}}};
}

Json Operation(const Route& route, const connect::Method& method,
               JsonSchemas& schemas) {
  Json content;
  content["application/json"]["schema"] =
      schemas.RefTo(*method.descriptor->output_type());
  if (route.csv != nullptr)
    content["text/csv"]["schema"] = {{"type", "string"}};
  return {{"operationId", method.descriptor->name()},
          {"summary", route.summary},
          {"parameters", ParametersOf(route, *method.descriptor->input_type())},
          {"responses", Responses(std::move(content))}};
}

Json FileOperation() {
  Json content;
  content["*/*"]["schema"] = Json::object();
  Json parameters = Json::array();
  for (const char* name : {"report", "format"}) {
    parameters.push_back(Parameter(name, "path", true, {{"type", "string"}}));
  }
  parameters[1]["description"] =
      "Which of its files, by the ending of its name.";
  std::vector<std::string> endings;
  for (int format = v1::ReportFormat_MIN + 1; format <= v1::ReportFormat_MAX;
       ++format)
    endings.emplace_back(
        TraitsOf(static_cast<v1::ReportFormat>(format)).extension);
  parameters[1]["schema"] = OneOf(endings);
  return {{"operationId", "DownloadReport"},
          {"summary", "The bytes of a file of a report."},
          {"parameters", std::move(parameters)},
          {"responses", Responses(std::move(content))}};
}

Json ProblemResponse() {
  const Json text = {{"type", "string"}};
  Json error = {{"type", "object"},
                {"properties", {{"field", text}, {"detail", text}}},
                {"required", {"field", "detail"}}};
  Json schema = {{"type", "object"},
                 {"properties",
                  {{"title", text},
                   {"status", {{"type", "integer"}}},
                   {"detail", text},
                   {"reason", text},
                   {"errors", {{"type", "array"}, {"items", error}}}}},
                 {"required", {"title", "status", "detail", "reason"}}};
  Json response = {{"description", "What is wrong, as RFC 9457 has it."}};
  response["content"]["application/problem+json"]["schema"] = std::move(schema);
  return response;
}

}  // namespace

std::string OpenApiDocument(const connect::MethodTable& methods,
                            absl::string_view release) {
  JsonSchemas schemas;
  Json paths;
  for (const Route& route : PlainRouteTable()) {
    paths[route.path]["get"] =
        Operation(route, methods.At(route.method), schemas);
  }
  paths[ReportFileRoute::kPath]["get"] = FileOperation();
  const Json document = {
      {"openapi", "3.1.0"},
      {"info",
       {{"title", "Compendium"},
        {"version", std::string(release)},
        {"description", kAbout},
        {"license", {{"name", "Apache-2.0"}, {"identifier", "Apache-2.0"}}}}},
      {"servers", Json::array({{{"url", "/"}}})},
      {"paths", std::move(paths)},
      {"components",
       {{"schemas", schemas.all()},
        {"responses", {{"Problem", ProblemResponse()}}}}}};
  return document.dump();
}

}  // namespace compendium::reporting
