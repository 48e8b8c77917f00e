// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/diff/cells_of.h"
#include "lib/diff/value_words.h"
#include "lib/domain/name_key.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

// "member, state “Turkey”".
std::string EntryWords(const v1::ParticipationEntry& entry) {
  const std::string role = ValueWord(entry.role());
  const std::string kind = ValueWord(entry.kind());
  return absl::StrCat(role.empty() ? "listed" : role, kind.empty() ? "" : ", ",
                      kind, " “", entry.as_written(), "”");
}

}  // namespace

Cells CellsOf(const v1::Participation& participation) {
  Cells cells;
  for (const v1::ParticipantParticipation& told :
       participation.participants()) {
    // Several times in one list: one cell.
    std::map<std::string, Cell> by_questionnaire;
    for (const v1::ParticipationEntry& entry : told.entries()) {
      Cell& cell =
          by_questionnaire[QuestionnaireOf(entry.mechanism(), entry.round())];
      absl::StrAppend(&cell.value, cell.value.empty() ? "" : "; ",
                      EntryWords(entry));
      // What a participant without a code is called in an answer follows from
      // all lists of the answer; in its list it has its own name.
      if (cell.title.empty())
        cell.title =
            told.country_code().empty() ? entry.as_written() : told.name();
    }
    for (auto& [questionnaire, cell] : by_questionnaire) {
      const bool has_code = !told.country_code().empty();
      const std::string subject = has_code ? told.country_code() : cell.title;
      cell.order = absl::StrCat(has_code ? "0" : "1", subject);
      if (!has_code)
        cell.ids = {absl::StrCat(questionnaire, " ", NameKey(subject))};
      AddCell({v1::DIFF_KIND_PARTICIPATION, questionnaire, subject},
              std::move(cell), cells);
    }
  }
  return cells;
}

}  // namespace compendium
