// SPDX-License-Identifier: Apache-2.0
#include "cli/import/said_elsewhere.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "cli/import/same_content.h"
#include "lib/publish/export_frame.h"

namespace compendium {
namespace v1 = registry::v1;
namespace {

const v1::Mechanism* RecordedMechanism(const RecordMap& existing,
                                       absl::string_view questionnaire) {
  const auto found = existing.find(std::string(
      questionnaire.substr(0, questionnaire.find("/questionnaires/"))));
  return found == existing.end() ? nullptr : &found->second.mechanism();
}

// The recorded questionnaire, if the document says the same as it; null if it
// does not, or if there is none.
const v1::Questionnaire* FindSame(const ImportSource& source,
                                  const v1::Questionnaire& fresh,
                                  const RecordMap& existing) {
  // A round file states everything, source and places too.
  if (source.states_items) return nullptr;
  const auto found = existing.find(fresh.name());
  if (found == existing.end() ||
      found->second.questionnaire().has_delete_time())
    return nullptr;
  const v1::Questionnaire& recorded = found->second.questionnaire();
  return SaysTheSame(fresh, recorded, RecordedMechanism(existing, fresh.name()))
             ? &recorded
             : nullptr;
}

// Whether a remainder of a document is only what an exported document has
// around its questionnaires: title, subtitle, contents.
bool IsFrame(const v1::Remainder& remainder, const v1::Round& round,
             const ImportSource& source) {
  std::set<std::string> titles = {LineWithoutLayout(round.title())};
  for (const v1::Record& record : source.records) {
    if (record.has_questionnaire())
      titles.insert(LineWithoutLayout(record.questionnaire().title()));
  }
  const auto is_frame = [&](const std::string& words) {
    return titles.count(words) > 0 || IsFrameLine(words);
  };
  for (absl::string_view line : absl::StrSplit(remainder.text(), '\n')) {
    absl::ConsumePrefix(&line, "• ");
    std::vector<std::string> words = WordsOfLine(line);
    // Contents may be numbered.
    const size_t number =
        std::min(line.find_first_not_of("0123456789"), line.size());
    if (number != 0 && absl::StartsWith(line.substr(number), ". ")) {
      for (std::string& more : WordsOfLine(line.substr(number + 2)))
        words.push_back(std::move(more));
    }
    if (!words[0].empty() && std::none_of(words.begin(), words.end(), is_frame))
      return false;
  }
  return true;
}

}  // namespace

bool IsSaidElsewhere(const ImportSource& source, const v1::Questionnaire& fresh,
                     const RecordMap& existing) {
  const v1::Questionnaire* recorded = FindSame(source, fresh, existing);
  return recorded != nullptr &&
         recorded->source().sha256() != fresh.source().sha256();
}

bool IsEcho(const ImportSource& source, const v1::Round& fresh,
            const v1::Round& round, const RecordMap& existing) {
  bool has_questionnaire = false;
  for (const v1::Record& record : source.records) {
    if (!record.has_questionnaire()) continue;
    if (!IsSaidElsewhere(source, record.questionnaire(), existing))
      return false;
    has_questionnaire = true;
  }
  // What holds no questionnaire repeats none: a round by itself is an edit.
  if (!has_questionnaire) return false;
  for (const v1::RoundDocument& document : fresh.documents()) {
    for (const v1::Remainder& remainder : document.remainders())
      if (!IsFrame(remainder, round, source)) return false;
  }
  return true;
}

}  // namespace compendium
