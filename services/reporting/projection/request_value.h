// SPDX-License-Identifier: Apache-2.0
// Fields of requests as values.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "lib/base/status_macros.h"
#include "lib/domain/framework.h"
#include "lib/request/error_details.h"
#include "services/reporting/projection/day_filter.h"
#include "services/reporting/projection/selection.h"

namespace compendium::reporting {

// An optional field as a value: absent when it is empty, INVALID_ARGUMENT when
// it is not what Value::Parse takes.
template <class Value>
absl::StatusOr<std::optional<Value>> ParseOptional(absl::string_view field,
                                                   const std::string& text) {
  if (text.empty()) return std::nullopt;
  absl::StatusOr<Value> value = Value::Parse(text);
  if (!value.ok()) return InvalidField(field, value.status().message());
  return *std::move(value);
}

// A required field as a value; `want` is what it should have been when it is
// empty.
template <class Value>
absl::StatusOr<Value> ParseRequired(absl::string_view field,
                                    const std::string& text,
                                    absl::string_view want) {
  ASSIGN_OR_RETURN(std::optional<Value> value,
                   ParseOptional<Value>(field, text));
  if (!value.has_value())
    return InvalidField(field, absl::StrCat("got nothing, want ", want));
  return *std::move(value);
}

// The fields round and mechanism of a request. `path` is what stands before
// their names in errors.
template <class Request>
absl::StatusOr<Selection> ParseSelection(const Request& request,
                                         absl::string_view path = "") {
  Selection selection;
  ASSIGN_OR_RETURN(
      selection.round,
      ParseOptional<RoundName>(absl::StrCat(path, "round"), request.round()));
  ASSIGN_OR_RETURN(selection.mechanism,
                   ParseOptional<MechanismName>(absl::StrCat(path, "mechanism"),
                                                request.mechanism()));
  return selection;
}

// The framework that a request asks for; empty means sdg.
inline absl::StatusOr<const Framework*> ParseFramework(const std::string& id) {
  const std::string wanted = FrameworkMeant(id);
  const Framework* framework = FindFramework(wanted);
  if (framework == nullptr)
    return InvalidField(
        "framework", absl::StrCat("got ", wanted, ", want a known framework"));
  return framework;
}

// The same as ParseOptional for a day.
inline absl::StatusOr<std::optional<absl::CivilDay>> ParseOptionalDay(
    absl::string_view field, const std::string& text) {
  if (text.empty()) return std::nullopt;
  absl::CivilDay day;
  if (!absl::ParseCivilTime(text, &day))
    return InvalidField(field, absl::StrCat("got ", text, ", want YYYY-MM-DD"));
  return day;
}

// The fields from_day and to_day of a request; the first may not be after the
// second. `path` as above.
template <class Request>
absl::StatusOr<DayFilter> ParseDays(const Request& request,
                                    absl::string_view path = "") {
  DayFilter days;
  ASSIGN_OR_RETURN(
      days.from_day,
      ParseOptionalDay(absl::StrCat(path, "from_day"), request.from_day()));
  ASSIGN_OR_RETURN(days.to_day, ParseOptionalDay(absl::StrCat(path, "to_day"),
                                                 request.to_day()));
  if (days.from_day.has_value() && days.to_day.has_value() &&
      *days.to_day < *days.from_day)
    return InvalidField(absl::StrCat(path, "to_day"),
                        absl::StrCat("got ", request.to_day(), ", want ",
                                     request.from_day(), " or later"));
  return days;
}

}  // namespace compendium::reporting
