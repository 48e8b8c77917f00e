// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "lib/document/document_line.h"

namespace compendium {

// Reads the lines between a heading and the first question: who takes part and
// what the mechanism works on. Both may stand on one line behind their mark or
// as items below it; a list may run on in the lines directly below. Made for
// one questionnaire; not thread-safe.
class PreambleReader {
 public:
  // Reads the next line, which must not be a question's. Returns whether it was
  // understood; if not, the caller keeps it as a remainder.
  bool Read(const DocumentLine& line);

  // What was read so far, in order and as written.
  std::vector<std::string> Participants() const;
  std::vector<std::string> FocusAreas() const;

 private:
  bool ReadMark(const DocumentLine& line);
  bool ReadMembers(const DocumentLine& line);
  bool ReadFocus(const DocumentLine& line);

  LineMark part_ = LineMark::kNone;  // the list at work
  bool adjacent_ = false;            // no blank line since the last one
  bool members_are_items_ = false;
  bool focus_has_items_ = false;
  std::string members_;                   // the list, on one line
  std::vector<std::string> focus_areas_;  // not yet cleaned
};

// A focus area without what joins the items of a list: `text` without ";", ","
// or "." at its end, "and" at either end, or single asterisks around it.
std::string CleanFocusArea(absl::string_view text);

}  // namespace compendium
