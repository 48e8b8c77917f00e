// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "compendium/registry/v1/questionnaire.pb.h"
#include "lib/extract/date_days.h"
#include "lib/extract/date_phrase.h"
#include "lib/extract/question_topic.h"

namespace compendium {

// A mention of a meeting while it is being worked out. A plain value; views
// borrow the answer, its text or the tables of places, because mentions are
// moved about.
struct MeetingMention {
  absl::string_view question_id;
  QuestionTopic topic = QuestionTopic::kOther;

  std::string title;
  // The date's words and EDTF; both empty when not even a year is known.
  absl::string_view date_as_written;
  std::string edtf;
  std::optional<DateDays> days;  // of `edtf`
  bool year_inferred = false;
  DateDetail detail = DateDetail::kYear;  // of `edtf`

  absl::string_view city;
  absl::string_view country_code;
  absl::string_view place_as_written;
  bool place_uncertain = false;  // "Turkey (tbc)", "venue to be confirmed"

  // How many events it stands for; more than one only of a mere number, as in
  // "two meetings for each of six groups".
  int event_count = 1;

  registry::v1::MeetingLevel level = registry::v1::MEETING_LEVEL_UNSPECIFIED;
  registry::v1::MeetingStatus status = registry::v1::MEETING_STATUS_UNSPECIFIED;
  // The list it stands in mixes what was held with what is planned, so nothing
  // follows for it from other entries.
  bool in_mixed_list = false;
  // An edition of the mechanism, such as "2016 MIDSA", without more about it.
  bool is_edition = false;

  // Of "two meetings: the first was …", its place and the number; 0 otherwise.
  int listed = 0;
  int listed_of = 0;

  // The evidence in the answer's text, in bytes.
  size_t evidence_begin = 0;
  size_t evidence_end = 0;

  std::string event_key;
  // Why it is taken for the event of an earlier mention, and how surely, in
  // percent; empty and 0 on the first one.
  std::string match_reason;
  int match_percent = 0;
};

// A statement about an unnamed number of meetings: "convened 2 SOMs", "two
// thematic workshops".
struct MeetingCount {
  int count = 0;
  std::string noun;  // what is counted, as it stands: "meetings"
  registry::v1::MeetingLevel level = registry::v1::MEETING_LEVEL_UNSPECIFIED;
  // Itself as a mention, for when its meetings are not told one by one.
  MeetingMention mention;
};

}  // namespace compendium
