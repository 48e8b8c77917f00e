// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace compendium {

// A question of the form that every round has put so far.
struct KnownQuestion {
  std::string id;     // "2A"
  std::string title;  // in our own words
  bool asks_for_claims = false;
  // Ways to recognise it: each is a list of phrases (in NameKey form) that its
  // wording holds all of.
  std::vector<std::vector<std::string>> words;
};

// The table data/questions.csv, in the order of the form. Lives as long as the
// program; any thread.
const std::vector<KnownQuestion>& KnownQuestions();

// Which known question has this id; an index of KnownQuestions().
std::optional<size_t> FindQuestionById(absl::string_view id);

// Which known question `wording` asks, by its words: that of `id` if its words
// are there, else the one with the longest match. Where no words match, those
// that a PDF's ligatures left of them are looked for. Empty when there is none.
std::optional<size_t> FindQuestionByWords(absl::string_view wording,
                                          absl::string_view id);

}  // namespace compendium
