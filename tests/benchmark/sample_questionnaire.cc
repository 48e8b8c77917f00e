// SPDX-License-Identifier: Apache-2.0
#include "tests/benchmark/sample_questionnaire.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "lib/extract/item_id.h"

namespace compendium::benchmark {
namespace {

namespace v1 = compendium::registry::v1;

constexpr absl::string_view kCodes[] = {"4.b",   "5.2",   "8.7",  "8.8",
                                        "10.7",  "10.c",  "16.2", "16.9",
                                        "17.16", "17.18", "3.8",  "11.5"};
constexpr std::pair<absl::string_view, absl::string_view> kPlaces[] = {
    {"Lusaka", "ZMB"},   {"Bangkok", "THA"},  {"Almaty", "KAZ"},
    {"Geneva", "CHE"},   {"Colombo", "LKA"},  {"Accra", "GHA"},
    {"Budapest", "HUN"}, {"Santiago", "CHL"}, {"Tehran", "IRN"},
    {"Kigali", "RWA"},   {"Vilnius", "LTU"},  {"Montevideo", "URY"}};

// Pronounceable words with frequencies that fall by rank, as in prose.
struct Vocabulary {
  std::vector<std::string> words;
  std::vector<double> cumulated;
};

const Vocabulary& TheVocabulary() {
  static const Vocabulary vocabulary = [] {
    constexpr absl::string_view kSyllables[] = {
        "ra", "mi", "ton", "se",  "lo",  "ver", "na", "di",
        "pe", "cu", "ba",  "ren", "tal", "so",  "fi", "gu"};
    Vocabulary made;
    std::mt19937_64 random(4711);
    double sum = 0;
    for (size_t rank = 0; rank < 3000; ++rank) {
      std::string word;
      for (uint64_t i = 2 + random() % 3; i > 0; --i)
        absl::StrAppend(&word, kSyllables[random() % 16]);
      made.words.push_back(std::move(word));
      sum += 1 / std::pow(static_cast<double>(rank) + 3, 1.15);
      made.cumulated.push_back(sum);
    }
    return made;
  }();
  return vocabulary;
}

class Prose {
 public:
  explicit Prose(uint64_t seed) : random_(seed) {}

  std::string Words(size_t bytes) {
    const Vocabulary& from = TheVocabulary();
    std::string text;
    std::uniform_real_distribution<double> share(0, from.cumulated.back());
    while (text.size() < bytes) {
      const auto place = std::lower_bound(from.cumulated.begin(),
                                          from.cumulated.end(), share(random_));
      const size_t rank = static_cast<size_t>(place - from.cumulated.begin());
      absl::StrAppend(&text, from.words[std::min(rank, from.words.size() - 1)],
                      " ");
    }
    text.resize(bytes);
    return text;
  }

  uint64_t Number(uint64_t below) { return random_() % below; }

 private:
  std::mt19937_64 random_;
};

// Appends `quote` to the answer as a line and makes it the evidence.
void Quote(const std::string& quote, v1::Answer& answer,
           v1::Evidence& evidence) {
  std::string& text = *answer.mutable_text();
  evidence.set_question_id(answer.question_id());
  evidence.set_begin_byte(static_cast<int32_t>(text.size()));
  evidence.set_end_byte(static_cast<int32_t>(text.size() + quote.size()));
  evidence.set_quote(quote);
  absl::StrAppend(&text, quote, "\n");
}

void AddMeeting(int year, Prose& prose, v1::Answer& answer,
                v1::Questionnaire& questionnaire) {
  v1::Meeting& meeting = *questionnaire.add_meetings();
  const auto& [city, country] = kPlaces[prose.Number(std::size(kPlaces))];
  const std::string title = prose.Words(90);
  const std::string day = absl::StrFormat(
      "%04d-%02d-%02d", year, 1 + prose.Number(12), 1 + prose.Number(28));
  meeting.set_title(title);
  meeting.mutable_date()->set_as_written(day);
  meeting.mutable_date()->set_edtf(day);
  meeting.mutable_date()->set_earliest_day(day);
  meeting.mutable_date()->set_latest_day(day);
  meeting.set_city(std::string(city));
  meeting.set_country_code(std::string(country));
  meeting.set_level(v1::MEETING_LEVEL_EXPERT);
  meeting.set_status(v1::MEETING_STATUS_HELD);
  meeting.set_origin(v1::ORIGIN_EXTRACTED);
  Quote(absl::StrCat(title, ", ", std::string(city), ", ", day), answer,
        *meeting.mutable_evidence());
}

void AddClaim(Prose& prose, v1::Answer& answer,
              v1::Questionnaire& questionnaire) {
  v1::Claim& claim = *questionnaire.add_claims();
  const std::string code(kCodes[prose.Number(std::size(kCodes))]);
  claim.set_framework("sdg");
  claim.set_code(code);
  claim.set_strength(v1::CLAIM_STRENGTH_EXPLICIT);
  claim.set_origin(v1::ORIGIN_EXTRACTED);
  Quote(absl::StrCat("target ", code, " ", prose.Words(60)), answer,
        *claim.mutable_evidence());
}

}  // namespace

std::string SampleName(const SampleOptions& options) {
  return absl::StrFormat("mechanisms/m%04d/questionnaires/%04d",
                         options.mechanism, options.round);
}

v1::Questionnaire SampleQuestionnaire(const SampleOptions& options) {
  Prose prose(options.seed);
  v1::Questionnaire questionnaire;
  questionnaire.set_name(SampleName(options));
  questionnaire.set_title(prose.Words(40));
  for (const char* id : {"1", "2", "3A"}) {
    v1::Answer& answer = *questionnaire.add_answers();
    answer.set_question_id(id);
    answer.set_state(v1::ANSWER_STATE_ANSWERED);
  }
  v1::Answer& update = *questionnaire.mutable_answers(0);
  update.set_text(absl::StrCat(std::string(kMark), "0000000000000000 "));
  const uint64_t meetings = options.is_brief ? 1 : 6 + prose.Number(5);
  const uint64_t claims = options.is_brief ? 1 : 4 + prose.Number(6);
  const size_t size_max = options.is_brief ? 1024 : 8192;
  for (uint64_t i = 0; i < meetings; ++i)
    AddMeeting(std::min(options.round, 9999), prose,
               *questionnaire.mutable_answers(1), questionnaire);
  for (uint64_t i = 0; i < claims; ++i)
    AddClaim(prose, *questionnaire.mutable_answers(2), questionnaire);
  FillItemIds(questionnaire);
  const size_t size_bytes = questionnaire.ByteSizeLong() + 4;
  if (size_bytes < size_max)
    absl::StrAppend(update.mutable_text(), prose.Words(size_max - size_bytes));
  return questionnaire;
}

}  // namespace compendium::benchmark
