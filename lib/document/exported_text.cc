// SPDX-License-Identifier: Apache-2.0
#include "lib/document/exported_text.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "lib/base/status_macros.h"
#include "lib/document/characters.h"
#include "lib/document/known_mechanism.h"
#include "lib/document/known_question.h"
#include "lib/document/limits.h"
#include "lib/document/markup.h"
#include "lib/document/plain_text.h"
#include "lib/document/question_label.h"
#include "lib/document/questionnaire_reader.h"
#include "lib/domain/resource_name.h"
#include "lib/domain/theme.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

constexpr absl::string_view kItem = "• ";

// A line that opens with a tag with an id.
struct TaggedLine {
  absl::string_view id;
  absl::string_view inside;  // up to the closing tag
  absl::string_view after;   // what follows the closing tag
};

std::optional<TaggedLine> ReadTag(absl::string_view line,
                                  absl::string_view name) {
  TaggedLine tagged;
  if (!absl::ConsumePrefix(&line, absl::StrCat("<", name, " id=\""))) {
    return std::nullopt;
  }
  const size_t quote = line.substr(0, kTagBytesMax).find('"');
  if (quote == line.npos || !absl::StartsWith(line.substr(quote), "\">")) {
    return std::nullopt;
  }
  tagged.id = line.substr(0, quote);
  line.remove_prefix(quote + 2);
  const std::string closing = absl::StrCat("</", name, ">");
  const size_t end = line.find(closing);
  if (end == line.npos) return std::nullopt;
  tagged.inside = line.substr(0, end);
  tagged.after = line.substr(end + closing.size());
  return tagged;
}

std::optional<TaggedLine> ReadHeading(absl::string_view line) {
  auto heading = ReadTag(line, "h1");
  if (heading.has_value() &&
      absl::ConsumePrefix(&heading->id, kMechanismAnchor)) {
    return heading;
  }
  return std::nullopt;
}

std::optional<TaggedLine> ReadQuestion(absl::string_view line) {
  auto question = ReadTag(line, "b");
  if (question.has_value() &&
      absl::ConsumePrefix(&question->id, kQuestionAnchor) &&
      absl::StartsWith(question->after, "\t")) {
    return question;
  }
  return std::nullopt;
}

bool IsQuestionId(absl::string_view id) {
  const std::optional<QuestionLabel> label =
      ParseQuestionLabel(absl::StrCat(id, ". x"));
  return label.has_value() && label->number == id;
}

std::optional<std::string> ReadExact(absl::string_view markup) {
  if (!absl::ConsumePrefix(&markup, "<pre>") ||
      !absl::ConsumeSuffix(&markup, "</pre>")) {
    return std::nullopt;
  }
  return DecodeEntities(markup);
}

// Walks over the lines once.
class Reader {
 public:
  Reader(const std::vector<DocumentLine>& lines, std::vector<LineOwner>& owners)
      : lines_(lines), owners_(owners) {}

