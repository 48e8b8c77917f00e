// SPDX-License-Identifier: Apache-2.0
#include "cli/import/same_content.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "lib/document/characters.h"
#include "lib/document/exported_text.h"
#include "lib/document/markup.h"
#include "lib/publish/export_frame.h"
#include "lib/publish/published_round.h"

namespace compendium {
namespace v1 = registry::v1;
namespace {

// The lines of `text` that hold something, without layout.
std::vector<std::string> LinesWithoutLayout(absl::string_view text) {
  std::vector<std::string> lines;
  for (const absl::string_view line :
       absl::StrSplit(text, absl::ByAnyChar("\r\n"))) {
    std::string words = LineWithoutLayout(line);
    if (!words.empty() && words != "•") lines.push_back(std::move(words));
  }
  return lines;
}

bool SameTitle(const v1::Questionnaire& fresh,
               const v1::Questionnaire& recorded,
               const v1::Mechanism* mechanism) {
  const std::string title = LineWithoutLayout(fresh.title());
  return title == LineWithoutLayout(recorded.title()) ||
         (mechanism != nullptr &&
          title == LineWithoutLayout(HeadingOf(*mechanism, recorded)));
}

std::string NameOf(const v1::Participant& participant) {
  return LineWithoutLayout(participant.as_written().empty()
                               ? participant.country_code()
                               : participant.as_written());
}

v1::ParticipantRole RoleOf(const v1::Participant& participant) {
  // Documents call those members of which nothing is known.
  return participant.role() == v1::PARTICIPANT_ROLE_UNSPECIFIED
             ? v1::PARTICIPANT_ROLE_MEMBER
             : participant.role();
}

bool SameParticipants(const v1::Questionnaire& fresh,
                      const v1::Questionnaire& recorded) {
  return std::equal(fresh.participants().begin(), fresh.participants().end(),
                    recorded.participants().begin(),
                    recorded.participants().end(),
                    [](const v1::Participant& a, const v1::Participant& b) {
                      return NameOf(a) == NameOf(b) && RoleOf(a) == RoleOf(b);
                    });
}

bool SameFocusAreas(const v1::Questionnaire& fresh,
                    const v1::Questionnaire& recorded) {
  return std::equal(fresh.focus_areas().begin(), fresh.focus_areas().end(),
                    recorded.focus_areas().begin(),
                    recorded.focus_areas().end(),
                    [](const v1::FocusArea& a, const v1::FocusArea& b) {
                      return LineWithoutLayout(a.as_written()) ==
                             LineWithoutLayout(b.as_written());
                    });
}

// The answers that say something, by question.
std::map<std::string, const v1::Answer*> Answered(
    const v1::Questionnaire& questionnaire) {
  std::map<std::string, const v1::Answer*> answers;
  for (const v1::Answer& answer : questionnaire.answers()) {
    if (!TrimBlanks(answer.text()).empty())
      answers.emplace(answer.question_id(), &answer);
  }
  return answers;
}

bool SameAnswers(const v1::Questionnaire& fresh,
                 const v1::Questionnaire& recorded) {
  const auto a = Answered(fresh);
  const auto b = Answered(recorded);
  return std::equal(
      a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
        if (x.first != y.first) return false;
        const bool states = x.second->state_origin() == v1::ORIGIN_SUBMITTED ||
                            x.second->state_origin() == v1::ORIGIN_CURATED;
        return WithoutLayout(x.second->text()) ==
                   WithoutLayout(y.second->text()) &&
               (!states || x.second->state() == y.second->state());
      });
}

// Whether the line is the words above the questionnaire's table.
bool IsCaption(absl::string_view line, const std::string& title) {
  for (const absl::string_view begin : kCaptionBegins) {
    if (absl::ConsumePrefix(&line, begin)) return line == title;
  }
  return false;
}

bool HasNoNewRemainders(const v1::Questionnaire& fresh,
                        const v1::Questionnaire& recorded) {
  std::set<std::string> known;
  for (const v1::Remainder& remainder : recorded.remainders()) {
    for (std::string& line : LinesWithoutLayout(remainder.text()))
      known.insert(std::move(line));
  }
  const std::string title = LineWithoutLayout(fresh.title());
  const auto is_known = [&](const std::string& words) {
    return known.count(words) > 0 || IsFrameLine(words) ||
           IsCaption(words, title);
  };
  for (const v1::Remainder& remainder : fresh.remainders()) {
    for (const absl::string_view line :
         absl::StrSplit(remainder.text(), absl::ByAnyChar("\r\n"))) {
      const std::vector<std::string> words = WordsOfLine(line);
      if (!TrimBlanks(line).empty() &&
          std::none_of(words.begin(), words.end(), is_known))
        return false;
    }
  }
  return true;
}

}  // namespace

std::string LineWithoutLayout(absl::string_view line) {
  std::string out;
  line = TrimBlanks(line);
  size_t first = 0;
  while (first < line.size() && BlankSize(line, first) == 0)
    first += CharacterSize(line, first);
  if (const size_t bullet = line.empty() ? 0 : BulletSize(line, 0);
      bullet > 0) {
    out = "•";
    line = line.substr(bullet);
    first = 0;
    if (BlankSize(line, 0) == 0 && !line.empty()) out += ' ';
  } else if (IsItemMarker(line.substr(0, first)) && first < line.size()) {
    out = "•";
    line = line.substr(first);
  }
  bool blank = false;
  for (size_t at = 0; at < line.size();) {
    const size_t size = BlankSize(line, at);
    if (size > 0) {
      at += size;
      blank = true;
      continue;
    }
    if (blank && !out.empty()) out += ' ';
    blank = false;
    const size_t character = CharacterSize(line, at);
    out.append(line.data() + at, character);
    at += character;
  }
  return out;
}

std::string WithoutLayout(absl::string_view text) {
  std::string out;
  for (const std::string& line : LinesWithoutLayout(text)) {
    if (!out.empty()) out += '\n';
    out += line;
  }
  return out;
}

std::vector<std::string> WordsOfLine(absl::string_view line) {
  return {LineWithoutLayout(line), LineWithoutLayout(DecodeEntities(line)),
          LineWithoutLayout(ReadValue(line))};
}

bool SaysTheSame(const v1::Questionnaire& fresh,
                 const v1::Questionnaire& recorded,
                 const v1::Mechanism* mechanism) {
  return SameTitle(fresh, recorded, mechanism) &&
         SameParticipants(fresh, recorded) && SameFocusAreas(fresh, recorded) &&
         SameAnswers(fresh, recorded) && HasNoNewRemainders(fresh, recorded);
}

}  // namespace compendium
