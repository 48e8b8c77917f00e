// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/claim_finder.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "lib/domain/sdg_target.h"
#include "lib/extract/date_words.h"
#include "lib/extract/evidence_span.h"
#include "lib/extract/goal_name.h"
#include "lib/extract/limits.h"

namespace compendium {
namespace {

using registry::v1::CLAIM_STRENGTH_EXPLICIT;
using registry::v1::CLAIM_STRENGTH_IMPLICIT;
using registry::v1::CLAIM_STRENGTH_POSSIBLE;
using registry::v1::ClaimStrength;

bool IsFrameworkWord(const Token& token) {
  return IsOneOf(token, " sdg sdgs goal goals target targets "_words);
}

bool IsTargetWord(const Token& token) {
  return IsOneOf(token, " target targets goal goals "_words);
}

bool IsPossibly(const Token& token) {
  return IsOneOf(token, " possibly potentially perhaps maybe "_words);
}

// Words that may stand between codes without ending their list.
bool IsListWord(const Token& token) {
  return IsOneOf(token,
                 " and or also as well in particular particularly "
                 "especially namely number numbers no nos "_words);
}

// Whether the answer speaks of the SDGs at all.
bool NamesFramework(const AnswerText& answer) {
  for (size_t at = 0; at < answer.tokens().size(); ++at) {
    const Token& token = answer.token(at);
    if (IsOneOf(token, " sdg sdgs "_words)) return true;
    if (at < 2 || !IsOneOf(token, " goal goals "_words)) continue;
    if (answer.token(at - 1).IsWord("development") &&
        answer.token(at - 2).IsWord("sustainable")) {
      return true;
    }
  }
  return false;
}

struct Code {
  std::optional<SdgCode> value;
  size_t end = 0;
};

// The code at `at`: "8", "8.7", "10.c". `end` is set even when there is no such
// goal or target, behind all of its parts.
Code ReadCode(const AnswerText& answer, size_t at, size_t last) {
  Code code;
  code.end = at + 1;
  const auto joined = [&](size_t next) {
    return next < last && !answer.token(next).space_before;
  };
  if (joined(at + 1) && answer.token(at + 1).Is('.') && joined(at + 2)) {
    const Token& part = answer.token(at + 2);
    const bool letter = part.is_word() && part.text.size() == 1;
    if (part.is_number() || letter) code.end = at + 3;
  }
  // "10.7.1" is an indicator, "8th" and "8%" count something else.
  const size_t end = code.end;
  if (joined(end)) {
    const Token& next = answer.token(end);
    const bool more =
        next.Is('.') && joined(end + 1) && answer.token(end + 1).is_number();
    if (next.is_word() || next.Is('%') || more) return code;
  }
  code.value = SdgCode::Find(answer.Slice({at, code.end}));
  return code;
}

// Whether a target stands at `at` and nothing behind it says that the number
// counts something: "8.8 (rights of workers)", "8.8;", not "8.8 million". A
// goal must have its name in parentheses: "10 (reduced inequalities)".
bool IsListedCode(const AnswerText& answer, size_t at, size_t last) {
  if (at >= last || !answer.token(at).is_number()) return false;
  const Code code = ReadCode(answer, at, last);
  if (!code.value.has_value()) return false;
  if (code.end >= last) return !code.value->is_goal();
  const Token& next = answer.token(code.end);
  if (code.value->is_goal()) {
    return next.Is('(') &&
           IsGoalName(answer, code.end + 1, last, code.value->goal());
  }
  if (next.kind != TokenKind::kMark) return IsOneOf(next, " and or "_words);
  return next.Is('(') || next.Is(')') || next.Is('-') || next.Is(':') ||
         next.Is(',') || next.Is(';') || next.Is('.');
}

// In "10.7 (policies), 8.8 (workers) and 10.c" or "10.7 – policies; 8.8 –
// workers", from a description's word at `at` to the next code of the list;
// `at` when none follows. `depth` counts the parentheses open before it.
size_t SkipDescription(const AnswerText& answer, size_t at, size_t last,
                       int depth, bool dash) {
  constexpr size_t kReach = 40;
  if (depth <= 0 && !dash) return at;
  const bool bracket = depth > 0;
  const size_t reach = std::min(last, at + kReach);
  size_t next = at;
  for (; next < reach; ++next) {
    const Token& token = answer.token(next);
    if (token.Is('(')) ++depth;
    if (token.Is(')') && --depth <= 0 && bracket) break;
    if (!bracket && depth == 0 && token.Is(';')) break;
  }
  if (next >= reach) return at;
  for (++next; next < reach; ++next) {
    const Token& token = answer.token(next);
    if (!token.Is(',') && !token.Is(';') && !token.Is('&') &&
        !IsOneOf(token, " and or as well "_words)) {
      break;
    }
  }
  return IsListedCode(answer, next, last) ? next : at;
}

// In "10.7 on policies, 8.8 on workers and 10.c on fees", from the "on" at `at`
// behind a code to the next target with the same word; `at` when none follows.
size_t SkipParallel(const AnswerText& answer, size_t at, size_t last) {
  constexpr size_t kReach = 20;
  const Token& word = answer.token(at);
  if (!IsOneOf(word, " on about regarding concerning for "_words)) return at;
  const size_t reach = std::min(last, at + kReach);
  for (size_t next = at + 2; next < reach; ++next) {
    const Token& before = answer.token(next - 1);
    // A list of its own starts there.
    if (IsFrameworkWord(before)) return at;
    if (!answer.token(next).is_number() ||
        !(before.Is(',') || before.Is(';') || before.IsWord("and"))) {
      continue;
    }
    const Code code = ReadCode(answer, next, last);
    const bool target = code.value.has_value() && !code.value->is_goal();
    const bool same = target && code.end < last &&
                      answer.token(code.end).is_word() &&
                      answer.token(code.end).key == word.key;
    return same ? next : at;
  }
  return at;
}

// What the words of a sentence read so far say about codes to come. It is kept
// word by word, so that a sentence full of lists is still read in linear time.
class Clause {
 public:
  void Read(const AnswerText& answer, size_t at, size_t first) {
    const Token& token = answer.token(at);
    if (token.Is(';') || token.Is(',') || token.Is(':') ||
        IsOneOf(token, " but however although which and "_words)) {
      denied_ = false;
    } else if (IsOneOf(
                   token,
                   " not no none neither nor never without cannot "_words)) {
      denied_ = at + 1 >= answer.tokens().size() ||
                !answer.token(at + 1).IsWord("only");
    } else if (IsOneOf(token,
                       " implicitly implicit indirectly indirect "_words)) {
      implicit_ = true;
    } else if (at > first &&
               IsOneOf(token, " contribute contributing "_words)) {
      implicit_ |= IsOneOf(answer.token(at - 1),
                           " will would could should may might can also "
                           "indirectly "_words);
    }
  }

