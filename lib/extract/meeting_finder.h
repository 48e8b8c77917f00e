// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "absl/strings/string_view.h"
#include "lib/extract/mechanism_names.h"
#include "lib/extract/meeting_mention.h"
#include "lib/extract/question_topic.h"
#include "lib/extract/text_lines.h"

namespace compendium {

// The answer in which meetings are looked for.
struct MeetingSource {
  absl::string_view question_id;  // must outlive the mentions
  QuestionTopic topic = QuestionTopic::kOther;
  const MechanismNames& names;
  int round_year = 0;
};

// What an answer tells of meetings.
struct MeetingsFound {
  std::vector<MeetingMention> mentions;  // in the order of the text
  std::vector<MeetingCount> counts;      // mere numbers of them
};

// The meetings that an answer mentions, with titles, dates, places, levels and
// the statuses that their own words give. A date counts as a meeting's when the
// words beside it name a gathering or, in a question about meetings, when it
// dates an entry of a list; durations of projects, dates of publication or
// adoption and meetings of the United Nations do not. In questions about
// meetings, undated ones are found too: entries of lists, and what a sentence
// says was "held" or "organized". The year of a date without one is that of its
// heading, of another date in its sentence, of the entry before it in its list,
// or of the round, never of today. Linear in the text.
MeetingsFound FindMeetings(const AnswerText& answer,
                           const MeetingSource& source);

}  // namespace compendium
