// SPDX-License-Identifier: Apache-2.0
#include "lib/report/make_document.h"

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/report/calendar_document.h"
#include "lib/report/clash_document.h"
#include "lib/report/compendium_document.h"
#include "lib/report/completion_document.h"
#include "lib/report/coverage_document.h"
#include "lib/report/overview_document.h"
#include "lib/report/participation_document.h"
#include "lib/report/profile_document.h"
#include "lib/report/report_context.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

absl::Status AddSections(ReportContext& context, Document& document) {
  const v1::ReportKind kind = context.content.spec().kind();
  switch (kind) {
    case v1::REPORT_KIND_COVERAGE:
      AddCoverage(context, document);
      return absl::OkStatus();
    case v1::REPORT_KIND_CALENDAR:
      AddCalendar(context, document);
      return absl::OkStatus();
    case v1::REPORT_KIND_CLASHES:
      AddClashes(context, document);
      return absl::OkStatus();
    case v1::REPORT_KIND_COMPLETION:
      AddCompletion(context, document);
      return absl::OkStatus();
    case v1::REPORT_KIND_PARTICIPATION:
      AddParticipation(context, document);
      return absl::OkStatus();
    case v1::REPORT_KIND_ROUND_OVERVIEW:
      AddOverview(context, document);
      return absl::OkStatus();
    case v1::REPORT_KIND_MECHANISM_PROFILE:
      return AddProfile(context, document);
    case v1::REPORT_KIND_COMPENDIUM:
      return AddCompendium(context, document);
    default:
      return absl::InvalidArgumentError(
          absl::StrCat("spec.kind: got ", static_cast<int>(kind),
                       ", want a kind of report"));
  }
}

}  // namespace

absl::StatusOr<Document> MakeDocument(const v1::ReportContent& content) {
  ReportContext context(content);
  Document document = MakeFrame(context);
  RETURN_IF_ERROR(AddSections(context, document));
  return document;
}

}  // namespace compendium
