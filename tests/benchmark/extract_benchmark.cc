// SPDX-License-Identifier: Apache-2.0
// What reading documents costs: extraction from questionnaires of 10 KB to
// 10 MB of answers, plain and adversarial ones, and the compendium text itself.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "compendium/registry/v1/questionnaire.pb.h"
#include "lib/base/status_macros.h"
#include "lib/document/compendium_text.h"
#include "lib/extract/extract_items.h"

namespace compendium::benchmark {
namespace {

using ::benchmark::State;

namespace v1 = registry::v1;

// Answers are at most 256 KiB; a longer text is several questionnaires.
constexpr size_t kAnswerBytes = 64 << 10;
constexpr const char* kQuestions[] = {"1",  "2", "2A", "2B",
                                      "2C", "3", "3A", "4"};

// What answers to one question look like, by question.
constexpr const char* kParagraphs[] = {
    "During the year the secretariat went on helping its members to keep "
    "registers of crews, and advised three ministries on the rights of those "
    "who work far from home. A working paper on fees was discussed with "
    "employers.\n• Follow-up talks on safe harbours, Lima, Peru, 16-17 May\n",
    "• 16 – 17 Mar, Ankara: Objective setting workshop on inland ports\n"
    "• Second Annual Meeting of the Working Group on Crews, Bangkok, Thailand, "
    "18 May 2016\n• The forum was held in Accra on 23rd-24th August, 2016 and "
    "dealt with fees, wages and the way in which contracts are kept.\n",
    "Tenth Meeting of Senior Officials, Colombo, Sri Lanka, 2 February\n"
    "The meeting recommended that members exchange letters twice a year and "
    "that the chair report on them to the next meeting.\n",
    "Title: The Fifth Conference of Ministers\nDate & Venue: 25 August 2016, "
    "Quito, Ecuador\nMinisters asked experts to look again at the tables.\n",
    "The members spoke about Goals 5,8 (8.7),10 (10.7) and possibly 17.16; the "
    "role of the forum will contribute to target 16.2 in the long run, as the "
    "chair said when the session was closed.\n",
    "Title: Safe Harbours\nDuration: May 2016 – April 2018\nObjective: To let "
    "ports know the rights of crews and to train those who decide.\n"
    "Geographical coverage: Peru and Chile\nFunding source: Fund for Seas\n"
    "Website: http://harbours.example/safe\n",
    "SDG target 10.7 on orderly migration, through courses for officers; SDG "
    "target 8.8 on the rights of workers, as in the first project.\n",
    "• Handbook on Safe Return (2016)\n• Country Profiles for Chad and Mali "
    "(forthcoming)\nLink: http://guides.example/list\n",
};

std::string Repeated(const std::string& piece, size_t bytes) {
  std::string text;
  text.reserve(bytes + piece.size());
  while (text.size() < bytes) text += piece;
  return text;
}

using Texts = std::vector<std::string>;  // by question

// Questionnaires with `bytes` of answers altogether.
std::vector<v1::Questionnaire> Fill(const Texts& pieces, size_t bytes) {
  std::vector<v1::Questionnaire> questionnaires;
  size_t left = bytes;
  while (left > 0) {
    v1::Questionnaire& questionnaire = questionnaires.emplace_back();
    questionnaire.set_title("South Conference on Ports (SCP)");
    const size_t share = std::min(left, 8 * kAnswerBytes);
    for (size_t i = 0; i < 8; ++i) {
      v1::Answer& answer = *questionnaire.add_answers();
      answer.set_question_id(kQuestions[i]);
      answer.set_text(Repeated(pieces[i % pieces.size()], share / 8));
    }
    left -= share;
  }
  return questionnaires;
}

void RunExtraction(State& state, const Texts& pieces, size_t bytes) {
  const std::vector<v1::Questionnaire> questionnaires = Fill(pieces, bytes);
  size_t read = 0;
  for (const v1::Questionnaire& questionnaire : questionnaires) {
    for (const v1::Answer& answer : questionnaire.answers()) {
      read += answer.text().size();
    }
  }
  for (auto _ : state) {
    for (const v1::Questionnaire& questionnaire : questionnaires) {
      v1::Questionnaire work = questionnaire;
      ExtractItems({.round_year = 2016}, work);
      ::benchmark::DoNotOptimize(work);
    }
  }
  state.SetBytesProcessed(static_cast<int64_t>(read) *
                          static_cast<int64_t>(state.iterations()));
}

// Half of an answer's text is paragraphs that hold items, as in the documents
// seen so far; the other half is prose.
void BM_Extract(State& state) {
  Texts pieces;
  const std::string prose =
      "The members of the dialogue agreed that regular exchange between the "
      "authorities of countries of origin, transit and destination remains the "
      "basis of trust, and that rules which are known to workers before they "
      "leave home spare them debts. They welcomed the readiness of employers "
      "to share the cost of courses and asked the secretariat to keep them "
      "informed about its findings.\n";
  for (const char* const paragraph : kParagraphs) {
    pieces.push_back(absl::StrCat(paragraph, prose));
  }
  RunExtraction(state, pieces, static_cast<size_t>(state.range(0)));
}
BENCHMARK(BM_Extract)
    ->Arg(10 << 10)
    ->Arg(100 << 10)
    ->Arg(1 << 20)
    ->Arg(10 << 20);

// Nothing but entries: a meeting, claim, project or publication in each line.
void BM_ExtractDense(State& state) {
  RunExtraction(state, Texts(std::begin(kParagraphs), std::end(kParagraphs)),
                static_cast<size_t>(state.range(0)));
}
BENCHMARK(BM_ExtractDense)
    ->Arg(10 << 10)
    ->Arg(100 << 10)
    ->Arg(1 << 20)
    ->Arg(10 << 20);

struct Hostile {
  const char* name;
  const char* piece;
};

// Texts made to cost much: what looks like the beginning of something, again
// and again. A word stands before marks, or the answer would count as blank.
constexpr Hostile kHostile[] = {
    {"brackets", "a ("},
    {"closing", "a )"},
    {"quotes", "a \""},
    {"dashes", "a - "},
    {"numbers", "1 "},
    {"dates", "3 May 2016, "},
    {"days", "1, 2, 3, "},
    {"months", "May - June / July "},
    {"codes", "SDG 8.7, 10.7 goals 5 "},
    {"meetings", "Meeting of the Working Group "},
    {"ands", "Workshop and Workshop on "},
    {"places", "Lima, Peru, "},
    {"dated places", "Lima, Peru, 3 May 2016, "},
    {"names", "The Former Yugoslav Republic Of "},
    {"labels", "Title: Objective: Funding source: "},
    {"label words", "project funding source title "},
    {"profiles", "profiles of Chad and Mali, "},
    {"republics", "of Republic of Korea, Republic of Chad, "},
    {"reports", "a report on crews (2016) and the guide "},
    {"remarks", "They will be published. "},
    {"addresses", "http://a.example/b?c=(d) "},
    {"lines", "a\n"},
    {"items", "• Workshop\n"},
    {"alike items", "• Workshop on safe harbours\n"},
    {"numbered items", "• 3rd Meeting on harbours\n"},
    {"tbc", "(tbc), venue and date "},
    {"venues", "venue date place still "},
    {"held", "held the meeting was held in "},
    {"two", "two meetings for each of the "},
    {"no blanks", "x"},
    {"accents", "é"},
    {"editions", "2016 SCP 3rd SCP "},
    {"alike dated items", "• SOM, Accra, 4-5 June 2015\n"},
    {"alike dated lines", "SOM, Accra, 4-5 June 2015\n"},
    {"alike dated prose", "The SOM was held in Accra on 4-5 June 2015. "},
};

// Those that once took more than linear time, also at 10 MB.
constexpr absl::string_view kLarge[] = {
    "brackets", "numbers", "days",   "codes", "places",
    "lines",    "items",   "venues", "held",  "editions"};

void BM_ExtractHostile(State& state, const Hostile& hostile) {
  RunExtraction(state, {hostile.piece}, static_cast<size_t>(state.range(0)));
  state.SetLabel(hostile.name);
}

// Undated mentions that all differ, so that none spares a comparison.
void BM_ExtractDistinct(State& state) {
  Texts texts(std::size(kQuestions));
  for (int number = 0; number < 2000; ++number) {
    absl::StrAppend(&texts[static_cast<size_t>(number) % texts.size()],
                    "• Workshop on harbour h", number, " and crew c",
                    number / 2, "\n");
  }
  RunExtraction(state, texts, static_cast<size_t>(state.range(0)));
}
BENCHMARK(BM_ExtractDistinct)->Arg(10 << 10)->Arg(1 << 20)->Arg(10 << 20);

// How a text tells of its meetings.
enum DatedForm { kDatedItems, kDatedLines, kDatedProse };

// Dated mentions that all differ, in title, place or days.
std::string DatedEntries(DatedForm form, size_t bytes) {
  constexpr const char* kTitles[] = {"SOM", "Ministerial Meeting",
                                     "Workshop on fees", "Expert Meeting",
                                     "Training Course on crews"};
  constexpr const char* kCities[] = {"Accra",   "Lima",   "Quito",  "Bangkok",
                                     "Colombo", "Ankara", "Nairobi"};
  constexpr const char* kMonths[] = {"January", "March",   "May",
                                     "June",    "October", "December"};
  std::string text;
  for (size_t i = 0; text.size() < bytes; ++i) {
    const char* const title = kTitles[i % std::size(kTitles)];
    const char* const city = kCities[i % std::size(kCities)];
    const std::string days =
        absl::StrCat(1 + i % 27, "-", 2 + i % 27, " ",
                     kMonths[i % std::size(kMonths)], " ", 2010 + i / 27 % 10);
    if (form == kDatedProse) {
      absl::StrAppend(&text, "The ", title, " was held in ", city, " on ", days,
                      ". ");
    } else {
      absl::StrAppend(&text, form == kDatedItems ? "• " : "", title, ", ", city,
                      ", ", days, "\n");
    }
  }
  return text;
}

void BM_ExtractDated(State& state, DatedForm form) {
  const auto bytes = static_cast<size_t>(state.range(0));
  RunExtraction(state,
                {DatedEntries(form, std::min(bytes, 8 * kAnswerBytes) / 8)},
                bytes);
}
BENCHMARK_CAPTURE(BM_ExtractDated, items, kDatedItems)
    ->Arg(10 << 10)
    ->Arg(100 << 10)
    ->Arg(1 << 20);
BENCHMARK_CAPTURE(BM_ExtractDated, lines, kDatedLines)
    ->Arg(10 << 10)
    ->Arg(100 << 10)
    ->Arg(1 << 20);
BENCHMARK_CAPTURE(BM_ExtractDated, prose, kDatedProse)
    ->Arg(10 << 10)
    ->Arg(100 << 10)
    ->Arg(1 << 20);

// A compendium of as many sections as the bytes need.
std::string MakeCompendium(size_t bytes) {
  std::string text = "Compendium\n\n";
  for (int number = 1; text.size() < bytes; ++number) {
    absl::StrAppend(&text, "Dialogue on Ports Number ", number, " (DPN", number,
                    ")\n\n- Member States:** Peru, Chile, Ghana\n- Focus:**\n"
                    "- ⇒ ports,\n - ⇒ crews\n\n");
    for (size_t i = 0; i < 8; ++i) {
      absl::StrAppend(&text, "<p>", kQuestions[i],
                      i < 2 ? ". Brief update on main activities in 2016:"
                            : ". New publications in 2016:",
                      "</p>\t<p>", Repeated(kParagraphs[i], 4 << 10), "</p>\n");
    }
    text += "\n";
  }
  return text;
}

void BM_ParseCompendium(State& state) {
  const std::string text = MakeCompendium(static_cast<size_t>(state.range(0)));
  for (auto _ : state) {
    const auto parsed = ParseCompendiumText(
        text, {.file_name = "compendium.txt", .round_id = "2016"});
    CHECK(parsed.ok());
    ::benchmark::DoNotOptimize(parsed);
  }
  state.SetBytesProcessed(static_cast<int64_t>(text.size()) *
                          static_cast<int64_t>(state.iterations()));
}
BENCHMARK(BM_ParseCompendium)
    ->Arg(10 << 10)
    ->Arg(100 << 10)
    ->Arg(1 << 20)
    ->Arg(10 << 20);

void RegisterHostile() {
  for (const Hostile& hostile : kHostile) {
    auto* const registered = ::benchmark::RegisterBenchmark(
        absl::StrCat("BM_ExtractHostile/", hostile.name).c_str(),
        [&hostile](State& state) { BM_ExtractHostile(state, hostile); });
    registered->Arg(10 << 10)->Arg(1 << 20);
    const bool large = std::find(std::begin(kLarge), std::end(kLarge),
                                 hostile.name) != std::end(kLarge);
    if (large) registered->Arg(10 << 20);
  }
}

}  // namespace
}  // namespace compendium::benchmark

int main(int argc, char** argv) {
  compendium::benchmark::RegisterHostile();
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
