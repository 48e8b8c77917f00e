// SPDX-License-Identifier: Apache-2.0
// event-dates and event-status: what the mentions of one event say about it.
// Mentions are of one event when they share an event_key. Two mentions in
// different answers with the same number and level and alike titles ("5th
// steering committee") are compared, too, when nothing links them: two dates
// that lie far apart are the reason why nothing does.
#include <string>
#include <utility>
#include <vector>

#include "absl/container/btree_map.h"
#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "lib/extract/title_words.h"
#include "lib/findings/checks.h"
#include "lib/findings/day_span.h"
#include "lib/findings/limits.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

// How alike titles must be to be about one event without being linked.
constexpr double kAlike = 0.99;

// A mention's words about its date, for a message.
std::string DateWords(const v1::Meeting& meeting) {
  return InMessage(meeting.date().as_written().empty()
                       ? meeting.date().edtf()
                       : meeting.date().as_written());
}

bool HaveOtherDays(const v1::Meeting& one, const v1::Meeting& other) {
  const auto days = SpanOf(one.date().edtf());
  const auto other_days = SpanOf(other.date().edtf());
  return days.has_value() && other_days.has_value() &&
         Disagree(*days, *other_days);
}

void AddDates(const QuestionnaireView& view, const v1::Meeting& one,
              const v1::Meeting& other, FindingList& list) {
  list.Add({"event-dates",
            v1::FINDING_SEVERITY_WARNING,
            absl::StrCat(InMessage(one.title()), " is on ", DateWords(one),
                         " in question ", one.evidence().question_id(),
                         " and on ", DateWords(other), " in question ",
                         other.evidence().question_id(), "."),
            "Ask the respondent for the right date and correct the other "
            "mention; if they are two events, split them.",
            {view.QuoteOf(one.evidence()), view.QuoteOf(other.evidence())},
            absl::StrCat(one.date().edtf(), " ", other.date().edtf())});
}

void AddStatus(const QuestionnaireView& view, const v1::Meeting& held,
               const v1::Meeting& planned, FindingList& list) {
  list.Add({"event-status",
            v1::FINDING_SEVERITY_NOTE,
            absl::StrCat(InMessage(held.title()), " was held according to ",
                         "question ", held.evidence().question_id(),
                         " and is still ahead according to question ",
                         planned.evidence().question_id(), "."),
            "Set the status of both mentions to what happened.",
            {view.QuoteOf(held.evidence()), view.QuoteOf(planned.evidence())},
            ""});
}

using Mentions = std::vector<const v1::Meeting*>;

// One finding for each date that the first mention does not agree with.
void CheckEvent(const QuestionnaireView& view, const Mentions& mentions,
                FindingList& list) {
  const v1::Meeting* dated = nullptr;
  const v1::Meeting* held = nullptr;
  const v1::Meeting* ahead = nullptr;
  for (const v1::Meeting* const meeting : mentions) {
    if (dated != nullptr && HaveOtherDays(*dated, *meeting)) {
      AddDates(view, *dated, *meeting, list);
    }
    if (dated == nullptr && SpanOf(meeting->date().edtf()).has_value()) {
      dated = meeting;
    }
    if (meeting->status() == v1::MEETING_STATUS_HELD) held = meeting;
    // "Planning for the 2016 forum" tells what was done, not what is ahead.
    if (!SpanOf(meeting->date().edtf()).has_value()) continue;
    if (meeting->status() == v1::MEETING_STATUS_PLANNED ||
        meeting->status() == v1::MEETING_STATUS_TENTATIVE) {
      ahead = meeting;
    }
  }
  if (held != nullptr && ahead != nullptr) AddStatus(view, *held, *ahead, list);
}

// Whether two mentions that nothing links must be one event all the same.
bool MustBeOne(const v1::Meeting& one, const TitleWords& words,
               const v1::Meeting& other, const TitleWords& other_words) {
  if (one.evidence().question_id() == other.evidence().question_id()) {
    return false;
  }
  if (!one.event_key().empty() && one.event_key() == other.event_key()) {
    return false;
  }
  if (words.words.size() < 2 || other_words.words.size() < 2) return false;
  return words.ordinals == other_words.ordinals &&
         words.words.size() == other_words.words.size() &&
         Likeness(words, other_words) >= kAlike;
}

void CheckUnlinked(const QuestionnaireView& view, FindingList& list) {
  absl::btree_map<std::pair<int, int>, Mentions> by_number;
  for (const v1::Meeting& meeting : view.questionnaire().meetings()) {
    const std::vector<int> ordinals = OrdinalsOf(meeting.title());
    if (ordinals.empty()) continue;
    Mentions& same = by_number[{ordinals[0], meeting.level()}];
    if (same.size() < kSameNumberMax) same.push_back(&meeting);
  }
  for (const auto& [number, same] : by_number) {
    if (same.size() < 2) continue;
    std::vector<TitleWords> words;
    words.reserve(same.size());
    for (const v1::Meeting* const meeting : same)
      words.push_back(WordsOf(meeting->title()));
    for (size_t i = 0; i < same.size(); ++i) {
      for (size_t k = i + 1; k < same.size(); ++k) {
        if (MustBeOne(*same[i], words[i], *same[k], words[k]) &&
            HaveOtherDays(*same[i], *same[k])) {
          AddDates(view, *same[i], *same[k], list);
        }
      }
    }
  }
}

}  // namespace

void CheckEvents(const QuestionnaireView& view, FindingList& list) {
  std::vector<Mentions> events;
  absl::flat_hash_map<std::string, size_t> index;  // by event_key
  for (const v1::Meeting& meeting : view.questionnaire().meetings()) {
    if (meeting.event_key().empty()) continue;
    const auto [entry, added] =
        index.try_emplace(meeting.event_key(), events.size());
    if (added) events.emplace_back();
    events[entry->second].push_back(&meeting);
  }
  for (const Mentions& mentions : events) CheckEvent(view, mentions, list);
  CheckUnlinked(view, list);
}

}  // namespace compendium
