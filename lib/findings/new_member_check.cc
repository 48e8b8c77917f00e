// SPDX-License-Identifier: Apache-2.0
// new-member: "welcomed Cambodia as its 12th member", and the list of members
// does not have it.
#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "lib/domain/country.h"
#include "lib/findings/checks.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

// Longest name of a country in words.
constexpr size_t kNameWordsMax = 7;

bool IsAdmission(const Token& token) {
  return IsOneOf(
      token,
      " welcomed welcomes admitted admits accepted accession joined joins "_words);
}

// Whether "as its 12th member" begins at `at`.
bool NamesMember(const AnswerText& text, size_t at, size_t last) {
  if (!text.token(at).IsWord("as")) return false;
  for (size_t next = at + 1; next < last && next <= at + 5; ++next) {
    if (IsOneOf(text.token(next), " member members "_words)) return true;
  }
  return false;
}

// The longest name of a country that ends before `at`.
std::optional<CountryCode> CountryBefore(const AnswerText& text, size_t first,
                                         size_t at) {
  std::optional<CountryCode> longest;
  for (size_t words = 1; words <= kNameWordsMax && first + words <= at;
       ++words) {
    const auto country = FindCountry(text.Slice({at - words, at}));
    if (country.has_value()) longest = country;
  }
  return longest;
}

bool IsParticipant(const QuestionnaireView& view, const CountryCode& country) {
  for (const v1::Participant& participant :
       view.questionnaire().participants()) {
    if (participant.country_code() == country.alpha3()) return true;
  }
  return false;
}

void CheckSentence(const QuestionnaireView& view, const AnswerView& answer,
                   TokenRange sentence, FindingList& list) {
  const AnswerText& text = answer.text;
  size_t read = sentence.first;  // up to here it is known whether it admits
  bool admits = false;
  for (size_t at = sentence.first; at < sentence.last; ++at) {
    if (!NamesMember(text, at, sentence.last)) continue;
    for (; read < at; ++read) admits |= IsAdmission(text.token(read));
    if (!admits) continue;
    const auto country = CountryBefore(text, sentence.first, at);
    if (!country.has_value() || IsParticipant(view, *country)) continue;
    list.Add(
        {"new-member",
         v1::FINDING_SEVERITY_WARNING,
         absl::StrCat("Question ", answer.id(), " welcomes ", country->name(),
                      " as a member; the list of members does not have "
                      "it."),
         "Enter it as a participant, or dismiss the finding if it joins "
         "later.",
         {view.Quote(answer, sentence)},
         country->ToString()});
  }
}

}  // namespace

void CheckNewMembers(const QuestionnaireView& view, FindingList& list) {
  if (view.questionnaire().participants().empty()) return;
  for (const AnswerView& answer : view.answers()) {
    if (!answer.answered) continue;
    for (const TextLine& line : answer.text.lines()) {
      for (const TokenRange sentence : line.sentences) {
        CheckSentence(view, answer, sentence, list);
      }
    }
  }
}

}  // namespace compendium
