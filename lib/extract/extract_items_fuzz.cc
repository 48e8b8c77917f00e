// SPDX-License-Identifier: Apache-2.0
// A questionnaire of arbitrary answers: evidence of items of all kinds is
// quoted letter for letter on character boundaries, dates and codes are valid,
// ids are unique, and extraction of the result changes nothing. The first byte
// of each answer chooses its question.
#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/container/flat_hash_set.h"
#include "compendium/registry/v1/questionnaire.pb.h"
#include "lib/base/status_macros.h"
#include "lib/domain/country.h"
#include "lib/domain/edtf_date.h"
#include "lib/domain/resource_name.h"
#include "lib/domain/sdg_target.h"
#include "lib/extract/extract_items.h"
#include "lib/extract/limits.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

// proto3 strings are UTF-8: other bytes become question marks.
std::string ToUtf8(std::string text) {
  size_t at = 0;
  while (at < text.size()) {
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

v1::Questionnaire MakeQuestionnaire(absl::string_view bytes) {
  constexpr const char* kIds[] = {"1", "2", "2A", "2B", "2C", "3", "3A", "4"};
  v1::Questionnaire questionnaire;
  questionnaire.set_title("South Conference on Ports (SCP)");
  while (!bytes.empty()) {
    const size_t end = bytes.find('\0');
    const absl::string_view part = bytes.substr(0, end);
    bytes = end == absl::string_view::npos ? "" : bytes.substr(end + 1);
    if (part.empty() || questionnaire.answers_size() >= 8) continue;
    v1::Answer& answer = *questionnaire.add_answers();
    answer.set_question_id(kIds[static_cast<unsigned char>(part[0]) % 8]);
    answer.set_text(ToUtf8(std::string(part.substr(1))));
  }
  return questionnaire;
}

bool IsBoundary(const std::string& text, size_t at) {
  return at == text.size() ||
         (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

void CheckEvidence(const v1::Questionnaire& questionnaire,
                   const v1::Evidence& evidence) {
  CHECK(evidence.begin_byte() >= 0);
  CHECK(evidence.end_byte() > evidence.begin_byte());
  CHECK(evidence.quote().size() <= kQuoteBytesMax);
  const auto begin = static_cast<size_t>(evidence.begin_byte());
  const auto end = static_cast<size_t>(evidence.end_byte());
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

void CheckDate(const v1::UncertainDate& date) {
  CHECK(date.as_written().size() <= kDateBytesMax);
  CHECK(date.edtf().empty() || EdtfDate::Parse(date.edtf()).ok());
}

void CheckProjects(const v1::Questionnaire& questionnaire) {
  CHECK(questionnaire.projects_size() <= static_cast<int>(kProjectsMax));
  for (const v1::Project& project : questionnaire.projects()) {
    CheckEvidence(questionnaire, project.evidence());
    CheckDate(project.period());
    CHECK(!project.title().empty());
    CHECK(project.title().size() <= kTitleBytesMax);
    CHECK(project.objective().size() <= kObjectiveBytesMax);
    CHECK(project.coverage().size() <= kFieldBytesMax);
    CHECK(project.funding().size() <= kFieldBytesMax);
    CHECK(project.website_uri().size() <= kAddressBytesMax);
  }
}

void CheckPublications(const v1::Questionnaire& questionnaire) {
  CHECK(questionnaire.publications_size() <=
        static_cast<int>(kPublicationsMax));
  for (const v1::Publication& publication : questionnaire.publications()) {
    CheckEvidence(questionnaire, publication.evidence());
    CheckDate(publication.date());
    CHECK(!publication.title().empty());
    CHECK(publication.title().size() <= kTitleBytesMax);
    CHECK(publication.status() != v1::PUBLICATION_STATUS_UNSPECIFIED);
    CHECK(publication.link_uri().size() <= kAddressBytesMax);
  }
}

// Every item has an id, and no two the same.
void CheckIds(const v1::Questionnaire& questionnaire) {
  absl::flat_hash_set<std::string> ids;
  const auto check = [&](const auto& items) {
    for (const auto& item : items) {
      CHECK(MechanismName::FromId(item.id()).ok());  // GRAMMAR_RESOURCE_ID
      CHECK(ids.insert(item.id()).second);
    }
  };
  check(questionnaire.meetings());
  check(questionnaire.claims());
  check(questionnaire.projects());
  check(questionnaire.publications());
}

void Run(absl::string_view bytes) {
  v1::Questionnaire questionnaire = MakeQuestionnaire(bytes);
  ExtractItems({.round_year = 2016}, questionnaire);
  for (const v1::Answer& answer : questionnaire.answers()) {
    CHECK(answer.state() != v1::ANSWER_STATE_UNSPECIFIED);
  }
  for (const v1::Meeting& meeting : questionnaire.meetings()) {
    CheckEvidence(questionnaire, meeting.evidence());
    CHECK(!meeting.title().empty());
    CHECK(meeting.event_key().size() <= 128);
    CHECK(EdtfDate::Parse(meeting.date().edtf()).ok());
    CHECK(meeting.level() != v1::MEETING_LEVEL_UNSPECIFIED);
    CHECK(meeting.country_code().empty() ||
          CountryCode::Parse(meeting.country_code()).ok());
  }
  for (const v1::Claim& claim : questionnaire.claims()) {
    CheckEvidence(questionnaire, claim.evidence());
    CHECK(SdgCode::Parse(claim.code()).ok());
  }
  CheckProjects(questionnaire);
  CheckPublications(questionnaire);
  CheckIds(questionnaire);
  v1::Questionnaire again = questionnaire;
  ExtractItems({.round_year = 2016}, again);
  CHECK(again.SerializeAsString() == questionnaire.SerializeAsString());
}

}  // namespace
}  // namespace compendium

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  compendium::Run({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
