// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/project_words.h"

#include <algorithm>

#include "lib/extract/meeting_words.h"

namespace compendium {
namespace {

constexpr WordList kProjectWords =
    " project projects programme programmes program programs initiative "
    "initiatives pilot scheme campaign "_words;

}  // namespace

bool IsProjectNoun(const Token& token) { return IsOneOf(token, kProjectWords); }

bool IsFiniteVerb(const AnswerText& answer, size_t at) {
  const Token& token = answer.token(at);
  if (token.IsCapitalised()) return false;
  return IsAuxiliary(token) ||
         IsOneOf(token,
                 " aims provides develops supports seeks includes started "
                 "starts began begins launched focuses helps assists covers "
                 "contributes intends consists comprises continues became "
                 "agreed decided "_words);
}

bool HasFiniteVerb(const AnswerText& answer, TokenRange range) {
  bool quoted = false;
  for (size_t at = range.first; at < range.last; ++at) {
    if (answer.token(at).Is('"')) quoted = !quoted;
    if (!quoted && IsFiniteVerb(answer, at)) return true;
  }
  return false;
}

bool StartsSentence(const AnswerText& answer, size_t at, size_t last) {
  if (!IsOneOf(answer.token(at), " the this its it "_words) ||
      !answer.token(at).IsCapitalised() || at + 1 >= last) {
    return false;
  }
  const Token& next = answer.token(at + 1);
  return !next.IsCapitalised() &&
         (IsOneOf(next,
                  " overall main general specific objective objectives aim "
                  "aims purpose goal project programme initiative "_words) ||
          IsAuxiliary(next));
}

bool NamesProject(const AnswerText& answer, TokenRange range) {
  for (size_t at = range.first; at < range.last; ++at) {
    if (IsProjectNoun(answer.token(at))) return true;
  }
  return false;
}

bool DeniesProject(const AnswerText& answer, TokenRange sentence) {
  constexpr size_t kReach = 5;
  const size_t reach = std::min(sentence.last, sentence.first + kReach);
  bool denied = false;
  for (size_t at = sentence.first; at < reach && !denied; ++at) {
    denied = IsOneOf(answer.token(at), " no none not nothing nil never "_words);
  }
  if (denied) return true;
  for (size_t at = sentence.first; at < sentence.last; ++at) {
    if (IsOneOf(answer.token(at), " might may could would "_words) &&
        answer.token(at).text != "May") {
      return true;
    }
  }
  return false;
}

bool AnnouncesList(const AnswerText& answer, TokenRange line) {
  if (!answer.token(line.last - 1).Is(':')) return false;
  for (size_t at = line.first; at < line.last; ++at) {
    if (IsOneOf(
            answer.token(at),
            " following projects programmes programs initiatives these "_words)) {
      return true;
    }
  }
  return false;
}

}  // namespace compendium
