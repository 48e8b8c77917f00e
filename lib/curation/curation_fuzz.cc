// SPDX-License-Identifier: Apache-2.0
// Arbitrary steps on a questionnaire of arbitrary answers, as text of the
// protos: whatever is accepted leaves evidence that quotes its answer, no item
// both there and rejected, and a record that taking it anew from itself does
// not change.
#include <google/protobuf/text_format.h>

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>

#include "absl/strings/string_view.h"
#include "lib/base/status_macros.h"
#include "lib/curation/apply.h"
#include "lib/curation/curated_item.h"
#include "lib/curation/keep_curated.h"
#include "lib/curation/quote_place.h"
#include "lib/extract/extract_items.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

// A questionnaire of one answer, whose text is the input up to the first NUL.
v1::Questionnaire Record(absl::string_view text) {
  v1::Questionnaire questionnaire;
  v1::Answer& answer = *questionnaire.add_answers();
  answer.set_question_id("3A");
  for (const char c : text)
    answer.mutable_text()->push_back(
        static_cast<unsigned char>(c) < 0x80 ? c : '?');
  questionnaire.add_participants()->set_as_written("Peru");
  ExtractItems({.round_year = 2016}, questionnaire);
  return questionnaire;
}

template <class List>
void CheckItems(const v1::Questionnaire& questionnaire, const List& items,
                std::set<std::string>& ids) {
  for (const auto& item : items) {
    CHECK(ids.insert(item.id()).second);
    CHECK(IndexOfRejection(questionnaire, item.id()) < 0);
  }
}

void Run(absl::string_view bytes) {
  const size_t end = bytes.find('\0');
  v1::Questionnaire questionnaire = Record(bytes.substr(0, end));
  if (end == absl::string_view::npos) return;
  v1::CurationStep step;
  google::protobuf::TextFormat::Parser parser;
  parser.AllowPartialMessage(true);
  google::protobuf::io::ErrorCollector* const silent = nullptr;
  parser.RecordErrorsTo(silent);
  const std::string text(bytes.substr(end + 1));
  if (!parser.ParseFromString(text, &step)) return;
  const absl::Status status =
      Apply(step, {.author = "a", .reason = "r"}, "steps[0]", questionnaire);
  if (!status.ok()) return;
  std::set<std::string> ids;
  CheckItems(questionnaire, questionnaire.meetings(), ids);
  CheckItems(questionnaire, questionnaire.claims(), ids);
  CheckItems(questionnaire, questionnaire.projects(), ids);
  CheckItems(questionnaire, questionnaire.publications(), ids);
  v1::Questionnaire once = questionnaire;
  KeepCurated(questionnaire, once);
  v1::Questionnaire twice = once;
  KeepCurated(once, twice);
  CHECK(once.SerializeAsString() == twice.SerializeAsString());
}

// What is found is what was looked for, white space aside.
void Find(absl::string_view bytes) {
  const size_t end = bytes.find('\0');
  if (end == absl::string_view::npos) return;
  const absl::string_view text = bytes.substr(0, end);
  const auto place = FindQuote(text, bytes.substr(end + 1));
  if (!place.has_value()) return;
  CHECK(place->begin < place->end && place->end <= text.size());
  const absl::string_view found =
      text.substr(place->begin, place->end - place->begin);
  const auto again = FindQuote(found, bytes.substr(end + 1));
  CHECK(again.has_value() && again->begin == 0 && again->end == found.size());
}

}  // namespace
}  // namespace compendium

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  const absl::string_view input(reinterpret_cast<const char*>(bytes), size);
  compendium::Run(input);
  compendium::Find(input);
  return 0;
}
