// SPDX-License-Identifier: Apache-2.0
#include "lib/report/report_context.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "compendium/registry/v1/mechanism.pb.h"
#include "lib/base/sha256.h"
#include "lib/domain/country.h"
#include "lib/domain/framework.h"
#include "lib/request/deterministic_bytes.h"
#include "lib/request/timestamp.h"
#include "lib/words/date_words.h"
#include "lib/words/record_id.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

// "Sustainable Development Goals (sdg)".
std::string FrameworkWords(const std::string& framework_id) {
  const std::string id = FrameworkMeant(framework_id);
  const Framework* framework = FindFramework(id);
  return framework == nullptr ? id
                              : absl::StrCat(framework->title(), " (", id, ")");
}

// "Kenya (KEN)".
std::string CountryWords(const std::string& code) {
  const auto country = CountryCode::Parse(code);
  return country.ok() ? absl::StrCat(country->name(), " (", code, ")") : code;
}

bool TakesFramework(v1::ReportKind kind) {
  return kind == v1::REPORT_KIND_COVERAGE ||
         kind == v1::REPORT_KIND_ROUND_OVERVIEW ||
         kind == v1::REPORT_KIND_MECHANISM_PROFILE;
}

// What the report is narrowed to.
void AddParameters(const ReportContext& context,
                   std::vector<DocumentFact>& facts) {
  const v1::ReportSpec& spec = context.content.spec();
  const v1::ReportParameters& parameters = spec.parameters();
  facts.push_back({"Round", RoundWords(context.content)});
  if (!parameters.mechanism().empty())
    facts.push_back(
        {"Mechanism", absl::StrCat(context.DisplayName(parameters.mechanism()),
                                   " (", parameters.mechanism(), ")")});
  if (TakesFramework(spec.kind()))
    facts.push_back({"Framework", FrameworkWords(parameters.framework())});
  if (!parameters.country_code().empty())
    facts.push_back({"State", CountryWords(parameters.country_code())});
  if (!parameters.from_day().empty())
    facts.push_back({"From", DateWords(parameters.from_day())});
  if (!parameters.to_day().empty())
    facts.push_back({"To", DateWords(parameters.to_day())});
}

std::vector<DocumentFact> FactsOf(const ReportContext& context) {
  const v1::ReportContent& content = context.content;
  std::vector<DocumentFact> facts = {
      {"Report", ReportKindWords(content.spec().kind())}};
  AddParameters(context, facts);
  facts.push_back(
      {"Revision",
       absl::StrCat(content.spec().revision(), ", committed on ",
                    absl::FormatTime("%-d %b %Y at %H:%M:%S UTC",
                                     ToTime(content.revision_time()),
                                     absl::UTCTimeZone()))});
  facts.push_back({"Rule set", content.spec().rule_set()});
  facts.push_back({"Registry", content.store_id()});
  facts.push_back({"Hash of the revision", content.revision_hash()});
  facts.push_back({"SHA-256 of the content",
                   base::Sha256Hex(SerializeDeterministic(content))});
  return facts;
}

// What the title page says in the largest letters.
std::string TitleOf(const ReportContext& context) {
  const v1::ReportSpec& spec = context.content.spec();
  switch (spec.kind()) {
    case v1::REPORT_KIND_COVERAGE: {
      const Framework* framework =
          FindFramework(context.content.coverage().framework());
      return framework == nullptr
                 ? ReportKindWords(spec.kind())
                 : absl::StrCat(framework->title(), ": who supports what");
    }
    case v1::REPORT_KIND_MECHANISM_PROFILE:
      return context.DisplayName(spec.parameters().mechanism());
    default:
      return ReportKindWords(spec.kind());
  }
}

}  // namespace

ReportContext::ReportContext(const v1::ReportContent& its_content)
    : content(its_content) {
  for (const v1::ReportMechanism& named : content.mechanisms()) {
    registry::v1::Mechanism mechanism;
    mechanism.set_name(named.name());
    mechanism.set_display_name(named.display_name());
    mechanism.set_acronym(named.acronym());
    names.Add(mechanism);
  }
}

std::string ReportContext::DisplayName(absl::string_view mechanism) const {
  for (const v1::ReportMechanism& named : content.mechanisms())
    if (named.name() == mechanism && !named.display_name().empty())
      return named.display_name();
  return std::string(mechanism);
}

std::string ReportKindWords(v1::ReportKind kind) {
  switch (kind) {
    case v1::REPORT_KIND_COVERAGE:
      return "Coverage of a framework";
    case v1::REPORT_KIND_CALENDAR:
      return "Calendar of meetings";
    case v1::REPORT_KIND_CLASHES:
      return "Clashes of meetings";
    case v1::REPORT_KIND_COMPLETION:
      return "Completion of the questionnaires";
    case v1::REPORT_KIND_PARTICIPATION:
      return "Participation in the mechanisms";
    case v1::REPORT_KIND_ROUND_OVERVIEW:
      return "Overview of the round";
    case v1::REPORT_KIND_MECHANISM_PROFILE:
      return "Profile of a mechanism";
    case v1::REPORT_KIND_COMPENDIUM:
      return "Compendium of questionnaires";
    default:
      return "Report";
  }
}

std::string RoundWords(const v1::ReportContent& content) {
  if (!content.has_round()) return "All rounds";
  const std::string id(RecordId(content.round().name()));
  const std::string& title = content.round().title();
  if (title.empty() || title == id) return absl::StrCat("Round ", id);
  return absl::StrCat(title, " (", content.round().name(), ")");
}

Document MakeFrame(const ReportContext& context) {
  const v1::ReportContent& content = context.content;
  Document document;
  document.title = TitleOf(context);
  document.subtitle = RoundWords(content);
  document.running_title =
      absl::StrCat(ReportKindWords(content.spec().kind()), " – revision ",
                   content.spec().revision());
  document.facts = FactsOf(context);
  document.time = ToTime(content.revision_time());
  return document;
}

}  // namespace compendium
