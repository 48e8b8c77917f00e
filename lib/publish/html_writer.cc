// SPDX-License-Identifier: Apache-2.0
#include "lib/publish/html_writer.h"

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "lib/document/exported_text.h"
#include "lib/publish/answer_lines.h"
#include "lib/publish/export_frame.h"
#include "lib/publish/xml_text.h"

namespace compendium {

extern const char kStyleCss[];  // goes on after kHouseCss

namespace {

std::string Line(absl::string_view text) {
  std::string out;
  for (const TextPiece& piece : SplitLinks(text)) {
    const std::string escaped = XmlText(piece.text);
    if (piece.is_link) {
      absl::StrAppend(&out, "<a href=\"", XmlText(LinkTarget(piece.text)),
                      "\">", escaped, "</a>");
    } else {
      out += escaped;
    }
  }
  return out;
}

void WriteAnswer(absl::string_view text, std::string& out) {
  bool in_list = false;
  for (const AnswerLine& line : SplitAnswer(text)) {
    if (line.is_item != in_list) out += line.is_item ? "<ul>\n" : "</ul>\n";
    in_list = line.is_item;
    const char* const tag = line.is_item ? "li" : "p";
    absl::StrAppend(&out, "<", tag, " dir=\"auto\">", Line(line.text), "</",
                    tag, ">\n");
  }
  if (in_list) out += "</ul>\n";
}

void WriteList(absl::string_view id, absl::string_view heading,
               absl::string_view list_class,
               const std::vector<std::string>& items, std::string& out) {
  absl::StrAppend(&out, "<h3 id=\"", id, "\">", heading, "</h3>\n<ul class=\"",
                  list_class, "\">\n");
  for (const std::string& item : items) {
    absl::StrAppend(&out, "<li dir=\"auto\">", XmlText(item), "</li>\n");
  }
  out += "</ul>\n";
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

void WriteQuestions(const PublishedSection& section, std::string& out) {
  absl::StrAppend(&out, "<table>\n<caption>", kAnswerWords, "s of ",
                  XmlText(section.title),
                  "</caption>\n<thead>\n<tr><th scope=\"col\">", kQuestionWords,
                  "</th><th scope=\"col\">", kAnswerWords,
                  "</th></tr>\n</thead>\n<tbody>\n");
  for (const PublishedQuestion& question : section.questions) {
    absl::StrAppend(&out, "<tr><th scope=\"row\" dir=\"auto\" id=\"",
                    section.mechanism_id, "-", kQuestionAnchor, question.id,
                    "\">", XmlText(LabelOf(question)), "</th><td>");
    WriteAnswer(question.text, out);
    out += "</td></tr>\n";
  }
  out += "</tbody>\n</table>\n";
}

void WriteSection(const PublishedSection& section, std::string& out) {
  const std::string id = absl::StrCat(kMechanismAnchor, section.mechanism_id);
  absl::StrAppend(&out, "<section aria-labelledby=\"", id, "\">\n<h2 id=\"", id,
                  "\" dir=\"auto\">", XmlText(section.title), "</h2>\n");
  int group_count = 0;  // a capacity may come again; its id may not
  for (const PublishedGroup& group : section.participants) {
    std::string anchor =
        absl::StrCat(section.mechanism_id, "-", AnchorOf(group.role));
    if (++group_count > 1) absl::StrAppend(&anchor, "-", group_count);
    WriteList(anchor, GroupWords(group.role), "names", group.names, out);
  }
  if (!section.focus_areas.empty()) {
    WriteList(absl::StrCat(section.mechanism_id, "-", kFocusAnchor),
              kFocusWords, "areas", section.focus_areas, out);
  }
  if (!section.questions.empty()) WriteQuestions(section, out);
  if (!section.notes.empty()) {
    absl::StrAppend(&out, "<div class=\"notes\">\n<h3>", kNotesWords,
                    "</h3>\n");
    for (const std::string& note : section.notes) {
      absl::StrAppend(&out, "<p dir=\"auto\">", Line(note), "</p>\n");
    }
    out += "</div>\n";
  }
  out += "</section>\n";
}

void WriteContents(const PublishedRound& round, std::string& out) {
  absl::StrAppend(&out, "<nav aria-labelledby=\"contents\">\n",
                  "<h2 id=\"contents\">", kContentsWords, "</h2>\n<ol>\n");
  for (const PublishedSection& section : round.sections) {
    absl::StrAppend(&out, "<li dir=\"auto\"><a href=\"#", kMechanismAnchor,
                    section.mechanism_id, "\">", XmlText(section.title),
                    "</a></li>\n");
  }
  out += "</ol>\n</nav>\n";
}

}  // namespace

std::string WriteHtml(const PublishedRound& round) {
  std::string out = absl::StrCat(
      kHtmlBegin, "<title>", XmlText(round.title), "</title>\n<style>\n",
      kHouseCss, kStyleCss,
      "</style>\n</head>\n<body>\n<header>\n<h1 dir=\"auto\">",
      XmlText(round.title), "</h1>\n<p>", SubtitleOf(round), "</p>\n");
  if (const std::string words = AsOfWords(round); !words.empty()) {
    absl::StrAppend(&out, "<p>", words, "</p>\n");
  }
  out += "</header>\n";
  WriteContents(round, out);
  out += "<main>\n";
  for (const PublishedSection& section : round.sections) {
    WriteSection(section, out);
  }
  out += "</main>\n</body>\n</html>\n";
  return out;
}

}  // namespace compendium
