// SPDX-License-Identifier: Apache-2.0
#include "cli/text/marked_text.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/words/display_width.h"

namespace compendium {
namespace {

// How a byte looks: 0 plain, then by kind, text and label.
using Style = unsigned char;

constexpr Style kPlain = 0;

// Keeps a label on the line of the text that it marks.
constexpr absl::string_view kNoBreakSpace = "\xC2\xA0";

Style TextStyle(MarkKind kind) {
  return static_cast<Style>(1 + static_cast<int>(kind));
}
Style LabelStyle(MarkKind kind) {
  return static_cast<Style>(1 + 4 + static_cast<int>(kind));
}

// SGR sequences (ECMA-48) that light and dark terminals both show: cyan,
// green, yellow and magenta; labels bold.
constexpr absl::string_view kSequences[] = {
    "\033[0m",    "\033[36m",   "\033[32m",   "\033[33m",  "\033[35m",
    "\033[1;36m", "\033[1;32m", "\033[1;33m", "\033[1;35m"};

// Text with a style for each byte.
class StyledText {
 public:
  void Add(absl::string_view text, Style style) {
    text_.append(text.data(), text.size());
    styles_.append(text.size(), static_cast<char>(style));
  }

  // Its lines, each ended, with the sequences that change the style.
  std::string Lines(const MarkedTextOptions& options) const {
    std::string out;
    size_t at = 0;
    for (const std::string& line :
         WrapText(text_, options.width - options.indent)) {
      if (!line.empty()) out.append(options.indent, ' ');
      AppendLine(line, options.colour, at, out);
      out += '\n';
    }
    return out;
  }

 private:
  // Wrapping only drops and adds white space, so that a line's other bytes are
  // the text's, from `at` on.
  void AppendLine(const std::string& line, bool colour, size_t& at,
                  std::string& out) const {
    Style current = kPlain;
    for (const char c : line) {
      if (c != ' ') {
        while (text_[at] == ' ' || text_[at] == '\n') ++at;
        CHECK(text_[at] == c);
        const auto style = static_cast<Style>(styles_[at++]);
        if (colour && style != current) absl::StrAppend(&out, kSequences[0]);
        if (colour && style != current && style != kPlain)
          absl::StrAppend(&out, kSequences[style]);
        current = style;
      }
      out += c;
    }
    if (colour && current != kPlain) absl::StrAppend(&out, kSequences[0]);
  }

  std::string text_;
  std::string styles_;
};

// Those that can be shown, outer ones first, each stretch once.
std::vector<TextMark> Ordered(std::vector<TextMark> marks, size_t size) {
  marks.erase(std::remove_if(marks.begin(), marks.end(),
                             [&](const TextMark& mark) {
                               return mark.begin >= mark.end || mark.end > size;
                             }),
              marks.end());
  std::stable_sort(
      marks.begin(), marks.end(), [](const TextMark& a, const TextMark& b) {
        return std::pair(a.begin, b.end) < std::pair(b.begin, a.end);
      });
  std::vector<TextMark> merged;
  for (TextMark& mark : marks) {
    if (!merged.empty() && merged.back().begin == mark.begin &&
        merged.back().end == mark.end)
      absl::StrAppend(&merged.back().label, ",", mark.label);
    else
      merged.push_back(std::move(mark));
  }
  return merged;
}

// Writes marks around a text while it is passed from its begin to its end.
class Marker {
 public:
  Marker(absl::string_view text, const std::vector<TextMark>& marks)
      : text_(text), marks_(marks) {}

  StyledText Run() {
    for (const TextMark& mark : marks_) {
      CloseUpTo(mark.begin);
      WriteUpTo(mark.begin);
      out_.Add(absl::StrCat("[", mark.label, kNoBreakSpace),
               LabelStyle(mark.kind));
      open_.push_back(&mark);
    }
    CloseUpTo(text_.size());
    WriteUpTo(text_.size());
    return std::move(out_);
  }

 private:
  void WriteUpTo(size_t end) {
    const Style style = open_.empty() ? kPlain : TextStyle(open_.back()->kind);
    out_.Add(Printable(text_.substr(at_, end - at_)), style);
    at_ = end;
  }

  // Closes all open marks that end at `end` or before, in their order; of
  // those that end together the inner one first.
  void CloseUpTo(size_t end) {
    for (;;) {
      auto first = open_.rend();
      for (auto it = open_.rbegin(); it != open_.rend(); ++it)
        if ((*it)->end <= end &&
            (first == open_.rend() || (*it)->end < (*first)->end))
          first = it;
      if (first == open_.rend()) return;
      const TextMark& mark = **first;
      WriteUpTo(mark.end);
      // A reader takes a bracket for that of the innermost mark.
      const bool is_innermost = first == open_.rbegin();
      out_.Add(is_innermost ? "]" : absl::StrCat("]", mark.label),
               LabelStyle(mark.kind));
      open_.erase(std::next(first).base());
    }
  }

  const absl::string_view text_;
  const std::vector<TextMark>& marks_;
  StyledText out_;
  std::vector<const TextMark*> open_;  // outer ones first
  size_t at_ = 0;
};

}  // namespace

std::string MarkedText(absl::string_view text, std::vector<TextMark> marks,
                       const MarkedTextOptions& options) {
  CHECK(options.width >= options.indent + 20);
  const std::vector<TextMark> ordered = Ordered(std::move(marks), text.size());
  return Marker(text, ordered).Run().Lines(options);
}

std::string ColouredLabel(absl::string_view label, MarkKind kind, bool colour) {
  if (!colour) return std::string(label);
  return absl::StrCat(kSequences[LabelStyle(kind)], label, kSequences[0]);
}

}  // namespace compendium
