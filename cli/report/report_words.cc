// SPDX-License-Identifier: Apache-2.0
#include "cli/report/report_words.h"

#include <google/protobuf/descriptor.h>

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "lib/words/enum_word.h"

namespace compendium {
namespace v1 = reporting::v1;
namespace {

// The value's word as one word: "round-overview".
std::string OneWord(const google::protobuf::EnumDescriptor& type, int number) {
  std::string word = EnumWord(type, number);
  std::replace(word.begin(), word.end(), ' ', '-');
  return word;
}

std::string WordsOf(const google::protobuf::EnumDescriptor& type) {
  std::vector<std::string> words;
  for (int i = 1; i < type.value_count(); ++i)
    words.push_back(OneWord(type, type.value(i)->number()));
  return absl::StrJoin(words, ", ");
}

template <class Enum>
absl::StatusOr<Enum> Parse(absl::string_view word) {
  const auto& type = *google::protobuf::GetEnumDescriptor<Enum>();
  for (int i = 1; i < type.value_count(); ++i)
    if (OneWord(type, type.value(i)->number()) == word)
      return static_cast<Enum>(type.value(i)->number());
  return BadUsage(absl::InvalidArgumentError(
      absl::StrCat("got ", word, ", want one of ", WordsOf(type))));
}

std::string WithPrefix(absl::string_view prefix, absl::string_view text) {
  return text.empty() || absl::StartsWith(text, prefix)
             ? std::string(text)
             : absl::StrCat(prefix, text);
}

}  // namespace

std::string KindWord(v1::ReportKind kind) {
  return OneWord(*v1::ReportKind_descriptor(), kind);
}

absl::StatusOr<v1::ReportKind> ParseKind(absl::string_view word) {
  return Parse<v1::ReportKind>(word);
}

std::string FormatWord(v1::ReportFormat format) {
  return OneWord(*v1::ReportFormat_descriptor(), format);
}

absl::StatusOr<v1::ReportFormat> ParseFormat(absl::string_view word) {
  return Parse<v1::ReportFormat>(word);
}

absl::StatusOr<v1::CatchUp> ParseCatchUp(absl::string_view word) {
  return Parse<v1::CatchUp>(word);
}

std::string KindWords() { return WordsOf(*v1::ReportKind_descriptor()); }

std::string FormatWords() { return WordsOf(*v1::ReportFormat_descriptor()); }

v1::ReportParameters ParametersOf(const ReportParameterOptions& options) {
  v1::ReportParameters parameters;
  parameters.set_round(FullRoundName(options.round));
  parameters.set_mechanism(FullMechanismName(options.mechanism));
  parameters.set_framework(options.framework);
  parameters.set_country_code(options.country);
  parameters.set_from_day(options.from);
  parameters.set_to_day(options.to);
  return parameters;
}

std::string ParameterWords(const v1::ReportParameters& parameters) {
  std::vector<std::string> words;
  for (const std::string& name : {parameters.round(), parameters.mechanism()})
    if (!name.empty()) words.push_back(name.substr(name.rfind('/') + 1));
  for (const std::string& value :
       {parameters.framework(), parameters.country_code()})
    if (!value.empty()) words.push_back(value);
  if (!parameters.from_day().empty())
    words.push_back(absl::StrCat("from ", parameters.from_day()));
  if (!parameters.to_day().empty())
    words.push_back(absl::StrCat("to ", parameters.to_day()));
  return absl::StrJoin(words, ", ");
}

std::string WhatWords(v1::ReportKind kind,
                      const v1::ReportParameters& parameters) {
  const std::string narrowed = ParameterWords(parameters);
  return absl::StrCat(KindWord(kind), narrowed.empty() ? "" : ": ", narrowed);
}

std::string FullReportName(absl::string_view text) {
  return WithPrefix("reports/", text);
}

std::string FullScheduleName(absl::string_view text) {
  return WithPrefix("schedules/", text);
}

}  // namespace compendium