  // "is not related to goal 8"
  bool denied() const { return denied_; }
  // "implicitly", "will contribute to"
  bool implicit() const { return implicit_; }

 private:
  bool denied_ = false;
  bool implicit_ = false;
};

// The work on one answer that speaks of the SDGs.
class ClaimScan {
 public:
  explicit ClaimScan(const AnswerText& answer) : answer_(answer) {}

  std::vector<FoundClaim> Run();

 private:
  struct Listed {
    SdgCode code;
    bool possible;
    bool dropped;  // a goal that stands only for its targets
  };

  void ReadLine(const TextLine& line);
  Clause ReadSentence(TokenRange sentence, bool starts_line);
  bool StartsBareList(TokenRange sentence) const;
  bool IsCounted(size_t word, size_t at, size_t end, size_t last) const;
  size_t ReadList(size_t word, size_t first, TokenRange sentence,
                  const Clause& clause);
  void Add(const SdgCode& code, ClaimStrength strength, TokenRange sentence);

  const AnswerText& answer_;
  bool implicit_below_ = false;  // a line above said so and ended with a colon
  absl::flat_hash_map<SdgCode, size_t> index_;
  std::vector<FoundClaim> claims_;
};

std::vector<FoundClaim> ClaimScan::Run() {
  for (const TextLine& line : answer_.lines()) ReadLine(line);
  return std::move(claims_);
}

void ClaimScan::ReadLine(const TextLine& line) {
  bool first = true;
  Clause clause;
  for (TokenRange sentence : line.sentences) {
    // In "13. Climate Action" the goal's number is that of the line.
    if (first && line.marker != LineMarker::kNone && sentence.first > 1 &&
        (answer_.token(sentence.first - 1).Is('.') ||
         answer_.token(sentence.first - 1).Is(')'))) {
      sentence.first -= 2;
    }
    clause = ReadSentence(sentence, first);
    first = false;
  }
  // An introduction holds until the next one.
  if (answer_.token(line.tokens.last - 1).Is(':')) {
    implicit_below_ = clause.implicit();
  }
}

Clause ClaimScan::ReadSentence(TokenRange sentence, bool starts_line) {
  const size_t first = sentence.first;
  if (starts_line && answer_.token(first).is_number()) {
    const Code code = ReadCode(answer_, first, sentence.last);
    size_t name = code.end;
    while (name < sentence.last &&
           (answer_.token(name).Is('.') || answer_.token(name).Is(':') ||
            answer_.token(name).Is('-') || answer_.token(name).Is(')'))) {
      ++name;
    }
    if (code.value.has_value() && code.value->is_goal() &&
        IsGoalName(answer_, name, sentence.last, code.value->goal())) {
      Add(*code.value,
          implicit_below_ ? CLAIM_STRENGTH_IMPLICIT : CLAIM_STRENGTH_EXPLICIT,
          sentence);
    }
  }
  Clause clause;
  size_t start = first;
  if (starts_line && StartsBareList(sentence)) {
    // As if the word stood before it.
    start = ReadList(first, first, sentence, clause);
  }
  for (size_t at = start; at < sentence.last;) {
    const size_t next = IsFrameworkWord(answer_.token(at))
                            ? ReadList(at, at + 1, sentence, clause)
                            : at + 1;
    for (; at < next; ++at) clause.Read(answer_, at, first);
  }
  return clause;
}

// Whether a sentence starts with targets that no word announces.
bool ClaimScan::StartsBareList(TokenRange sentence) const {
  size_t codes = 0;
  size_t at = sentence.first;
  while (at < sentence.last && codes < kClaimsMax) {
    const Token& token = answer_.token(at);
    if (token.is_number()) {
      const Code code = ReadCode(answer_, at, sentence.last);
      if (!code.value.has_value() || code.value->is_goal()) return false;
      ++codes;
      at = code.end;
      continue;
    }
    const bool joins = token.kind == TokenKind::kMark && !token.Is('(');
    if (codes == 0 || (!joins && !IsListWord(token))) break;
    ++at;
  }
  if (codes == 0) return false;
  if (at >= sentence.last || codes > 1) return true;
  return answer_.token(at).Is('(');
}

// Whether the number at `at` behind the word at `word` counts or dates what
// follows it: "SDGs, 10 participants", "5 May".
bool ClaimScan::IsCounted(size_t word, size_t at, size_t end,
                          size_t last) const {
  if (end != at + 1 || end >= last) return false;
  const Token& next = answer_.token(end);
  if (IsMonthName(next) && next.IsCapitalised()) return true;
  const Token& before = answer_.token(at - 1);
  const bool apart = at == word + 2 && (before.Is(',') || before.Is(':'));
  if (!apart || !next.is_word() || IsListWord(next)) return false;
  const int goal = answer_.token(at).Value();
  return !IsGoalName(answer_, end, last, goal);
}

// Reads the codes from `first` on, behind the word at `word` (or without one,
// where both are the same), and returns where they end.
size_t ClaimScan::ReadList(size_t word, size_t first, TokenRange sentence,
                           const Clause& clause) {
  std::vector<Listed> listed;
  bool possible = false;
  // What stands between the code before and the one to come.
  bool bracket = false;
  int depth = 0;
  bool dash = false;
  bool target_word = false;
  size_t at = first;
  while (at < sentence.last && listed.size() < kClaimsMax) {
    const Token& token = answer_.token(at);
    if (token.is_number()) {
      const Code code = ReadCode(answer_, at, sentence.last);
      if (!code.value.has_value()) break;
      if (word < first && IsCounted(word, at, code.end, sentence.last)) break;
      if (!listed.empty() && !code.value->is_goal() &&
          listed.back().code == code.value->goal_code()) {
        listed.back().dropped |= bracket || dash || target_word;
      }
      listed.push_back({*code.value, possible, false});
      possible = bracket = dash = target_word = false;
      at = code.end;
      continue;
    }
    if (token.kind == TokenKind::kMark) {
      if (token.Is('.') && at + 1 < sentence.last &&
          answer_.token(at + 1).space_before) {
        break;
      }
      if (token.Is('"') || token.Is('?') || token.Is('!')) break;
      bracket |= token.Is('(');
      depth += token.Is('(') ? 1 : token.Is(')') ? -1 : 0;
      dash |= token.Is('-') || token.Is(':') || token.Is('/');
      ++at;
      continue;
    }
    if (IsPossibly(token)) {
      possible = true;
    } else if (IsFrameworkWord(token)) {
      target_word |= IsTargetWord(token);
    } else if (!IsListWord(token)) {
      size_t next = listed.empty() ? at
                                   : SkipDescription(answer_, at, sentence.last,
                                                     depth, dash);
      if (next == at && !listed.empty() && !listed.back().code.is_goal()) {
        next = SkipParallel(answer_, at, sentence.last);
      }
      if (next == at) break;
      depth = 0;
      bracket = dash = target_word = false;
      at = next;
      continue;
    }
    ++at;
  }
  if (clause.denied()) return at;
  const bool implicit = implicit_below_ || clause.implicit();
  const bool all_possible =
      word > sentence.first && IsPossibly(answer_.token(word - 1));
  for (const Listed& entry : listed) {
    if (entry.dropped) continue;
    Add(entry.code,
        entry.possible || all_possible ? CLAIM_STRENGTH_POSSIBLE
        : implicit                     ? CLAIM_STRENGTH_IMPLICIT
                                       : CLAIM_STRENGTH_EXPLICIT,
        sentence);
  }
  return at;
}

void ClaimScan::Add(const SdgCode& code, ClaimStrength strength,
                    TokenRange sentence) {
  if (claims_.size() >= kClaimsMax) return;
  const auto [entry, added] = index_.try_emplace(code, claims_.size());
  // The firmest statement counts; the values grow weaker.
  if (!added && claims_[entry->second].strength <= strength) return;
  if (added) claims_.emplace_back();
  const ByteSpan span = QuoteSpan(answer_, sentence);
  claims_[entry->second] = {code.ToString(), strength, span.begin, span.end};
}

}  // namespace

std::vector<FoundClaim> FindClaims(const AnswerText& answer,
                                   QuestionTopic topic) {
  const bool named = topic == QuestionTopic::kClaims || NamesFramework(answer);
  if (!named) return {};
  return ClaimScan(answer).Run();
}

}  // namespace compendium
