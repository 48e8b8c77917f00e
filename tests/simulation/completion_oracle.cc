// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/completion_oracle.h"

#include <set>
#include <vector>

#include "absl/strings/str_cat.h"

namespace compendium::tests {
namespace {

namespace registry_v1 = compendium::registry::v1;
namespace reporting_v1 = compendium::reporting::v1;

struct Asked {
  std::string id;
  std::string title;
  bool in_form = false;
};

const registry_v1::Answer* AnswerTo(const registry_v1::Questionnaire* filled,
                                    const std::string& id) {
  if (filled == nullptr) return nullptr;
  for (const auto& answer : filled->answers())
    if (answer.question_id() == id) return &answer;
  return nullptr;
}

// The field of the counts that belongs to the state, found by its name.
void Count(reporting_v1::CompletionState state,
           reporting_v1::CompletionCounts& counts) {
  std::string field = absl::StrCat(
      reporting_v1::CompletionState_Name(state).substr(17), "_count");
  for (char& c : field) c = static_cast<char>(tolower(c));
  const auto* descriptor = counts.GetDescriptor()->FindFieldByName(field);
  const auto* reflection = counts.GetReflection();
  reflection->SetInt32(&counts, descriptor,
                       reflection->GetInt32(counts, descriptor) + 1);
}

// The form's questions, then others that a counted questionnaire shows.
std::vector<Asked> AskedIn(
    const registry_v1::Round& round,
    const std::vector<const registry_v1::Questionnaire*>& all) {
  std::vector<Asked> asked;
  std::set<std::string> form, others;
  for (const auto& question : round.form().questions()) {
    asked.push_back({question.id(), question.title(), true});
    form.insert(question.id());
  }
  for (const auto* filled : all) {
    if (filled == nullptr) continue;
    for (const auto& answer : filled->answers())
      if (form.count(answer.question_id()) == 0)
        others.insert(answer.question_id());
  }
  for (const std::string& id : others) asked.push_back({id, "", false});
  return asked;
}

reporting_v1::CompletionCell CellOf(const registry_v1::Questionnaire* filled,
                                    const std::string& id) {
  reporting_v1::CompletionCell cell;
  cell.set_question_id(id);
  const registry_v1::Answer* answer = AnswerTo(filled, id);
  if (filled == nullptr) {
    cell.set_state(reporting_v1::COMPLETION_STATE_NO_QUESTIONNAIRE);
  } else if (answer == nullptr) {
    cell.set_state(reporting_v1::COMPLETION_STATE_NOT_SHOWN);
  } else {  // the numbers are the same
    cell.set_state(static_cast<reporting_v1::CompletionState>(answer->state()));
    cell.set_state_origin(answer->state_origin());
    if (answer->state() != registry_v1::ANSWER_STATE_ANSWERED &&
        answer->state() != registry_v1::ANSWER_STATE_BLANK)
      cell.set_text(answer->text());
  }
  return cell;
}

}  // namespace

reporting_v1::Completion ExpectedCompletion(const Records& records,
                                            const std::string& round,
                                            const std::string& mechanism) {
  reporting_v1::Completion completion;
  completion.set_round(round);
  completion.set_due_day(records.at(round).round().due_day());
  std::vector<const registry_v1::Questionnaire*> all;
  for (const auto& [name, record] : records) {
    if (!record.has_mechanism()) continue;
    if (!mechanism.empty() && name != mechanism) continue;
    const auto found =
        records.find(absl::StrCat(name, "/questionnaires/", round.substr(7)));
    all.push_back(found == records.end() ? nullptr
                                         : &found->second.questionnaire());
    auto& told = *completion.add_mechanisms();
    told.set_mechanism(name);
    told.set_display_name(record.mechanism().display_name());
    told.set_has_questionnaire(all.back() != nullptr);
    if (all.back() == nullptr) {
      completion.add_absent_mechanisms(name);
    } else {
      completion.set_questionnaire_count(completion.questionnaire_count() + 1);
    }
  }
  for (const Asked& asked : AskedIn(records.at(round).round(), all)) {
    auto& question = *completion.add_questions();
    question.set_question_id(asked.id);
    question.set_title(asked.title);
    question.set_in_form(asked.in_form);
    for (size_t i = 0; i < all.size(); ++i) {
      if (!asked.in_form && AnswerTo(all[i], asked.id) == nullptr) continue;
      auto& told = *completion.mutable_mechanisms(static_cast<int>(i));
      const auto& cell = *told.add_cells() = CellOf(all[i], asked.id);
      Count(cell.state(), *told.mutable_counts());
      Count(cell.state(), *question.mutable_counts());
      Count(cell.state(), *completion.mutable_counts());
      if (cell.state() == reporting_v1::COMPLETION_STATE_BLANK ||
          cell.state() == reporting_v1::COMPLETION_STATE_NOT_SHOWN)
        question.add_silent_mechanisms(told.mechanism());
    }
  }
  return completion;
}

}  // namespace compendium::tests
