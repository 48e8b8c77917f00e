// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "absl/strings/string_view.h"

namespace compendium {

// Whether a page break between `line` and `word` cut a sentence (or a date) in
// two, so that both belong on one line; otherwise `word` starts a line of its
// own. `line` is the last line above the break, `word` the first one below it,
// neither empty. Looks only at the ends; a rule of thumb, made for answers in
// which new paragraphs start with a capital, a number or an item mark:
//   joined      … until | further notice     … Ministerial | Meeting
//               … 16 – | 17 May              … in May | 2016
//   kept apart  … was held. | The next       … Meeting BP | 18 Oct, Belgrade
//               … the following: | to meet   … policies, | b) Promoting
//               … Lima, May 2016 | Planned:
bool ContinuesSentence(absl::string_view line, absl::string_view word);

}  // namespace compendium
