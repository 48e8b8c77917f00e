// SPDX-License-Identifier: Apache-2.0
#include "lib/document/section.h"

#include <optional>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "lib/document/known_mechanism.h"
#include "lib/document/limits.h"
#include "lib/document/plain_text.h"

namespace compendium {
namespace {

// A heading may be broken into as many lines.
constexpr size_t kHeadingPartsMax = 3;

struct Heading {
  std::string text;
  size_t begin_line = 0;
  size_t end_line = 0;
  bool known = false;  // in the table of mechanisms
};

// The place in the form of the question that `line` asks; empty for lines that
// are no label.
std::optional<size_t> OrderOf(const DocumentLine& line) {
  return IsQuestionLabel(line) ? line.label->known() : std::nullopt;
}

bool IsPlainText(const DocumentLine& line) {
  return line.kind == LineKind::kPlain && line.mark == LineMark::kNone &&
         !IsQuestionLabel(line);
}

bool IsGap(const DocumentLine& line) {
  return line.kind == LineKind::kBlank || line.kind == LineKind::kPageBreak ||
         IsColumnHeader(line);
}

bool LooksLikeHeading(const std::string& text) {
  if (text.empty() || text.size() > kHeadingBytesMax) return false;
  return text.back() != '.' && text.back() != ':' && text.back() != ';' &&
         text.back() != ',';
}

// Walks over the lines once and notes where sections begin.
class SectionFinder {
 public:
  explicit SectionFinder(const std::vector<DocumentLine>& lines)
      : lines_(lines), next_(lines.size() + 1) {
    // What comes next below each line, seen from the end.
    for (size_t i = lines.size(); i-- > 0;) {
      next_[i] = next_[i + 1];
      if (lines[i].mark == LineMark::kMembers) next_[i].members = i;
      if (const auto order = OrderOf(lines[i])) {
        next_[i].label = i;
        next_[i].order = order;
      }
    }
  }

  std::vector<Section> Find() {
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].mark != LineMark::kNone) {
        VisitMark(i);
      } else if (const auto order = OrderOf(lines_[i])) {
        VisitLabel(i, *order);
      }
      if (lines_[i].kind == LineKind::kRow && !IsColumnHeader(lines_[i])) {
        floor_ = i + 1;
      }
    }
    if (!sections_.empty()) sections_.back().end_line = lines_.size();
    return std::move(sections_);
  }

 private:
  struct Next {
    size_t members = SIZE_MAX;
    size_t label = SIZE_MAX;
    std::optional<size_t> order;  // of that label
  };

  void VisitMark(size_t i) {
    if (!in_preamble_) {
      const std::optional<Heading> heading = FindHeading(i);
      if (heading.has_value() && (heading->known || QuestionsRestart(i))) {
        Start(*heading);
      }
    }
    floor_ = i + 1;
  }

  void VisitLabel(size_t i, size_t order) {
    // A section that tells neither members nor focus areas.
    const bool restart =
        sections_.empty() || (last_order_.has_value() && *last_order_ > 0);
    if (order == 0 && !in_preamble_ && restart) {
      if (const auto heading = FindHeading(i)) Start(*heading);
    }
    in_preamble_ = false;
    last_order_ = order;
    floor_ = i + 1;
  }

  // Whether the mark in line `i` belongs to the next questions and those start
  // again from a lower one than the last.
  bool QuestionsRestart(size_t i) const {
    const Next& next = next_[i + 1];
    if (!next.order.has_value() || next.members < next.label) return false;
    return !last_order_.has_value() || *next.order <= *last_order_;
  }

  // The heading above line `i`, at or below floor_.
  std::optional<Heading> FindHeading(size_t i) const {
    std::optional<Heading> nearest;
    int count = 0;
    for (size_t k = i; k-- > floor_ && count < kHeadingLinesMax;) {
      if (IsGap(lines_[k])) continue;
      if (!IsPlainText(lines_[k])) break;
      const Heading heading = HeadingEndingIn(k);
      // Farther up, list items only name mechanisms: a table of contents.
      const bool is_list = count > 0 && lines_[k].is_item;
      if (heading.known && !is_list) return heading;
      if (count == 0 && !lines_[k].is_item && LooksLikeHeading(heading.text) &&
          !IsFootnoteOrPageNumber(lines_[k].content)) {
        nearest = heading;
      }
      ++count;
    }
    return nearest;
  }

  // The heading whose last line is `last`: as many lines above it, without a
  // gap, as make a known name; else all of that paragraph if it is short.
  Heading HeadingEndingIn(size_t last) const {
    Heading single = {OneLine(lines_[last].content), last, last + 1, false};
    Heading longest = single;
    size_t begin = last;
    while (true) {
      if (longest.text.size() > kHeadingBytesMax) return single;
      if (FindKnownMechanism(longest.text) != nullptr) {
        longest.known = true;
        return longest;
      }
      if (begin == floor_ || last - begin + 1 == kHeadingPartsMax) break;
      const DocumentLine& above = lines_[begin - 1];
      if (!IsPlainText(above) || above.is_item) break;
      --begin;
      longest.text = absl::StrCat(OneLine(above.content), " ", longest.text);
      longest.begin_line = begin;
    }
    return LooksLikeHeading(longest.text) ? longest : single;
  }

  void Start(const Heading& heading) {
    if (!sections_.empty()) sections_.back().end_line = heading.begin_line;
    sections_.push_back(
        {heading.text, heading.begin_line, heading.end_line, 0});
    in_preamble_ = true;
    last_order_.reset();
  }

  const std::vector<DocumentLine>& lines_;
  std::vector<Next> next_;
  std::vector<Section> sections_;
  size_t floor_ = 0;  // no heading begins above
  bool in_preamble_ = false;
  std::optional<size_t> last_order_;  // in the section at work
};

}  // namespace

std::vector<Section> FindSections(const std::vector<DocumentLine>& lines) {
  return SectionFinder(lines).Find();
}

}  // namespace compendium
