// SPDX-License-Identifier: Apache-2.0
#include "lib/publish/text_writer.h"

#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "lib/document/exported_text.h"
#include "lib/publish/answer_lines.h"
#include "lib/publish/export_frame.h"

namespace compendium {
namespace {

std::string EscapeMarkup(absl::string_view text) {
  return absl::StrReplaceAll(text,
                             {{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}});
}

// `text` so that its own line ends, tabs and blanks at the ends are kept.
std::string WriteExact(absl::string_view text) {
  return absl::StrCat(
      "<pre>",
      absl::StrReplaceAll(EscapeMarkup(text),
                          {{"\n", "&#10;"}, {"\r", "&#13;"}, {"\t", "&#9;"}}),
      "</pre>");
}

std::string WriteMarkup(absl::string_view text) {
  const std::vector<AnswerLine> lines = SplitAnswer(text);
  if (lines.size() == 1 && !lines[0].is_item) return EscapeMarkup(text);
  std::vector<std::string> parts;
  bool in_list = false;
  for (const AnswerLine& line : lines) {
    if (line.is_item && !in_list) parts.emplace_back("<ul>");
    if (!line.is_item && in_list) parts.emplace_back("</ul>");
    in_list = line.is_item;
    const char* const tag = line.is_item ? "li" : "p";
    parts.push_back(
        absl::StrCat("<", tag, ">", EscapeMarkup(line.text), "</", tag, ">"));
  }
  if (in_list) parts.emplace_back("</ul>");
  return absl::StrJoin(parts, " ");
}

// `text` on one line of its own.
std::string WriteLine(absl::string_view text) {
  return EscapeMarkup(
      absl::StrReplaceAll(text, {{"\n", " "}, {"\r", " "}, {"\t", " "}}));
}

void WriteList(absl::string_view anchor, absl::string_view words,
               const std::vector<std::string>& items, std::string& out) {
  absl::StrAppend(&out, "<p id=\"", anchor, "\">", words, ":</p>\n");
  for (const std::string& item : items) {
    absl::StrAppend(&out, "• ", WriteValue(item), "\n");
  }
  out += "\n";
}

absl::string_view AnchorOf(registry::v1::ParticipantRole role) {
  switch (role) {
    case registry::v1::PARTICIPANT_ROLE_OBSERVER:
      return kObserversAnchor;
    case registry::v1::PARTICIPANT_ROLE_PARTNER:
      return kPartnersAnchor;
    default:
      return kParticipantsAnchor;
  }
}

void WriteSection(const PublishedSection& section, std::string& out) {
  absl::StrAppend(&out, "<h1 id=\"", kMechanismAnchor, section.mechanism_id,
                  "\">", WriteValue(section.title), "</h1>\n\n");
  for (const PublishedGroup& group : section.participants) {
    WriteList(AnchorOf(group.role), GroupWords(group.role), group.names, out);
  }
  if (!section.focus_areas.empty()) {
    WriteList(kFocusAnchor, kFocusWords, section.focus_areas, out);
  }
  for (const PublishedQuestion& question : section.questions) {
    absl::StrAppend(&out, "<b id=\"", kQuestionAnchor, question.id, "\">",
                    WriteLine(LabelOf(question)), ":</b>\t",
                    WriteValue(question.text), "\n");
  }
  if (!section.notes.empty()) {
    absl::StrAppend(&out, "\n", absl::StrJoin(section.notes, "\n"), "\n");
  }
  out += "\n";
}

}  // namespace

std::string WriteValue(absl::string_view text) {
  std::string markup = WriteMarkup(text);
  const bool is_one_line = markup.find_first_of("\n\r\t") == std::string::npos;
  return is_one_line && ReadValue(markup) == text ? markup : WriteExact(text);
}

std::string WriteCompendiumText(const PublishedRound& round) {
  std::string out =
      absl::StrCat(WriteLine(round.title), "\n", SubtitleOf(round), "\n");
  if (const std::string words = AsOfWords(round); !words.empty()) {
    absl::StrAppend(&out, words, "\n");
  }
  absl::StrAppend(&out, "\n", kContentsWords, "\n");
  for (const PublishedSection& section : round.sections) {
    absl::StrAppend(&out, "• ", WriteValue(section.title), "\n");
  }
  out += "\n";
  for (const PublishedSection& section : round.sections) {
    WriteSection(section, out);
  }
  return out;
}

}  // namespace compendium
