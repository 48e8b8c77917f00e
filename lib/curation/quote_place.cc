// SPDX-License-Identifier: Apache-2.0
#include "lib/curation/quote_place.h"

#include <cstring>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "lib/request/error_details.h"
#include "lib/request/plain_text.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

constexpr absl::string_view kNoBreakSpace = "\xC2\xA0";

// The size of the white space that begins at `at`, or 0.
size_t SpaceSize(absl::string_view text, size_t at) {
  if (absl::ascii_isspace(static_cast<unsigned char>(text[at]))) return 1;
  return text.substr(at, kNoBreakSpace.size()) == kNoBreakSpace
             ? kNoBreakSpace.size()
             : 0;
}

// A text with each run of white space as one space, none at its ends.
struct Folded {
  std::string text;
  std::vector<size_t> places;  // where each byte of it stood
};

Folded Fold(absl::string_view text) {
  Folded folded;
  folded.text.reserve(text.size());
  folded.places.reserve(text.size());
  bool gap = false;
  for (size_t at = 0; at < text.size();) {
    if (const size_t space = SpaceSize(text, at); space > 0) {
      gap = !folded.text.empty();
      at += space;
      continue;
    }
    if (gap) {
      folded.text += ' ';
      folded.places.push_back(at - 1);
    }
    gap = false;
    folded.text += text[at];
    folded.places.push_back(at++);
  }
  return folded;
}

// memmem is linear whatever it is given; std::string::find is not.
size_t Find(const std::string& text, const std::string& part, size_t from) {
  if (from > text.size()) return std::string::npos;
  const void* const found =
      memmem(text.data() + from, text.size() - from, part.data(), part.size());
  return found == nullptr ? std::string::npos
                          : static_cast<size_t>(
                                static_cast<const char*>(found) - text.data());
}

const v1::Answer* FindAnswer(const v1::Questionnaire& questionnaire,
                             absl::string_view question_id) {
  for (const v1::Answer& answer : questionnaire.answers())
    if (answer.question_id() == question_id) return &answer;
  return nullptr;
}

void SetPlace(absl::string_view text, QuotePlace place,
              v1::Evidence& evidence) {
  evidence.set_begin_byte(static_cast<int32_t>(place.begin));
  evidence.set_end_byte(static_cast<int32_t>(place.end));
  evidence.set_quote(
      std::string(text.substr(place.begin, place.end - place.begin)));
}

size_t BeginOf(const v1::Evidence& evidence) {
  return evidence.begin_byte() < 0 ? 0
                                   : static_cast<size_t>(evidence.begin_byte());
}

}  // namespace

std::optional<QuotePlace> FindQuote(absl::string_view text,
                                    absl::string_view quote, size_t from) {
  const Folded in = Fold(text);
  const Folded wanted = Fold(quote);
  if (wanted.text.empty()) return std::nullopt;
  size_t first = 0;
  while (first < in.places.size() && in.places[first] < from) ++first;
  size_t at = Find(in.text, wanted.text, first);
  if (at == std::string::npos) at = Find(in.text, wanted.text, 0);
  if (at == std::string::npos) return std::nullopt;
  return QuotePlace{in.places[at], in.places[at + wanted.text.size() - 1] + 1};
}

absl::Status LocateEvidence(const v1::Questionnaire& questionnaire,
                            absl::string_view path, v1::Evidence& evidence) {
  if (evidence.end_byte() != 0 || evidence.quote().empty())
    return absl::OkStatus();
  const v1::Answer* const answer =
      FindAnswer(questionnaire, evidence.question_id());
  if (answer == nullptr)
    return InvalidField(
        absl::StrCat(path, ".question_id"),
        absl::StrCat("got ", QuotedForError(evidence.question_id()),
                     ", want the question_id of an answer of "
                     "this questionnaire"));
  const auto place =
      FindQuote(answer->text(), evidence.quote(), BeginOf(evidence));
  if (!place.has_value())
    return InvalidField(
        absl::StrCat(path, ".quote"),
        absl::StrCat("got ", QuotedForError(evidence.quote()),
                     ", want words of the answer to ", answer->question_id()));
  SetPlace(answer->text(), *place, evidence);
  return absl::OkStatus();
}

bool MoveEvidence(const v1::Questionnaire& questionnaire,
                  v1::Evidence& evidence) {
  const v1::Answer* const answer =
      FindAnswer(questionnaire, evidence.question_id());
  if (answer == nullptr) return false;
  const absl::string_view text = answer->text();
  const size_t begin = BeginOf(evidence);
  const std::string& quote = evidence.quote();
  if (begin <= text.size() && text.substr(begin, quote.size()) == quote &&
      begin + quote.size() == static_cast<size_t>(evidence.end_byte()))
    return true;
  const auto place = FindQuote(text, quote, begin);
  if (place.has_value()) {
    SetPlace(text, *place, evidence);
  } else {
    evidence.clear_begin_byte();
    evidence.clear_end_byte();
    evidence.clear_quote();
  }
  return true;
}

}  // namespace compendium
