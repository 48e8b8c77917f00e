// SPDX-License-Identifier: Apache-2.0
#include "lib/request/grammar.h"

#include "absl/strings/str_cat.h"
#include "lib/domain/country.h"
#include "lib/domain/day_bound.h"
#include "lib/domain/edtf_date.h"
#include "lib/domain/framework.h"
#include "lib/domain/resource_name.h"
#include "lib/request/plain_text.h"

namespace compendium {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool IsCapital(char c) { return c >= 'A' && c <= 'Z'; }

bool IsHexDigit(char c) {
  return IsDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// 8-4-4-4-12 hexadecimal digits, of either case (RFC 4122 §3).
bool IsUuid(absl::string_view text) {
  if (text.size() != 36) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
    if (hyphen ? text[i] != '-' : !IsHexDigit(text[i])) return false;
  }
  return true;
}

// One or two digits and at most one capital letter.
bool IsQuestionId(absl::string_view text) {
  size_t digits = 0;
  while (digits < text.size() && IsDigit(text[digits])) ++digits;
  if (digits < 1 || digits > 2) return false;
  const absl::string_view rest = text.substr(digits);
  return rest.empty() || (rest.size() == 1 && IsCapital(rest[0]));
}

std::string Got(absl::string_view text, absl::string_view wanted) {
  return absl::StrCat("got ", QuotedForError(text), ", want ", wanted);
}

std::optional<std::string> Unless(bool good, absl::string_view text,
                                  absl::string_view wanted) {
  if (good) return std::nullopt;
  return Got(text, wanted);
}

// An EDTF string; the parser knows best what is wrong.
std::optional<std::string> EdtfProblem(absl::string_view text) {
  const auto date = EdtfDate::Parse(text);
  if (date.ok()) return std::nullopt;
  return absl::StrCat(Got(text, "an EDTF date"), " (", date.status().message(),
                      ")");
}

}  // namespace

std::optional<std::string> GrammarProblem(rules::v1::Grammar grammar,
                                          absl::string_view text) {
  switch (grammar) {
    case rules::v1::GRAMMAR_MECHANISM_NAME:
      return Unless(MechanismName::Parse(text).ok(), text,
                    "mechanisms/{mechanism}");
    case rules::v1::GRAMMAR_ROUND_NAME:
      return Unless(RoundName::Parse(text).ok(), text, "rounds/{round}");
    case rules::v1::GRAMMAR_QUESTIONNAIRE_NAME:
      return Unless(QuestionnaireName::Parse(text).ok(), text,
                    "mechanisms/{mechanism}/questionnaires/{round}");
    case rules::v1::GRAMMAR_RESOURCE_NAME:
      return Unless(ResourceName::Parse(text).ok(), text,
                    "the name of a mechanism, a round or a questionnaire");
    case rules::v1::GRAMMAR_EDTF:
      return EdtfProblem(text);
    case rules::v1::GRAMMAR_COUNTRY_CODE:
      return Unless(CountryCode::Parse(text).ok(), text,
                    "an ISO 3166-1 alpha-3 code of UN M49");
    case rules::v1::GRAMMAR_UUID:
      return Unless(IsUuid(text), text, "a UUID");
    case rules::v1::GRAMMAR_DAY:
      return Unless(ParseIsoDay(text).has_value(), text,
                    "a calendar day YYYY-MM-DD");
    case rules::v1::GRAMMAR_FRAMEWORK:
      return Unless(FindFramework(text) != nullptr, text,
                    "the id of a known framework");
    case rules::v1::GRAMMAR_QUESTION_ID:
      return Unless(IsQuestionId(text), text, "a question id such as 2A");
    case rules::v1::GRAMMAR_RESOURCE_ID:
      return Unless(MechanismName::FromId(text).ok(), text,
                    "1 to 63 lower-case letters, digits and inner hyphens");
    default:
      return std::nullopt;
  }
}

}  // namespace compendium
