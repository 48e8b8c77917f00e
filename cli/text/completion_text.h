// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "compendium/reporting/v1/completion.pb.h"
#include "lib/words/short_name.h"

namespace compendium {

// How a completion is shown.
struct CompletionTextOptions {
  size_t width = 80;      // columns
  bool evidence = false;  // whether the words of each cell follow
};

// A completion as tables for people: mechanisms by questions with a mark for
// each state, in as many tables as the width asks for; the questions with the
// number of each state; who has not answered. The marks are explained below.
std::string CompletionText(const reporting::v1::Completion& completion,
                           const ShortNames& names,
                           const CompletionTextOptions& options);

}  // namespace compendium
