// SPDX-License-Identifier: Apache-2.0
#include "cli/text/show_text.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "cli/text/item_words.h"
#include "cli/text/marked_text.h"
#include "cli/text/text_table.h"
#include "lib/words/display_width.h"
#include "lib/words/enum_word.h"
#include "lib/words/time_words.h"

namespace compendium {
namespace v1 = registry::v1;
namespace {

constexpr size_t kIndent = 4;

// An item with the label that it has in the text.
struct LabelledItem {
  std::string label;
  MarkKind kind;
  std::string id;
  std::string words;
  v1::Evidence evidence;
};

std::string Star(v1::Origin origin) {
  return origin == v1::ORIGIN_CURATED ? "*" : "";
}

// Labels count through the whole questionnaire: M1, M2, C1 …
template <class List>
void Label(const List& items, char letter, MarkKind kind,
           std::vector<LabelledItem>& labelled) {
  int number = 0;
  for (const auto& item : items)
    labelled.push_back(
        {absl::StrCat(std::string(1, letter), ++number), kind, item.id(),
         absl::StrCat(Star(item.origin()), ItemWords(item)), item.evidence()});
}

std::vector<LabelledItem> LabelAll(const v1::Questionnaire& questionnaire) {
  std::vector<LabelledItem> items;
  Label(questionnaire.meetings(), 'M', MarkKind::kMeeting, items);
  Label(questionnaire.claims(), 'C', MarkKind::kClaim, items);
  Label(questionnaire.projects(), 'P', MarkKind::kProject, items);
  Label(questionnaire.publications(), 'B', MarkKind::kPublication, items);
  return items;
}

// Whether the item's quote stands where it says in the answer.
bool StandsIn(const LabelledItem& item, const v1::Answer& answer) {
  const v1::Evidence& evidence = item.evidence;
  return evidence.question_id() == answer.question_id() &&
         evidence.begin_byte() >= 0 &&
         evidence.begin_byte() < evidence.end_byte() &&
         static_cast<size_t>(evidence.end_byte()) <= answer.text().size();
}

// One line for each item: label, id, and what it says, wrapped beside them.
std::string ItemLines(const std::vector<const LabelledItem*>& items,
                      const ShowOptions& options) {
  size_t label_width = 0;
  size_t id_width = 0;
  for (const LabelledItem* item : items) {
    label_width = std::max(label_width, DisplayWidth(item->label));
    id_width = std::max(id_width, DisplayWidth(item->id));
  }
  const size_t left = kIndent + label_width + 2 + id_width + 2;
  std::string out;
  for (const LabelledItem* item : items) {
    std::string begin = absl::StrCat(
        std::string(kIndent, ' '),
        ColouredLabel(item->label, item->kind, options.colour),
        std::string(label_width - DisplayWidth(item->label) + 2, ' '), item->id,
        std::string(id_width - DisplayWidth(item->id) + 2, ' '));
    // Beside long ids on a narrow terminal nothing can be read: below then.
    const bool beside = left + 30 <= options.width;
    if (!beside) {
      absl::StrAppend(&out, begin.substr(0, begin.find_last_not_of(' ') + 1),
                      "\n");
      begin.assign(kIndent + label_width + 2, ' ');
    }
    const size_t indent = beside ? left : kIndent + label_width + 2;
    for (const std::string& line :
         WrapText(Printable(item->words), options.width - indent)) {
      absl::StrAppend(&out, begin, line, "\n");
      begin.assign(indent, ' ');
    }
  }
  return out;
}

std::string Heading(const v1::Answer& answer, size_t width) {
  std::string state = EnumWord(answer.state());
  std::string head =
      absl::StrCat(answer.question_id(), " (", state.empty() ? "?" : state,
                   Star(answer.state_origin()), ")");
  const std::string& question = answer.question_as_written();
  if (question.empty() || head.size() + 12 > width) return head;
  return absl::StrCat(head, " ", Excerpt(question, width - head.size() - 1));
}

std::string AnswerText(const v1::Answer& answer,
                       const std::vector<LabelledItem>& items,
                       const ShowOptions& options) {
  std::vector<const LabelledItem*> here;
  std::vector<TextMark> marks;
  for (const LabelledItem& item : items) {
    if (!StandsIn(item, answer)) continue;
    here.push_back(&item);
    marks.push_back({static_cast<size_t>(item.evidence.begin_byte()),
                     static_cast<size_t>(item.evidence.end_byte()), item.label,
                     item.kind});
  }
  std::string out = absl::StrCat(Heading(answer, options.width), "\n");
  if (!answer.text().empty())
    absl::StrAppend(&out, MarkedText(answer.text(), std::move(marks),
                                     {.width = options.width,
                                      .indent = kIndent,
                                      .colour = options.colour}));
  if (!here.empty()) absl::StrAppend(&out, "\n", ItemLines(here, options));
  return out;
}

std::string Legend(const std::vector<LabelledItem>& items, size_t width) {
  if (items.empty()) return "";
  return Paragraph(
      "Marks: M meeting, C claim, P project, B publication; * by a person.",
      width);
}

// "name  text", wrapped beside the name.
std::string Field(absl::string_view name, absl::string_view text,
                  size_t width) {
  constexpr size_t kNameWidth = 13;
  std::string begin(name);
  begin.resize(std::max(kNameWidth, begin.size() + 1), ' ');
  std::string out;
  for (const std::string& line :
       WrapText(Printable(text), width - kNameWidth)) {
    absl::StrAppend(&out, begin, line, "\n");
    begin.assign(kNameWidth, ' ');
  }
  return out;
}

template <class List>
std::string NamesOf(const List& items) {
  return absl::StrJoin(items, "; ", [](std::string* out, const auto& item) {
    absl::StrAppend(out, item.as_written(), Star(item.origin()));
  });
}

std::string Head(const v1::Questionnaire& questionnaire, size_t width) {
  std::string out = Paragraph(Printable(questionnaire.title()), width);
  absl::StrAppend(&out,
                  Paragraph(absl::StrCat(questionnaire.name(), ", revision ",
                                         questionnaire.revision()),
                            width),
                  "\n");
  if (questionnaire.has_delete_time())
    absl::StrAppend(
        &out, Field("deleted", TimeWords(questionnaire.delete_time()), width));
  if (questionnaire.participants_size() > 0)
    absl::StrAppend(
        &out,
        Field(absl::StrCat("members (", questionnaire.participants_size(), ")"),
              NamesOf(questionnaire.participants()), width));
  if (questionnaire.focus_areas_size() > 0)
    absl::StrAppend(
        &out, Field("focus", NamesOf(questionnaire.focus_areas()), width));
  return out;
}

std::string PlacelessItems(const v1::Questionnaire& questionnaire,
                           const std::vector<LabelledItem>& items,
                           const ShowOptions& options) {
  std::vector<const LabelledItem*> placeless;
  for (const LabelledItem& item : items)
    if (std::none_of(
            questionnaire.answers().begin(), questionnaire.answers().end(),
            [&](const v1::Answer& answer) { return StandsIn(item, answer); }))
      placeless.push_back(&item);
  if (placeless.empty()) return "";
  return absl::StrCat("\nWithout a place in the text\n",
                      ItemLines(placeless, options));
}

std::string DecidedItems(const v1::Questionnaire& questionnaire, size_t width) {
  std::string out;
  if (questionnaire.rejections_size() > 0) {
    TextTable table({{.title = "Rejected", .unbroken = true},
                     {.title = "What"},
                     {.title = "Who"},
                     {.title = "Why"}});
    for (const v1::Rejection& rejection : questionnaire.rejections())
      table.AddRow({Excerpt(rejection.item_id(), 32), ItemWords(rejection),
                    rejection.author(), rejection.reason()});
    absl::StrAppend(&out, "\n", table.ToString(width));
  }
  if (questionnaire.decisions_size() > 0) {
    TextTable table({{.title = "Decided", .unbroken = true},
                     {.title = "How"},
                     {.title = "Who"},
                     {.title = "Why"}});
    for (const v1::Decision& decision : questionnaire.decisions())
      table.AddRow({decision.id(), EnumWord(decision.verdict()),
                    decision.author(), decision.reason()});
    absl::StrAppend(&out, "\n", table.ToString(width));
  }
  return out;
}

std::string Answers(const v1::Questionnaire& questionnaire,
                    const std::vector<LabelledItem>& items,
                    const ShowOptions& options) {
  std::string out;
  for (const v1::Answer& answer : questionnaire.answers())
    absl::StrAppend(&out, out.empty() ? "" : "\n",
                    AnswerText(answer, items, options));
  return out;
}

}  // namespace

std::string ShowAnswers(const v1::Questionnaire& questionnaire,
                        const ShowOptions& options) {
  return Answers(questionnaire, LabelAll(questionnaire), options);
}

std::string ShowText(const v1::Questionnaire& questionnaire,
                     const ShowOptions& options) {
  const std::vector<LabelledItem> items = LabelAll(questionnaire);
  const std::string legend = Legend(items, options.width);
  return absl::StrCat(Head(questionnaire, options.width), "\n", legend,
                      legend.empty() ? "" : "\n",
                      Answers(questionnaire, items, options),
                      PlacelessItems(questionnaire, items, options),
                      DecidedItems(questionnaire, options.width));
}

}  // namespace compendium
