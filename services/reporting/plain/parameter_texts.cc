// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/plain/parameter_texts.h"

#include <algorithm>
#include <vector>

#include "lib/base/status_macros.h"

namespace compendium::reporting {
namespace {

const std::vector<ParameterText>& Texts() {
  static const std::vector<ParameterText>& texts =
      *new std::vector<ParameterText>{
          {"as_of",
           "The state of a past revision (29), of the end of a day "
           "(2026-11-25, UTC) or of a time (2026-11-25T17:30:00+01:00).",
           ""},
          {"bom", "1: CSV begins with a byte order mark, for Excel.", ""},
          {"certain_only", "Only certain clashes.", "true"},
          {"check", "Only what this check found, such as stated-count.", ""},
          {"country_code", "Only this State, ISO 3166-1 alpha-3.", ""},
          {"format", "How the answer is written; else Accept says it.", ""},
          {"framework", "A framework's id: sdg, gcm or iom-core.", "sdg"},
          {"from_day", "Only what may be on this day or later, YYYY-MM-DD.",
           "2016-01-01"},
          {"kind", "Only reports of this kind.", "REPORT_KIND_COVERAGE"},
          {"mechanism", "Only this mechanism, mechanisms/{mechanism}.",
           "mechanisms/midsa"},
          {"min_revision",
           "Waits until this revision is applied, for 30 s at most.", "1"},
          {"page_size", "Reports of a page: 50, or this many, up to 1000.",
           "20"},
          {"page_token", "nextPageToken of the page before.", ""},
          {"raw",
           "1: texts in CSV have no apostrophe before what a spreadsheet "
           "would run as a formula. For programs only.",
           ""},
          {"report", "The report's id: what follows reports/ in its name.", ""},
          {"role", "Only who takes part in this capacity.",
           "PARTICIPANT_ROLE_MEMBER"},
          {"round", "A round, rounds/{round}.", "rounds/2016"},
          {"schedule",
           "Only reports that this schedule made, "
           "schedules/{schedule}.",
           ""},
          {"severity_min", "Only findings that matter as much or more.",
           "FINDING_SEVERITY_WARNING"},
          {"state", "Only findings that are decided, or that are open.",
           "FINDING_STATE_OPEN"},
          {"status", "Only publications that are this far.",
           "PUBLICATION_STATUS_PUBLISHED"},
          {"to_day", "Only what may be on this day or earlier, YYYY-MM-DD.",
           "2017-12-31"},
          {"with_observers",
           "Whether States are expected also where they are observers or "
           "partners.",
           "true"},
      };
  return texts;
}

}  // namespace

const ParameterText& TextOf(absl::string_view name) {
  const auto found =
      std::find_if(Texts().begin(), Texts().end(),
                   [name](const auto& text) { return text.name == name; });
  CHECK(found != Texts().end());
  return *found;
}

}  // namespace compendium::reporting
