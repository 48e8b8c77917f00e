// SPDX-License-Identifier: Apache-2.0
// The words of the commands about reports and schedules.
#pragma once

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "compendium/reporting/v1/report.pb.h"
#include "compendium/reporting/v1/schedule.pb.h"

namespace compendium {

// What narrows a report, as options.
struct ReportParameterOptions {
  std::string round;
  std::string mechanism;
  std::string framework;
  std::string country;
  std::string from;
  std::string to;
};

// "round-overview"; and back, marked BadUsage (exit_code.h) for another word.
std::string KindWord(reporting::v1::ReportKind kind);
absl::StatusOr<reporting::v1::ReportKind> ParseKind(absl::string_view word);

// "pdf"; and back in the same way.
std::string FormatWord(reporting::v1::ReportFormat format);
absl::StatusOr<reporting::v1::ReportFormat> ParseFormat(absl::string_view word);

// "all", "latest" or "none", in the same way.
absl::StatusOr<reporting::v1::CatchUp> ParseCatchUp(absl::string_view word);

// All words, for help texts: "coverage, calendar, …".
std::string KindWords();
std::string FormatWords();

// The parameters that are given; rounds and mechanisms may be short.
reporting::v1::ReportParameters ParametersOf(
    const ReportParameterOptions& options);

// "2016, bali-process, iom-core": what narrows a report, in a few words.
std::string ParameterWords(const reporting::v1::ReportParameters& parameters);

// "coverage: 2016, sdg": the kind with what narrows it.
std::string WhatWords(reporting::v1::ReportKind kind,
                      const reporting::v1::ReportParameters& parameters);

// "reports/…" and "schedules/…"; full names stay.
std::string FullReportName(absl::string_view text);
std::string FullScheduleName(absl::string_view text);

}  // namespace compendium