  absl::StatusOr<std::vector<ParsedQuestionnaire>> Read() {
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (const auto heading = ReadHeading(lines_[i].content)) {
        RETURN_IF_ERROR(StartSection(*heading, i));
      } else if (!questionnaires_.empty()) {
        owners_[i].questionnaire = questionnaires_.size() - 1;
        ASSIGN_OR_RETURN(owners_[i].part, ReadLine(i));
        if (owners_[i].part == LineOwner::Part::kAnswer) {
          owners_[i].answer = static_cast<size_t>(*answer_);
        }
      }
    }
    FinishSection();
    return std::move(questionnaires_);
  }

 private:
  // The list that items belong to.
  enum class List { kNone, kParticipants, kFocusAreas };

  absl::Status StartSection(const TaggedLine& heading, size_t line) {
    FinishSection();
    const absl::StatusOr<MechanismName> name =
        MechanismName::FromId(heading.id);
    if (!name.ok()) {
      return absl::InvalidArgumentError(
          absl::StrCat("line ", line + 1, ": ", name.status().message()));
    }
    ParsedQuestionnaire& parsed = questionnaires_.emplace_back();
    parsed.mechanism_id = std::string(heading.id);
    parsed.questionnaire.set_title(ReadValue(heading.inside));
    for (const KnownQuestion& known : KnownQuestions()) {
      parsed.questionnaire.add_answers()->set_question_id(known.id);
    }
    seen_.assign(KnownQuestions().size(), false);
    answer_.reset();
    list_ = List::kNone;
    owners_[line] = {LineOwner::Part::kProfile, questionnaires_.size() - 1, 0};
    return absl::OkStatus();
  }

  absl::StatusOr<LineOwner::Part> ReadLine(size_t i) {
    const DocumentLine& line = lines_[i];
    if (const auto question = ReadQuestion(line.content)) {
      RETURN_IF_ERROR(StartAnswer(*question, i));
      AddCell(question->after.substr(1));
      return LineOwner::Part::kAnswer;
    }
    if (const auto tagged = ReadTag(line.content, "p");
        tagged.has_value() && StartList(tagged->id)) {
      return LineOwner::Part::kProfile;
    }
    absl::string_view content = line.content;
    if (list_ != List::kNone && absl::ConsumePrefix(&content, kItem)) {
      AddItem(ReadValue(content));
      return LineOwner::Part::kProfile;
    }
    if (line.kind == LineKind::kBlank) {
      return answer_.has_value() ? LineOwner::Part::kAnswer
                                 : LineOwner::Part::kProfile;
    }
    list_ = List::kNone;
    const bool continues =
        line.kind == LineKind::kPageBreak ||
        (line.kind == LineKind::kRow && TrimBlanks(line.label_cell).empty());
    if (!answer_.has_value() || !continues) return LineOwner::Part::kRemainder;
    if (line.kind == LineKind::kRow) AddCell(line.answer_cell);
    return LineOwner::Part::kAnswer;
  }

  bool StartList(absl::string_view id) {
    const bool focus = id == kFocusAnchor;
    if (id == kParticipantsAnchor) role_ = v1::PARTICIPANT_ROLE_MEMBER;
    if (id == kObserversAnchor) role_ = v1::PARTICIPANT_ROLE_OBSERVER;
    if (id == kPartnersAnchor) role_ = v1::PARTICIPANT_ROLE_PARTNER;
    if (!focus && id != kParticipantsAnchor && id != kObserversAnchor &&
        id != kPartnersAnchor) {
      return false;
    }
    list_ = focus ? List::kFocusAreas : List::kParticipants;
    answer_.reset();
    return true;
  }

  void AddItem(const std::string& words) {
    v1::Questionnaire& questionnaire = questionnaires_.back().questionnaire;
    if (list_ == List::kFocusAreas) {
      v1::FocusArea& area = *questionnaire.add_focus_areas();
      area.set_as_written(words);
      for (std::string& theme : ThemesOf(words))
        *area.add_themes() = std::move(theme);
      area.set_origin(v1::ORIGIN_EXTRACTED);
    } else {
      v1::Participant& participant = *questionnaire.add_participants();
      participant = MakeParticipant(words);
      participant.set_role(role_);
    }
  }

  absl::Status StartAnswer(const TaggedLine& question, size_t line) {
    const auto wrong = [&](absl::string_view problem) {
      return absl::InvalidArgumentError(absl::StrCat(
          "line ", line + 1, ": got question ", question.id, problem));
    };
    if (!IsQuestionId(question.id)) {
      return wrong(", want one or two digits and at most one capital letter");
    }
    v1::Questionnaire& questionnaire = questionnaires_.back().questionnaire;
    int at = 0;
    while (at < questionnaire.answers_size() &&
           questionnaire.answers(at).question_id() != question.id) {
      ++at;
    }
    if (at == questionnaire.answers_size()) {
      if (questionnaire.answers_size() == static_cast<int>(kAnswersMax)) {
        return wrong(absl::StrCat(", want at most ", kAnswersMax, " answers"));
      }
      questionnaire.add_answers()->set_question_id(std::string(question.id));
      seen_.push_back(false);
    }
    if (seen_[static_cast<size_t>(at)]) return wrong(" again, want it once");
    seen_[static_cast<size_t>(at)] = true;
    // Beyond the limit the spans alone tell, as elsewhere.
    if (std::string words = OneLine(question.inside);
        words.size() <= kQuestionBytesMax) {
      questionnaire.mutable_answers(at)->set_question_as_written(
          std::move(words));
    }
    answer_ = at;
    list_ = List::kNone;
    return absl::OkStatus();
  }

  void AddCell(absl::string_view cell) {
    if (TrimBlanks(cell).empty()) return;
    v1::Answer& answer =
        *questionnaires_.back().questionnaire.mutable_answers(*answer_);
    absl::StrAppend(answer.mutable_verbatim(),
                    answer.verbatim().empty() ? "" : "\n", cell);
    absl::StrAppend(answer.mutable_text(), answer.text().empty() ? "" : "\n",
                    ReadValue(cell));
  }

  // What follows from the lines of the section.
  void FinishSection() {
    if (questionnaires_.empty()) return;
    ParsedQuestionnaire& parsed = questionnaires_.back();
    v1::Questionnaire& questionnaire = parsed.questionnaire;
    for (v1::Answer& answer : *questionnaire.mutable_answers()) {
      answer.set_state(answer.text().empty() ? v1::ANSWER_STATE_BLANK
                                             : v1::ANSWER_STATE_ANSWERED);
    }
    FillMechanism(parsed);
  }

  const std::vector<DocumentLine>& lines_;
  std::vector<LineOwner>& owners_;
  std::vector<ParsedQuestionnaire> questionnaires_;
  std::vector<bool> seen_;  // by answer of the section at work
  std::optional<int> answer_;
  List list_ = List::kNone;
  v1::ParticipantRole role_ = v1::PARTICIPANT_ROLE_MEMBER;
};

}  // namespace

std::string ReadValue(absl::string_view markup) {
  markup = TrimBlanks(markup);
  if (const auto exact = ReadExact(markup)) return *exact;
  PlainText plain;
  plain.AddParagraph(markup);
  return plain.Finish();
}

bool IsExportedText(const std::vector<DocumentLine>& lines) {
  return std::any_of(lines.begin(), lines.end(), [](const DocumentLine& line) {
    return ReadHeading(line.content).has_value();
  });
}

absl::StatusOr<std::vector<ParsedQuestionnaire>> ReadExportedText(
    const std::vector<DocumentLine>& lines, std::vector<LineOwner>& owners) {
  return Reader(lines, owners).Read();
}

}  // namespace compendium
