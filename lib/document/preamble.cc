// SPDX-License-Identifier: Apache-2.0
#include "lib/document/preamble.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "lib/document/characters.h"
#include "lib/document/limits.h"
#include "lib/document/participant_list.h"
#include "lib/document/plain_text.h"

namespace compendium {
namespace {

bool StartsLower(absl::string_view text) {
  return !text.empty() &&
         absl::ascii_islower(static_cast<unsigned char>(text[0]));
}

bool IsClosed(absl::string_view text) {
  return !text.empty() &&
         absl::string_view(";,.").find(text.back()) != absl::string_view::npos;
}

}  // namespace

std::string CleanFocusArea(absl::string_view text) {
  text = TrimBlanks(text);
  if (absl::ConsumePrefix(&text, "and ")) text = TrimBlanks(text);
  for (size_t before = text.size() + 1; text.size() < before;) {
    before = text.size();
    if (IsClosed(text)) text.remove_suffix(1);
    absl::ConsumeSuffix(&text, " and");
    if (text.size() > 2 && text.front() == '*' && text.back() == '*') {
      text = text.substr(1, text.size() - 2);
    }
    text = TrimBlanks(text);
  }
  return std::string(text);
}

bool PreambleReader::Read(const DocumentLine& line) {
  if (line.kind == LineKind::kBlank || line.kind == LineKind::kPageBreak) {
    adjacent_ = false;
    return true;
  }
  bool understood = false;
  if (line.mark != LineMark::kNone) {
    understood = ReadMark(line);
  } else if (line.kind == LineKind::kPlain &&
             !IsFootnoteOrPageNumber(line.content)) {
    if (part_ == LineMark::kMembers) understood = ReadMembers(line);
    if (part_ == LineMark::kFocus) understood = ReadFocus(line);
  }
  adjacent_ = understood;
  return understood;
}

std::vector<std::string> PreambleReader::Participants() const {
  return SplitParticipants(members_);
}

std::vector<std::string> PreambleReader::FocusAreas() const {
  std::vector<std::string> areas;
  for (const std::string& area : focus_areas_) {
    areas.push_back(CleanFocusArea(area));
  }
  return areas;
}

bool PreambleReader::ReadMark(const DocumentLine& line) {
  const bool repeated = line.mark == LineMark::kMembers ? !members_.empty()
                                                        : !focus_areas_.empty();
  if (repeated) return false;
  part_ = line.mark;
  if (part_ == LineMark::kMembers) {
    members_ = line.mark_text;
    return true;
  }
  for (const absl::string_view area : absl::StrSplit(line.mark_text, ';')) {
    if (!CleanFocusArea(area).empty()) focus_areas_.emplace_back(area);
  }
  return true;
}

bool PreambleReader::ReadMembers(const DocumentLine& line) {
  const std::string text = OneLine(line.content);
  if (members_.empty()) {
    members_are_items_ = line.is_item;
    members_ = text;
    return true;
  }
  if (line.is_item) {
    if (!members_are_items_) return false;
    // Items may hold commas.
    if (IsClosed(members_)) members_.pop_back();
    absl::StrAppend(&members_, "; ", text);
    return true;
  }
  if (!adjacent_) return false;
  absl::StrAppend(&members_, " ", text);
  return true;
}

bool PreambleReader::ReadFocus(const DocumentLine& line) {
  const std::string text = OneLine(line.content);
  if (text.size() > kHeadingBytesMax || CleanFocusArea(text).empty()) {
    return false;
  }
  const bool runs_on = !line.is_item && adjacent_ && StartsLower(text) &&
                       !focus_areas_.empty() && !IsClosed(focus_areas_.back());
  if (runs_on) {
    absl::StrAppend(&focus_areas_.back(), " ", text);
  } else if (line.is_item || !focus_has_items_) {
    focus_areas_.push_back(text);
  } else {
    return false;
  }
  focus_has_items_ = focus_has_items_ || line.is_item;
  return true;
}

}  // namespace compendium
