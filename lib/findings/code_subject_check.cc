// SPDX-License-Identifier: Apache-2.0
// code-subject: the words beside a target are about the subject of other
// targets only. What belongs to a code is what stands in parentheses or behind
// it up to a comma, "and" or the next code; where the code itself stands in
// parentheses, nothing is judged, because the words before it may belong to
// another one.
#include <algorithm>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "lib/base/status_macros.h"
#include "lib/domain/csv_table.h"
#include "lib/domain/phrase_index.h"
#include "lib/domain/sdg_target.h"
#include "lib/findings/checks.h"

namespace compendium {

extern const char kTargetSubjectsCsv[];

namespace {

namespace v1 = registry::v1;

// Words that belong to a code stand close to it.
constexpr size_t kReachBytes = 160;

// The table target_subjects.csv: a phrase and the goals and targets whose
// subject it is or may well be.
class TargetSubjects {
 public:
  TargetSubjects() {
    const CsvTable table(kTargetSubjectsCsv);
    for (size_t row = 0; row < table.row_count(); ++row) {
      std::vector<std::string> codes =
          absl::StrSplit(table.Field(row, "codes"), '|');
      for (const std::string& code : codes) CHECK(SdgCode::Parse(code).ok());
      CHECK(index_.Add(table.Field(row, "phrase")) == codes_.size());
      codes_.push_back(std::move(codes));
    }
  }

  // The codes of the subject that `words` name, if none of their subjects can
  // be that of `code`; else nothing. `subject` is then its phrase.
  std::vector<std::string> Contradiction(const SdgCode& code,
                                         absl::string_view words,
                                         absl::string_view& subject) const {
    const std::vector<PhraseMatch> matches = index_.Find(words);
    for (const PhraseMatch& match : matches) {
      if (Fits(code, codes_[match.phrase])) return {};
    }
    if (matches.empty()) return {};
    subject = words.substr(matches[0].begin, matches[0].end - matches[0].begin);
    return codes_[matches[0].phrase];
  }

 private:
  static bool Fits(const SdgCode& code, const std::vector<std::string>& codes) {
    for (const std::string& entry : codes) {
      const SdgCode subject = *SdgCode::Parse(entry);
      if (subject == code || subject == code.goal_code()) return true;
      if (code.is_goal() && subject.goal() == code.goal()) return true;
    }
    return false;
  }

  PhraseIndex index_;
  std::vector<std::vector<std::string>> codes_;  // by phrase
};

bool IsDigit(absl::string_view text, size_t at) {
  return at < text.size() &&
         absl::ascii_isdigit(static_cast<unsigned char>(text[at]));
}

bool IsWordByte(absl::string_view text, size_t at) {
  return at < text.size() &&
         absl::ascii_isalnum(static_cast<unsigned char>(text[at]));
}

struct CodeMention {
  std::string code;  // in lower case
  size_t begin = 0;
  size_t end = 0;
};

// What has the form of a target's code: "16.3", "10.c".
std::vector<CodeMention> FindMentions(absl::string_view text) {
  std::vector<CodeMention> mentions;
  for (size_t at = 0; at < text.size();) {
    if (!IsDigit(text, at) ||
        (at > 0 && (IsWordByte(text, at - 1) || text[at - 1] == '.'))) {
      ++at;
      continue;
    }
    size_t end = at;
    while (IsDigit(text, end)) ++end;
    if (end < text.size() && text[end] == '.' && IsWordByte(text, end + 1)) {
      ++end;
      while (IsWordByte(text, end)) ++end;
    }
    mentions.push_back(
        {absl::AsciiStrToLower(text.substr(at, end - at)), at, end});
    at = end;
  }
  return mentions;
}

// The words that belong to the code which ends at `begin`.
absl::string_view WordsAfter(absl::string_view text, size_t begin, size_t end) {
  end = std::min(end, begin + kReachBytes);
  int depth = 0;
  for (size_t at = begin; at < end; ++at) {
    const char c = text[at];
    if (c == '(') ++depth;
    if (c == ')' && --depth < 0) return {};
    if (c == '\n') return text.substr(begin, at - begin);
    const absl::string_view rest = text.substr(at);
    if (depth == 0 &&
        (c == ',' || c == ';' || absl::StartsWith(rest, " and ") ||
         absl::StartsWith(rest, " as well "))) {
      return text.substr(begin, at - begin);
    }
  }
  return text.substr(begin, end - begin);
}

}  // namespace

void CheckCodeSubjects(const QuestionnaireView& view, FindingList& list) {
  static const TargetSubjects kSubjects;
  // Many claims may rest on one sentence, which is then read once.
  absl::flat_hash_map<std::string, std::vector<CodeMention>> read;
  for (const v1::Claim& claim : view.questionnaire().claims()) {
    const auto code = SdgCode::Parse(claim.code());
    if (claim.framework() != "sdg" || !code.ok() || code->is_goal()) continue;
    const v1::FindingEvidence quote = view.QuoteOf(claim.evidence());
    const absl::string_view text = quote.evidence().quote();
    if (text.empty()) continue;
    const auto [entry, added] = read.try_emplace(
        absl::StrCat(quote.evidence().question_id(), " ",
                     quote.evidence().begin_byte(), " ", text.size()));
    if (added) entry->second = FindMentions(text);
    const std::vector<CodeMention>& mentions = entry->second;
    for (size_t i = 0; i < mentions.size(); ++i) {
      if (mentions[i].code != code->ToString()) continue;
      const size_t end =
          i + 1 < mentions.size() ? mentions[i + 1].begin : text.size();
      const absl::string_view words = WordsAfter(text, mentions[i].end, end);
      absl::string_view subject;
      const std::vector<std::string> others =
          kSubjects.Contradiction(*code, words, subject);
      if (others.empty()) continue;
      list.Add(
          {"code-subject",
           v1::FINDING_SEVERITY_WARNING,
           absl::StrCat("Question ", quote.evidence().question_id(), " names ",
                        code->ToString(), " (", code->title(), ") for ",
                        InMessage(subject), ", which is the subject of ",
                        absl::StrJoin(others, ", "), "."),
           "Ask the respondent which target is meant; correct the claim, "
           "or dismiss the finding if the words do fit.",
           {quote},
           code->ToString()});
      break;
    }
  }
}

}  // namespace compendium
