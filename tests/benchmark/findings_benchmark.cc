// SPDX-License-Identifier: Apache-2.0
// What extraction, findings and suggestions of one answer cost, by its size in
// KiB: what a caller who analyses a text waits for. The text is made of
// sentences that keep every check and table busy.
#include <benchmark/benchmark.h>

#include <string>

#include "lib/extract/extract_items.h"
#include "lib/findings/find_findings.h"
#include "lib/findings/find_suggestions.h"

namespace compendium::benchmark {
namespace {

namespace v1 = compendium::registry::v1;

constexpr char kPart[] =
    "3 meetings were held in the ports this year.\n"
    "- Expert meeting on labour migration, Riga, Latvia, 3-4 May 2016\n"
    "- Workshop on the cost of remittances, Oslo, Norway, 16 June 2016\n"
    "The project is in support of two SDGs: targets 8.8 (rights of migrant "
    "workers), 10.7 and 16.2 about trafficking in children. Ministers welcomed "
    "Kenya as its 12th Member State, and planned a 2nd Forum of Harbour Pilots "
    "in early December 2016 (tbc). See https://ports.example.org/atlas for "
    "migration data and birth registration; climate change was not named.\n";

v1::Questionnaire MakeQuestionnaire(int64_t kibibytes) {
  v1::Questionnaire questionnaire;
  questionnaire.set_name("mechanisms/ports/questionnaires/2016");
  questionnaire.set_title("Forum of Ports (FP)");
  questionnaire.add_participants()->set_country_code("LVA");
  v1::Answer& answer = *questionnaire.add_answers();
  answer.set_question_id("2C");
  const auto size = static_cast<size_t>(kibibytes) * 1024;
  while (answer.text().size() < size) answer.mutable_text()->append(kPart);
  answer.mutable_text()->resize(size);
  return questionnaire;
}

void Extract(::benchmark::State& state) {
  const v1::Questionnaire source = MakeQuestionnaire(state.range(0));
  for (auto iteration : state) {
    v1::Questionnaire questionnaire = source;
    ExtractItems({.round_year = 2016}, questionnaire);
    ::benchmark::DoNotOptimize(questionnaire.meetings_size());
  }
}

void Findings(::benchmark::State& state) {
  v1::Questionnaire questionnaire = MakeQuestionnaire(state.range(0));
  ExtractItems({.round_year = 2016}, questionnaire);
  const FindingOptions options = {
      .round_year = 2016, .due_day = "", .form = {}};
  for (auto iteration : state) {
    ::benchmark::DoNotOptimize(FindFindings(questionnaire, options));
  }
}

void Suggestions(::benchmark::State& state) {
  v1::Questionnaire questionnaire = MakeQuestionnaire(state.range(0));
  ExtractItems({.round_year = 2016}, questionnaire);
  for (auto iteration : state) {
    ::benchmark::DoNotOptimize(FindSuggestions(questionnaire));
  }
}

BENCHMARK(Extract)->Arg(8)->Arg(64)->Arg(256)->Unit(::benchmark::kMillisecond);
BENCHMARK(Findings)->Arg(8)->Arg(64)->Arg(256)->Unit(::benchmark::kMillisecond);
BENCHMARK(Suggestions)
    ->Arg(8)
    ->Arg(64)
    ->Arg(256)
    ->Unit(::benchmark::kMillisecond);

}  // namespace
}  // namespace compendium::benchmark

BENCHMARK_MAIN();
