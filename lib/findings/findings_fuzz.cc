// SPDX-License-Identifier: Apache-2.0
// A questionnaire of arbitrary answers, labels, names and addresses: findings
// and suggestions quote letter for letter on character boundaries, have ids
// that are unique and grammatical, and come again the same. The first byte of
// each part chooses what it is.
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/domain/framework.h"
#include "lib/domain/resource_name.h"
#include "lib/domain/theme.h"
#include "lib/extract/extract_items.h"
#include "lib/extract/limits.h"
#include "lib/findings/find_findings.h"
#include "lib/findings/find_suggestions.h"
#include "lib/findings/limits.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

constexpr size_t kPartsMax = 24;

// proto3 strings are UTF-8: other bytes become question marks.
std::string ToUtf8(std::string text) {
  for (size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    size_t size = lead < 0x80                   ? 1
                  : lead >= 0xC2 && lead < 0xE0 ? 2
                  : lead >= 0xE1 && lead < 0xED ? 3
                                                : 0;
    bool valid = size > 0 && at + size <= text.size();
    for (size_t i = 1; valid && i < size; ++i) {
      valid = (static_cast<unsigned char>(text[at + i]) & 0xC0) == 0x80;
    }
    if (!valid) {
      text[at] = '?';
      size = 1;
    }
    at += size;
  }
  return text;
}

void AddPart(unsigned char kind, const std::string& text,
             v1::Questionnaire& questionnaire) {
  constexpr const char* kIds[] = {"1", "2", "2A", "2B", "2C", "3", "3A", "4"};
  switch (kind % 13) {
    case 8:
      questionnaire.add_participants()->set_as_written(text);
      return;
    case 9:
      if (questionnaire.answers_size() == 0) return;
      questionnaire.mutable_answers(questionnaire.answers_size() - 1)
          ->set_question_as_written(text);
      return;
    case 10: {
      v1::Project& project = *questionnaire.add_projects();
      project.set_title(text);
      project.set_website_uri(text);
      project.mutable_period()->set_as_written(text);
      project.mutable_period()->set_edtf(text);
      return;
    }
    case 11: {
      v1::Meeting& meeting = *questionnaire.add_meetings();
      meeting.set_title(text);
      meeting.set_event_key(text.substr(0, 1));
      meeting.mutable_date()->set_edtf(text);
      meeting.set_status(static_cast<v1::MeetingStatus>(kind % 5));
      meeting.set_origin(v1::ORIGIN_CURATED);
      meeting.mutable_evidence()->set_question_id("2");
      meeting.mutable_evidence()->set_begin_byte(-kind);
      meeting.mutable_evidence()->set_end_byte(kind * 1000);
      return;
    }
    case 12: {
      for (const std::string& code : ThemesOf(text)) {
        CHECK(FindFramework("themes")->Find(code) != nullptr);
      }
      return;
    }
    default:
      break;
  }
  v1::Answer& answer = *questionnaire.add_answers();
  answer.set_question_id(kIds[kind % 13]);
  answer.set_text(text);
}

v1::Questionnaire MakeQuestionnaire(absl::string_view bytes) {
  v1::Questionnaire questionnaire;
  questionnaire.set_name("mechanisms/ports/questionnaires/2016");
  questionnaire.set_title("Forum of Ports (FP)");
  for (size_t parts = 0; !bytes.empty() && parts < kPartsMax; ++parts) {
    const size_t end = bytes.find('\0');
    const absl::string_view part = bytes.substr(0, end);
    bytes = end == absl::string_view::npos ? "" : bytes.substr(end + 1);
    if (part.empty()) continue;
    AddPart(static_cast<unsigned char>(part[0]),
            ToUtf8(std::string(part.substr(1))), questionnaire);
  }
  return questionnaire;
}

bool IsBoundary(const std::string& text, size_t at) {
  return at == text.size() ||
         (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

void CheckEvidence(const v1::Questionnaire& questionnaire,
                   const v1::Evidence& evidence) {
  CHECK(evidence.quote().size() <= kQuoteBytesMax);
  if (evidence.quote().empty()) {
    CHECK(evidence.begin_byte() == evidence.end_byte());
    return;
  }
  CHECK(evidence.begin_byte() >= 0);
  const auto begin = static_cast<size_t>(evidence.begin_byte());
  const auto end = static_cast<size_t>(evidence.end_byte());
  CHECK(end - begin == evidence.quote().size());
  bool found = false;  // two answers may have the same question here
  for (const v1::Answer& answer : questionnaire.answers()) {
    const std::string& text = answer.text();
    if (answer.question_id() != evidence.question_id()) continue;
    if (end > text.size()) continue;
    found |= text.substr(begin, end - begin) == evidence.quote() &&
             IsBoundary(text, begin) && IsBoundary(text, end);
  }
  CHECK(found);
}

void CheckFindings(const v1::Questionnaire& questionnaire,
                   const std::vector<v1::Finding>& findings) {
  absl::flat_hash_set<std::string> ids;
  CHECK(findings.size() <= kFindingsMax);
  for (const v1::Finding& finding : findings) {
    CHECK(MechanismName::FromId(finding.id()).ok());
    CHECK(ids.insert(finding.id()).second);
    CHECK(finding.severity() != v1::FINDING_SEVERITY_UNSPECIFIED);
    CHECK(!finding.evidence().empty());
    CHECK(finding.SerializeAsString().size() > finding.id().size());
    for (const v1::FindingEvidence& quote : finding.evidence()) {
      CheckEvidence(questionnaire, quote.evidence());
    }
  }
}

void Run(absl::string_view bytes) {
  v1::Questionnaire questionnaire = MakeQuestionnaire(bytes);
  ExtractItems({.round_year = 2016}, questionnaire);
  v1::Round round;
  round.set_name("rounds/2016");
  round.mutable_form()->add_questions()->set_id("2B");
  const FindingOptions options = OptionsOf(round);
  const auto findings = FindFindings(questionnaire, options);
  CheckFindings(questionnaire, findings);
  const auto again = FindFindings(questionnaire, options);
  CHECK(again.size() == findings.size());
  for (size_t i = 0; i < again.size(); ++i) {
    CHECK(again[i].SerializeAsString() == findings[i].SerializeAsString());
  }
  v1::Questionnaire other = questionnaire;
  other.set_name("mechanisms/quays/questionnaires/2016");
  const auto of_round = FindRoundFindings({questionnaire, other}, round);
  CheckFindings(questionnaire, of_round);

  absl::flat_hash_set<std::string> ids;
  for (const v1::Suggestion& suggestion : FindSuggestions(questionnaire)) {
    CHECK(MechanismName::FromId(suggestion.id()).ok());
    CHECK(ids.insert(suggestion.id()).second);
    CHECK(FindFramework("sdg")->Find(suggestion.code()) != nullptr);
    CHECK(!suggestion.evidence().quote().empty());
    CheckEvidence(questionnaire, suggestion.evidence());
    for (const v1::Claim& claim : questionnaire.claims()) {
      CHECK(claim.code() != suggestion.code());
    }
  }
}

}  // namespace
}  // namespace compendium

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  compendium::Run({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
