// SPDX-License-Identifier: Apache-2.0
// A maker whose reports are plain, for tests.
#pragma once

#include <cstdint>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "lib/base/status_macros.h"
#include "services/reporting/archive/report_maker.h"

namespace compendium::reporting {

// 8:00 on a Wednesday, in UTC.
inline absl::Time Start() {
  return absl::FromCivil(absl::CivilSecond(2026, 11, 25, 8, 0, 0),
                         absl::UTCTimeZone());
}

// Revisions are minutes since Start; reports say what they are of.
class FakeReportMaker final : public ReportMaker {
 public:
  std::string rule_set() const override { return rules; }

  absl::StatusOr<int64_t> RevisionAt(absl::Time time, absl::Time) override {
    RETURN_IF_ERROR(revision_error);
    return revision_shift + absl::ToInt64Minutes(time - Start());
  }

  absl::StatusOr<MadeReport> Make(const v1::ReportSpec& spec,
                                  absl::Span<const v1::ReportFormat> formats,
                                  absl::Time) override {
    ++attempt_count;
    RETURN_IF_ERROR(make_error);
    v1::ReportContent content;
    *content.mutable_spec() = spec;
    MadeReport made{
        .spec = spec, .content = content.SerializeAsString(), .files = {}};
    for (const v1::ReportFormat format : formats)
      made.files.push_back({.format = format,
                            .bytes = absl::StrCat("revision ", spec.revision(),
                                                  " as ", format, extra),
                            .media_type = "text/plain",
                            .extension = "txt",
                            .made_with = made_with});
    return made;
  }

  absl::Status revision_error;
  absl::Status make_error;
  int64_t revision_shift = 0;
  std::string rules = "1";
  std::string made_with;
  std::string extra;  // at the end of every file
  int attempt_count = 0;
};

}  // namespace compendium::reporting
