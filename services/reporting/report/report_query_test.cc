// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/report/report_query.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "lib/report/rule_set.h"
#include "lib/request/error_details.h"

namespace compendium::reporting {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

v1::ReportSpec SomeSpec(v1::ReportKind kind) {
  v1::ReportSpec spec;
  spec.set_kind(kind);
  spec.set_revision(7);
  spec.set_rule_set(std::string(kRuleSet));
  return spec;
}

std::vector<std::string> WrongFields(const v1::ReportSpec& spec) {
  return FieldPathsOf(CheckReportSpec(spec));
}

TEST(ReportQuery, KindSaysWhatItNeeds) {
  for (const auto kind :
       {v1::REPORT_KIND_COVERAGE, v1::REPORT_KIND_COMPLETION,
        v1::REPORT_KIND_ROUND_OVERVIEW, v1::REPORT_KIND_COMPENDIUM})
    EXPECT_THAT(WrongFields(SomeSpec(kind)), ElementsAre("parameters.round"));
  EXPECT_THAT(WrongFields(SomeSpec(v1::REPORT_KIND_MECHANISM_PROFILE)),
              ElementsAre("parameters.round", "parameters.mechanism"));
  for (const auto kind : {v1::REPORT_KIND_CALENDAR, v1::REPORT_KIND_CLASHES,
                          v1::REPORT_KIND_PARTICIPATION})
    EXPECT_THAT(WrongFields(SomeSpec(kind)), IsEmpty());
}

TEST(ReportQuery, EveryKindIsKnownAndNothingElse) {
  for (int kind = 1; kind <= v1::ReportKind_MAX; ++kind) {
    v1::ReportSpec spec = SomeSpec(static_cast<v1::ReportKind>(kind));
    EXPECT_THAT(WrongFields(spec), ::testing::Not(::testing::Contains("kind")));
  }
  EXPECT_THAT(WrongFields(SomeSpec(v1::REPORT_KIND_UNSPECIFIED)),
              ElementsAre("kind"));
  EXPECT_THAT(WrongFields(SomeSpec(static_cast<v1::ReportKind>(99))),
              ElementsAre("kind"));
}

TEST(ReportQuery, WhatAKindDoesNotTakeIsRefused) {
  v1::ReportSpec spec = SomeSpec(v1::REPORT_KIND_COMPENDIUM);
  auto& parameters = *spec.mutable_parameters();
  parameters.set_round("rounds/2016");
  parameters.set_mechanism("mechanisms/midsa");
  parameters.set_framework("sdg");
  parameters.set_country_code("KEN");
  parameters.set_from_day("2016-01-01");
  parameters.set_to_day("2016-12-31");

  const absl::Status status = CheckReportSpec(spec);

  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(FieldPathsOf(status),
              ElementsAre("parameters.mechanism", "parameters.framework",
                          "parameters.country_code", "parameters.from_day",
                          "parameters.to_day"));
  EXPECT_THAT(std::string(status.message()),
              HasSubstr("parameters.country_code: got KEN, want nothing: "
                        "REPORT_KIND_COMPENDIUM does not take it"));
}

TEST(ReportQuery, DaysStandInOrder) {
  v1::ReportSpec spec = SomeSpec(v1::REPORT_KIND_CALENDAR);
  spec.mutable_parameters()->set_from_day("2016-05-04");
  spec.mutable_parameters()->set_to_day("2016-05-03");
  EXPECT_THAT(WrongFields(spec), ElementsAre("parameters.to_day"));

  spec.mutable_parameters()->set_to_day("2016-05-04");
  EXPECT_THAT(WrongFields(spec), IsEmpty());

  spec.mutable_parameters()->set_from_day("May");
  EXPECT_THAT(WrongFields(spec), ElementsAre("parameters.from_day"));
}

TEST(ReportQuery, ValuesAreWhatTheirFieldsHold) {
  v1::ReportSpec spec = SomeSpec(v1::REPORT_KIND_COVERAGE);
  spec.mutable_parameters()->set_round("2016");
  EXPECT_THAT(WrongFields(spec), ElementsAre("parameters.round"));

  spec.mutable_parameters()->set_round("rounds/2016");
  spec.mutable_parameters()->set_framework("mdg");
  EXPECT_THAT(WrongFields(spec), ElementsAre("parameters.framework"));

  spec = SomeSpec(v1::REPORT_KIND_PARTICIPATION);
  spec.mutable_parameters()->set_country_code("XXX");
  EXPECT_THAT(WrongFields(spec), ElementsAre("parameters.country_code"));
}

TEST(ReportQuery, FrameworkIsSdgUnlessSaid) {
  v1::ReportParameters parameters;
  parameters.set_round("rounds/2016");
  EXPECT_EQ(ParseReportParameters(v1::REPORT_KIND_COVERAGE, parameters)
                ->framework.id(),
            "sdg");

  parameters.set_framework("gcm");
  EXPECT_EQ(ParseReportParameters(v1::REPORT_KIND_COVERAGE, parameters)
                ->framework.id(),
            "gcm");
}

TEST(ReportQuery, RevisionAndRuleSetAreThoseOfAReport) {
  v1::ReportSpec spec = SomeSpec(v1::REPORT_KIND_CALENDAR);
  spec.set_revision(0);
  spec.set_rule_set("0");

  EXPECT_THAT(WrongFields(spec), ElementsAre("revision", "rule_set"));
}

}  // namespace
}  // namespace compendium::reporting
