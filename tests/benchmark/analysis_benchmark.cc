// SPDX-License-Identifier: Apache-2.0
// What AnalyzeText costs for an answer of 8 KB, the longest that people write,
// and for shorter and longer ones: the reading alone, and the whole call over
// gRPC with client and server in this process. Besides the mean, p50_ms and
// p99_ms of the single calls.
#include <benchmark/benchmark.h>
#include <grpcpp/grpcpp.h>

#include <string>

#include "lib/base/status_macros.h"
#include "services/registry/text_analysis.h"
#include "tests/benchmark/measurement.h"
#include "tests/support/registry_fixture.h"

namespace compendium::benchmark {
namespace {

namespace v1 = compendium::registry::v1;

// What answers look like: dated meetings in lists and sentences, goals by code
// and by name, projects, and prose without any of it.
constexpr absl::string_view kSentences[] = {
    "• Senior officials' meeting, Lima, Peru, 3 – 4 May 2016\n",
    "The working group on return met in Geneva from 14 to 16 November 2016 and "
    "agreed on a plan of work for the year ahead.\n",
    "The project supports SDG targets 8.7, 10.7 and 16.2 and, implicitly, goal "
    "5 on gender equality.\n",
    "• Workshop on counter-trafficking for border officials, Nairobi (tbc), "
    "August/September 2016\n",
    "Members exchanged views on labour migration, remittances and the "
    "protection of children on the move, and thanked the secretariat.\n",
    "• Title: Safe ports for all. Duration: January 2015 – December 2017. "
    "Funding: own contributions. Website: http://ports.example/project\n",
    "The ministerial conference was postponed until further notice.\n",
    "A handbook on consular assistance was published in 2016 and can be read "
    "at http://ports.example/handbook.pdf\n",
};

std::string Answer(size_t bytes) {
  std::string text;
  for (size_t i = 0; text.size() < bytes; ++i) {
    const absl::string_view sentence =
        kSentences[i % (sizeof(kSentences) / sizeof(kSentences[0]))];
    text.append(sentence.data(), sentence.size());
  }
  text.resize(bytes, ' ');
  // Never half a character at the end.
  while (static_cast<unsigned char>(text.back()) >= 0x80) text.pop_back();
  return text;
}

// Runs a call once for each iteration and reports its quantiles.
template <class Call>
void Measure(::benchmark::State& state, const Call& call) {
  Latencies latencies;
  for (auto _ : state) {
    const int64_t begin = NowNs();
    call();
    latencies.Add(NowNs() - begin);
  }
  state.counters["p50_ms"] = latencies.QuantileUs(0.50) / 1000;
  state.counters["p99_ms"] = latencies.QuantileUs(0.99) / 1000;
}

void AnalyzeAnswer(::benchmark::State& state) {
  const std::string text = Answer(static_cast<size_t>(state.range(0)));
  Measure(state, [&] {
    ::benchmark::DoNotOptimize(
        registry::AnalyzeAnswer({.question_id = "2",
                                 .text = text,
                                 .round_year = 2016,
                                 .mechanism_title = "Sea Process (SEAP)",
                                 .question_as_written = ""}));
  });
}

void AnalyzeTextOverGrpc(::benchmark::State& state) {
  tests::RegistryFixture registry;
  v1::AnalyzeTextRequest request;
  request.set_question_id("2");
  request.set_round_year(2016);
  request.set_mechanism_title("Sea Process (SEAP)");
  request.set_text(Answer(static_cast<size_t>(state.range(0))));
  Measure(state, [&] {
    grpc::ClientContext context;
    v1::AnalyzeTextResponse response;
    CHECK(registry.stub().AnalyzeText(&context, request, &response).ok());
    ::benchmark::DoNotOptimize(response);
  });
}

BENCHMARK(AnalyzeAnswer)
    ->Arg(1 << 10)
    ->Arg(8 << 10)
    ->Arg(64 << 10)
    ->Arg(256 << 10)
    ->Unit(::benchmark::kMillisecond);
BENCHMARK(AnalyzeTextOverGrpc)
    ->Arg(8 << 10)
    ->Unit(::benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
}  // namespace compendium::benchmark

BENCHMARK_MAIN();
