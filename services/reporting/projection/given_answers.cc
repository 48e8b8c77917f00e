// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/given_answers.h"

#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "services/reporting/limits.h"

namespace compendium::reporting {
namespace {

using registry::v1::Answer;
using registry::v1::Questionnaire;

// `text`, cut at a character and marked when it is too long. What was cut is
// not cut again, so that a saved record is its own reduction.
std::string Cut(absl::string_view text) {
  if (text.size() <= kUntellingTextBytesMax) return std::string(text);
  constexpr absl::string_view kMark = "…";
  size_t size = kUntellingTextBytesMax - kMark.size();
  const auto continues = [&](size_t i) {
    return (static_cast<unsigned char>(text[i]) & 0xc0) == 0x80;
  };
  while (size > 0 && continues(size)) --size;
  return absl::StrCat(text.substr(0, size), kMark);
}

// Whether the answer's text only says in which way it tells nothing.
bool TellsNothing(const Answer& answer) {
  return answer.state() != registry::v1::ANSWER_STATE_UNSPECIFIED &&
         answer.state() != registry::v1::ANSWER_STATE_ANSWERED &&
         answer.state() != registry::v1::ANSWER_STATE_BLANK;
}

Questionnaire Reduce(const QuestionnaireName& name,
                     const Questionnaire& questionnaire) {
  Questionnaire reduced;
  reduced.set_name(name.ToString());
  for (const Answer& answer : questionnaire.answers()) {
    Answer& kept = *reduced.add_answers();
    kept.set_question_id(answer.question_id());
    kept.set_state(answer.state());
    kept.set_state_origin(answer.state_origin());
    if (TellsNothing(answer)) kept.set_text(Cut(answer.text()));
  }
  *reduced.mutable_claims() = questionnaire.claims();
  return reduced;
}

}  // namespace

GivenAnswers Apply(GivenAnswers answers, const RecordEffect& effect) {
  const QuestionnaireName* name = effect.name.questionnaire();
  if (name == nullptr) return answers;
  Contribution after;
  if (effect.questionnaire != nullptr)
    after = Keep(Reduce(*name, *effect.questionnaire));
  if (!SameContent(answers.contributions.Find(*name), after))
    answers.contributions.Put(*name, std::move(after));
  return answers;
}

void ForEachSaved(const GivenAnswers& answers, SavedRecordVisitor visit) {
  answers.contributions.ForEach([&](const Contribution& contribution) {
    visit({SavedKind::kAnswers, contribution->record, contribution->sha256});
  });
}

}  // namespace compendium::reporting
