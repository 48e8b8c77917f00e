// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "lib/extract/text_lines.h"

namespace compendium {

// A project that an answer names, with its evidence in bytes of the answer's
// text: the words of its title.
struct FoundProject {
  std::string title;
  std::string period_as_written;
  std::string period_edtf;
  bool period_year_inferred = false;
  std::string objective;
  std::string coverage;
  std::string funding;
  std::string website_uri;
  size_t evidence_begin = 0;
  size_t evidence_end = 0;
};

// The projects of an answer, in the order of the text.
//
//   answer  = { project }
//   project = title { field | sentence }
//   field   = a label with its words (see SplitFields), on lines of their own
//             or one behind the other, in any order
//   title   = the words behind "Title:"; else a line or an item that is no
//             sentence; else what the first sentence is about
//
// A new project begins with a title: behind its label, at each item of a list
// that does not belong to a field, at a line that is a title when sentences
// told of the project before, or when a field comes again. What no label names
// is taken from the sentences: the first tells the objective; a stretch of
// time, "funded by" and "member States" tell the rest. Linear.
std::vector<FoundProject> FindProjects(const AnswerText& answer,
                                       int round_year);

}  // namespace compendium
