// SPDX-License-Identifier: Apache-2.0
// The promise of ParseCompendiumText that nothing is dropped, as a function for
// tests and the fuzzer.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "lib/document/compendium_text.h"
#include "lib/document/limits.h"

namespace compendium {

// What is wrong with how `parsed` covers `text`: each byte must lie in exactly
// one span, the spans of a list must be in order, and remainders must hold
// their bytes and keep their limit. Empty when all is well.
inline std::string FindCoverageProblem(absl::string_view text,
                                       const ParsedDocument& parsed) {
  std::vector<std::pair<size_t, size_t>> all;
  std::string problem;
  size_t list_end = 0;  // where the last span of the list at work ended
  size_t section = 0;   // from where the spans at work count
  const auto add = [&](const registry::v1::SourceSpan& span) {
    const auto begin = section + static_cast<size_t>(span.begin_byte());
    const auto end = section + static_cast<size_t>(span.end_byte());
    if (begin < list_end || begin >= end || end > text.size()) {
      absl::StrAppend(&problem, "span ", begin, "..", end, " out of order; ");
    }
    list_end = end;
    all.emplace_back(begin, end);
  };
  const auto add_spans = [&](const auto& spans) {
    list_end = 0;
    for (const auto& span : spans) add(span);
  };
  const auto add_remainders = [&](const auto& remainders) {
    list_end = 0;
    for (const auto& remainder : remainders) {
      add(remainder.span());
      if (!problem.empty()) return;
      const absl::string_view bytes =
          text.substr(all.back().first, all.back().second - all.back().first);
      if (remainder.text() != bytes || bytes.size() > kRemainderBytesMax) {
        absl::StrAppend(&problem, "remainder ", all.back().first, " wrong; ");
      }
    }
  };
  add_remainders(parsed.document.remainders());
  for (size_t i = 0; i < parsed.questionnaires.size(); ++i) {
    const ParsedQuestionnaire& questionnaire = parsed.questionnaires[i];
    section = static_cast<size_t>(
        parsed.document.sections(static_cast<int>(i)).span().begin_byte());
    add_spans(questionnaire.questionnaire.source_spans());
    for (const auto& answer : questionnaire.questionnaire.answers()) {
      add_spans(answer.source_spans());
    }
    add_remainders(questionnaire.questionnaire.remainders());
  }
  std::sort(all.begin(), all.end());
  size_t covered = 0;
  for (const auto& [begin, end] : all) {
    if (begin != covered) {
      absl::StrAppend(&problem, begin < covered ? "twice" : "gap", " at byte ",
                      std::min(begin, covered), "; ");
    }
    covered = std::max(covered, end);
  }
  if (covered != text.size()) {
    absl::StrAppend(&problem, "covered ", covered, " of ", text.size());
  }
  return problem;
}

}  // namespace compendium
