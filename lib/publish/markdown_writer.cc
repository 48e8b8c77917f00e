// SPDX-License-Identifier: Apache-2.0
#include "lib/publish/markdown_writer.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "lib/document/exported_text.h"
#include "lib/publish/answer_lines.h"
#include "lib/publish/export_frame.h"

namespace compendium {
namespace {

// What means something anywhere in a line, to CommonMark or its extensions.
constexpr absl::string_view kMarks = "\\`*_[]<>|~^$&#@\"'{}";

bool IsDigit(char c) {
  return absl::ascii_isdigit(static_cast<unsigned char>(c));
}

void WriteAnswer(absl::string_view text, std::string& out) {
  bool in_list = false;
  for (const AnswerLine& line : SplitAnswer(text)) {
    // Items follow each other; whatever else begins after an empty line.
    if (!line.is_item || !in_list) out += "\n";
    in_list = line.is_item;
    absl::StrAppend(&out, line.is_item ? "- " : "", MarkdownText(line.text),
                    "\n");
  }
}

void WriteSection(const PublishedSection& section, std::string& out) {
  absl::StrAppend(&out, "\n<a id=\"", kMechanismAnchor, section.mechanism_id,
                  "\"></a>\n\n## ", MarkdownText(section.title), "\n");
  for (const PublishedGroup& group : section.participants) {
    absl::StrAppend(
        &out, "\n### ", GroupWords(group.role), "\n\n",
        absl::StrJoin(group.names, "\n",
                      [](std::string* list, const std::string& name) {
                        absl::StrAppend(list, "- ", MarkdownText(name));
                      }),
        "\n");
  }
  if (!section.focus_areas.empty()) {
    absl::StrAppend(&out, "\n### ", kFocusWords, "\n\n");
    for (const std::string& area : section.focus_areas) {
      absl::StrAppend(&out, "- ", MarkdownText(area), "\n");
    }
  }
  for (const PublishedQuestion& question : section.questions) {
    absl::StrAppend(&out, "\n### ", MarkdownText(LabelOf(question)), "\n");
    WriteAnswer(question.text, out);
  }
  if (section.notes.empty()) return;
  absl::StrAppend(&out, "\n### ", kNotesWords, "\n");
  for (const std::string& note : section.notes) {
    absl::StrAppend(&out, "\n", MarkdownText(note), "\n");
  }
}

}  // namespace

std::string EscapeMarkdown(absl::string_view text) {
  std::string out;
  for (const char c : text) {
    // Blanks and line ends within a line have no meaning of their own.
    if (c == '\n' || c == '\r' || c == '\t') {
      out += ' ';
      continue;
    }
    if (absl::StrContains(kMarks, absl::string_view(&c, 1))) out += '\\';
    out += c;
  }
  return out;
}

std::string EscapeMarkdownBegin(std::string line) {
  size_t at = 0;
  while (at < line.size() && at < 9 && IsDigit(line[at])) ++at;
  const bool letter = at == 0 && line.size() > 1 &&
                      absl::ascii_isalpha(static_cast<unsigned char>(line[0]));
  if (letter) at = 1;
  if (at > 0 && at < line.size() && (line[at] == '.' || line[at] == ')')) {
    line.insert(at, "\\");
  } else if (!line.empty() &&
             absl::StrContains("+-=:%(",
                               absl::string_view(line).substr(0, 1))) {
    line.insert(0, "\\");
  }
  return line;
}

std::string MarkdownText(absl::string_view line) {
  std::string out;
  for (const TextPiece& piece : SplitLinks(line)) {
    const std::string text = EscapeMarkdown(piece.text);
    if (piece.is_link) {
      absl::StrAppend(
          &out, "[", text, "](<",
          absl::StrReplaceAll(LinkTarget(piece.text), {{"\\", "%5C"}}), ">)");
    } else {
      out += text;
    }
  }
  return EscapeMarkdownBegin(std::string(absl::StripAsciiWhitespace(out)));
}

std::string WriteMarkdown(const PublishedRound& round) {
  std::string out = absl::StrCat("# ", MarkdownText(round.title), "\n\n",
                                 SubtitleOf(round), "\n");
  if (const std::string words = AsOfWords(round); !words.empty()) {
    absl::StrAppend(&out, "\n", words, "\n");
  }
  absl::StrAppend(&out, "\n## ", kContentsWords, "\n\n");
  for (const PublishedSection& section : round.sections) {
    absl::StrAppend(&out, "- [", EscapeMarkdown(section.title), "](#",
                    kMechanismAnchor, section.mechanism_id, ")\n");
  }
  for (const PublishedSection& section : round.sections) {
    WriteSection(section, out);
  }
  return out;
}

}  // namespace compendium
